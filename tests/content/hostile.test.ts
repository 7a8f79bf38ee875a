import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readChapter } from "../../lib/content";
import { BROKEN } from "./broken";
import { CHINESE, ENGLISH } from "./good";

const read = (text: string) => readChapter(text, { file: "a.mdx", slug: "a", locale: "en" });

/** A chapter comes out, or problems do, and each problem is somewhere in the file. */
function expectVerdict(text: string): void {
  const { chapter, problems } = read(text);
  expect(chapter === null).toBe(problems.length > 0);
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  for (const { line, column, message } of problems) {
    expect(message).not.toBe("");
    const length = lines[line - 1]?.length;
    expect(length, `${line}:${column} ${message}`).toBeDefined();
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((length ?? 0) + 1);
  }
}

/** Only these can come out of a chapter; none loads, runs or covers anything. */
const HARMLESS =
  /^(?:p|strong|em|del|code|a|ul|ol|li|table|thead|tbody|tr|th|td|h2|h3|hr|br|blockquote|img|div|span|svg|path|line|math|semantics|annotation|m[a-z]+|gb-[a-z]+)$/;

describe("whatever the text, there is a verdict", () => {
  const scraps = [
    "<",
    ">",
    "{",
    "}",
    "</Aside>",
    "<Aside>",
    "`",
    "```",
    "$",
    "$$",
    "[",
    "](",
    "\n",
    "\n\n",
    "- ",
    "::",
  ];
  const insertion = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    what: fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 5 })),
    cut: fc.nat({ max: 30 }),
  });

  test("for damaged chapters", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(ENGLISH, CHINESE),
        fc.array(insertion, { minLength: 1, maxLength: 4 }),
        (text, damage) => {
          let damaged = text;
          for (const { at, what, cut } of damage) {
            const offset = Math.floor(at * damaged.length);
            damaged = damaged.slice(0, offset) + what + damaged.slice(offset + cut);
          }
          expectVerdict(damaged);
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  }, 60_000);

  test("for the beginnings of chapters", () => {
    for (let length = 0; length < ENGLISH.length; length += 7) expectVerdict(ENGLISH.slice(0, length));
  }, 60_000);

  test("for endless nesting", () => {
    for (const piece of [">", "- ", "<Aside>\n\n", "[", "*a", "{", "$"]) expectVerdict(piece.repeat(300));
  }, 60_000);

  test("for a file that is too long", () => {
    expect(read("a".repeat(1_000_001)).problems).toMatchObject([{ code: "too-long", line: 1, column: 1 }]);
  });
});

describe("nothing dangerous comes through", () => {
  test("a sound chapter has only elements of the list", () => {
    for (const text of [ENGLISH, CHINESE]) {
      const names = [...JSON.stringify(read(text).chapter).matchAll(/"tagName":"([^"]+)"/g)].map(
        ([, name]) => name,
      );
      expect(names.length).toBeGreaterThan(50);
      expect(names.filter((name) => !HARMLESS.test(name ?? ""))).toEqual([]);
    }
  });

  test("every chapter of the broken ones gives no chapter", () => {
    expect(BROKEN.filter(({ text }) => read(text.replaceAll("▸", "")).chapter !== null)).toEqual([]);
  });
});
