import type { Locale } from "../../i18n";
import type { Chapter } from "../chapter";
import { compareTranslations } from "../compare";
import { byPlace, type Problem, problemAt } from "../problem";
import { type ReadOptions, type ReadResult, readChapter } from "../read";
import { allChapters, type Course } from "./course";
import { checkIds, readIds } from "./ids";
import { checkLinks } from "./links";
import { checkNeeds } from "./needs";
import { readCourse } from "./read-course";
import { checkTerms } from "./terms";

/** A course's folder, as whoever reads it sees it: files of a disk, or texts in a browser. */
export interface CourseFolder {
  /** Its name as messages should show it, such as `content`. */
  name: string;
  /** The text of a file, or undefined if there is none. Paths are relative, with `/`. */
  read(path: string): string | undefined;
  exists(path: string): boolean;
  /** The names in a folder; none if there is no such folder. */
  list(path: string): string[];
}

export interface CourseReading {
  /** Null if `course.yaml` cannot be used. */
  course: Course | null;
  /** Every chapter that could be read, with mistakes or without, in the course's order. */
  chapters: { chapter: Chapter; sound: boolean }[];
  /** File by file, each in its own order. */
  problems: Problem[];
}

export interface CourseOptions {
  highlight?: ReadOptions["highlight"];
  /** Reads one chapter; who reads often may keep what did not change. */
  read?: typeof readChapter;
}

export const COURSE_FILE = "course.yaml";
export const IDS_FILE = "ids.json";

/** The file of a chapter within its course's folder. */
export function chapterFile(locale: Locale, slug: string): string {
  return `${locale}/${slug}.mdx`;
}

/**
 * Reads a whole course: its `course.yaml`, all chapters in all languages, and whatever of it only the whole can tell.
 * Executes nothing.
 */
export function readCourseFolder(folder: CourseFolder, options: CourseOptions = {}): CourseReading {
  const path = (name: string) => `${folder.name}/${name}`;
  const text = folder.read(COURSE_FILE);
  if (text === undefined) {
    const message =
      "There is no course here. `npm run new -- course` followed by a folder's name begins one.";
    return {
      course: null,
      chapters: [],
      problems: [problemAt(path(COURSE_FILE), "course", { line: 1, column: 1 }, message)],
    };
  }
  const { course, places, problems } = readCourse(text, path(COURSE_FILE));
  if (!course) return { course: null, chapters: [], problems };
  return new CourseCheck(folder, course, options).run(places);
}

const NAMES: Record<Locale, string> = { zh: "Chinese", en: "English" };
const TOP = { line: 1, column: 1 };

class CourseCheck {
  readonly #folder: CourseFolder;
  readonly #course: Course;
  readonly #options: CourseOptions;
  readonly #problems = new Map<string, Problem[]>();
  readonly #results = new Map<string, ReadResult>();

  constructor(folder: CourseFolder, course: Course, options: CourseOptions) {
    this.#folder = folder;
    this.#course = course;
    this.#options = options;
  }

  run(places: Readonly<Record<string, { line: number; column: number }>>): CourseReading {
    const { languages } = this.#course;
    const slugs = allChapters(this.#course);
    // Problems come file by file in the course's order, whichever step finds them.
    const files = slugs.flatMap((slug) => languages.map((locale) => chapterFile(locale, slug)));
    for (const name of [COURSE_FILE, IDS_FILE, ...files]) this.#problems.set(this.#path(name), []);
    for (const slug of slugs) {
      for (const locale of languages) this.#readOne(slug, locale, places[slug] ?? TOP);
    }
    this.#checkStrays();
    const { ids, problems } = readIds(this.#folder.read(IDS_FILE), this.#path(IDS_FILE));
    this.#note(problems);
    const [sourceLocale] = languages;
    for (const { draft } of this.#results.values()) {
      if (!draft) continue;
      const source = sourceLocale && this.#draft(draft.slug, sourceLocale);
      const isSource = draft.locale === sourceLocale;
      if (source && !isSource) this.#note(compareTranslations(source, draft));
      if (isSource) {
        this.#note(checkIds(draft, ids));
        this.#note(
          checkNeeds(
            this.#course,
            draft,
            (slug) => (sourceLocale && this.#draft(slug, sourceLocale)?.frontMatter.needs) || [],
          ),
        );
        this.#checkExercises(draft);
      }
      this.#note(checkLinks(this.#course, draft, (slug, locale) => this.#draft(slug, locale)));
      this.#checkImages(draft);
      const text = this.#folder.read(chapterFile(draft.locale, draft.slug)) ?? "";
      this.#note(checkTerms(draft, text, this.#course.terms[draft.locale] ?? []));
    }
    return {
      course: this.#course,
      chapters: [...this.#results.values()].flatMap(({ draft }) =>
        draft
          ? [{ chapter: draft, sound: !this.#problems.get(draft.file)?.some(({ warning }) => !warning) }]
          : [],
      ),
      problems: [...this.#problems.values()].flatMap((list) => list.sort(byPlace)),
    };
  }

  #path(name: string): string {
    return `${this.#folder.name}/${name}`;
  }

  #note(problems: readonly Problem[]): void {
    for (const problem of problems) {
      const list = this.#problems.get(problem.file);
      if (list) list.push(problem);
      else this.#problems.set(problem.file, [problem]);
    }
  }

  #draft(slug: string, locale: Locale): Chapter | undefined {
    return this.#results.get(chapterFile(locale, slug))?.draft ?? undefined;
  }

  #readOne(slug: string, locale: Locale, listed: typeof TOP): void {
    const name = chapterFile(locale, slug);
    const text = this.#folder.read(name);
    if (text === undefined) {
      const message = `The chapter \`${slug}\` is missing in ${NAMES[locale]}: write ${this.#path(name)}, or let \`npm run new -- chapter ${slug}\` begin it.`;
      this.#note([problemAt(this.#path(COURSE_FILE), "translation", listed, message)]);
      return;
    }
    const [first] = this.#course.languages;
    const source = first && first !== locale ? this.#draft(slug, first) : undefined;
    const { highlight, read = readChapter } = this.#options;
    const result = read(text, { file: this.#path(name), slug, locale, highlight, source });
    this.#results.set(name, result);
    this.#note(result.problems);
  }

  /** A chapter that no list names would never be seen. */
  #checkStrays(): void {
    const slugs = allChapters(this.#course);
    for (const locale of this.#course.languages) {
      for (const file of this.#folder.list(locale)) {
        const slug = /^(.+)\.mdx$/.exec(file)?.[1];
        if (slug === undefined || slugs.includes(slug)) continue;
        const message = `No list names this chapter: put \`${slug}\` into \`chapters\` of ${this.#path(COURSE_FILE)}.`;
        this.#note([problemAt(this.#path(`${locale}/${file}`), "course", TOP, message)]);
      }
    }
  }

  #checkExercises({ file, slug, exercises }: Chapter): void {
    if (exercises.length > 0 || this.#course.appendices.includes(slug)) return;
    const message = "This chapter has no exercises: who reads it cannot tell whether they understood.";
    this.#note([problemAt(file, "practice", TOP, message)]);
  }

  /** A translation shows its source's picture where it has none of its own. */
  #checkImages({ file, locale, images }: Chapter): void {
    const folders = [locale, this.#course.languages[0]].filter((one) => one !== undefined);
    for (const { src, place } of images) {
      const name = src.replace(/^\.\//, "");
      if (folders.some((folder) => this.#folder.exists(`${folder}/${name}`))) continue;
      const message = `There is no picture ${this.#path(`${locale}/${name}`)}.`;
      this.#note([problemAt(file, "image", place, message)]);
    }
  }
}
