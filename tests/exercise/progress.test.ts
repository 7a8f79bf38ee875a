import { describe, expect, test } from "vitest";
import {
  type Attempt,
  advance,
  exerciseKey,
  foldLog,
  isAttempt,
  NO_PROGRESS,
  type Outcome,
  offersSolution,
  summarize,
} from "../../lib/exercise";

const A = exerciseKey("backpropagation", "dw5");
const B = exerciseKey("backpropagation", "dw1");

const RIGHT: Outcome = { kind: "right" };
const WRONG: Outcome = { kind: "wrong", matched: null };
const answer = (outcome: Outcome, exercise = A): Attempt => ({
  exercise,
  at: 1,
  kind: "answer",
  text: outcome.kind,
  outcome,
});
const hint = (index: number, exercise = A): Attempt => ({ exercise, at: 2, kind: "hint", hint: index });
const reveal = (exercise = A): Attempt => ({ exercise, at: 3, kind: "reveal" });

const fold = (...log: Attempt[]) => log.reduce(advance, NO_PROGRESS);

describe("progress with one exercise", () => {
  test("right at once", () => {
    expect(fold(answer(RIGHT))).toMatchObject({ solved: true, firstTry: true, helped: false, counted: 1 });
  });

  test("nothing and nonsense cost nothing", () => {
    const nonsense: Outcome = { kind: "unreadable", code: "not-a-number", details: { found: "x" } };
    const before = fold(answer({ kind: "untouched" }), answer(nonsense), answer(nonsense));
    expect(before).toMatchObject({ counted: 0, outcome: nonsense });
    expect(offersSolution(before)).toBe(false);
    expect(advance(before, answer(RIGHT))).toMatchObject({ firstTry: true, counted: 1 });
  });

  test("right after a wrong answer", () => {
    expect(fold(answer(WRONG), answer(RIGHT))).toMatchObject({
      solved: true,
      firstTry: false,
      helped: false,
      counted: 2,
    });
  });

  test("right after a hint", () => {
    expect(fold(hint(0), answer(RIGHT))).toMatchObject({ solved: true, firstTry: false, helped: true });
  });

  test("a hint after success takes nothing away", () => {
    expect(fold(answer(RIGHT), hint(0))).toMatchObject({
      solved: true,
      firstTry: true,
      helped: false,
      hints: 1,
    });
  });

  test("the same hint opened in two tabs is one hint", () => {
    expect(fold(hint(0), hint(0), hint(1)).hints).toBe(2);
  });

  test("the solution is offered after two wrong answers, or after success", () => {
    expect(offersSolution(fold(answer(WRONG)))).toBe(false);
    expect(offersSolution(fold(answer(WRONG), answer(WRONG)))).toBe(true);
    expect(offersSolution(fold(answer(RIGHT)))).toBe(true);
    expect(offersSolution(fold(reveal()))).toBe(true);
  });

  test("what was revealed is not solved any more", () => {
    expect(fold(answer(WRONG), reveal(), answer(RIGHT))).toMatchObject({
      solved: false,
      revealed: true,
      counted: 1,
      outcome: RIGHT,
    });
  });

  test("other numbers are another chance, and a solution seen before is help", () => {
    const draw = (index: number): Attempt => ({ exercise: A, at: 4, kind: "draw", draw: index });
    const after = fold(answer(WRONG), reveal(), draw(1));
    expect(after).toMatchObject({
      revealed: false,
      shown: true,
      draw: 1,
      counted: 0,
      text: "",
      solved: false,
    });
    expect(after.outcome).toEqual({ kind: "untouched" });
    expect(advance(after, answer(RIGHT))).toMatchObject({ solved: true, firstTry: false, helped: true });
    // Without the solution it is solved, but not at the first try.
    expect(fold(answer(WRONG), draw(1), answer(RIGHT))).toMatchObject({
      solved: true,
      firstTry: false,
      helped: false,
    });
    expect(fold(answer(RIGHT), draw(1))).toMatchObject({ solved: true, firstTry: true, draw: 1 });
  });

  test("a guess is kept, and solves nothing", () => {
    const guess: Attempt = { exercise: A, at: 4, kind: "predict", text: "1" };
    expect(fold(guess)).toMatchObject({ guess: "1", solved: false, counted: 0 });
  });

  test("what was solved stays solved", () => {
    expect(fold(answer(RIGHT), answer(WRONG), reveal())).toMatchObject({
      solved: true,
      firstTry: true,
      revealed: false,
      counted: 1,
      outcome: WRONG,
    });
  });

  test("the latest answer is kept as typed", () => {
    expect(fold(answer(WRONG), answer(RIGHT), hint(0)).text).toBe("right");
  });

  test("an untouched exercise is never changed in place", () => {
    fold(answer(WRONG), hint(0), reveal());
    expect(NO_PROGRESS).toEqual({
      outcome: { kind: "untouched" },
      text: "",
      counted: 0,
      hints: 0,
      solved: false,
      firstTry: false,
      helped: false,
      revealed: false,
      shown: false,
      draw: 0,
      missed: false,
      guess: null,
    });
  });
});

test("a log of several exercises", () => {
  const log = [answer(WRONG), answer(RIGHT, B), hint(0), answer(RIGHT), reveal("backpropagation/other")];
  const progress = foldLog(log);
  expect([...progress.keys()]).toEqual([A, B, "backpropagation/other"]);
  expect(summarize(progress, [A, B, "backpropagation/untouched"])).toEqual({
    total: 3,
    solved: 2,
    firstTry: 1,
    helped: 1,
    revealed: 0,
  });
  expect(summarize(progress, [])).toEqual({ total: 0, solved: 0, firstTry: 0, helped: 0, revealed: 0 });
});

describe("entries from outside", () => {
  test.each<unknown>([
    answer(RIGHT),
    answer({ kind: "wrong", matched: 3 }),
    answer({ kind: "unreadable", code: "too-long", details: { limit: "80" } }),
    hint(0),
    answer({ kind: "right", matched: 1 }),
    answer({ kind: "unreadable", code: "wrong-form", details: {}, matched: 0 }),
    answer({ kind: "wrong", matched: null, code: "differs", details: { input: "f(1)", got: "2" } }),
    { ...answer(RIGHT), values: { w: 2, eta: 0.1 } },
    { exercise: A, at: 1, kind: "draw", draw: 3 },
    { exercise: A, at: 1, kind: "predict", text: "up" },
    reveal(),
    { ...reveal(), extra: 1 },
  ])("%j is one", (value) => {
    expect(isAttempt(JSON.parse(JSON.stringify(value)))).toBe(true);
  });

  test.each<unknown>([
    null,
    3,
    "answer",
    [],
    {},
    { ...reveal(), at: "now" },
    { ...reveal(), at: Number.NaN },
    { ...reveal(), exercise: 3 },
    { ...reveal(), kind: "solve" },
    { ...hint(0), hint: -1 },
    { ...hint(0), hint: 0.5 },
    { ...hint(0), hint: undefined },
    { ...answer(RIGHT), text: 3 },
    { ...answer(RIGHT), text: "x".repeat(20_001) },
    { ...answer(RIGHT), values: { w: "2" } },
    { ...answer(RIGHT), values: 3 },
    { ...answer(RIGHT), outcome: { kind: "right", matched: -1 } },
    { ...answer(RIGHT), outcome: { kind: "wrong", matched: null, code: 3 } },
    { ...answer(RIGHT), outcome: { kind: "wrong", matched: null, code: "x", details: { a: 1 } } },
    { exercise: A, at: 1, kind: "draw", draw: -1 },
    { exercise: A, at: 1, kind: "predict", text: 1 },
    { ...answer(RIGHT), outcome: null },
    { ...answer(RIGHT), outcome: { kind: "perfect" } },
    { ...answer(RIGHT), outcome: { kind: "wrong", matched: "0" } },
    { ...answer(RIGHT), outcome: { kind: "unreadable", code: 1, details: {} } },
    { ...answer(RIGHT), outcome: { kind: "unreadable", code: "x", details: { a: 1 } } },
  ])("%j is none", (value) => {
    expect(isAttempt(value)).toBe(false);
  });
});
