import * as Real from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { wrapPlot } from "../../lib/plot/drawing";
import type { PlotData } from "../../lib/protocol";
import { output } from "./reading";

const Plot = wrapPlot(Real);

/** One unit is ten pixels; the origin is at the lower left. */
const FRAME = {
  width: 100,
  height: 100,
  margin: 0,
  x: { domain: [0, 10], label: "step" },
  y: { domain: [0, 10], label: "loss" },
  axis: null,
} as const;
const POINTS = [
  { x: 1, y: 2, kind: "a" },
  { x: 4, y: 8, kind: "b" },
  { x: 9, y: 3, kind: "a" },
];

const data = (drawn: unknown): PlotData => output(drawn).toData("en");

describe("tips", () => {
  test("a dot's place and what Plot's own tip says", () => {
    const [group, ...others] =
      data(Plot.dot(POINTS, { x: "x", y: "y", fill: "kind", tip: true }).plot(FRAME)).tips ?? [];
    expect(others).toEqual([]);
    expect(group?.pointer).toBe("xy");
    expect(group?.x).toEqual([10, 40, 90]);
    expect(group?.y).toEqual([80, 20, 70]);
    expect(group?.labels).toEqual(["kind", "step", "loss"]);
    expect(group?.values).toEqual([
      ["a", "1", "2"],
      ["b", "4", "8"],
      ["a", "9", "3"],
    ]);
    expect(group?.colors).toEqual(["var(--series-1)", "var(--series-2)", "var(--series-1)"]);
  });

  test.each([
    ["x", Plot.lineY(POINTS, { x: "x", y: "y", tip: true })],
    ["y", Plot.lineX(POINTS, { x: "x", y: "y", tip: true })],
    ["xy", Plot.dot(POINTS, { x: "x", y: "y", tip: true })],
    ["y", Plot.dot(POINTS, { x: "x", y: "y", tip: "y" })],
    ["x", Plot.dot(POINTS, { x: "x", y: "y", tip: { pointer: "x" } })],
    ["xy", Plot.tip(POINTS, Plot.pointer({ x: "x", y: "y" }))],
  ])("is found by its distance in %s", (pointer, mark) => {
    expect(data(mark.plot(FRAME)).tips?.map((group) => group.pointer)).toEqual([pointer]);
  });

  test("several marks keep their own pointers", () => {
    const { tips } = data(
      Plot.plot({
        ...FRAME,
        marks: [
          Plot.ruleY([0]),
          Plot.lineY(POINTS, { x: "x", y: "y", tip: "x" }),
          [Plot.dot(POINTS, { x: "x", y: "y", tip: "xy" })],
        ],
      }),
    );
    expect(tips?.map(({ pointer }) => pointer)).toEqual(["x", "xy"]);
  });

  test("formats, titles and further channels", () => {
    const [formatted] =
      data(
        Plot.dot(POINTS, {
          x: "x",
          y: "y",
          channels: { name: "kind" },
          tip: { format: { y: ".2f", x: false } },
        }).plot(FRAME),
      ).tips ?? [];
    expect(formatted?.labels.map((label, i) => [label, formatted.values[0]?.[i]])).toEqual([
      ["loss", "2.00"],
      ["name", "a"],
    ]);
    const [titled] =
      data(Plot.dot(POINTS, { x: "x", y: "y", title: (d) => `${d.kind}\n${d.x}`, tip: true }).plot(FRAME))
        .tips ?? [];
    expect(titled?.labels).toEqual(["", ""]);
    expect(titled?.values[1]).toEqual(["b", "4"]);
  });

  test("bars are found at their middle, bins say both their ends", () => {
    const [group] =
      data(
        Plot.rectY(POINTS, {
          ...Plot.binX({ y: "count" }, { x: "x", thresholds: [0, 5, 10] }),
          tip: "x",
        }).plot(FRAME),
      ).tips ?? [];
    expect(group?.x).toEqual([25, 75]);
    expect(group?.values.map((line) => line.map((text) => text.replace(/\s/g, "")))).toEqual([
      ["0–5", "2"],
      ["5–10", "1"],
    ]);
  });

  test("bands and facets: places are those on the paper", () => {
    const drawn = output(
      Plot.plot({ height: 120, marks: [Plot.barY(POINTS, { x: "kind", y: "y", fx: "x", tip: true })] }),
    );
    const { tips = [] } = drawn.toData("en");
    expect(tips).toHaveLength(3);
    const fx = drawn.scale("fx") as { apply(value: unknown): number };
    const x = drawn.scale("x") as { apply(value: unknown): number; bandwidth: number };
    const left = fx.apply(4) - fx.apply(1);
    // The first facet's bar is an a, the second's a b; each stands in the middle of its band.
    const between = x.apply("b") - x.apply("a");
    expect((tips[1]?.x[0] ?? 0) - (tips[0]?.x[0] ?? 0)).toBeCloseTo(left + between, 0);
  });

  test("curves are told apart", () => {
    const [group] =
      data(Plot.lineY(POINTS, { x: "x", y: "y", stroke: "kind", tip: true }).plot(FRAME)).tips ?? [];
    expect(group?.series).toEqual([0, 1, 0]);
  });

  test("of a hundred thousand points at most two thousand, the highest among them", () => {
    // Whatever the width: which points share a pixel is another matter each time.
    for (const width of [688, 672, 350]) {
      const many = Array.from({ length: 100_000 }, (_, i) => (i === 31_415 ? 99 : Math.sin(i)));
      const [group] = data(Plot.lineY(many, { tip: true }).plot({ width })).tips ?? [];
      expect(group?.x.length).toBeLessThanOrEqual(2_000);
      expect(group?.x.length).toBeGreaterThan(500);
      expect(group?.x).toEqual(group?.x.toSorted((a, b) => a - b));
      expect(group?.values.some((line) => line.includes("99"))).toBe(true);
    }
  });

  test("there are none where nobody asked for any", () => {
    expect(data(Plot.dot(POINTS, { x: "x", y: "y" }).plot(FRAME)).tips).toBeUndefined();
    expect(data(Plot.plot({ marks: [Plot.tip(["here"], { x: 1, y: 1 })] })).tips).toBeUndefined();
  });
});

describe("the table of a plot's numbers", () => {
  test("a row for each datum, a column for each channel", () => {
    expect(data(Plot.dot(POINTS, { x: "x", y: "y", fill: "kind", r: 3 }).plot(FRAME)).table).toEqual({
      columns: ["step", "loss", "kind"],
      rows: [
        [1, 2, "a"],
        [4, 8, "b"],
        [9, 3, "a"],
      ],
      rowCount: 3,
      columnCount: 3,
      indexed: false,
    });
  });

  test("accessors are called what their axes are", () => {
    const { table } = data(Plot.dot([5, 6], { x: (_, i) => i, y: (d) => d }).plot(FRAME));
    expect(table?.columns).toEqual(["step", "loss"]);
  });

  test("rules, axes and tips are no data; a line and its dots are one", () => {
    const { table } = data(
      Plot.plot({
        grid: true,
        marks: [
          Plot.ruleY([0]),
          Plot.lineY(POINTS, { x: "x", y: "y", tip: true }),
          Plot.dot(POINTS, { x: "x", y: "y" }),
        ],
      }),
    );
    expect(table?.columns).toEqual(["x", "y"]);
    expect(table?.rowCount).toBe(3);
  });

  test("marks of different data say which they are", () => {
    const { table } = data(Plot.plot({ marks: [Plot.lineY([1, 2]), Plot.dot(POINTS, { x: "x", y: "y" })] }));
    expect(table?.indexed).toBe(true);
    expect(table?.rows.map(([mark]) => mark)).toEqual(["line", "line", "dot", "dot", "dot"]);
  });

  test("what a transform made", () => {
    const { table } = data(Plot.barY(POINTS, Plot.groupX({ y: "sum" }, { x: "kind", y: "y" })).plot());
    expect(table?.rows.map(([kind, top]) => [kind, top])).toEqual([
      ["a", 5],
      ["b", 8],
    ]);
  });

  test("at most a thousand rows, and how many there are", () => {
    const { table } = data(Plot.lineY({ length: 5000 }, { y: (_, i) => i }).plot());
    expect(table?.rows).toHaveLength(1000);
    expect(table?.rowCount).toBe(5000);
  });

  test("rules alone are the data", () => {
    expect(data(Plot.ruleX([3, 5]).plot()).table?.rows).toEqual([[3], [5]]);
  });
});
