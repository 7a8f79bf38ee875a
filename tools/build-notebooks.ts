/**
 * Writes each chapter as a notebook of Jupyter's into public/notebooks, with the library that lets Deno's kernel run it.
 * A reader's own version is made of it on the page.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { type Chapter, chapterRows } from "@/lib/content";
import { authorNotebook, type ChapterRow, LIBRARY_FILE } from "@/lib/exchange";
import { LOCALES, type Locale } from "@/lib/i18n";
import type { Output } from "@/lib/protocol";

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

/** @param root the project's folder, in which the chapters have been compiled */
export async function buildNotebooks(root: string): Promise<void> {
  const folder = join(root, "public/notebooks");
  await rm(folder, { recursive: true, force: true });
  const slugs = JSON.parse(await readFile(join(root, ".generated/chapters.json"), "utf8")) as string[];
  for (const locale of LOCALES) {
    await mkdir(join(folder, locale), { recursive: true });
    for (const slug of slugs) await writeChapter(root, folder, locale, slug);
  }
  await build({
    absWorkingDir: root,
    entryPoints: ["tools/deno/gradbook.ts"],
    outfile: join(folder, LIBRARY_FILE),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
  });
}

async function writeChapter(root: string, folder: string, locale: Locale, slug: string): Promise<void> {
  const file = join(root, ".generated/chapters", locale, `${slug}.json`);
  const { chapter, runs } = JSON.parse(await readFile(file, "utf8")) as Compiled;
  const { title, summary } = chapter.frontMatter;
  const text = await readFile(join(root, chapter.file), "utf8");
  const rows = chapterRows(text, WORDS[locale]).flatMap((row): ChapterRow[] => {
    if (row.kind === "prose") return [row];
    const cell = chapter.cells.find(({ id }) => id === row.id);
    if (!cell) return [];
    const { id, code, title } = cell;
    return [{ kind: "cell", id, code, title, outputs: runs[id]?.outputs ?? [] }];
  });
  const head: ChapterRow = { kind: "prose", markdown: `# ${title}\n\n${summary}` };
  const notebook = authorNotebook({ chapter: slug, locale }, [head, ...rows]);
  await writeFile(join(folder, locale, `${slug}.ipynb`), `${JSON.stringify(notebook, null, 1)}\n`);
}
