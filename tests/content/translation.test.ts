import { describe, expect, test } from "vitest";
import { type Chapter, compareTranslations, readChapter, withProblems } from "@/lib/content";
import { sameProgram } from "@/lib/content/same-program";

describe("one program in two languages", () => {
  test.each([
    ["a comment", "f(1) // eins", "f(1) // one"],
    ["a comment over lines", "/* a\n b */ f(1)", "f(1)"],
    ["a text", 'print("eins")', "print('one')"],
    ["white space", "f( 1 )", "f(1)"],
    ["a template's words", "`x ist ${x} groß`", "`x is ${x} large`"],
    ["a brace within a template", "`${ { a: `${1}` }.a } b`", "`${ { a: `${1}` }.a } c`"],
    ["a quote in a comment", "// it's\nf(1)", "f(1)"],
  ])("%s is no difference", (_, one, other) => {
    expect(sameProgram(one, other)).toBe(true);
  });

  test.each([
    ["a number", "f(1)", "f(2)"],
    ["a name", "const a = 1", "const b = 1"],
    ["a value in a template", "`x is ${x}`", "`x is ${y}`"],
    ["a text where there was none", "f(1)", 'f("1")'],
    ["what follows a template", "`a` + 1", "`b` + 2"],
    ["a division that looks like a comment", "a / b", "a / c"],
  ])("%s is one", (_, one, other) => {
    expect(sameProgram(one, other)).toBe(false);
  });
});

const front = (extra: string) => `---\ntitle: T\nsummary: S\n${extra}goals:\n  - G\n---\n\n`;

const SOURCE = `${front("minutes: 5\nneeds: [before]\n")}\`\`\`ts cell id=a
const a = 1;
\`\`\`

<Numeric id="n" params="x: 1..3" answer="2*x">

  Wie viel?

  - \`x\` :: Einmal.
  - \`200*x\` ::retry In Prozent.

</Numeric>

<Choice id="c">

  Was?

  - [x] Dies :: Ja.
  - [ ] Das :: Nein.

</Choice>
`;

const SHORT = `${front("")}\`\`\`ts cell id=a
\`\`\`

<Numeric id="n">

  How much?

  - :: Once.
  - :: In percent.

</Numeric>

<Choice id="c">

  What?

  - This :: Yes.
  - That :: No.

</Choice>
`;

function read(text: string, source?: Chapter) {
  return readChapter(text, { file: "t.mdx", slug: "t", locale: "en", ...(source && { source }) });
}

describe("a translation of words alone", () => {
  const source = read(SOURCE).chapter;
  const { chapter, problems } = read(SHORT, source ?? undefined);

  test("is sound, and its source's equal", () => {
    expect(problems).toEqual([]);
    expect(source && chapter && compareTranslations(source, chapter)).toEqual([]);
  });

  test("has programs, answers, verdicts, right options and front matter from its source", () => {
    expect(chapter?.cells[0]?.code).toBe("const a = 1;");
    expect(chapter?.frontMatter).toMatchObject({ minutes: 5, needs: ["before"] });
    const [numeric, choice] = chapter?.exercises ?? [];
    expect(numeric).toMatchObject({
      answer: "2*x",
      answers: [
        { match: "x", verdict: "wrong" },
        { match: "200*x", verdict: "retry" },
      ],
    });
    expect(choice).toMatchObject({ options: [{ right: true }, { right: false }] });
  });

  test("cannot stand without it", () => {
    expect(read(SHORT).problems.length).toBeGreaterThan(4);
  });
});

describe("a preview", () => {
  const broken = SOURCE.replace('answer="2*x"', 'answer="2*y"').replace("title: T", "titel: T");
  const { draft, problems } = read(broken);
  const elements = draft
    ? withProblems(draft, problems).body.children.flatMap((node) =>
        node.type === "element"
          ? [`${node.tagName} ${node.properties.title ?? node.properties.id ?? ""}`]
          : [],
      )
    : [];

  test("shows each mistake where it is, and leaves out the exercise that has one", () => {
    expect(elements).toEqual([
      "gb-problem t.mdx:1:1",
      "gb-problem t.mdx:2:1",
      "gb-cell a",
      "gb-problem t.mdx:14:44",
      "gb-exercise c",
    ]);
  });
});
