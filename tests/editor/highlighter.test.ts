import type { ElementContent } from "hast";
import { beforeAll, describe, expect, it } from "vitest";
import { codeClasses, createHighlighter, createTokenizer, type Highlighter } from "@/lib/content/highlight";

let highlight: Highlighter;

beforeAll(async () => {
  highlight = await createHighlighter();
});

const textOf = (node: ElementContent): string =>
  node.type === "text" ? node.value : node.type === "element" ? node.children.map(textOf).join("") : "";

/** The coloured pieces of code, as [text, class]. */
function colored(code: string, language = "typescript"): [string, string][] {
  return highlight(code, language).flatMap((node) => {
    if (node.type !== "element") return [];
    const name = node.properties.className;
    return [[textOf(node), Array.isArray(name) ? name.join(" ") : ""] as [string, string]];
  });
}

describe("TypeScript", () => {
  it("names keywords, functions, types, strings, numbers and comments", () => {
    const pieces = colored(
      'export async function f(x: Tensor): Promise<number> { return g(1e-3, "a"); } // end',
    );
    expect(pieces).toEqual([
      ["export", "tk-keyword"],
      ["async", "tk-keyword"],
      ["function", "tk-keyword"],
      ["f", "tk-function"],
      ["Tensor", "tk-type"],
      ["Promise", "tk-type"],
      ["number", "tk-type"],
      ["return", "tk-keyword"],
      ["g", "tk-function"],
      ["1e-3", "tk-number"],
      ['"a"', "tk-string"],
      ["// end", "tk-comment"],
    ]);
  });

  it("leaves names and operators plain", () => {
    expect(colored("a = b + c => d")).toEqual([]);
  });

  it("colours word operators as the keywords that they are", () => {
    const words = [
      "typeof",
      "instanceof",
      "new",
      "await",
      "in",
      "of",
      "as",
      "satisfies",
      "null",
      "true",
      "this",
    ];
    const code =
      "for (const k of typeof a instanceof B && 'x' in new C(await null as D satisfies E)) this.f(true)";
    const keywords = colored(code).flatMap(([text, name]) => (name === "tk-keyword" ? [text] : []));
    expect(keywords).toEqual(expect.arrayContaining(words));
  });

  it("returns to plain code inside a template", () => {
    expect(colored(`\`a \${b + 1} c\``)).toEqual([
      ["`a ", "tk-string"],
      ["1", "tk-number"],
      [" c`", "tk-string"],
    ]);
  });

  it("carries comments and templates over line breaks, one span a line", () => {
    expect(colored("/* 一\n二 */ x\n`a\nb` + y")).toEqual([
      ["/* 一", "tk-comment"],
      ["二 */", "tk-comment"],
      ["`a", "tk-string"],
      ["b`", "tk-string"],
    ]);
  });
});

describe("Python", () => {
  it("colours the course's listings", () => {
    const pieces = colored(
      "class Net(nn.Module):\n    def forward(self, x):\n        return 0.5 * x  # 半",
      "python",
    );
    expect(pieces).toEqual(
      expect.arrayContaining([
        ["class", "tk-keyword"],
        ["Net", "tk-type"],
        ["def", "tk-keyword"],
        ["forward", "tk-function"],
        ["return", "tk-keyword"],
        ["0.5", "tk-number"],
        ["# 半", "tk-comment"],
      ]),
    );
  });
});

describe("what comes out", () => {
  const samples: [string, string][] = [
    [
      "typescript",
      `const s: string = \`<b>\${f<number>(1)}</b>\`;\n\n\tif (x < 2 && y) { /* 中文，标点 */ }\n`,
    ],
    ["python", 'print(f"loss {loss:.4f}\\n")\n'],
    ["text", "no <colours> here\n  at all"],
    ["typescript", ""],
    ["typescript", "const 'unfinished = `"],
  ];

  it.each(samples)("is the text itself (%s, sample %#)", (language, code) => {
    expect(highlight(code, language).map(textOf).join("")).toBe(code);
  });

  it("has only classes that have a colour", () => {
    const known = codeClasses.map((name) => `tk-${name}`);
    const used = samples.flatMap(([language, code]) => colored(code, language).map(([, name]) => name));
    expect(used.length).toBeGreaterThan(5);
    expect(known).toEqual(expect.arrayContaining(used));
  });

  it("never has a line break inside a span", () => {
    const broken = colored(`/*\n\n*/ \`\n\${1}\n\``).filter(([text]) => text.includes("\n"));
    expect(broken).toEqual([]);
  });

  it("makes line breaks of Windows and old Macs into one character", () => {
    expect(highlight("a\r\nb\rc", "text")).toEqual([{ type: "text", value: "a\nb\nc" }]);
  });

  it("shows unknown languages as plain text", () => {
    expect(highlight("SELECT 1", "sql")).toEqual([{ type: "text", value: "SELECT 1" }]);
  });
});

describe("the tokenizer", () => {
  it("knows the languages that it was made for, and no others", async () => {
    const tokenizer = await createTokenizer(["typescript"]);
    expect(tokenizer.knows("typescript")).toBe(true);
    expect(tokenizer.knows("python")).toBe(false);
    expect(tokenizer.tokenizeLine("def f", "python", null).tokens).toEqual([{ start: 0, class: undefined }]);
  });

  it("begins each line at 0 and goes on in order, without neighbours of one class", async () => {
    const tokenizer = await createTokenizer(["typescript"]);
    const { tokens } = tokenizer.tokenizeLine("const a = f(1, 2) // 注", "typescript", null);
    expect(tokens[0]?.start).toBe(0);
    for (const [i, token] of tokens.entries()) {
      const next = tokens[i + 1];
      if (!next) continue;
      expect(next.start).toBeGreaterThan(token.start);
      expect(next.class).not.toBe(token.class);
    }
  });
});

describe("chapters", () => {
  const chapter = [
    "---",
    "title: Steps",
    "---",
    "",
    "## Slopes [#slopes]",
    "",
    "From $w = [[w]]$ with `eta`: see [[w]].",
    "",
    "```ts cell id=a",
    "const x = 1; // one",
    "```",
    "",
    '<Numeric id="n" params="w: 1..3">',
    "  - `2*w` ::retry Why.",
    "  - [x] Yes :: Why.",
    "  <Hint>Think.</Hint>",
    "</Numeric>",
  ].join("\n");

  it("names what has a meaning, and colours the programs inside", () => {
    expect(colored(chapter, "mdx")).toEqual([
      ["---", "tk-comment"],
      ["title:", "tk-type"],
      ["---", "tk-comment"],
      ["## Slopes [#slopes]", "tk-function"],
      ["$w = [[w]]$", "tk-number"],
      ["`eta`", "tk-string"],
      ["[[w]]", "tk-number"],
      ["```ts cell id=a", "tk-comment"],
      ["const", "tk-keyword"],
      ["1", "tk-number"],
      ["// one", "tk-comment"],
      ["```", "tk-comment"],
      ["<Numeric", "tk-keyword"],
      ["id", "tk-type"],
      ['"n"', "tk-string"],
      ["params", "tk-type"],
      ['"w: 1..3"', "tk-string"],
      [">", "tk-keyword"],
      ["`2*w`", "tk-string"],
      ["::retry", "tk-keyword"],
      ["[x]", "tk-keyword"],
      ["::", "tk-keyword"],
      ["<Hint", "tk-keyword"],
      [">", "tk-keyword"],
      ["</Hint", "tk-keyword"],
      [">", "tk-keyword"],
      ["</Numeric", "tk-keyword"],
      [">", "tk-keyword"],
    ]);
  });

  it.each([
    chapter,
    "```ts\nnever closed",
    "",
    "\n\n",
    "```ts\n```",
    "  ```ts starter\n  const a = 1;\n  ```\n",
  ])("keeps every character", (text) => {
    expect(highlight(text, "mdx").map(textOf).join("")).toBe(text);
  });
});
