import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../../lib/i18n";
import { chapterText } from "./stated-numbers";

/** The glossary and the page of formulas: complete, and each entry leads to a place that is there. */

const links = (mdx: string) => [...mdx.matchAll(/\]\(\.\.\/([\w-]+)\/(?:#([\w-]+))?\)/g)];
const entries = (mdx: string) => mdx.split("\n").filter((line) => line.startsWith("- **"));
const rows = (mdx: string) => mdx.split("\n").filter((line) => /^\| .*\]\(\.\.\//.test(line));

/** The words that the course's description has a rule for. */
function ruledTerms(locale: string): string[] {
  const yaml = readFileSync(new URL("../../content/course.yaml", import.meta.url), "utf8");
  const table = yaml.slice(yaml.indexOf("\nterms:"));
  const part = new RegExp(`^  ${locale}:\\n((?:    .*\\n?)*)`, "m").exec(table)?.[1] ?? "";
  return [...part.matchAll(/^ {4}(.+?):/gm)].map(([, term]) => term ?? "");
}

describe.each(LOCALES)("the glossary and the formulas (%s)", (locale) => {
  const [glossary, formulas] = [chapterText(locale, "glossary"), chapterText(locale, "formulas")];

  it("each entry leads to a section that there is", () => {
    const all = [...links(glossary), ...links(formulas)];
    expect(all.length).toBeGreaterThan(80);
    const broken = all.filter(([, slug = "", anchor]) => {
      const text = chapterText(locale, slug);
      return anchor !== undefined && !text.includes(`[#${anchor}]`);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
    for (const line of [...entries(glossary), ...rows(formulas)]) expect(line).toContain("](../");
  });

  it("the glossary has every word that the course has a rule for", () => {
    const terms = ruledTerms(locale);
    expect(terms.length).toBeGreaterThan(4);
    expect(terms.filter((term) => !glossary.includes(`**${term}**`))).toEqual([]);
  });

  it("both languages have the same entries", () => {
    const count = (page: string) => LOCALES.map((one) => entries(chapterText(one, page)).length);
    const [zh, en] = count("glossary");
    expect(zh).toBe(en);
    const named = (one: string) => entries(chapterText(one, "glossary")).map((line) => links(line)[0]?.[0]);
    const places = (one: string) =>
      named(one)
        .map((link) => link?.replace(/.*\(/, ""))
        .sort();
    expect(places("zh")).toEqual(places("en"));
  });
});

it("the page of formulas has every derivative of the chapter's table", () => {
  for (const formula of ["n x^{n-1}", "a^x \\ln a", "1/x", "1/(x \\ln a)", "\\cos x", "-\\sin x"])
    expect(chapterText("zh", "formulas")).toContain(formula);
  const formulasOf = (locale: string) =>
    rows(chapterText(locale, "formulas")).map((row) => row.split(" | ")[1]);
  expect(formulasOf("zh")).toEqual(formulasOf("en"));
});
