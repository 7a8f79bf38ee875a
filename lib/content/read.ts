import type { Root } from "mdast";
import type { Locale } from "../i18n";
import type { Chapter } from "./chapter";
import { emptyFrontMatter, type FrontMatter, type PlacedFrontMatter, readFrontMatter } from "./front-matter";
import { toHastWithLines } from "./hast";
import type { Highlighter } from "./highlight";
import { checkInnerLinks } from "./link";
import { parseChapter } from "./parse";
import { checkPractice } from "./practice";
import { byPlace, errorsIn, type Problem, problemAt, type Report } from "./problem";
import { straighten } from "./prose";
import { startReading } from "./reading";
import { isStackOverflow } from "./stack";
import { visitChapter } from "./visit";

export interface ReadOptions {
  /** The file's name as messages should show it. */
  file: string;
  slug: string;
  locale: Locale;
  /** Colours the code of cells and listings. Without it listings are plain text. */
  highlight?: Highlighter;
  /** The chapter of which this is a translation: exercises have what they leave out from there. */
  source?: Chapter;
}

export interface ReadResult {
  /** Null if there is anything but warnings: a chapter that exists is sound. */
  chapter: Chapter | null;
  /** What could be read of the chapter in spite of its mistakes; null if nothing could. */
  draft: Chapter | null;
  /** In the order of the file. */
  problems: Problem[];
}

/** In UTF-16 units: some twenty times a long chapter. */
const LONGEST = 1_000_000;
const TOP = { line: 1, column: 1 };

/**
 * Reads the text of a chapter's MDX file: checks it, and turns it into data. Runs in Node and in browsers, executes
 * nothing, and reports every mistake that it finds instead of throwing.
 */
export function readChapter(text: string, options: ReadOptions): ReadResult {
  const problems: Problem[] = [];
  const report: Report = (code, place, message) => {
    problems.push(problemAt(options.file, code, place, message));
  };
  let chapter: Chapter | null = null;
  if (text.length > LONGEST) report("too-long", TOP, `A chapter has at most ${LONGEST} characters.`);
  else {
    try {
      chapter = compile(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), options, report);
    } catch (error) {
      // The stack is used up by lists in lists in lists, which only a file made for it has.
      if (!isStackOverflow(error)) throw error;
      report("too-deep", TOP, "This chapter nests lists, quotations or tags too deeply.");
    }
  }
  return {
    chapter: errorsIn(problems).length > 0 ? null : chapter,
    draft: chapter,
    problems: problems.sort(byPlace),
  };
}

function compile(
  text: string,
  { file, slug, locale, highlight, source }: ReadOptions,
  report: Report,
): Chapter | null {
  const parsed = parseChapter(text, report);
  if (!parsed) return null;
  const { tree, repairs } = parsed;
  const { frontMatter, needs, aliases } = frontMatterOf(tree, report, source?.frontMatter);
  straighten(tree, text);
  const reading = startReading(text, report, highlight, source);
  visitChapter(reading, tree, repairs);
  checkInnerLinks(reading, reading.innerLinks);
  checkPractice(tree, report);
  const { root: body, lines } = toHastWithLines(tree.children);
  const { sections, cells, exercises, programs, written, figures, images, anchors } = reading;
  return {
    slug,
    locale,
    file,
    frontMatter,
    named: { needs, aliases, links: reading.chapterLinks },
    sections,
    cells,
    exercises,
    programs,
    written: Object.fromEntries(written),
    figures,
    images,
    anchors: Object.fromEntries(anchors),
    body,
    lines,
  };
}

function frontMatterOf(tree: Root, report: Report, source: FrontMatter | undefined): PlacedFrontMatter {
  const first = tree.children[0];
  if (first?.type === "yaml") return readFrontMatter(first.value, 2, report, source);
  report(
    "front-matter",
    TOP,
    "A chapter begins with front matter: `title`, `summary`, `minutes` and `goals` between two lines of `---`.",
  );
  return emptyFrontMatter();
}
