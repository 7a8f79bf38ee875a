import { describe, expect, test } from "vitest";
import {
  type ChoiceExercise,
  checkChoice,
  checkExpr,
  checkNumeric,
  checkOrder,
  checkSketch,
  type ExprExercise,
  type NumericExercise,
  type OrderExercise,
  parseParameters,
  type SketchExercise,
} from "@/lib/exercise";

/** What learners and others type, and what it is worth: `right`, `untouched`, `wrong`, `wrong 0`, or why it is unreadable. */
type Row = [text: string, worth: string];

function worth(outcome: { kind: string; matched?: number | null; code?: string }): string {
  if (outcome.kind === "unreadable") return outcome.code ?? "";
  return typeof outcome.matched === "number" ? `${outcome.kind} ${outcome.matched}` : outcome.kind;
}

describe("numbers", () => {
  const exercise: NumericExercise = {
    kind: "numeric",
    id: "one-step",
    inline: false,
    prompt: null,
    hints: [],
    parameters: parseParameters("w: 1, 2; eta: 0.25"),
    answer: "w - eta*2*w",
    tolerance: { kind: "relative", value: 0.001 },
    answers: [
      { verdict: "wrong", match: "w + eta*2*w", why: null },
      { verdict: "right", match: "w - 0.26*2*w", why: null },
      { verdict: "retry", match: "100*(w - eta*2*w)", why: null },
      { verdict: "wrong", match: "0", why: null },
    ],
  };
  const rows: Row[] = [
    ["0.5", "right"],
    ["０．５", "right"],
    ["0,5", "right"],
    ["0，5", "right"],
    ["0。5", "right"],
    [".5", "right"],
    ["1/2", "right"],
    ["１／２", "right"],
    ["2/4", "right"],
    ["5e-1", "right"],
    ["5.0E-1", "right"],
    ["5×10⁻¹", "right"],
    ["50%", "right"],
    ["５０％", "right"],
    ["+0.5", "right"],
    ["= 0.5", "right"],
    ["≈0.5", "right"],
    [" 0.5\u00a0", "right"],
    ["0.\u200b5", "right"],
    ["0.5004", "right"],
    ["0.4995", "right"],
    ["0.48", "right 1"],
    ["0.5006", "wrong"],
    ["1.5", "wrong 0"],
    ["3/2", "wrong 0"],
    ["50", "wrong-form"],
    ["0", "wrong 3"],
    ["-0", "wrong 3"],
    ["−0.5", "wrong"],
    ["", "untouched"],
    ["   ", "untouched"],
    ["\u200b", "untouched"],
    ["1e400", "too-large"],
    ["-1e400", "too-large"],
    ["1e-400", "too-small"],
    ["1/0", "division-by-zero"],
    ["NaN", "not-a-number"],
    ["Infinity", "not-a-number"],
    ["undefined", "not-a-number"],
    ["half", "not-a-number"],
    ["二分之一", "not-a-number"],
    ["1,234", "ambiguous-separator"],
    ["0.5.0", "not-a-number"],
    ["<b>0.5</b>", "not-a-number"],
    ["<img src=x onerror=alert(1)>", "not-a-number"],
    ["${0.5}", "not-a-number"],
    ["1-0.5", "not-a-number"],
    ["__proto__", "not-a-number"],
    ["0x1p-1", "not-a-number"],
    ["9".repeat(100), "too-long"],
    ["0.5; DROP TABLE", "not-a-number"],
  ];
  test.each(rows)("%j is %s", (text, expected) => expect(worth(checkNumeric(exercise, text))).toBe(expected));
  test("are at least forty", () => expect(rows.length).toBeGreaterThanOrEqual(40));
  test("other values of the parameters have another answer", () => {
    expect(
      checkNumeric(
        exercise,
        "1",
        new Map([
          ["w", 2],
          ["eta", 0.25],
        ]),
      ),
    ).toEqual({ kind: "right" });
  });
});

describe("formulas", () => {
  const exercise: ExprExercise = {
    kind: "expr",
    id: "dloss",
    prompt: null,
    hints: [],
    names: [
      { name: "a", from: 0.05, to: 0.95 },
      { name: "t", from: -3, to: 3 },
      { name: "w5", from: -3, to: 3 },
      { name: "δ", from: -3, to: 3 },
    ],
    answer: "(a-t)*a*(1-a)*w5",
    answers: [
      { verdict: "wrong", match: "(a-t)*w5", why: null },
      { verdict: "wrong", match: "(t-a)*a*(1-a)*w5", why: null },
      { verdict: "retry", match: "δ*w5", why: null },
    ],
  };
  const rows: Row[] = [
    ["(a-t)*a*(1-a)*w5", "right"],
    ["a*(1-a)*(a-t)*w5", "right"],
    ["w5*a*(a-t) - w5*a^2*(a-t)", "right"],
    ["(a−t)×a×(1−a)×w₅", "right"],
    ["（ａ－ｔ）＊ａ＊（１－ａ）＊ｗ５", "right"],
    ["(a-t)·a·(1-a)·w5", "right"],
    ["(a-t)*(a-a**2)*w5", "right"],
    ["(a-t)*(a-a²)*w5", "right"],
    ["-(t-a)*a*(1-a)*w5", "right"],
    ["(a-t)*a*(1-a)*w5 + 0*δ", "right"],
    ["exp(ln(a))*(a-t)*(1-a)*w5", "right"],
    ["((((a-t))))*a*(1-a)*w5", "right"],
    ["(a-t)*w5", "wrong 0"],
    ["w5*a - w5*t", "wrong 0"],
    ["(t-a)*a*(1-a)*w5", "wrong 1"],
    ["δ*w5", "wrong-form"],
    ["(a-t)*a*(1-a)*w5 + 0.000001", "wrong"],
    ["0", "wrong"],
    ["a", "wrong"],
    ["1/0", "wrong"],
    ["ln(-1)", "wrong"],
    ["9^9^9^9", "wrong"],
    ["0.5", "wrong"],
    ["1e400", "wrong"],
    ["", "untouched"],
    ["  \u3000", "untouched"],
    ["(a-t)a(1-a)w5", "missing-operator"],
    ["a(1-a)", "missing-operator"],
    ["2a", "missing-operator"],
    ["a t", "missing-operator"],
    ["(a-t", "missing-closing-parenthesis"],
    ["a-t)", "unexpected-character"],
    ["a-", "expected-operand"],
    ["*a", "expected-operand"],
    ["a b", "missing-operator"],
    ["x", "unknown-name"],
    ["w6", "unknown-name"],
    ["NaN", "unknown-name"],
    ["Infinity", "unknown-name"],
    ["__proto__", "unexpected-character"],
    ["constructor", "unknown-name"],
    ["toString(a)", "unknown-function"],
    ["sin", "missing-arguments"],
    ["foo(a)", "unknown-function"],
    ["exp(a, t)", "wrong-number-of-arguments"],
    ["a = t", "unexpected-character"],
    ["<script>alert(1)</script>", "unexpected-character"],
    ["a; t", "unexpected-character"],
    ["a$t", "unexpected-character"],
    ["∂E/∂a", "unexpected-character"],
    ["(".repeat(300), "too-deep"],
    ["a+".repeat(2000), "too-long"],
  ];
  test.each(rows)("%j is %s", (text, expected) => expect(worth(checkExpr(exercise, text))).toBe(expected));
  test("are at least forty", () => expect(rows.length).toBeGreaterThanOrEqual(40));
  test.each([
    ["a*(1-a", 2],
    ["a(1-a)", 1],
    ["2 * * a", 4],
    ["a + x", 4],
    ["a # t", 2],
  ])("%s: the mistake is at character %d", (text, position) => {
    expect(checkExpr(exercise, text)).toMatchObject({ details: { position: String(position) } });
  });
});

/** Texts that no page writes, but a damaged or forged log may hold. */
const FORGED = [
  "a",
  "-1",
  "1.5",
  "1e0",
  "NaN",
  "null",
  "undefined",
  "true",
  "[0]",
  '{"0":1}',
  "0x1",
  "９",
  "０",
  "1,2",
  "0;1",
  "0|1",
  "__proto__",
  "constructor",
  "length",
  "<b>0</b>",
  "<img src=x>",
  "' OR 1=1",
  "${0}",
  "0 0",
  "1 1 1",
  "999",
  "1000000",
  "9".repeat(50),
  "0 1 2 3 4 5 6 7 8 9",
  "∞",
  "½",
  "0-1",
  "+0",
  "--0",
  "0.0",
  "Symbol()",
  "0\u200b",
  "١",
  "%00",
  "0n",
  "()",
]; // prettier-ignore

describe("choices", () => {
  const option = (right: boolean) => ({ right, text: null, why: null });
  const one: ChoiceExercise = {
    kind: "choice",
    id: "one",
    prompt: null,
    hints: [],
    many: false,
    options: [option(true), option(false), option(false)],
    shown: [2, 0, 1],
  };
  const many: ChoiceExercise = { ...one, many: true, options: [option(true), option(false), option(true)] };
  test.each<Row>([
    ["0", "right"],
    [" 0 ", "right"],
    ["00", "right"],
    ["1", "wrong 1"],
    ["2", "wrong 2"],
    ["", "untouched"],
    ["\t", "untouched"],
    ["0 1", "not-an-option"],
    ["3", "not-an-option"],
  ])("one: %j is %s", (text, expected) => expect(worth(checkChoice(one, text))).toBe(expected));
  test.each<Row>([
    ["0 2", "right"],
    ["2 0", "right"],
    ["0", "wrong"],
    ["2", "wrong"],
    ["1", "wrong 1"],
    ["0 1 2", "wrong 1"],
    ["", "untouched"],
  ])("many: %j is %s", (text, expected) => expect(worth(checkChoice(many, text))).toBe(expected));
  test.each(FORGED)("%j is no option, and costs nothing", (text) => {
    expect(worth(checkChoice(one, text))).toBe("not-an-option");
    expect(worth(checkChoice(many, text))).toBe("not-an-option");
  });
});

describe("orders", () => {
  const exercise: OrderExercise = {
    kind: "order",
    id: "step",
    prompt: null,
    hints: [],
    items: [null, null, null, null, null],
    before: [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
      [1, 4],
      [2, 4],
    ],
    shown: [3, 0, 1, 2, 4],
    answers: [{ verdict: "wrong", match: "4 < 3", why: null }],
  };
  test.each<Row>([
    ["0 1 2 3 4", "right"],
    ["0 2 1 4 3", "right"],
    ["0 2 1 3 4", "right"],
    ["0 1 2 4 3", "right"],
    ["0 1 3 2 4", "wrong 0"],
    ["1 0 2 3 4", "wrong"],
    ["4 3 2 1 0", "wrong 0"],
    ["3 0 1 2 4", "untouched"],
    ["", "untouched"],
    ["0 1 2 3", "not-an-option"],
    ["0 1 2 3 5", "not-an-option"],
    ["0 1 2 3 3", "not-an-option"],
  ])("%j is %s", (text, expected) => expect(worth(checkOrder(exercise, text))).toBe(expected));
  test("says which place is the first that comes too early", () => {
    expect(checkOrder(exercise, "1 0 2 3 4")).toMatchObject({
      code: "out-of-order",
      details: { place: "1" },
    });
  });
  test.each(FORGED)("%j is no order, and costs nothing", (text) => {
    expect(worth(checkOrder(exercise, text))).toBe("not-an-option");
  });
});

describe("sketches", () => {
  const exercise: SketchExercise = {
    kind: "sketch",
    id: "loss",
    prompt: null,
    hints: [],
    parameters: parseParameters("r: 0.5"),
    x: { from: 0, to: 4, label: "step" },
    y: { from: 0, to: 16, label: "loss" },
    points: 5,
    answer: "16*r^x",
    tolerance: 0.05,
    answers: [
      { verdict: "wrong", match: "16", why: null },
      { verdict: "wrong", match: "16*4^x", why: null },
      { verdict: "wrong", match: "16 - 4*x", why: null },
    ],
  };
  test.each<Row>([
    ["16 8 4 2 1", "right"],
    ["15.5 8.5 4.5 2 1", "right"],
    ["16 8 4 2 0", "right"],
    ["99 8 4 2 1", "right"],
    ["16 16 16 16 16", "wrong 0"],
    ["15 15 16 15.5 16", "wrong 0"],
    ["16 12 8 4 0", "wrong 2"],
    ["0 0 0 0 0", "wrong"],
    ["16 8 4 2 16", "wrong"],
    ["1 2 4 8 16", "wrong"],
    ["-5 -5 -5 -5 -5", "wrong"],
    ["", "untouched"],
    ["_ _ _ _ _", "untouched"],
    ["16 8 _ 2 1", "curve-incomplete"],
    ["16 _ _ _ _", "curve-incomplete"],
    ["16 8 4 2", "not-an-option"],
    ["16 8 4 2 1 0", "not-an-option"],
    ["16 8 4 2 NaN", "not-an-option"],
    ["16 8 4 2 Infinity", "not-an-option"],
    ["16 8 4 2 1e999", "not-an-option"],
    ["16,8,4,2,1", "not-an-option"],
  ])("%j is %s", (text, expected) => expect(worth(checkSketch(exercise, text))).toBe(expected));
  test.each(FORGED)("%j is no curve, and costs nothing", (text) => {
    expect(worth(checkSketch(exercise, text))).toBe("not-an-option");
  });
});
