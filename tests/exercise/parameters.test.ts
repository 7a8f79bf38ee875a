import { describe, expect, test } from "vitest";
import {
  chosenValues,
  countCombinations,
  describeCombination,
  drawCombination,
  FormulaError,
  fillSlot,
  namesOf,
  parseParameters,
  shuffled,
  splitTemplate,
  writeNumber,
} from "@/lib/exercise";

function failure(text: string): [string, number] | null {
  try {
    parseParameters(text);
    return null;
  } catch (error) {
    if (error instanceof FormulaError) return [error.code, error.position];
    throw error;
  }
}

describe("parameters", () => {
  test("derived names may use those before them", () => {
    expect([...namesOf(parseParameters("a = 2; b₁ = a^3 ;\n c_2 = b1 + a;"))]).toEqual([
      ["a", 2],
      ["b1", 8],
      ["c_2", 10],
    ]);
  });

  test("values are lists and ranges, kept as they were written", () => {
    const parameters = parseParameters("w: 2..4; eta: 0.05, .1, 2e-1; x: −1..1 step 0.5; g = 2*w");
    expect(parameters.drawn.map(({ values }) => values.map(({ value }) => value))).toEqual([
      [2, 3, 4],
      [0.05, 0.1, 0.2],
      [-1, -0.5, 0, 0.5, 1],
    ]);
    expect(parameters.drawn[1]?.values.map(({ text }) => text)).toEqual(["0.05", ".1", "2e-1"]);
    expect(countCombinations(parameters)).toBe(45);
  });

  test("every combination is reached once, and its names follow from it", () => {
    const parameters = parseParameters("w: 2..6; eta: 0.05, 0.1, 0.2; s = w*eta");
    const seen = Array.from({ length: 15 }, (_, index) => describeCombination(parameters, index));
    expect(new Set(seen).size).toBe(15);
    expect(seen[0]).toBe("w = 2, eta = 0.05");
    expect(seen[14]).toBe("w = 6, eta = 0.2");
    expect(namesOf(parameters, 14).get("s")).toBeCloseTo(1.2, 14);
    expect(chosenValues(parameters, 4).get("eta")?.text).toBe("0.1");
  });

  test.each<[string, string, number]>([
    ["a = b; b = 1", "unknown-name", 4],
    ["a = 1; b = a +", "expected-operand", 14],
    ["a = 1;  2 = b", "bad-binding", 8],
    ["a", "bad-binding", 0],
    ["a = 1; e = 2", "reserved-name", 7],
    ["sin = 2", "reserved-name", 0],
    ["a = 1; a = 2", "bound-twice", 7],
    ["a: 1, 2; a = 2", "bound-twice", 9],
    ["a = 1; b =", "empty", 10],
    ["a: ", "bad-values", 2],
    ["a: 1, two", "bad-values", 6],
    ["a: 1, , 2", "bad-values", 5],
    ["a: 5..2", "bad-values", 3],
    ["a: 0..1 step 0", "bad-values", 3],
    ["a: 0..1 step -1", "bad-values", 3],
    ["a: 1, 1.0", "value-twice", 2],
    ["a: 1..10000", "too-many-combinations", 3],
    ["a: 1..100; b: 1..100", "too-many-combinations", 11],
  ])("%s fails with its place", (text, code, position) => {
    expect(failure(text)).toEqual([code, position]);
  });
});

describe("draws", () => {
  const parameters = parseParameters("w: 2..6; eta: 0.05, 0.1, 0.2");
  const sequence = (seed: number, key = "chapter/one-step") =>
    Array.from({ length: 15 }, (_, draw) => drawCombination(parameters, seed, key, draw));

  test("go through all combinations before one comes again", () => {
    for (const seed of [0, 1, 7, 123456789, 4294967295]) {
      expect([...sequence(seed)].sort((a, b) => a - b)).toEqual(
        Array.from({ length: 15 }, (_, index) => index),
      );
      expect(drawCombination(parameters, seed, "chapter/one-step", 15)).toBe(sequence(seed)[0]);
    }
  });

  test("are the same for the same reader, and others for others", () => {
    expect(sequence(7)).toEqual(sequence(7));
    const firsts = Array.from({ length: 200 }, (_, seed) => sequence(seed)[0]);
    expect(new Set(firsts).size).toBe(15);
    expect(sequence(7)).not.toEqual(sequence(7, "chapter/another"));
  });

  test("an exercise without parameters has one variant", () => {
    expect(drawCombination(parseParameters("a = 2"), 7, "x", 3)).toBe(0);
  });
});

test("a shuffle has everything once, and depends on its text", () => {
  expect([...shuffled(6, "a")].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(
    new Set(Array.from({ length: 50 }, (_, index) => shuffled(4, `id-${index}`).join())).size,
  ).toBeGreaterThan(15);
});

describe("texts with values", () => {
  const parameters = parseParameters("w: 2, -3; eta: 0.05, 0.1; tiny = 1e-7*w");

  test("are cut at their slots", () => {
    expect(splitTemplate("a [[w]] b [[2·w]]")).toEqual([
      { kind: "words", text: "a " },
      { kind: "formula", formula: "w", position: 4 },
      { kind: "words", text: " b " },
      { kind: "formula", formula: "2·w", position: 12 },
    ]);
    expect(splitTemplate("[1, 2] and [[[x]]")).toEqual([
      { kind: "words", text: "[1, 2] and [" },
      { kind: "formula", formula: "x", position: 14 },
    ]);
  });

  test("show a parameter as written and a formula to six digits", () => {
    expect(fillSlot("eta", parameters, 0)).toBe("0.05");
    expect(fillSlot("w", parameters, 2)).toBe("−3");
    expect(fillSlot("w/7", parameters, 0)).toBe("0.285714");
    expect(fillSlot("tiny", parameters, 2)).toBe("−3×10⁻⁷");
  });

  test.each([
    [0.1 + 0.2, "0.3"],
    [-1.5, "−1.5"],
    [1e21, "1×10²¹"],
    [0, "0"],
  ])("%d is written %s", (value, text) => expect(writeNumber(value)).toBe(text));
});
