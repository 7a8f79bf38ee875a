import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compareTranslations, readChapter } from "@/lib/content";
import { createHighlighter } from "@/lib/content/highlight";
import { GALLERY_PLOTS, HELPER_PRELUDE, HELPERS, PRELUDE } from "../../tools/gallery/plots";
import { wrapped } from "../../tools/gallery/wrapped";
import { galleryChapter } from "../../tools/gallery/write";
import { TestPage } from "../kernel/page";

/** Plots of furniture alone. */
const WITHOUT_DATA = ["geo", "frame-axis"];

describe("the gallery of plots", () => {
  test.each(["zh", "en"] as const)("%s: the chapter is what the table says", (locale) => {
    const file = new URL(`../../content/${locale}/plot-gallery.mdx`, import.meta.url);
    expect(readFileSync(file, "utf8"), "npx tsx tools/gallery/write.ts").toBe(galleryChapter(locale));
  });

  test("both languages are chapters without problems, and agree", async () => {
    const highlight = await createHighlighter();
    const read = (locale: "zh" | "en") =>
      readChapter(galleryChapter(locale), { file: locale, slug: "plot-gallery", locale, highlight });
    const [zh, en] = [read("zh"), read("en")];
    expect([...zh.problems, ...en.problems]).toEqual([]);
    if (!zh.chapter || !en.chapter) throw new Error("no chapter");
    expect(compareTranslations(zh.chapter, en.chapter)).toEqual([]);
  });

  test("every cell draws a plot that reaches the page, with words and, but for maps, numbers", async () => {
    const page = new TestPage();
    try {
      const failed: string[] = [];
      await page.run("data", PRELUDE);
      await page.run("train-first", HELPER_PRELUDE);
      for (const { name, code } of [...GALLERY_PLOTS, ...HELPERS]) {
        const output = (await page.run(name, code)).findLast(({ type }) => type === "execute_result");
        const drawn =
          output?.type === "execute_result" ? output.data["application/vnd.gradbook.plot+json"] : null;
        if (!drawn || drawn.description === "" || (!drawn.table && !WITHOUT_DATA.includes(name)))
          failed.push(name);
      }
      expect(failed).toEqual([]);
    } finally {
      page.close();
    }
  });

  test("the chapter's lines are short, and say the same as the table's", () => {
    const bare = (code: string) => code.replaceAll(/,(?=\s*[)\]}])|\s/g, "");
    for (const { name, code } of [...GALLERY_PLOTS, ...HELPERS]) {
      const lines = wrapped(code);
      expect(bare(lines), name).toBe(bare(code));
      for (const line of lines.split("\n")) {
        expect(line.length, `${name}: ${line}`).toBeLessThanOrEqual(100);
        expect(line, name).toBe(line.trimEnd());
      }
    }
    expect(wrapped('f(a, { b: "x, (y", c: [1, 2] }).plot({ d: 1 })')).toBe(
      'f(a, { b: "x, (y", c: [1, 2] }).plot({ d: 1 })',
    );
  });

  test("names are one of a kind", () => {
    const names = [...GALLERY_PLOTS, ...HELPERS].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
