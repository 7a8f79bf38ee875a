import { describe, expect, test } from "vitest";
import {
  agrees,
  checkNumeric,
  NO_PARAMETERS,
  type NumericExercise,
  type Tolerance,
} from "../../lib/exercise";
import { EXERCISES } from "./network";

/** Ways to write a number that mean the same. */
function writings(value: number): string[] {
  const text = String(value);
  return [
    text,
    ` ${text} `,
    value.toExponential(),
    value.toFixed(17),
    `${value}/1`,
    `= ${text}`,
    text.replace("-", "−"),
    // A comma with exactly three digits behind it would be ambiguous; these have more.
    ...(/\.\d{4,}$/.test(text) ? [text.replace(".", ","), `${(value * 100).toPrecision(15)}%`] : []),
  ];
}

/** Rounded to four digits, and to more. */
const roundings = (value: number) => [4, 5, 6, 9, 12].map((digits) => value.toPrecision(digits));

describe.each(EXERCISES)("exercise $id", (exercise) => {
  test("the right answer is right, however it is written or rounded", () => {
    for (const text of [...writings(Number(exercise.answer)), ...roundings(Number(exercise.answer))]) {
      expect([text, checkNumeric(exercise, text)]).toEqual([text, { kind: "right" }]);
    }
  });

  test("each wrong answer earns its own feedback, however it is written or rounded", () => {
    expect(exercise.answers.length).toBeGreaterThan(1);
    exercise.answers.forEach(({ match, why }, index) => {
      const value = Number(match);
      for (const text of [...writings(value), ...roundings(value)]) {
        const outcome = checkNumeric(exercise, text);
        expect([why, text, outcome]).toEqual([why, text, { kind: "wrong", matched: index }]);
      }
    });
  });

  test("other numbers are wrong without a reason", () => {
    for (const factor of [1.01, 0.99, 17, -3.3]) {
      const text = String(Number(exercise.answer) * factor);
      expect(checkNumeric(exercise, text)).toEqual({ kind: "wrong", matched: null });
    }
  });

  test("nothing and nonsense cost nothing", () => {
    expect(checkNumeric(exercise, "")).toEqual({ kind: "untouched" });
    expect(checkNumeric(exercise, "NaN")).toMatchObject({ kind: "unreadable", code: "not-a-number" });
    expect(checkNumeric(exercise, "1e400")).toMatchObject({ kind: "unreadable", code: "too-large" });
  });
});

describe("agreement", () => {
  const relative = (value: number): Tolerance => ({ kind: "relative", value });
  const absolute = (value: number): Tolerance => ({ kind: "absolute", value });

  test.each<[number, number, Tolerance, boolean]>([
    // Within a part of the answer, its borders included.
    [2.02, 2, relative(0.01), true],
    [1.98, 2, relative(0.01), true],
    [2.021, 2, relative(0.01), false],
    [-2.02, -2, relative(0.01), true],
    [2, -2, relative(0.5), false],
    // Within a distance.
    [0.3, 0.2, absolute(0.1), true],
    [0.001, 0, absolute(0.001), true],
    [0.0011, 0, absolute(0.001), false],
    // Exactly, but rounding to four digits or more is fine.
    [196, 196, relative(0), true],
    [195, 196, relative(0), false],
    [196.4, 196, relative(0), false],
    [19600, 19601, relative(0), true],
    [19602, 19601, relative(0), false],
    [0.08217, 0.08216704, relative(0), true],
    [0.082167, 0.08216704, relative(0), true],
    [0.0822, 0.08216704, relative(0), false],
    [0.082168, 0.08216704, relative(0), false],
    [0.08216, 0.08216704, relative(0), false],
    [1, 0.99996, relative(0), true],
    [1, 0.9999, relative(0), false],
    // Half-way: both neighbours are somebody's rounding.
    [0.1234, 0.12345, relative(0), true],
    [0.1235, 0.12345, relative(0), true],
    [0, 0, relative(0), true],
    [-0, 0, relative(0), true],
    [1e-9, 0, relative(0.1), false],
    [5e-324, 5e-324, relative(0), true],
    [1.797e308, Number.MAX_VALUE, relative(0.01), true],
  ])("%d for %d (%o): %s", (given, expected, tolerance, verdict) => {
    expect(agrees(given, expected, tolerance)).toBe(verdict);
  });

  test("the right answer comes first, then the wrong ones in their order", () => {
    const exercise: NumericExercise = {
      kind: "numeric",
      id: "order",
      inline: false,
      prompt: null,
      parameters: NO_PARAMETERS,
      answer: "10",
      tolerance: absolute(1),
      answers: ["10.5", "12", "12.5"].map((match) => ({ verdict: "wrong", match, why: null })),
      hints: [],
    };
    expect(checkNumeric(exercise, "10.6")).toEqual({ kind: "right" });
    expect(checkNumeric(exercise, "11.4")).toEqual({ kind: "wrong", matched: 0 });
    expect(checkNumeric(exercise, "12.2")).toEqual({ kind: "wrong", matched: 1 });
    expect(checkNumeric(exercise, "13.2")).toEqual({ kind: "wrong", matched: 2 });
  });
});
