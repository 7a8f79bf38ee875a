import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { LOCALES } from "../../lib/i18n";

/** A chapter's text. */
export const chapterText = (locale: string, slug: string) =>
  readFileSync(new URL(`../../content/${locale}/${slug}.mdx`, import.meta.url), "utf8");

/** The decimal numbers of three or more significant digits, outside of code and of tags' attributes. */
function statedNumbers(mdx: string): string[] {
  const prose = mdx
    .replace(/^ *```[\s\S]*?^ *```$/gm, "")
    .replace(/^ *<[A-Z][^\n]*>$/gm, (tag) => tag.replace(/\w+="[^"]*"/g, ""));
  return [...prose.matchAll(/(?<![\w.])\d+\.\d+/g)]
    .map(([text]) => text)
    .filter((text) => text.replace(".", "").replace(/^0+/, "").length >= 3);
}

/**
 * Tests that each number is rounded as it is written, that both languages state it, and that they state no others.
 * @param numbers by how they are written
 */
export function describeNumbers(slug: string, numbers: Readonly<Record<string, number>>): void {
  describe(`the numbers of ${slug}`, () => {
    const texts = LOCALES.map((locale) => chapterText(locale, slug));

    test.each(Object.entries(numbers))("%s", (text, value) => {
      const decimals = text.length - text.indexOf(".") - 1;
      expect(value.toFixed(decimals)).toBe(text);
      for (const chapter of texts) expect(chapter).toContain(text);
    });

    it("are all that the prose states, in both languages alike", () => {
      const [zh = [], en = []] = texts.map((chapter) => statedNumbers(chapter).sort());
      expect(zh).toEqual(en);
      expect([...new Set(zh)].filter((text) => !Object.hasOwn(numbers, text))).toEqual([]);
    });
  });
}
