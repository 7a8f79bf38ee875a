import { describe, expect, test } from "vitest";
import { cleanTree } from "../../lib/plot";
import type { PlotData } from "../../lib/protocol";
import { parsePlot } from "../../lib/protocol/parse-plot";

const PLOT: PlotData = {
  tree: { tag: "svg", attributes: { class: "plot" }, children: [] },
  description: "Plot.",
  tips: [
    {
      pointer: "x",
      x: [1, 2],
      y: [3, 4],
      labels: ["step", "loss"],
      values: [
        ["1", "0.5"],
        ["2", "0.25"],
      ],
      colors: ["var(--series-1)", "#abc"],
      series: [0, 1],
    },
  ],
  table: { columns: ["step"], rows: [[1], [2]], rowCount: 2, columnCount: 1, indexed: false },
};
const [GROUP] = PLOT.tips ?? [];

describe("a plot from a kernel", () => {
  test("comes through as it is", () => {
    expect(parsePlot(structuredClone(PLOT), cleanTree)).toEqual(PLOT);
  });

  test.each([
    ["another pointer", { pointer: "z" }],
    ["places that are none", { x: [1, Number.NaN] }],
    ["a place too few", { y: [3] }],
    ["values too few", { values: [["1", "0.5"]] }],
    ["places that are no list", { x: { length: 2 } }],
    ["too many lines", { labels: Array(31).fill("a") }],
    ["too many places", { x: Array(5001).fill(0), y: Array(5001).fill(0), values: Array(5001).fill([]) }],
  ])("tips with %s are left out, the picture is not", (_, wrong) => {
    const parsed = parsePlot({ ...PLOT, tips: [{ ...GROUP, ...wrong }] }, cleanTree);
    expect(parsed?.tips).toBeUndefined();
    expect(parsed?.tree).toEqual(PLOT.tree);
  });

  test("colours that are more than colours are none; texts are texts", () => {
    const [group] =
      parsePlot(
        {
          ...PLOT,
          tips: [
            {
              ...GROUP,
              colors: ["red;background:url(x)", "var(--anything)"],
              values: [
                ["x".repeat(10_000), 5],
                [null, {}],
              ],
              series: ["0", "1"],
            },
          ],
        },
        cleanTree,
      )?.tips ?? [];
    expect(group?.colors).toEqual(["", ""]);
    expect(group?.values[0]?.[0]?.length).toBeLessThanOrEqual(400);
    expect(group?.values[1]).toEqual(["", ""]);
    expect(group?.series).toBeUndefined();
  });

  test("of many groups only as many places as a page can look through", () => {
    const many = {
      ...PLOT,
      tips: Array(100).fill({
        ...GROUP,
        x: Array(200).fill(0),
        y: Array(200).fill(0),
        values: Array(200).fill(["", ""]),
      }),
    };
    const places = (parsePlot(many, cleanTree)?.tips ?? []).reduce((sum, { x }) => sum + x.length, 0);
    expect(places).toBeLessThanOrEqual(5_000);
  });

  test("without a picture there is no plot", () => {
    expect(parsePlot({ ...PLOT, tree: { tag: "script" } }, cleanTree)).toBeNull();
    expect(parsePlot(null, cleanTree)).toBeNull();
  });
});
