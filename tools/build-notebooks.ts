/**
 * Writes each chapter as a notebook of Jupyter's into public/notebooks, with the library that lets Deno's kernel run it.
 * A reader's own version is made of it on the page.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { type Chapter, type Course, chapterRows, SCRATCH, SCRATCH_CELL, SCRATCH_CODE } from "@/lib/content";
import { authorNotebook, type ChapterRow, LIBRARY_FILE } from "@/lib/exchange";
import type { Locale } from "@/lib/i18n";
import type { Output } from "@/lib/protocol";
import { ROOT } from "./course-folder";

const WORDS = {
  zh: {
    exercise: (id: string) => `练习（${id}）：请在网站上作答`,
    blank: "____",
    figure: (caption: string) => `*图（在网站上可以操作）：${caption}*`,
  },
  en: {
    exercise: (id: string) => `Exercise (${id}): to be answered on the site`,
    blank: "____",
    figure: (caption: string) => `*Figure (on the site it can be touched): ${caption}*`,
  },
} as const;

interface Compiled {
  chapter: Chapter;
  runs: Record<string, { outputs: Output[] }>;
}

/** Writes them of the course that was built last. */
export async function buildNotebooks(): Promise<void> {
  const folder = join(ROOT, "public/notebooks");
  await rm(folder, { recursive: true, force: true });
  const course = JSON.parse(await readFile(join(ROOT, ".generated/course.json"), "utf8")) as Course;
  for (const locale of course.languages) {
    await mkdir(join(folder, locale), { recursive: true });
    for (const slug of [...course.chapters, ...course.appendices]) await writeChapter(folder, locale, slug);
    const scratch: ChapterRow = { kind: "cell", id: SCRATCH_CELL, code: SCRATCH_CODE, outputs: [] };
    await writeNotebook(folder, locale, SCRATCH, [scratch]);
  }
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["tools/deno/gradbook.ts"],
    outfile: join(folder, LIBRARY_FILE),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
  });
}

async function writeChapter(folder: string, locale: Locale, slug: string): Promise<void> {
  const file = join(ROOT, ".generated/chapters", locale, `${slug}.json`);
  const { chapter, runs } = JSON.parse(await readFile(file, "utf8")) as Compiled;
  const { title, summary } = chapter.frontMatter;
  const text = await readFile(resolve(ROOT, chapter.file), "utf8");
  const rows = chapterRows(text, WORDS[locale]).flatMap((row): ChapterRow[] => {
    if (row.kind === "prose") return [row];
    const cell = chapter.cells.find(({ id }) => id === row.id);
    if (!cell) return [];
    const { id, code, title } = cell;
    return [{ kind: "cell", id, code, title, outputs: runs[id]?.outputs ?? [] }];
  });
  const head: ChapterRow = { kind: "prose", markdown: `# ${title}\n\n${summary}` };
  await writeNotebook(folder, locale, slug, [head, ...rows]);
}

function writeNotebook(
  folder: string,
  locale: Locale,
  chapter: string,
  rows: readonly ChapterRow[],
): Promise<void> {
  const notebook = authorNotebook({ chapter, locale }, rows);
  return writeFile(join(folder, locale, `${chapter}.ipynb`), `${JSON.stringify(notebook, null, 1)}\n`);
}
