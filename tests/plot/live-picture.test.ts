import * as Real from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { addPoints, cleanTree, emptyLive, liveOptions } from "../../lib/plot";
import { livePicture } from "../../lib/plot/drawing";
import { logTicks, logTickText } from "../../lib/plot/live-axis";
import { labelMargin, placeLabels } from "../../lib/plot/live-labels";
import { elementsOf } from "../../lib/plot/tree";
import type { LiveData } from "../../lib/protocol";
import { all, corners, marks, texts, values } from "./reading";

function data(options: unknown, series: Record<string, [number[], number[]]>): LiveData {
  let live = emptyLive(liveOptions(options));
  for (const [name, [x, y]] of Object.entries(series)) live = addPoints(live, name, x, y);
  return live;
}

function draw(live: LiveData, locale: "zh" | "en" = "en", width = 688) {
  const picture = livePicture(Real, live, { width, locale });
  expect(cleanTree(picture.tree)).not.toBeNull();
  return picture;
}

describe("livePicture", () => {
  test("a line for each series, in the page's colours, with its name at its end", () => {
    const { tree } = draw(
      data(
        {},
        {
          a: [
            [0, 1, 2],
            [1, 2, 3],
          ],
          b: [
            [0, 1, 2],
            [3, 2, 1],
          ],
        },
      ),
    );
    expect(values(tree, "line", "path", "d").map((d) => corners(d ?? "").length)).toEqual([3, 3]);
    const colors = [...all(tree, "g")]
      .filter((g) => g.attributes["aria-label"] === "line")
      .map((g) => g.attributes.stroke);
    expect(colors).toEqual(["var(--series-1)", "var(--series-2)"]);
    expect(texts(tree, "text").sort()).toEqual(["a", "b"]);
    expect(all(tree, "span")).toHaveLength(0);
  });

  test("a series of thousands of points is drawn in about two points a pixel, peaks and all", () => {
    const x = Array.from({ length: 3_900 }, (_, i) => i);
    const { tree } = draw(data({}, { "": [x, x.map((v) => (v === 1_234 ? 50 : Math.sin(v)))] }), "en", 400);
    const path = corners(values(tree, "line", "path", "d")[0] ?? "");
    expect(path.length).toBeLessThanOrEqual(4 * 200);
    const [first, last] = [path.at(0)?.[0] ?? 0, path.at(-1)?.[0] ?? 0];
    const peak = path.reduce((a, b) => (b[1] < a[1] ? b : a));
    expect(peak[0]).toBeCloseTo(first + ((last - first) * 1_234) / 3_899, 1);
  });

  test("an unnamed series has neither label nor legend", () => {
    const { tree } = draw(
      data(
        {},
        {
          "": [
            [0, 1],
            [1, 2],
          ],
        },
      ),
    );
    expect(texts(tree, "text")).toEqual([]);
    expect(all(tree, "span")).toHaveLength(0);
  });

  test("swatches where there is no room for names", () => {
    const long = "a very long name of a run with all of its settings";
    const { tree } = draw(
      data(
        {},
        {
          [long]: [
            [0, 1],
            [1, 2],
          ],
          short: [
            [0, 1],
            [2, 1],
          ],
        },
      ),
      "en",
      300,
    );
    expect(all(tree, "span")).toHaveLength(2);
    expect(texts(tree, "text")).toEqual([]);
  });

  test("log-log: equal ratios are equal distances, what is not positive is left out", () => {
    const { tree } = draw(
      data(
        { x: { type: "log" }, y: { type: "log" } },
        {
          "": [
            [0, 1, 10, 100, 1000],
            [5, 1, 0.1, 0.01, 0],
          ],
        },
      ),
    );
    const path = corners(values(tree, "line", "path", "d")[0] ?? "");
    expect(path).toHaveLength(3);
    const [a, b, c] = path;
    expect((b?.[0] ?? 0) - (a?.[0] ?? 0)).toBeCloseTo((c?.[0] ?? 0) - (b?.[0] ?? 0), 1);
    expect((b?.[1] ?? 0) - (a?.[1] ?? 0)).toBeCloseTo((c?.[1] ?? 0) - (b?.[1] ?? 0), 1);
    expect(texts(tree, "y-axis tick label")).toEqual(["0.01", "0.1", "1"]);
    expect(texts(tree, "x-axis tick label")).toEqual(["1", "10", "100", "1,000"]);
  });

  test.each([
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "+∞"],
    [Number.NEGATIVE_INFINITY, "−∞"],
  ])("divergence to %s is marked where it happened", (value, name) => {
    const { tree, description } = draw(
      data(
        {},
        {
          "": [
            [0, 1, 2, 3, 4],
            [1, 2, 4, value, value],
          ],
        },
      ),
    );
    expect(texts(tree, "text")).toEqual([name]);
    expect(marks(tree, "rule", "line")).toHaveLength(1);
    const line = corners(values(tree, "line", "path", "d")[0] ?? "");
    expect(marks(tree, "dot", "path")[0]?.attributes.transform).toBe(`translate(${line.at(-1)?.join(",")})`);
    expect(description).toContain("diverged at 3");
  });

  test("a run that diverged is named where it did, the others at their ends", () => {
    const { tree } = draw(
      data(
        {},
        {
          good: [
            [0, 1, 2],
            [3, 2, 1],
          ],
          bad: [
            [0, 1],
            [1, Number.NaN],
          ],
        },
      ),
    );
    expect(texts(tree, "text").sort()).toEqual(["bad: NaN", "good"]);
  });

  test.each([
    ["nothing", {}],
    ["one point", { "": [[3], [4]] }],
    [
      "one value",
      {
        "": [
          [0, 1, 2],
          [5, 5, 5],
        ],
      },
    ],
    [
      "zero only",
      {
        "": [
          [0, 1],
          [0, 0],
        ],
      },
    ],
    [
      "nothing that can be drawn",
      {
        "": [
          [0, 1],
          [Number.NaN, Number.NaN],
        ],
      },
    ],
    [
      "the greatest numbers",
      {
        "": [
          [0, 1],
          [-Number.MAX_VALUE, Number.MAX_VALUE],
        ],
      },
    ],
    [
      "the smallest numbers",
      {
        "": [
          [0, 1],
          [Number.MIN_VALUE, 2 * Number.MIN_VALUE],
        ],
      },
    ],
  ] as [string, Record<string, [number[], number[]]>][])("%s is drawn without a bad number", (_, series) => {
    for (const type of ["linear", "log"]) {
      const { tree } = draw(data({ x: { type }, y: { type } }, series));
      for (const { attributes } of elementsOf(tree)) {
        expect(Object.values(attributes).join(" ")).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  test("title, labels, height and width", () => {
    const { tree } = draw(
      data(
        { title: "损失", x: { label: "step" }, y: { label: "loss" }, height: 200 },
        {
          "": [
            [0, 1],
            [1, 2],
          ],
        },
      ),
      "zh",
      500,
    );
    const svg = all(tree, "svg").find((element) => element.attributes.class === "plot");
    expect(svg?.attributes).toMatchObject({ width: "500", height: "200" });
    expect(all(tree, "div").map((title) => title.children)).toEqual([["损失"]]);
    expect(texts(tree, "x-axis label")).toEqual(["step →"]);
    expect(texts(tree, "y-axis label")).toEqual(["↑ loss"]);
  });

  test("is described in the reader's language", () => {
    const live = data(
      { title: "loss", y: { label: "loss", type: "log" } },
      {
        a: [
          [0, 10],
          [1, 0.1],
        ],
      },
    );
    expect(draw(live, "en").description).toMatch(
      /^Plot “loss”: 1 line; colour: a; horizontal axis from 0 to 10;/,
    );
    expect(draw(live, "en").description).toContain("(logarithmic)");
    expect(draw(live, "zh").description).toMatch(/^图“loss”：1 条线；颜色：a；横轴从 0 到 10；/);
  });

  test("the picture is plain data", () => {
    const picture = draw(
      data(
        {},
        {
          a: [
            [0, 1],
            [1, 2],
          ],
        },
      ),
    );
    expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
    expect(structuredClone(picture)).toEqual(picture);
  });
});

describe("axes", () => {
  test.each([
    [1, 1000, [1, 10, 100, 1000]],
    [0.02, 3, [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2]],
    [1e-12, 1e12, [1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3, 1e6, 1e9, 1e12]],
  ])("logarithmic ticks from %d to %d", (low, high, ticks) => {
    expect(logTicks(low, high)).toEqual(ticks);
  });

  test.each([
    [1000, "1,000"],
    [0.001, "0.001"],
    [1e-7, "10⁻⁷"],
    [5e12, "5×10¹²"],
    [0.5, "0.5"],
  ])("%d is written %s", (value, text) => {
    expect(logTickText(value)).toBe(text);
  });
});

describe("names at the ends of curves", () => {
  const label = (y: number, series = 0) => ({ text: "name", y, series });

  test("keep their distance, their order and the frame", () => {
    const placed = placeLabels([label(50), label(51, 1), label(299, 2), label(300, 3)], 20, 300) ?? [];
    expect(placed.map(({ series }) => series)).toEqual([0, 1, 2, 3]);
    for (const [i, { y }] of placed.entries()) {
      expect(y).toBeGreaterThanOrEqual(20);
      expect(y).toBeLessThanOrEqual(300);
      if (i > 0) expect(y - (placed[i - 1]?.y ?? 0)).toBeGreaterThanOrEqual(14);
    }
  });

  test("those that are far apart stay where they are", () => {
    expect(placeLabels([label(250), label(50, 1)], 20, 300)?.map(({ y }) => y)).toEqual([50, 250]);
  });

  test("too many have no room", () => {
    expect(
      placeLabels(
        Array.from({ length: 64 }, (_, i) => label(i)),
        20,
        300,
      ),
    ).toBeUndefined();
    expect(labelMargin(["x".repeat(100)], 300)).toBeUndefined();
    expect(labelMargin(["a"], 300)).toBeLessThan(30);
  });
});
