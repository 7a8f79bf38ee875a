import { describe, expect, test } from "vitest";
import { nearest, placesOf, spoken, stepTo } from "../../components/output/tip-places";
import type { TipGroup } from "../../lib/protocol";

const group = (points: [x: number, y: number][], more: Partial<TipGroup> = {}): TipGroup => ({
  pointer: "xy",
  x: points.map(([x]) => x),
  y: points.map(([, y]) => y),
  labels: ["x", "y"],
  values: points.map((point) => point.map(String)),
  ...more,
});

describe("placesOf", () => {
  test("curve by curve, from left to right", () => {
    const places = placesOf([
      group(
        [
          [30, 1],
          [10, 2],
          [20, 3],
          [5, 4],
        ],
        { series: [0, 0, 1, 1] },
      ),
      group([[1, 1]]),
    ]);
    expect(places.map(({ x, curve }) => [curve, x])).toEqual([
      [0, 10],
      [0, 30],
      [1, 5],
      [1, 20],
      [2, 1],
    ]);
  });

  test("empty values are no lines, and are not said", () => {
    const [place] = placesOf([group([[1, 2]], { labels: ["", "loss"], values: [["run A", "0.5"]] })]);
    expect(place && spoken(place)).toBe("run A, loss 0.5");
    const [bare] = placesOf([group([[1, 2]], { values: [["", "2"]] })]);
    expect(bare?.lines).toEqual([["y", "2"]]);
  });
});

describe("nearest", () => {
  test("counts both distances, and nothing beyond forty pixels", () => {
    const places = placesOf([
      group([
        [0, 0],
        [50, 0],
      ]),
    ]);
    expect(nearest(places, 20, 3)).toBe(0);
    expect(nearest(places, 30, 3)).toBe(1);
    expect(nearest(places, 0, 41)).toBe(-1);
  });

  test("along x a place is found from any height", () => {
    const places = placesOf([
      group(
        [
          [0, 0],
          [50, 0],
        ],
        { pointer: "x" },
      ),
    ]);
    expect(nearest(places, 10, 400)).toBe(0);
    expect(nearest(places, 45, 400)).toBe(1);
    expect(nearest(places, 100, 0)).toBe(-1);
  });

  test("of two curves at one x the nearer", () => {
    const places = placesOf([
      group(
        [
          [10, 0],
          [10, 100],
        ],
        { pointer: "x", series: [0, 1] },
      ),
    ]);
    expect(places[nearest(places, 10, 90)]?.y).toBe(100);
    expect(places[nearest(places, 10, 10)]?.y).toBe(0);
  });
});

describe("stepTo", () => {
  const places = placesOf([
    group(
      [
        [0, 0],
        [10, 0],
        [20, 0],
        [2, 9],
        [18, 9],
      ],
      { series: [0, 0, 0, 1, 1] },
    ),
  ]);

  test.each([
    [0, "ArrowRight", 1],
    [2, "ArrowRight", 2],
    [1, "ArrowLeft", 0],
    [0, "ArrowLeft", 0],
    [1, "End", 2],
    [2, "Home", 0],
    [3, "ArrowRight", 4],
    [4, "ArrowRight", 4],
    [3, "ArrowLeft", 3],
    [0, "PageUp", 2],
    // To the nearest of the other curve.
    [2, "ArrowDown", 4],
    [0, "ArrowUp", 3],
    [4, "ArrowUp", 2],
  ])("from %i by %s to %i", (at, key, to) => {
    expect(stepTo(places, at, key)).toBe(to);
  });

  test("other keys lead nowhere", () => {
    expect(stepTo(places, 0, "a")).toBeUndefined();
    expect(stepTo([], 0, "ArrowRight")).toBeUndefined();
  });

  test("of a single curve up is on", () => {
    const one = placesOf([
      group([
        [0, 0],
        [1, 1],
      ]),
    ]);
    expect(stepTo(one, 0, "ArrowUp")).toBe(1);
    expect(stepTo(one, 1, "ArrowDown")).toBe(0);
  });
});
