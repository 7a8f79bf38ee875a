import { describe, expect, test } from "vitest";
import { formatProblem, readChapter } from "../../lib/content";
import { BROKEN } from "./broken";

const FRONT_MATTER = `---
title: Broken
summary: A chapter with mistakes.
minutes: 5
goals:
  - See mistakes.
---

The first paragraph.

`;

/** The text without its marks, and where they stood, as `line:column`. */
function marked(text: string): { plain: string; places: string[] } {
  const [first = "", ...rest] = text.split("▸");
  let plain = first;
  const places = rest.map((piece) => {
    const lines = plain.split("\n");
    plain += piece;
    return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
  });
  return { plain, places };
}

describe("every mistake is named with its place", () => {
  test.each(BROKEN)("$name", ({ text, whole, messages }) => {
    const { plain, places } = marked(whole ? text : FRONT_MATTER + text);
    const { chapter, problems } = readChapter(plain, { file: "broken.mdx", slug: "broken", locale: "en" });
    expect(problems.map(formatProblem)).toEqual(
      messages.map((message, index) => `broken.mdx:${places[index]} ${message}`),
    );
    expect(chapter).toBeNull();
  });

  test("the table is long and its names are unique", () => {
    expect(BROKEN.length).toBeGreaterThanOrEqual(80);
    expect(new Set(BROKEN.map(({ name }) => name)).size).toBe(BROKEN.length);
  });

  test("the same texts without the mistake are sound", () => {
    const sound = readChapter(`${FRONT_MATTER}If a \\<5 and \\{b}, then $x$.\n`, {
      file: "a.mdx",
      slug: "a",
      locale: "en",
    });
    expect(sound.problems).toEqual([]);
  });
});
