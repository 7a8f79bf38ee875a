/** Reads, checks and runs a whole course, and writes it as data for the site to .generated/. */
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Chapter,
  type Course,
  type CourseReading,
  errorsIn,
  type Problem,
  type ReadOptions,
  type ReadResult,
  readChapter,
  readCourseFolder,
  withProblems,
} from "@/lib/content";
import { createHighlighter } from "@/lib/content/highlight";
import { diskFolder, ROOT } from "./course-folder";
import { ExecutionStore } from "./execution-store";
import { provePrograms } from "./prove-programs";
import { type CellRun, runCells } from "./run-cells";

const GENERATED = join(ROOT, ".generated");
const KERNEL = join(GENERATED, "kernel-node.mjs");
const PICTURES = join(ROOT, "public/pictures");

/** What running a chapter's programs has shown. */
interface Execution {
  runs: Record<string, CellRun>;
  checks: Record<string, string>;
  problems: Problem[];
}

export interface BuiltCourse {
  reading: CourseReading;
  problems: Problem[];
}

/** Builds a course again and again, and does again only what its files and the kernel have changed. */
export class CourseBuilder {
  readonly #path: string;
  readonly #preview: boolean;
  /** From earlier commands. */
  readonly #store = new ExecutionStore<Execution>();
  readonly #executions = new Map<string, { key: string; execution: Execution }>();
  readonly #read = new Map<string, { text: string; source: Chapter | undefined; result: ReadResult }>();
  /** Chapters in the order in which they were last changed, the latest first. */
  #recent: string[] = [];
  #reading: CourseReading | null = null;
  /** Made once: it learns its grammars while it works. */
  readonly #highlighter = createHighlighter();

  /**
   * @param path of the course's folder
   * @param preview whether chapters with mistakes are written as well, with their problems in place
   */
  constructor(path: string, preview = false) {
    this.#path = path;
    this.#preview = preview;
  }

  /** @returns what was read, and all problems; without preview data is written only for chapters without mistakes */
  async build(): Promise<BuiltCourse> {
    const reading = await this.read();
    while (await this.executeNext());
    const problems = this.#problems(reading);
    if (reading.course && !this.#preview)
      for (const { chapter } of reading.chapters) this.#write(chapter, problems);
    return { reading, problems };
  }

  /** Reads the course. In a preview all chapters are written as far as they can be told without running them. */
  async read(): Promise<CourseReading> {
    const highlight = await this.#highlighter;
    const read: typeof readChapter = (text, options) => this.#readChapter(text, options);
    const reading = readCourseFolder(diskFolder(this.#path), { highlight, read });
    this.#reading = reading;
    if (!reading.course) return reading;
    writeCourse(reading.course, this.#path);
    if (this.#preview) for (const { chapter } of reading.chapters) this.#write(chapter, reading.problems);
    return reading;
  }

  /**
   * Runs the programs of one chapter that was read and not yet run, the one that changed last before others.
   *
   * @returns false if there was none
   */
  async executeNext(): Promise<boolean> {
    const kernel = createHash("sha256").update(readFileSync(KERNEL)).digest("hex");
    const keyOf = (chapter: Chapter) => `${kernel}\n${programsOf(chapter)}`;
    const waiting = this.#reading?.chapters.filter(
      ({ chapter }) => this.#executions.get(chapter.file)?.key !== keyOf(chapter),
    );
    const rank = ({ chapter }: { chapter: Chapter }) => {
      const place = this.#recent.indexOf(chapter.file);
      return place < 0 ? this.#recent.length : place;
    };
    const next = waiting?.toSorted((a, b) => rank(a) - rank(b))[0]?.chapter;
    if (!next) return false;
    // Where the course's folder lies does not change what its programs do.
    const programs = programsOf({ ...next, file: next.slug });
    const known = this.#store.take(kernel, programs);
    const execution = known ?? (await execute(next));
    if (!known) this.#store.keep(kernel, programs, execution);
    this.#executions.set(next.file, { key: keyOf(next), execution });
    // Meanwhile the course may have been read again.
    const present = this.#reading?.chapters.find(({ chapter }) => chapter.file === next.file)?.chapter;
    if (this.#preview && this.#reading && present) this.#write(present, this.#problems(this.#reading));
    return true;
  }

  /** All problems that are known by now. */
  problems(): Problem[] {
    return this.#reading ? this.#problems(this.#reading) : [];
  }

  #problems(reading: CourseReading): Problem[] {
    const executed = reading.chapters.flatMap(({ chapter }) => {
      const last = this.#executions.get(chapter.file);
      return last?.key.endsWith(`\n${programsOf(chapter)}`) ? last.execution.problems : [];
    });
    return byFile([...reading.problems, ...executed], reading);
  }

  #readChapter(text: string, options: ReadOptions): ReadResult {
    const { file, source } = options;
    const before = this.#read.get(file);
    if (before?.text === text && before.source === source) return before.result;
    if (before) this.#recent = [file, ...this.#recent.filter((one) => one !== file)];
    const result = readChapter(text, options);
    this.#read.set(file, { text, source, result });
    return result;
  }

  #write(chapter: Chapter, problems: readonly Problem[]): void {
    const files = new Set(this.#reading?.chapters.map(({ chapter: { file } }) => file));
    const own = problems.filter(({ file }) => file === chapter.file || !files.has(file));
    const execution = this.#executions.get(chapter.file)?.execution ?? { runs: {}, checks: {}, problems: [] };
    if (this.#preview) write(withProblems(chapter, own), execution);
    else if (errorsIn(own).length === 0) write(chapter, execution);
  }
}

/** All that is executed of a chapter, with its places: what is the same needs no second run. */
function programsOf({ file, locale, cells, programs, exercises }: Chapter): string {
  const checked = exercises.filter(({ kind }) => kind === "code");
  const plain = cells.map(({ id, code, place }) => ({ id, code, place }));
  return JSON.stringify([file, locale, plain, programs, checked]);
}

async function execute(chapter: Chapter): Promise<Execution> {
  const kernel = pathToFileURL(KERNEL);
  const { runs, problems } = await runCells(chapter, kernel);
  const proof = await provePrograms(chapter, kernel);
  return { runs, checks: proof.checks, problems: [...problems, ...proof.problems] };
}

/** File by file in the course's order, each in its own. */
function byFile(problems: readonly Problem[], { chapters }: CourseReading): Problem[] {
  const order = new Map(chapters.map(({ chapter }, index) => [chapter.file, index]));
  const place = ({ file }: Problem) => order.get(file) ?? -1;
  return problems.toSorted((a, b) => place(a) - place(b) || a.line - b.line || a.column - b.column);
}

function write(chapter: Chapter, { runs, checks }: Execution): void {
  const exercises = chapter.exercises.map((exercise) =>
    exercise.kind === "code" ? { ...exercise, check: checks[exercise.id] ?? "" } : exercise,
  );
  const file = join(GENERATED, "chapters", chapter.locale, `${chapter.slug}.json`);
  writeIfChanged(file, JSON.stringify({ chapter: { ...chapter, exercises }, runs }));
}

/** The course's own words and order, and its pictures; takes away what is another course's. */
function writeCourse(course: Course, path: string): void {
  writeIfChanged(join(GENERATED, "course.json"), JSON.stringify(course));
  const chapters = join(GENERATED, "chapters");
  const slugs = [...course.chapters, ...course.appendices];
  mkdirSync(chapters, { recursive: true });
  for (const locale of readdirSync(chapters)) {
    for (const name of readdirSync(join(chapters, locale))) {
      const known =
        (course.languages as string[]).includes(locale) && slugs.includes(name.replace(/\.json$/, ""));
      if (!known) rmSync(join(chapters, locale, name));
    }
  }
  rmSync(PICTURES, { recursive: true, force: true });
  const pictures: string[] = [];
  const folder = diskFolder(path);
  for (const locale of course.languages) {
    const copy = (inside: string) => {
      const names = folder.list(inside);
      for (const name of names) {
        const file = `${inside}/${name}`;
        if (/\.(?:svg|png|webp|jpg|avif)$/.test(name)) {
          mkdirSync(dirname(join(PICTURES, file)), { recursive: true });
          copyFileSync(join(path, file), join(PICTURES, file));
          pictures.push(file);
        } else if (!name.includes(".")) copy(file);
      }
    };
    copy(locale);
  }
  writeIfChanged(join(GENERATED, "pictures.json"), JSON.stringify(pictures));
}

/** Leaves a file alone that already says so: whoever watches it need not look. */
function writeIfChanged(file: string, text: string): void {
  try {
    if (readFileSync(file, "utf8") === text) return;
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  writeFileSync(file, text);
}
