import type { ElementContent, Root, RootContent } from "hast";
import { describe, expect, test } from "vitest";
import { type Chapter, compareTranslations, readChapter } from "../../lib/content";
import { CHINESE, ENGLISH } from "./good";

type Node = Root | RootContent | ElementContent;

function read(text: string, locale: "zh" | "en" = "en"): Chapter {
  const { chapter, problems } = readChapter(text, { file: `${locale}.mdx`, slug: "small", locale });
  expect(problems).toEqual([]);
  if (!chapter) throw new Error("no chapter");
  return chapter;
}

function elements(node: Node, tagName: string): Extract<ElementContent, { type: "element" }>[] {
  const below = "children" in node ? node.children.flatMap((child) => elements(child, tagName)) : [];
  return node.type === "element" && node.tagName === tagName ? [node, ...below] : below;
}

function words(node: Node): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(words).join("") : "";
}

describe("a chapter that uses everything", () => {
  const chapter = read(ENGLISH);

  test("is data", () => {
    expect(chapter.frontMatter).toEqual({
      title: "A small chapter",
      summary: "It has everything.",
      minutes: 5,
      goals: ["Use every tag.", 'Use them "right".'],
      needs: [],
      aliases: {},
    });
    expect(chapter.sections.map(({ id, title, depth }) => [id, title, depth])).toEqual([
      ["first", "First \\sigma part", 2],
      ["second", "Second", 3],
    ]);
    expect(chapter.sections[0]?.titleHast.some((node) => words(node).includes("σ"))).toBe(true);
    expect(chapter.cells).toHaveLength(1);
    expect(chapter.cells[0]).toMatchObject({
      id: "first",
      title: "A name",
      code: "const x = { a: 1 };\n\nx.a < 2",
    });
    expect(chapter.figures).toMatchObject([{ name: "network", alt: "Six dots", caption: "The network" }]);
    expect(chapter.images).toMatchObject([{ src: "pictures/a.svg", alt: "A picture" }]);
  });

  test("a cell's place is that of its first line of code", () => {
    const { line, column } = chapter.cells[0]?.place ?? { line: 0, column: 0 };
    expect(ENGLISH.split("\n")[line - 1]).toBe("const x = { a: 1 };");
    expect(column).toBe(1);
  });

  test("an exercise has computed answers and rich texts", () => {
    const [exercise] = chapter.exercises;
    expect(exercise).toMatchObject({
      kind: "numeric",
      id: "slope",
      answer: "2*w*h",
      tolerance: { kind: "relative", value: 0.005 },
    });
    expect(answersOf(chapter).map(({ match, verdict }) => [match, verdict])).toEqual([
      ["w*h", "wrong"],
      ["-2*w*h", "wrong"],
    ]);
    const [why] = answersOf(chapter);
    expect(why && elements(why.why, "strong").map(words)).toEqual(["factor"]);
    expect(why && words(why.why)).toMatch(/^The factor .*2.* is missing\.$/);
    expect(exercise?.hints.map((hint) => words(hint).trim())).toEqual(["Multiply.", "Twice."]);
    expect(exercise?.solution && elements(exercise.solution, "math")).toHaveLength(1);
    expect(exercise && words(exercise.prompt)).toMatch(/^What is /);
  });

  test("its rendering has one element for each tag", () => {
    const { body } = chapter;
    expect(elements(body, "gb-aside").map(words)).toEqual(["A note."]);
    expect(elements(body, "gb-difference").map((one) => words(one).trim())).toEqual([
      "The source says less.",
    ]);
    expect(elements(body, "gb-figure")[0]?.properties).toEqual({
      id: "network",
      name: "network",
      alt: "Six dots",
      caption: "The network",
    });
    const [beside] = elements(body, "gb-beside");
    expect(beside?.children.map((child) => (child.type === "element" ? child.tagName : child.type))).toEqual([
      "gb-listing",
      "gb-cell",
    ]);
    expect(elements(body, "gb-listing")[0]).toEqual({
      type: "element",
      tagName: "gb-listing",
      properties: { language: "python", title: "PyTorch" },
      children: [{ type: "text", value: "loss.backward()" }],
    });
    expect(elements(body, "gb-cell")[0]).toEqual({
      type: "element",
      tagName: "gb-cell",
      properties: { id: "first" },
      children: [],
    });
    expect(elements(body, "gb-exercise")[0]).toMatchObject({ properties: { id: "slope" }, children: [] });
    expect(elements(body, "gb-details")[0]?.properties).toEqual({ summary: "Why?" });
    expect(elements(body, "gb-key").map((one) => words(one).trim())).toEqual(["Remember."]);
    expect(elements(body, "del").map(words)).toEqual(["old"]);
    expect(elements(body, "table")).toHaveLength(1);
    expect(words(body)).toContain("{ < signs");
  });

  test("headings keep their ids and lose their marks", () => {
    const [second] = elements(chapter.body, "h3");
    expect(second).toMatchObject({ properties: { id: "second" } });
    expect(second && words(second)).toBe("Second");
  });

  test("links off the site do not hand over the window", () => {
    const links = elements(chapter.body, "a").map(({ properties }) => [properties.href, properties.rel]);
    expect(links).toEqual([
      ["#second", undefined],
      ["#cell-first", undefined],
      ["#exercise-slope", undefined],
      ["https://example.org", ["noopener"]],
      ["../chain-rule/#top", undefined],
      ["https://example.org/ref", ["noopener"]],
    ]);
  });

  test("formulas come as HTML for the eye and as MathML with the TeX", () => {
    const displayed = elements(chapter.body, "div").filter(({ properties }) =>
      (properties.className as string[])?.includes("math-display"),
    );
    expect(displayed.map((one) => elements(one, "annotation").map(words))).toEqual([
      ["E = \\tfrac12 (t - o)^2"],
      ["y = x^2"],
    ]);
    const inline = elements(chapter.body, "span").find(({ properties }) =>
      (properties.className as string[])?.includes("math-inline"),
    );
    expect(inline && elements(inline, "math")).toHaveLength(1);
    expect(
      inline && elements(inline, "span").some(({ properties }) => properties.ariaHidden === "true"),
    ).toBe(true);
  });

  test("survives JSON", () => {
    expect(JSON.parse(JSON.stringify(chapter))).toEqual(chapter);
    expect(JSON.stringify(chapter.body)).not.toContain('"position"');
  });

  test("is read alike with Windows line ends and a byte order mark", () => {
    expect(read(`\uFEFF${ENGLISH.replaceAll("\n", "\r\n")}`)).toEqual(chapter);
  });

  test("a highlighter colours cells and listings", () => {
    const { chapter: coloured } = readChapter(ENGLISH, {
      file: "en.mdx",
      slug: "small",
      locale: "en",
      highlight: (code, language) => [{ type: "text", value: `${language}: ${code}` }],
    });
    expect(coloured?.cells[0]?.highlighted).toEqual([
      { type: "text", value: "typescript: const x = { a: 1 };\n\nx.a < 2" },
    ]);
    expect(coloured && elements(coloured.body, "gb-listing").map(words)).toEqual(["python: loss.backward()"]);
  });
});

describe("a Chinese chapter", () => {
  const chapter = read(CHINESE, "zh");

  test("emphasis next to Chinese punctuation works", () => {
    expect(elements(chapter.body, "strong").map(words)).toEqual(["“太小”", "（太大）"]);
  });

  test("lines broken between Chinese characters are joined, others are not", () => {
    expect(elements(chapter.body, "p").map(words)[0]).toBe(
      "学习率“太小”会很慢，（太大）也不行。这一行和这一行之间没有空格，但是 English\nwords 之间有。",
    );
  });

  test("full-width colons will do in the list of wrong answers", () => {
    expect(answersOf(chapter).map(({ why }) => words(why).slice(0, 2))).toEqual(["少了", "符号"]);
  });

  test("lines of hints without empty lines between them are hints", () => {
    expect(chapter.exercises[0]?.hints.map((hint) => words(hint))).toEqual(["乘起来。", "两倍。"]);
    expect(chapter.exercises[0]?.solution).toBeDefined();
  });
});

describe("a translation", () => {
  const source = read(CHINESE, "zh");
  const changed = (changes: [string, string][]) =>
    changes.reduce((text, [from, to]) => text.replace(from, to), CHINESE);
  const messages = (text: string) =>
    compareTranslations(source, read(text)).map(
      ({ line, column, message }) => `${line}:${column} ${message}`,
    );

  test("that only changes words is sound", () => {
    expect(messages(ENGLISH)).toEqual([]);
    expect(
      messages(
        changed([
          ["旁注", "A note"],
          ["乘起来", "Multiply"],
        ]),
      ),
    ).toEqual([]);
  });

  // What is changed, the words in the translation that the message points to (null: the top), and the message.
  const rows: [string, [string, string][], [string | null, string][]][] = [
    [
      "a section of another name",
      [["[#second]", "[#two]"]],
      [
        [null, "The section `second` of zh.mdx is missing."],
        ["two]", "zh.mdx has no section `two`."],
      ],
    ],
    [
      "a section of another level",
      [["### ", "## "]],
      [["second]", "In zh.mdx the section `second` has a heading of level 3."]],
    ],
    [
      "sections in another order",
      [
        ["[#first]", "[#1]"],
        ["[#second]", "[#first]"],
        ["[#1]", "[#second]"],
        ["### ", "## "],
      ],
      [
        ["second]", "In zh.mdx the section `first` comes here, not `second`."],
        ["second]", "In zh.mdx the section `second` has a heading of level 3."],
      ],
    ],
    [
      "a cell left out",
      [['ts cell id=first title="A name"', "ts"]],
      [[null, "The cell `first` of zh.mdx is missing."]],
    ],
    [
      "a figure more",
      [["## ", '<Figure name="network" alt="A" caption="B" />\n\n## ']],
      [[null, "zh.mdx has 1 times a figure, this file 2 times."]],
    ],
    [
      "another answer",
      [['answer="2*w*h"', 'answer="3*w*h"']],
      [['slope"', "The answer of `slope` is `2*w*h` in zh.mdx."]],
    ],
    [
      "another value of a name",
      [["w = 3", "w = 4"]],
      [['slope"', "The params of `slope` is `w = 3; h = 0.5` in zh.mdx."]],
    ],
    ["another tolerance", [["0.5%", "1%"]], [['slope"', "The tolerance of `slope` is `0.5%` in zh.mdx."]]],
    [
      "a hint less",
      [["<Hint>两倍。</Hint>\n", ""]],
      [['slope"', "The number of hints of `slope` is 2 in zh.mdx."]],
    ],
    [
      "no solution",
      [["<Solution>$2 \\cdot 3 \\cdot 0.5 = 3$</Solution>\n", ""]],
      [['slope"', "The solution of `slope` is written out in zh.mdx."]],
    ],
    [
      "a wrong answer less",
      [["- `-2*w*h` :: 符号反了。\n", ""]],
      [[null, "The wrong answer `-2*w*h` of `slope` in zh.mdx is missing."]],
    ],
  ];
  test.each(rows)("%s", (_, changes, expected) => {
    const text = changed(changes);
    const placeOf = (needle: string | null) => {
      if (needle === null) return "1:1";
      const before = text.slice(0, text.indexOf(needle)).split("\n");
      return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
    };
    expect(messages(text)).toEqual(expected.map(([needle, message]) => `${placeOf(needle)} ${message}`));
  });
});

/** The answers that the first exercise lists. */
function answersOf({ exercises: [exercise] }: Chapter) {
  return exercise && "answers" in exercise ? exercise.answers : [];
}
