import * as Real from "@observablehq/plot";
import { describe, expect, test, vi } from "vitest";
import { addPoints, emptyLive, liveOptions } from "../../lib/plot";
import { LiveDrawing, livePicture } from "../../lib/plot/drawing";
import type { LiveData, PlotData } from "../../lib/protocol";
import { all, corners, marks, texts, values } from "./reading";

const SIZE = { width: 600, locale: "en" } as const;

const curve = (options: object, n: number, f: (x: number) => number, name = "", from = 1): LiveData => {
  const xs = Array.from({ length: n }, (_, i) => from + i);
  return addPoints(emptyLive(liveOptions(options)), name, xs, xs.map(f));
};

const more = (data: LiveData, from: number, n: number, f: (x: number) => number, name = "") => {
  const xs = Array.from({ length: n }, (_, i) => from + i);
  return addPoints(data, name, xs, xs.map(f));
};

/** Counts how often Plot itself draws. */
function counted(run: (drawing: LiveDrawing) => void): number {
  const plot = vi.fn(Real.plot);
  run(new LiveDrawing({ ...Real, plot }));
  return plot.mock.calls.length;
}

const path = ({ tree }: PlotData) => values(tree, "line", "path", "d")[0] ?? "";

/** The same commands, and places that differ by less than can be seen. */
function expectSame(one: string, other: string): void {
  expect(one.replaceAll(/[^MLZ]/g, "")).toBe(other.replaceAll(/[^MLZ]/g, ""));
  for (const [i, corner] of corners(one).entries()) {
    expect(Math.abs(corner[0] - (corners(other)[i]?.[0] ?? Number.NaN))).toBeLessThan(0.06);
    expect(Math.abs(corner[1] - (corners(other)[i]?.[1] ?? Number.NaN))).toBeLessThan(0.06);
  }
}

describe("LiveDrawing", () => {
  test.each([
    ["linear", {}, (x: number) => Math.sin(x / 9)],
    ["log-log", { x: { type: "log" }, y: { type: "log" } }, (x: number) => 3 / x],
    ["with gaps", { y: { type: "log" } }, (x: number) => (x % 7 === 0 ? -1 : 1 / x)],
    ["thinned", {}, (x: number) => (x * 7919) % 101],
  ] as const)("%s: a curve that grew is the curve that Plot draws", (_, options, f) => {
    const drawing = new LiveDrawing(Real);
    const first = curve(options, 1400, f, "a");
    drawing.growing(first, SIZE);
    const grown = more(first, 1401, 60, f, "a");
    const patched = drawing.growing(grown, SIZE);
    // Another drawing has Plot draw the same data; its axes have other ends, so places are compared by their values.
    const ends = (tree: typeof patched.tree) => values(tree, "line", "path", "d")[0]?.split(/(?=[ML])/) ?? [];
    const whole = new LiveDrawing(Real).growing(grown, SIZE);
    expect(ends(patched.tree)).toHaveLength(ends(whole.tree).length);
    expect(ends(patched.tree).map((step) => step[0])).toEqual(ends(whole.tree).map((step) => step[0]));
    expect(texts(patched.tree, "text")).toEqual(["a"]);
  });

  test("the path is the one that Plot would write for the same axes", () => {
    const f = (x: number) => (x === 5 ? Number.NEGATIVE_INFINITY * 0 : x * x);
    const drawing = new LiveDrawing(Real);
    const data = curve({}, 30, f, "b");
    const drawn = path(drawing.growing(data, SIZE));
    // The same data again fit into the frame, so this time the path is our own.
    expectSame(path(drawing.growing({ ...data }, SIZE)), drawn);
    const log = curve({ x: { type: "log" }, y: { type: "log" } }, 500, (x) => 1 / x);
    const other = new LiveDrawing(Real);
    const first = path(other.growing(log, SIZE));
    expectSame(path(other.growing({ ...log }, SIZE)), first);
  });

  test("a picture in which nothing moves by a tenth of a pixel is the one before", () => {
    const drawing = new LiveDrawing(Real);
    const data = curve({}, 100, Math.cos);
    drawing.growing(data, SIZE);
    const grown = drawing.growing(more(data, 101, 5, Math.cos), SIZE);
    expect(drawing.growing(more(data, 101, 5, Math.cos), SIZE)).toBe(grown);
    expect(
      drawing.growing(
        more(data, 101, 5, (x) => Math.cos(x) + 1e-5),
        SIZE,
      ),
    ).toBe(grown);
    expect(
      drawing.growing(
        more(data, 101, 5, (x) => Math.cos(x) + 0.1),
        SIZE,
      ),
    ).not.toBe(grown);
  });

  test("Plot draws seldom, however often points come", () => {
    const drawn = counted((drawing) => {
      let data = curve({ x: { type: "log" }, y: { type: "log" } }, 10, (x) => 1 / x);
      for (let batch = 0; batch < 300; batch++) {
        data = more(data, 11 + batch * 50, 50, (x) => 1 / x);
        drawing.growing(data, SIZE);
      }
    });
    expect(drawn).toBeLessThan(20);
  });

  test("what did not change is the same object", () => {
    const drawing = new LiveDrawing(Real);
    const data = curve({}, 100, Math.cos);
    const before = drawing.growing(data, SIZE).tree;
    const after = drawing.growing(more(data, 101, 5, Math.cos), SIZE).tree;
    expect(after).not.toBe(before);
    const shared = new Set(all(before, "g"));
    expect(all(after, "g").filter((group) => !shared.has(group))).toHaveLength(1);
  });

  test("names follow the ends of their curves", () => {
    const drawing = new LiveDrawing(Real);
    const falling = curve({}, 100, (x) => 100 - x, "loss");
    const place = (data: LiveData) =>
      Number(
        /,([-\d.]+)\)/.exec(
          marks(drawing.growing(data, SIZE).tree, "text", "g").at(-1)?.attributes.transform ?? "",
        )?.[1],
      );
    const high = place(falling);
    expect(place(more(falling, 101, 4, (x) => 100 - x, "loss"))).toBeGreaterThan(high);
  });

  test("a new series, a divergence and another width are drawn anew", () => {
    const drawn = counted((drawing) => {
      const one = curve({}, 50, Math.sin, "one");
      drawing.growing(one, SIZE);
      const two = addPoints(one, "two", [1, 2, 3], [0, 0.1, 0.2]);
      drawing.growing(two, SIZE);
      const lost = addPoints(two, "two", [4], [Number.NaN]);
      expect(texts(drawing.growing(lost, SIZE).tree, "text")).toContain("two: NaN");
      drawing.growing(lost, { ...SIZE, width: 500 });
    });
    expect(drawn).toBe(4);
  });

  test("a plot that rests is the same as one that never grew", () => {
    const drawing = new LiveDrawing(Real);
    const data = curve({ y: { type: "log" } }, 300, (x) => 1 / x, "run");
    drawing.growing(data, SIZE);
    expect(drawing.settled(data, SIZE)).toMatchObject(livePicture(Real, data, SIZE));
  });

  test("an axis with room ends beyond the points, and not below zero", () => {
    const drawing = new LiveDrawing(Real);
    const { tree } = drawing.growing(
      curve({}, 100, (x) => x),
      SIZE,
    );
    const path = values(tree, "line", "path", "d")[0] ?? "";
    const right = Number(/L([\d.]+),[\d.]+$/.exec(path)?.[1]);
    // 15 % of the axis are free, on a frame that is at most 600 wide.
    expect(right).toBeLessThan(600 * 0.9);
    expect(texts(tree, "y-axis tick label").some((tick) => tick.startsWith("−"))).toBe(false);
  });
});
