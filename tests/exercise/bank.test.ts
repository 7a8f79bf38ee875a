import { afterAll, describe, expect, test } from "vitest";
import {
  checkChoice,
  checkExpr,
  checkNumeric,
  checkOrder,
  evaluateFormula,
  parseFormula,
} from "@/lib/exercise";
import { ENTRIES, toExercise } from "./bank/bank";
import { Judge } from "./realm";

const judge = new Judge();
afterAll(() => judge.close());

/** Every text that a value holds, however deep, in one language. */
function texts(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if ("zh" in value || "en" in value) return [value];
  return Object.values(value).flatMap(texts);
}

test("the bank has 67 exercises of five kinds", () => {
  expect(ENTRIES).toHaveLength(67);
  expect(new Set(ENTRIES.map(({ kind }) => kind)).size).toBe(5);
});

describe.each(ENTRIES.map((entry) => [entry.id, entry] as const))("%s", (_, entry) => {
  const exercise = toExercise(entry);

  test("every text exists in both languages", () => {
    const all = texts(exercise);
    expect(all.length).toBeGreaterThan(1);
    for (const text of all) {
      expect(text).toEqual({ zh: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
    }
  });

  if (entry.kind === "numeric" && exercise.kind === "numeric") {
    test("the right number is right, in full and rounded", () => {
      for (const text of [String(entry.value), entry.value.toPrecision(4), entry.value.toExponential(3)]) {
        expect([text, checkNumeric(exercise, text)]).toEqual([text, { kind: "right" }]);
      }
    });
    test("each wrong number earns its own feedback", () => {
      entry.wrong.forEach(({ v }, matched) => {
        for (const text of [String(v), v.toPrecision(4)]) {
          expect([text, checkNumeric(exercise, text)]).toEqual([text, { kind: "wrong", matched }]);
        }
      });
    });
    test("nothing is untouched", () => expect(checkNumeric(exercise, "")).toEqual({ kind: "untouched" }));
  }

  if (entry.kind === "expr" && exercise.kind === "expr") {
    test("the right formula is right in other forms too", () => {
      for (const text of [
        entry.answer,
        `(${entry.answer})`,
        `2*(${entry.answer})/2`,
        `0 + ${entry.answer}`,
      ]) {
        expect([text, checkExpr(exercise, text)]).toEqual([text, { kind: "right" }]);
      }
    });
    test("each wrong formula earns its own feedback", () => {
      entry.wrong.forEach(({ v }, matched) => {
        expect([v, checkExpr(exercise, v)]).toEqual([v, { kind: "wrong", matched }]);
      });
    });
    test("the right formula has a value", () => {
      const names = new Map(exercise.names.map(({ name, from, to }) => [name, (from + to) / 2]));
      expect(evaluateFormula(parseFormula(entry.answer), names)).toEqual(expect.any(Number));
    });
  }

  if (entry.kind === "choice" && exercise.kind === "choice") {
    test("each option earns its own feedback, and one is right", () => {
      const outcomes = entry.opts.map((_, index) => checkChoice(exercise, String(index)));
      expect(outcomes).toEqual(
        entry.opts.map(({ ok }, matched) => (ok ? { kind: "right" } : { kind: "wrong", matched })),
      );
      expect(outcomes.filter(({ kind }) => kind === "right")).toHaveLength(1);
      expect(checkChoice(exercise, "")).toEqual({ kind: "untouched" });
    });
  }

  if (entry.kind === "order" && exercise.kind === "order") {
    const order = exercise.items.map((_, index) => index);
    test("the author's order is right, and what is shown at first is none", () => {
      expect(checkOrder(exercise, order.join(" "))).toEqual({ kind: "right" });
      expect(checkOrder(exercise, exercise.shown.join(" "))).toEqual({ kind: "untouched" });
      expect(exercise.shown).not.toEqual(order);
    });
    test("each pair that must not be turned round, turned round, is wrong and says where", () => {
      for (const [first, second] of entry.deps) {
        const swapped = order.map((item) => (item === first ? second : item === second ? first : item));
        if (swapped.join(" ") === exercise.shown.join(" ")) continue;
        expect(checkOrder(exercise, swapped.join(" "))).toMatchObject({
          kind: "wrong",
          matched: 0,
          code: "out-of-order",
          details: { place: String(Math.min(first, second) + 1) },
        });
      }
    });
  }

  if (entry.kind === "code" && exercise.kind === "code") {
    const key = (outcome: { matched?: number | null | undefined }) =>
      outcome.matched === undefined || outcome.matched === null
        ? null
        : exercise.answers[outcome.matched]?.match;
    test("the solution passes", async () => {
      expect(await judge.judge(exercise, entry.solution)).toEqual({ kind: "right" });
    });
    test("the starter fails and says what is missing", async () => {
      const outcome = await judge.judge(exercise, entry.starter);
      expect(outcome.kind).toBe("wrong");
      expect(Object.keys(entry.fbs)).toContain(key(outcome as { matched: number | null }));
    });
    test.each(entry.traps)("a program that is wrong earns %s", async (expected, code) => {
      const outcome = await judge.judge(exercise, code);
      expect(outcome).toMatchObject({
        kind: "wrong",
        code: "differs",
        details: { input: expect.any(String) },
      });
      expect(key(outcome as { matched: number | null })).toBe(expected);
    });
  }
});
