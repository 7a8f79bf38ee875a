import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isSeq, type Node, parseDocument } from "yaml";
import {
  allChapters,
  COURSE_FILE,
  chapterFile,
  formatProblem,
  isSlug,
  readCourse,
  SLUG_RULE,
} from "@/lib/content";
import type { Locale } from "@/lib/i18n";
import { chapterStub, courseStub } from "./stubs";

/** Something that its author can mend; the message says how. */
export class NewError extends Error {}

const FIRST_CHAPTER = "first-chapter";

/**
 * Begins a chapter in every language in which it is missing, and lists it last in the course.
 *
 * @param path of the course's folder
 * @returns what was written, by its names in the folder
 * @throws NewError if there is nothing to begin, or no course
 */
export function newChapter(path: string, slug: string): string[] {
  if (!isSlug(slug)) throw new NewError(`\`${slug}\` cannot be a chapter's name: write ${SLUG_RULE}.`);
  const file = join(path, COURSE_FILE);
  if (!existsSync(file)) {
    throw new NewError(`There is no course in ${path}. \`npm run new -- course <folder>\` begins one.`);
  }
  const text = readFileSync(file, "utf8");
  const { course, problems } = readCourse(text, file);
  if (!course) throw new NewError(problems.map(formatProblem).join("\n"));
  const [source] = course.languages;
  const written: string[] = [];
  for (const locale of course.languages) {
    const target = join(path, chapterFile(locale, slug));
    if (existsSync(target)) continue;
    // A translation can leave out only what its source has.
    const sourceFile = join(path, chapterFile(source ?? locale, slug));
    const complete = locale === source || !isStub(sourceFile, slug, source ?? locale);
    writeNew(target, chapterStub(slug, locale, complete));
    written.push(chapterFile(locale, slug));
  }
  if (!allChapters(course).includes(slug)) {
    writeFileSync(file, withChapter(text, slug));
    written.push(`${COURSE_FILE} (listed last in \`chapters\`)`);
  }
  if (written.length === 0) throw new NewError(`The chapter \`${slug}\` is already there in all languages.`);
  return written;
}

/**
 * Begins a course in a folder that does not exist or is empty.
 *
 * @throws NewError if there is something in it
 */
export function newCourse(path: string): string[] {
  if (existsSync(path) && readdirSync(path).length > 0) {
    throw new NewError(`${path} is not empty: name another folder.`);
  }
  const file = join(path, COURSE_FILE);
  writeNew(file, courseStub(basename(path), FIRST_CHAPTER));
  return [COURSE_FILE, ...newChapter(path, FIRST_CHAPTER)];
}

function isStub(file: string, slug: string, locale: Locale): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === chapterStub(slug, locale, true);
}

function writeNew(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The course's text with one chapter more at the end of its list; everything else stays as it is. */
function withChapter(text: string, slug: string): string {
  const chapters = parseDocument(text).get("chapters");
  if (!isSeq<Node>(chapters)) return text;
  const last = chapters.items.at(-1)?.range;
  if (!last) return text;
  const [start, end] = last;
  const line = text.slice(text.lastIndexOf("\n", start) + 1, start);
  const addition = chapters.flow ? `, ${slug}` : `\n${line}${slug}`;
  return text.slice(0, end) + addition + text.slice(end);
}
