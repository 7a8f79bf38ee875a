import { describe, expect, test } from "vitest";
import { compareTranslations, errorsIn, formatProblem, readChapter } from "@/lib/content";
import { BROKEN_EXERCISES } from "./broken-exercises";

const HEAD = "---\ntitle: T\nsummary: S\nminutes: 5\ngoals:\n  - G\n---\n\nWords.\n\n";

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

describe("every mistake in an exercise is named with its place", () => {
  test.each(BROKEN_EXERCISES)("$name", ({ text, messages }) => {
    const { plain, places } = marked(HEAD + text);
    const { problems } = readChapter(plain, { file: "b.mdx", slug: "b", locale: "en" });
    expect(errorsIn(problems).map(formatProblem)).toEqual(
      messages.map((message, i) => `b.mdx:${places[i]} ${message}`),
    );
  });
});

const SOURCE = `${HEAD}
<Numeric id="step" params="w: 2..6; eta: 0.1, 0.2" answer="w - eta*2*w" tolerance="0.5%">

From $w = [[w]]$ with [[eta]]: what?

- \`w + eta*2*w\` :: Uphill from $[[w]]$.
- \`100*w\` ::retry Per cent?

<Hint>The slope is [[2·w]].</Hint>
<Solution>$[[w - eta·2·w]]$</Solution>

</Numeric>

<Code id="prog">

Write it.

\`\`\`ts starter
const f = () => 0;
\`\`\`

\`\`\`ts solution
const f = () => 1;
\`\`\`

\`\`\`ts check
equal(await call("f"), 1, "no");
\`\`\`

\`\`\`ts wrong=no
const f = () => 2;
\`\`\`

- \`no\` :: Not one.

</Code>
`;

/** The same in another language: words alone. */
const TRANSLATION = `${HEAD}
<Numeric id="step">

Von $w = [[w]]$ mit [[eta]]: was?

- \`w + eta*2*w\` :: Bergauf von $[[w]]$.
- \`100*w\` ::retry Prozent?

<Hint>Die Steigung ist [[2·w]].</Hint>
<Solution>$[[w - eta·2·w]]$</Solution>

</Numeric>

<Code id="prog">

Schreib es.

- \`no\` :: Nicht eins.

</Code>
`;

const read = (text: string, source?: Parameters<typeof readChapter>[1]["source"]) =>
  readChapter(text, { file: source ? "de.mdx" : "en.mdx", slug: "t", locale: source ? "en" : "zh", source });

/** The texts of all elements that stand for a value, with the formula. */
function slots(value: unknown): [string, string][] {
  if (typeof value !== "object" || value === null) return [];
  const { properties, children } = value as {
    properties?: { dataSlot?: string };
    children?: { value?: string }[];
  };
  const own: [string, string][] = properties?.dataSlot
    ? [[properties.dataSlot, children?.[0]?.value ?? ""]]
    : [];
  return [...own, ...Object.values(value).flatMap(slots)];
}

describe("a translation of words alone", () => {
  const { chapter: source, problems } = read(SOURCE);
  test("has a sound source", () => expect(problems).toEqual([]));

  test("inherits formulas, tolerances, programs and checks", () => {
    if (!source) throw new Error("no source");
    const { chapter, problems } = read(TRANSLATION, source);
    expect(errorsIn(problems).map(formatProblem)).toEqual([]);
    expect(chapter && compareTranslations(source, chapter)).toEqual([]);
    const [step, prog] = chapter?.exercises ?? [];
    const [theirs, program] = source.exercises;
    for (const name of ["answer", "parameters", "tolerance"] as const) {
      expect(step).toHaveProperty(name, (theirs as unknown as Record<string, unknown>)[name]);
    }
    expect(prog).toMatchObject({
      starter: "const f = () => 0;",
      check: (program as { check: string }).check,
    });
    expect(chapter?.programs[0]).toMatchObject({ solution: "const f = () => 1;", wrong: [{ key: "no" }] });
  });

  test("does not stand without it", () => {
    expect(read(TRANSLATION).problems.map(({ message }) => message)).toContain(
      "`<Numeric>` needs the attribute `answer`.",
    );
  });

  test.each([
    [
      '<Numeric id="step">',
      '<Numeric id="step" answer="w">',
      "The answer of `step` is `w - eta*2*w` in en.mdx.",
    ],
    ["- `100*w` ::retry Prozent?\n", "", "The wrong answer `100*w ::retry` of `step` in en.mdx is missing."],
    ["::retry Prozent", ":: Prozent", "The wrong answer `100*w ::retry` of `step` in en.mdx is missing."],
    [
      "- `no` :: Nicht eins.",
      "```ts check\nequal(1, 1);\n```\n\n- `no` :: Nicht eins.",
      "The `check` of `prog` is another program in en.mdx.",
    ],
  ])("must not change %j", (from, to, message) => {
    if (!source) throw new Error("no source");
    const { chapter } = read(TRANSLATION.replace(from, to), source);
    expect(chapter && compareTranslations(source, chapter).map((problem) => problem.message)).toContain(
      message,
    );
  });
});

test("values of parameters are marked in texts, formulas included, and show the first combination", () => {
  const [exercise] = read(SOURCE).chapter?.exercises ?? [];
  if (exercise?.kind !== "numeric") throw new Error("no exercise");
  // A formula says it twice: for the eye, and for screen readers.
  expect(slots(exercise.prompt)).toEqual([
    ["w", "2"],
    ["w", "2"],
    ["eta", "0.1"],
  ]);
  expect(slots(exercise.hints)).toEqual([["2·w", "4"]]);
  expect(slots(exercise.solution)).toEqual([
    ["w - eta·2·w", "1.6"],
    ["w - eta·2·w", "1.6"],
  ]);
  expect(slots(exercise.answers[0]?.why)).toEqual([
    ["w", "2"],
    ["w", "2"],
  ]);
  expect(JSON.stringify(exercise)).not.toMatch(/9173\d{4}3719/);
});
