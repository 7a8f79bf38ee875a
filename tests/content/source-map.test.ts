import { describe, expect, test } from "vitest";
import { LOCALES } from "../../lib/i18n";
import { SOURCE_MAP } from "./source-map";
import { chapterText } from "./stated-numbers";

/** The text of a section, with its subsections unless it is one itself; an unknown one is empty. */
function sectionOf(mdx: string, id: string): string {
  const lines = mdx.split("\n");
  const start = lines.findIndex((line) => line.startsWith("#") && line.endsWith(`[#${id}]`));
  if (start < 0) return "";
  const depth = lines[start]?.indexOf(" ") ?? 0;
  const length = lines.slice(start + 1).findIndex((line) => {
    const heading = /^(#+) .*\[#[\w-]+\]$/.exec(line);
    return heading !== null && (heading[1]?.length ?? 0) <= depth;
  });
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join("\n");
}

const differencesIn = (section: string) =>
  [...section.matchAll(/<Difference>[\s\S]*?<\/Difference>/g)].map(([note]) => note).join("\n");

describe.each(LOCALES)("all that the source says is in the course (%s)", (locale) => {
  test.each(SOURCE_MAP.map((one) => [one.what, one] as const))("%s", (_, statement) => {
    const [slug = "", id = ""] = statement.at.split("#");
    const section = sectionOf(chapterText(locale, slug), id);
    expect(section, statement.at).not.toBe("");
    const text = statement.difference ? differencesIn(section) : section;
    expect(statement[locale].length).toBeGreaterThan(0);
    expect(
      statement[locale].filter((words) => !text.includes(words)),
      statement.at,
    ).toEqual([]);
  });
});
