import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fixed,
  linearScale,
  logScale,
  rootScale,
  roundCount,
  signed,
  significant,
  snapped,
} from "@/lib/figures";

const scales = {
  linear: linearScale(-3, 5),
  log: logScale(1, 1e5),
  root: rootScale(3),
};

describe.each(Object.entries(scales))("a %s scale", (_, scale) => {
  test("goes from 0 to 1, and back to the value", () => {
    expect(scale.at(scale.min)).toBeCloseTo(0, 12);
    expect(scale.at(scale.max)).toBeCloseTo(1, 12);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (at) => {
        expect(scale.at(scale.value(at))).toBeCloseTo(at, 9);
      }),
    );
  });

  test("has ticks within, in order", () => {
    expect(scale.ticks.length).toBeGreaterThan(2);
    expect([...scale.ticks].sort((a, b) => a - b)).toEqual(scale.ticks);
    for (const tick of scale.ticks) {
      expect(scale.at(tick)).toBeGreaterThanOrEqual(-1e-9);
      expect(scale.at(tick)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });
});

test("ticks are round", () => {
  expect(linearScale(-5, 5, 6).ticks).toEqual([-4, -2, 0, 2, 4]);
  expect(linearScale(0, 0.25, 5).ticks).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25]);
  expect(logScale(1e-2, 1e3).ticks).toEqual([0.01, 0.1, 1, 10, 100, 1000]);
});

test("values snap to their step and stay within", () => {
  const range = { min: -1, max: 1, step: 0.05 };
  expect([0.174, 3, -7, Number.POSITIVE_INFINITY].map((value) => snapped(value, range))).toEqual([
    0.15, 1, -1, 1,
  ]);
  expect([7, 99, 104, 1249, 50_000].map(roundCount)).toEqual([7, 99, 100, 1200, 50_000]);
});

test("numbers as texts", () => {
  expect([fixed(-1.5, 2), fixed(-0.001, 2), fixed(Number.NaN, 2), fixed(-1 / 0, 1)]).toEqual([
    "−1.50",
    "0.00",
    "NaN",
    "−∞",
  ]);
  expect([fixed(12_345_678, 2), significant(4.56e-7, 3), significant(-1e308, 2)]).toEqual([
    "1.23×10⁷",
    "4.56×10⁻⁷",
    "−1.0×10³⁰⁸",
  ]);
  expect([significant(0.1 + 0.2, 5), significant(0, 3), significant(39.06, 3)]).toEqual(["0.3", "0", "39.1"]);
  expect([signed(2, 1), signed(-2, 1), signed(0.01, 1), signed(Number.NaN, 1)]).toEqual([
    "+2.0",
    "−2.0",
    "0.0",
    "NaN",
  ]);
});
