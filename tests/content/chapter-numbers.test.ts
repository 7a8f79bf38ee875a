import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/**
 * Every number of four or more significant digits that the chapter on back-propagation states in its prose, tables
 * and formulas must be one that PyTorch computed (tests/golden), or follow from such numbers by a formula given here.
 */

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const chapter = (locale: string) => read(`content/${locale}/backpropagation.mdx`);

// What PyTorch computed.

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function goldenCase(file: string, id: string): Json {
  const { cases } = JSON.parse(read(`tests/golden/${file}.json`)) as { cases: Json[] };
  const found = cases.find((item) => at(item, "id") === id);
  if (found === undefined) throw new Error(`tests/golden/${file}.json has no case ${id}`);
  return found;
}

/** The part of a JSON value at a path; negative indices count from the end. */
function at(value: Json, ...path: (string | number)[]): Json {
  let part: Json | undefined = value;
  for (const step of path) {
    if (Array.isArray(part) && typeof step === "number") part = part.at(step);
    else if (part !== null && typeof part === "object" && !Array.isArray(part)) part = part[step];
    else part = undefined;
    if (part === undefined) throw new Error(`no ${step} in ${path.join(".")}`);
  }
  return part;
}

function list(value: Json): Json[] {
  if (!Array.isArray(value)) throw new Error("expected a list");
  return value;
}

/** All numbers in a JSON value, at any depth. */
function numbersIn(value: Json): number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(numbersIn);
}

function pair(value: Json): [number, number] {
  const [first, second] = numbersIn(value);
  if (first === undefined || second === undefined) throw new Error("expected two numbers");
  return [first, second];
}

const seed = at(goldenCase("seed_program", "seed/program/float64"), "expected");

/** Loss and outputs after some of the updates of one of the trajectories. */
function milestones(trajectory: Json, updates: number[]): number[] {
  return list(trajectory)
    .filter((point) => updates.includes(Number(at(point, "after_steps"))))
    .flatMap((point) => [...numbersIn(at(point, "loss")), ...numbersIn(at(point, "output"))]);
}

/** Only what the chapter speaks of: the fewer numbers there are, the fewer slips pass for one of them. */
const measured = [
  ...["forward", "grads", "intermediate_grads", "params_after_one_step"].flatMap((key) =>
    numbersIn(at(seed, key)),
  ),
  ...milestones(at(seed, "trajectory"), [1, 2, 10, 100, 1000, 10_000]),
  ...list(at(goldenCase("mazur", "mazur/published"), "rows"))
    .slice(0, 25) // the forward pass, the gradients and the first update
    .flatMap((row) => numbersIn(at(row, "computed"))),
  ...["biases_fixed", "biases_fixed_sequential", "shared_biases_updated"].flatMap((rule) =>
    milestones(at(goldenCase("mazur", `mazur/${rule}`), "trajectory"), [1, 9999, 10_000]),
  ),
  ...[0.1, 0.5, 2, 20].flatMap((rate) =>
    numbersIn(at(goldenCase("lr_sweep", `lr/seed_net/${rate}`), "expected", "loss", 200)),
  ),
  ...[0.1, 0.9].flatMap((rate) =>
    numbersIn(at(goldenCase("lr_sweep", `lr/parabola/${rate}`), "expected", "params", "x", 10)),
  ),
];

// What follows from it.

const [h1] = pair(at(seed, "forward", "out_h", "data"));
const [, o2] = pair(at(seed, "forward", "output", "data"));
const [deltaO1, deltaO2] = pair(at(seed, "intermediate_grads", "net_o", "data"));
const [i1, w5, w7] = [0.05, 0.4, 0.5];

const derived = [
  o2 * (1 - o2), // the slope of the sigmoid at o2
  deltaO1 * w5 * h1 * (1 - h1) * i1, // what the path through o1 contributes to the gradient of w1
  deltaO2 * w7 * h1 * (1 - h1) * i1, // and the path through o2
  (0.99 ** 2 + 0.99 ** 2) / 2, // the loss if both outputs are as wrong as they can be
  4 * (1 - 2 * 1.05) ** 10, // ten updates on the parabola with η = 1.05
];

const known = [...measured, ...derived];

// What the chapter says.

interface Stated {
  /** As written, with its exponent. */
  text: string;
  value: number;
  /** Half a unit of the last written digit. */
  slack: number;
  /** After a minus that may be a subtraction, the number itself may have either sign. */
  eitherSign: boolean;
}

const NUMBER = /(?<![\w.])(\d+\.\d+)(?:\s*\\(?:times|cdot)\s*10\^\{?(-?\d+)\}?)?/g;
const ENOUGH_DIGITS = 4;

/** The decimal numbers of four or more significant digits outside of code fences. */
function statedNumbers(mdx: string): Stated[] {
  const prose = mdx.replace(/^```[\s\S]*?^```$/gm, "");
  return [...prose.matchAll(NUMBER)].flatMap((match) => {
    const [text, digits = "", exponent = "0"] = match;
    if (digits.replace(".", "").replace(/^0+/, "").length < ENOUGH_DIGITS) return [];
    const before = prose.slice(0, match.index).trimEnd();
    const minus = /[-−]$/.test(before);
    const subtraction = minus && /[\w)}\]]$/.test(before.slice(0, -1).trimEnd());
    const scale = 10 ** Number(exponent);
    const decimals = digits.length - digits.indexOf(".") - 1;
    return [
      {
        text,
        value: (minus ? -1 : 1) * Number(digits) * scale,
        slack: (10 ** -decimals / 2) * scale,
        eitherSign: subtraction,
      },
    ];
  });
}

function isKnown({ value, slack, eitherSign }: Stated): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= slack * (1 + 1e-6);
  return known.some((number) => near(value, number) || (eitherSign && near(-value, number)));
}

const unknownNumbers = (mdx: string) =>
  statedNumbers(mdx)
    .filter((stated) => !isKnown(stated))
    .map(({ text }) => text);

describe.each(["zh", "en"])("the numbers of the chapter on back-propagation (%s)", (locale) => {
  it("are those that PyTorch computed", () => {
    expect(statedNumbers(chapter(locale)).length).toBeGreaterThan(80);
    expect(unknownNumbers(chapter(locale))).toEqual([]);
  });

  it("include the printed output of the program, character by character", () => {
    const listing = /^```text title="[^"]*PyTorch[^"]*"\n([\s\S]*?)^```$/m.exec(chapter(locale));
    const printed = at(goldenCase("seed_program", "seed/printed"), "expected", "stdout_torch_1_13");
    expect(listing?.[1]).toBe(printed);
  });

  it("would be caught with a wrong last digit", () => {
    for (const { text } of statedNumbers(chapter(locale))) {
      const wrong = text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
      expect(unknownNumbers(`It is ${wrong}, or −${wrong}.`), text).toEqual([wrong, wrong]);
    }
  });
});

it("finds numbers in prose, tables and formulas, with their signs and exponents", () => {
  const found = statedNumbers("Not 0.05, but 0.2984 | −0.0226025 | $1.0 - 0.01905$, $2.448 \\times 10^{-6}$");
  expect(found.map(({ value, eitherSign }) => [value, eitherSign])).toEqual([
    [0.2984, false],
    [-0.0226025, false],
    [-0.01905, true],
    [2.448 * 10 ** -6, false],
  ]);
});

it("tells a gradient of the wrong sign from the right one", () => {
  expect(unknownNumbers("$\\partial E/\\partial w_7 = -0.022602540$")).toEqual([]);
  expect(unknownNumbers("$\\partial E/\\partial w_7 = 0.022602540$")).toEqual(["0.022602540"]);
});

it("has the same numbers in both languages", () => {
  const texts = (locale: string) =>
    statedNumbers(chapter(locale))
      .map(({ text }) => text)
      .sort();
  expect(texts("zh")).toEqual(texts("en"));
});
