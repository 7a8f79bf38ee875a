/** Reads, checks and runs all chapters, and writes them as data for the site to .generated/chapters/. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Chapter,
  compareTranslations,
  formatProblem,
  type Problem,
  readChapter,
  readOrder,
} from "@/lib/content";
import { createHighlighter } from "@/lib/content/highlight";
import { LOCALES, type Locale } from "@/lib/i18n";
import { provePrograms } from "./prove-programs";
import { type CellRun, runCells } from "./run-cells";

/**
 * @param root the project's folder
 * @returns the problems of all chapters; the data is written only for chapters without any
 */
export async function buildChapters(root: string): Promise<Problem[]> {
  const highlight = await createHighlighter();
  const orderFile = "content/chapters.json";
  const { slugs, problems } = readOrder(await readFile(join(root, orderFile), "utf8"), orderFile);
  const all: Problem[] = [...problems];
  for (const slug of slugs) {
    const chapters = new Map<Locale, Chapter>();
    for (const locale of LOCALES) {
      const file = `content/${locale}/${slug}.mdx`;
      const text = await readFile(join(root, file), "utf8");
      // The first language is the others' source.
      const [source] = chapters.values();
      const result = readChapter(text, { file, slug, locale, highlight, source });
      all.push(...result.problems);
      if (result.chapter) chapters.set(locale, result.chapter);
    }
    const [source, ...translations] = [...chapters.values()];
    for (const translation of translations) if (source) all.push(...compareTranslations(source, translation));
    for (const chapter of chapters.values()) all.push(...(await runAndWrite(root, chapter)));
  }
  await writeFile(join(root, ".generated/chapters.json"), JSON.stringify(slugs));
  return all;
}

async function runAndWrite(root: string, chapter: Chapter): Promise<Problem[]> {
  const kernel = pathToFileURL(join(root, ".generated/kernel-node.mjs"));
  const { runs, failure } = await runCells(chapter, kernel);
  if (failure) {
    const first = chapter.cells.find((cell) => cell.id === failure.cell)?.place.line ?? 1;
    const line = first + failure.line - 1;
    return [{ file: chapter.file, line, column: failure.column, code: "cell", message: failure.message }];
  }
  const { problems, checks } = await provePrograms(chapter, kernel);
  if (problems.length > 0) return problems;
  const exercises = chapter.exercises.map((exercise) =>
    exercise.kind === "code" ? { ...exercise, check: checks[exercise.id] ?? "" } : exercise,
  );
  await write(root, { ...chapter, exercises }, runs);
  return [];
}

async function write(root: string, chapter: Chapter, runs: Record<string, CellRun>): Promise<void> {
  const folder = join(root, ".generated/chapters", chapter.locale);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${chapter.slug}.json`), JSON.stringify({ chapter, runs }));
}

export { formatProblem };
