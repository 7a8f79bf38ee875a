/** Writes what the search reads: a file for each language into public/search, with the text of all chapters. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ElementContent, RootContent } from "hast";
import type { Chapter, Course } from "@/lib/content";
import type { CourseText, SearchEntry } from "@/lib/search";
import { ROOT } from "./course-folder";

/** Writes them of the course that was built last. */
export async function buildSearch(): Promise<void> {
  const folder = join(ROOT, "public/search");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const course = JSON.parse(await readFile(join(ROOT, ".generated/course.json"), "utf8")) as Course;
  const slugs = [...course.chapters, ...course.appendices];
  for (const locale of course.languages) {
    const chapters = await Promise.all(
      slugs.map(async (slug) => {
        const file = join(ROOT, ".generated/chapters", locale, `${slug}.json`);
        return (JSON.parse(await readFile(file, "utf8")) as { chapter: Chapter }).chapter;
      }),
    );
    const text = JSON.stringify(courseText(chapters, course));
    await writeFile(join(folder, `${locale}.json`), text);
  }
}

/** The sections of all chapters as they read. */
export function courseText(
  chapters: readonly Chapter[],
  { languages, appendices }: Pick<Course, "languages" | "appendices">,
): CourseText {
  return {
    languages: [...languages],
    chapters: chapters.map(({ slug, frontMatter }) => ({
      slug,
      title: frontMatter.title,
      ...(appendices.includes(slug) && { appendix: true as const }),
    })),
    entries: chapters.flatMap(entriesOf),
  };
}

function entriesOf(chapter: Chapter, place: number): SearchEntry[] {
  const { title, summary, goals } = chapter.frontMatter;
  const entries: SearchEntry[] = [];
  let words = [`${summary}\n`, ...goals.map((goal) => `${goal}\n`)];
  let section = { id: "", title };
  const end = () => {
    const text = words
      .join("")
      .replace(/[^\S\n]+/g, " ")
      .replace(/\s*\n\s*/g, "\n")
      .trim();
    entries.push({ chapter: place, ...section, text });
  };
  for (const block of chapter.body.children) {
    const found =
      block.type === "element" && /^h[23]$/.test(block.tagName)
        ? chapter.sections.find(({ id }) => id === block.properties.id)
        : undefined;
    if (found) {
      end();
      section = { id: found.id, title: plainTitle(found.titleHast) };
      words = [];
    } else read(block, chapter, words);
  }
  end();
  return entries;
}

function plainTitle(nodes: readonly ElementContent[]): string {
  const words: string[] = [];
  for (const node of nodes) read(node, null, words);
  return words.join("").trim();
}

/** Elements after which a new line begins. */
const BLOCKS = /^(?:p|li|tr|div|h[1-6]|pre|ul|ol|table|gb-.*)$/;

function read(node: RootContent | ElementContent, chapter: Chapter | null, words: string[]): void {
  if (node.type === "text") words.push(node.value.replace(/\s+/g, " "));
  if (node.type !== "element") return;
  const classes = [node.properties.className].flat().map(String);
  // A displayed formula does not read as a line; one within a line does, as its letters.
  if (classes.includes("math-display") || classes.includes("katex-html") || node.tagName === "annotation")
    return;
  const { id, caption, summary } = node.properties;
  if (node.tagName === "gb-cell") {
    words.push(`\n${chapter?.cells.find((cell) => cell.id === id)?.code ?? ""}\n`);
    return;
  }
  if (node.tagName === "gb-exercise") {
    const exercise = chapter?.exercises.find((one) => one.id === id);
    for (const child of exercise && "prompt" in exercise ? exercise.prompt.children : [])
      read(child, chapter, words);
    words.push("\n");
    return;
  }
  for (const text of [caption, summary]) if (typeof text === "string") words.push(`\n${text}\n`);
  for (const child of node.children) read(child, chapter, words);
  if (BLOCKS.test(node.tagName)) words.push("\n");
  else if (node.tagName === "td" || node.tagName === "th") words.push(" ");
}
