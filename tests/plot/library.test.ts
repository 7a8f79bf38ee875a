import * as Real from "@observablehq/plot";
import { describe, expect, test, vi } from "vitest";
import { cleanTree, MAX_ELEMENTS, PlotError } from "../../lib/plot";
import { PlotOutput, wrapPlot } from "../../lib/plot/drawing";
import { all, corners, marks, output, texts, values } from "./reading";

const Plot = wrapPlot(Real);

/** A frame in which one unit is ten pixels: x runs right from 0, y up from 100. */
const FRAME = {
  width: 100,
  height: 100,
  margin: 0,
  x: { domain: [0, 10] },
  y: { domain: [0, 10] },
  axis: null,
} as const;

const POINTS = [
  { x: 1, y: 2, kind: "a" },
  { x: 4, y: 8, kind: "b" },
  { x: 9, y: 3, kind: "a" },
];

const DIGITS = Array.from({ length: 10 }, (_, i) => i);

/** How often each mark's shape must be there, as the data say. */
const COUNTS: [name: string, draw: () => unknown, mark: string, shape: string, count: number][] = [
  ["dot", () => Plot.dot(POINTS, { x: "x", y: "y" }).plot(FRAME), "dot", "circle", 3],
  [
    "dot with symbols",
    () => Plot.dot(POINTS, { x: "x", y: "y", symbol: "kind" }).plot(FRAME),
    "dot",
    "path",
    3,
  ],
  ["dot without NaN", () => Plot.dotX([1, Number.NaN, 3]).plot(), "dot", "circle", 2],
  [
    "line by series",
    () => Plot.line(POINTS, { x: "x", y: "y", stroke: "kind" }).plot(FRAME),
    "line",
    "path",
    2,
  ],
  [
    "line with markers",
    () => Plot.line(POINTS, { x: "x", y: "y", marker: true }).plot(FRAME),
    "line",
    "marker",
    1,
  ],
  ["area", () => Plot.areaY([1, 2, 3]).plot(), "area", "path", 1],
  ["stacked areas", () => Plot.areaY(POINTS, { x: "x", y: "y", fill: "kind" }).plot(), "area", "path", 2],
  ["barY", () => Plot.barY([3, 1, 2]).plot(), "bar", "rect", 3],
  ["barX by names", () => Plot.barX(POINTS, { x: "y", y: (_, i) => `name ${i}` }).plot(), "bar", "rect", 3],
  ["rect", () => Plot.rect(POINTS, { x1: 0, x2: "x", y1: 0, y2: "y" }).plot(FRAME), "rect", "rect", 3],
  // Ten values in the bins [0, 5) and [5, 10).
  [
    "histogram",
    () => Plot.rectY(DIGITS, Plot.binX({ y: "count" }, { thresholds: [0, 5, 10] })).plot(),
    "rect",
    "rect",
    2,
  ],
  [
    "grouped bars",
    () => Plot.barY(POINTS, Plot.groupX({ y: "sum" }, { x: "kind", y: "y" })).plot(),
    "bar",
    "rect",
    2,
  ],
  [
    "cell",
    () => Plot.cell(DIGITS, { x: (d) => d % 5, y: (d) => Math.floor(d / 5), fill: (d) => d }).plot(),
    "cell",
    "rect",
    10,
  ],
  ["ruleY", () => Plot.ruleY([0, 5]).plot(FRAME), "rule", "line", 2],
  ["ruleX between", () => Plot.ruleX(POINTS, { x: "x", y1: 0, y2: "y" }).plot(FRAME), "rule", "line", 3],
  ["tick", () => Plot.tickX(POINTS, { x: "x", y: "kind" }).plot(), "tick", "line", 3],
  ["text", () => Plot.text(POINTS, { x: "x", y: "y", text: "kind" }).plot(FRAME), "text", "text", 3],
  ["frame", () => Plot.frame().plot(FRAME), "frame", "rect", 1],
  ["arrow", () => Plot.arrow(POINTS, { x1: 0, y1: 0, x2: "x", y2: "y" }).plot(FRAME), "arrow", "path", 3],
  ["link", () => Plot.link(POINTS, { x1: 0, y1: 0, x2: "x", y2: "y" }).plot(FRAME), "link", "path", 3],
  [
    "vector",
    () => Plot.vector(POINTS, { x: "x", y: "y", rotate: 45, length: 10 }).plot(FRAME),
    "vector",
    "path",
    3,
  ],
  ["tree's links", () => Plot.plot({ marks: [Plot.tree(["a/b", "a/c", "a/c/d"])] }), "link", "path", 3],
  ["tree's nodes", () => Plot.plot({ marks: [Plot.tree(["a/b", "a/c", "a/c/d"])] }), "dot", "circle", 4],
  ["box plot", () => Plot.boxX([1, 2, 3, 4, 100]).plot(), "dot", "circle", 1],
  [
    "linear regression",
    () => Plot.linearRegressionY(POINTS, { x: "x", y: "y", ci: 0 }).plot(),
    "linear-regression",
    "path",
    1,
  ],
  [
    "hexbin",
    () => Plot.dot(POINTS, Plot.hexbin({ r: "count" }, { x: "x", y: "y" })).plot(FRAME),
    "dot",
    "path",
    3,
  ],
  ["voronoi", () => Plot.voronoi(POINTS, { x: "x", y: "y" }).plot(FRAME), "voronoi", "path", 3],
  ["hull", () => Plot.hull(POINTS, { x: "x", y: "y" }).plot(FRAME), "hull", "path", 1],
  ["waffle", () => Plot.waffleY([5, 3]).plot(), "waffle", "pattern", 2],
  ["difference", () => Plot.differenceY([1, 2, 3], { y2: [3, 2, 1] }).plot(), "line", "path", 1],
  // x² + y² = 4 and = 9 cross the square with corners ±4.
  [
    "contour",
    () =>
      Plot.contour({
        fill: (x: number, y: number) => x * x + y * y,
        x1: -4,
        y1: -4,
        x2: 4,
        y2: 4,
        thresholds: [4, 9],
      }).plot({
        width: 200,
        height: 200,
      }),
    "contour",
    "path",
    2,
  ],
  [
    "facets",
    () => Plot.plot({ marks: [Plot.dot(POINTS, { x: "x", y: "y", fx: "kind" })] }),
    "dot",
    "circle",
    3,
  ],
  ["moving average", () => Plot.lineY(DIGITS, Plot.windowY({ k: 3 })).plot(), "line", "path", 1],
  ["dodge", () => Plot.dotX(DIGITS, Plot.dodgeY()).plot(), "dot", "circle", 10],
  [
    "selection",
    () => Plot.text(POINTS, Plot.selectMaxY({ x: "x", y: "y", text: "kind" })).plot(),
    "text",
    "text",
    1,
  ],
  [
    "several marks",
    () => Plot.plot({ marks: [[Plot.ruleY([0])], Plot.lineY(DIGITS), null] }),
    "line",
    "path",
    1,
  ],
];

describe("the real Plot on our document", () => {
  test.each(COUNTS)("%s", (_, draw, mark, shape, count) => {
    const { tree } = output(draw());
    expect(marks(tree, mark, shape)).toHaveLength(count);
    // What Plot draws is what the page may draw: the cleaner leaves out no shape.
    const cleaned = cleanTree(tree);
    expect(cleaned && marks(cleaned, mark, shape)).toHaveLength(count);
  });

  test("positions are those of the scales", () => {
    const { tree } = output(Plot.dot(POINTS, { x: "x", y: "y" }).plot(FRAME));
    expect(values(tree, "dot", "circle", "cx")).toEqual(["10", "40", "90"]);
    expect(values(tree, "dot", "circle", "cy")).toEqual(["80", "20", "70"]);
  });

  test("a line goes through its points and breaks where one is missing", () => {
    const y = [0, 5, Number.NaN, 10, 0];
    const { tree } = output(Plot.line(y, { x: (_, i) => i * 2, y: (d: number) => d }).plot(FRAME));
    expect(values(tree, "line", "path", "d")).toEqual(["M0,100L20,50M60,0L80,100"]);
  });

  test("a bar reaches from zero to its value", () => {
    const { tree } = output(Plot.rectY([5], { x1: 0, x2: 10, y: (d: number) => d }).plot(FRAME));
    const [bar] = marks(tree, "rect", "rect");
    expect([bar?.attributes.y, bar?.attributes.height]).toEqual(["50", "50"]);
  });

  test("the bins of a histogram are as high as their counts", () => {
    const options = Plot.binX({ y: "count" }, { x: (d: number) => d, thresholds: [0, 3, 10] });
    const { tree } = output(Plot.rectY(DIGITS, options).plot(FRAME));
    // Three values below 3, seven from 3.
    expect(values(tree, "rect", "rect", "height")).toEqual(["30", "70"]);
  });

  test("a contour of x² + y² has its radius", () => {
    const circle = Plot.contour({
      fill: (x: number, y: number) => x * x + y * y,
      x1: -5,
      y1: -5,
      x2: 5,
      y2: 5,
      thresholds: [16],
    });
    const { tree } = output(circle.plot({ width: 200, height: 200, margin: 0, axis: null }));
    const radii = corners(values(tree, "contour", "path", "d")[0] ?? "")
      .map(([x, y]) => Math.hypot(x - 100, y - 100))
      .filter((radius) => radius < 95);
    expect(radii.length).toBeGreaterThan(20);
    for (const radius of radii) expect(Math.abs(radius - 80)).toBeLessThan(0.5);
  });

  test("ticks of linear, logarithmic, temporal and band scales", () => {
    const ticks = (x: object) => texts(Plot.plot({ width: 400, x }).tree, "x-axis tick label");
    expect(ticks({ domain: [0, 10], ticks: 5 })).toEqual(["0", "2", "4", "6", "8", "10"]);
    expect(ticks({ type: "log", domain: [1, 1000], ticks: 3 })).toEqual(["1", "10", "100", "1k"]);
    expect(ticks({ type: "band", domain: ["猫", "狗"] })).toEqual(["猫", "狗"]);
    expect(ticks({ domain: [new Date("2020-01-01"), new Date("2023-01-01")], ticks: "year" })).toEqual([
      ...["2020", "2021", "2022", "2023"],
    ]);
  });

  test("axis labels, grid lines and an accessor of two arguments", () => {
    const { tree } = Plot.plot({
      grid: true,
      x: { label: "step", ticks: [0, 5, 10], domain: [0, 10] },
      y: { label: "loss", ticks: [0, 1], domain: [0, 1] },
      marks: [Plot.dot([3, 4], { x: (_d, i) => i, y: (d) => d / 10 })],
    });
    expect(texts(tree, "x-axis label")).toEqual(["step →"]);
    expect(texts(tree, "y-axis label")).toEqual(["↑ loss"]);
    expect(marks(tree, "x-grid", "line")).toHaveLength(3);
    expect(marks(tree, "y-grid", "line")).toHaveLength(2);
  });

  test("titles, caption and a swatches legend stand around the picture", () => {
    const { tree } = Plot.plot({
      title: "损失",
      subtitle: "by step",
      caption: "Fig. 1",
      color: { legend: true },
      marks: [Plot.dot(POINTS, { x: "x", y: "y", fill: "kind" })],
    });
    expect(tree.tag).toBe("figure");
    expect(
      tree.children.map((child) =>
        typeof child === "string" ? child : (child.attributes.class ?? child.tag),
      ),
    ).toEqual([...["plot-title", "plot-subtitle", "plot-swatches plot-swatches-wrap", "plot", "figcaption"]]);
    expect(all(tree, "span")).toHaveLength(2);
    expect(all(tree, "style")).toHaveLength(0);
  });

  test("a continuous legend is a gradient of the scale's colours", () => {
    const { tree } = Plot.plot({
      color: {
        legend: true,
        type: "linear",
        domain: [0, 1],
        range: ["#000000", "#ffffff"],
        interpolate: "rgb",
      },
      marks: [Plot.cellX([0, 1])],
    });
    const stops = all(tree, "stop").map((stop) => stop.attributes["stop-color"]);
    expect(stops.at(0)).toBe("rgb(0, 0, 0)");
    expect(stops.at(-1)).toBe("rgb(255, 255, 255)");
    const [gradient] = all(tree, "linearGradient");
    expect(
      all(tree, "rect").some((rect) => rect.attributes.fill === `url(#${gradient?.attributes.id})`),
    ).toBe(true);
    expect(all(tree, "image")).toHaveLength(0);
  });

  test("legends alone, and those of a plot", () => {
    expect(
      all(Plot.legend({ color: { type: "ordinal", domain: ["a", "b", "c"] } }).tree, "span"),
    ).toHaveLength(3);
    expect(all(Plot.legend({ color: { domain: [0, 1] } }).tree, "stop").length).toBeGreaterThan(10);
    const plot = Plot.plot({ marks: [Plot.dot(POINTS, { x: "x", y: "y", fill: "kind" })] });
    expect(all(plot.legend("color")?.tree ?? plot.tree, "span")).toHaveLength(2);
    expect(plot.legend("opacity")).toBeUndefined();
    expect(plot.scale("x")).toMatchObject({ type: "linear", domain: [1, 9] });
  });

  test("symbols have a legend", () => {
    const { tree } = Plot.plot({
      symbol: { legend: true },
      marks: [Plot.dot(POINTS, { x: "x", y: "y", symbol: "kind" })],
    });
    expect(all(tree, "span")).toHaveLength(2);
  });

  test("tips: those for a pointer draw nothing, one that is always shown has a box", () => {
    const pointed = Plot.plot({
      marks: [
        Plot.dot(POINTS, { x: "x", y: "y", tip: true }),
        Plot.text(POINTS, Plot.pointerX({ x: "x", y: "y", text: "kind" })),
      ],
    });
    expect(marks(pointed.tree, "dot", "circle")).toHaveLength(3);
    expect(marks(pointed.tree, "tip", "path")).toHaveLength(0);
    const shown = Plot.plot({ marks: [Plot.tip(["here"], { x: 1, y: 1 })] });
    expect(marks(shown.tree, "tip", "path")[0]?.attributes.d).toMatch(/^M0,0/);
    expect(texts(shown.tree, "tip").join()).toContain("here");
  });

  test("globals are as before", () => {
    const { warn } = console;
    Plot.plot({ marks: [Plot.tip(["here"], { x: 1, y: 1 })] });
    expect(console.warn).toBe(warn);
    expect("requestAnimationFrame" in globalThis).toBe(false);
    const fails = () => {
      throw new RangeError("the reader's own");
    };
    expect(() => Plot.dot([1], { x: fails }).plot()).toThrow("the reader's own");
    expect(console.warn).toBe(warn);
  });

  test("Plot's warnings are kept, not printed", () => {
    const printed = vi.spyOn(console, "warn").mockImplementation(() => {});
    const output = Plot.plot({
      x: { domain: [0, 1], ticks: [] as number[], interval: 5 },
      marks: [Plot.lineY(DIGITS, { stroke: DIGITS.map(String) })],
    });
    expect(output.warnings.join()).toMatch(/high cardinality/);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });
});

describe("defaults", () => {
  test("the page's width and series colours", () => {
    const { tree } = output(Plot.dot(POINTS, { x: "x", y: "y", fill: "kind" }).plot());
    expect(tree.attributes.width).toBe("672");
    expect(values(tree, "dot", "circle", "fill")).toEqual([
      "var(--series-1)",
      "var(--series-2)",
      "var(--series-1)",
    ]);
  });

  test("a scheme or range of the reader's own stays", () => {
    const own = output(
      Plot.dot(POINTS, { x: "x", y: "y", fill: "kind" }).plot({
        color: { range: ["#4269d0", "red"] },
      }),
    );
    expect(values(own.tree, "dot", "circle", "fill")).toEqual(["#4269d0", "red", "#4269d0"]);
  });

  test("long tick labels widen the picture to the left, unless a margin was given", () => {
    const bars = () => Plot.barX([1], { y: ["a very long name of a module"] });
    const { tree } = output(bars().plot());
    const [x = 0, , width = 0] = tree.attributes.viewBox?.split(" ").map(Number) ?? [];
    expect(x).toBeLessThan(-50);
    expect(x + width).toBe(672);
    expect(output(bars().plot({ marginLeft: 80 })).tree.attributes.viewBox).toMatch(/^0 0 672 /);
  });

  test("a narrow page has its own width, height and margin, and letters as large as elsewhere", () => {
    const curve = output(Plot.lineY(DIGITS).plot());
    expect(curve.toData("en").narrow).toBeUndefined();
    const narrow = curve.toSaved("en").narrow;
    expect(narrow?.attributes).toMatchObject({ width: "350", height: "280", viewBox: "0 0 350 280" });
    // What its author chose stays; and bars are as many as they are.
    const lower = output(Plot.lineY(DIGITS).plot({ height: 200 })).toSaved("en").narrow;
    expect(lower?.attributes).toMatchObject({ width: "350", height: "200" });
    expect(output(Plot.lineY(DIGITS).plot({ width: 500 })).toSaved("en").narrow).toBeUndefined();
    const named = Plot.barX([1], { y: ["a very long name of a module"] });
    expect(output(named.plot()).toSaved("en").narrow?.attributes.viewBox).toMatch(/^0 0 350 /);
  });

  test("wrapping twice is wrapping once", () => {
    expect(wrapPlot(Real)).toBe(Plot);
    expect(Plot.lineY([1, 2]).plot()).toBeInstanceOf(PlotOutput);
    expect(Plot.marks(Plot.lineY([1, 2]), Plot.ruleY([0])).plot()).toBeInstanceOf(PlotOutput);
  });
});

function refusal(draw: () => unknown): PlotError {
  try {
    draw();
  } catch (error) {
    if (error instanceof PlotError) return error;
    throw error;
  }
  throw new Error("it was drawn");
}

describe("what is refused", () => {
  test.each([
    ["Plot.image", () => Plot.image(["https://example.com/x.png"], { src: (d: string) => d }).plot()],
    ["href", () => Plot.dot(POINTS, { x: "x", y: "y", href: () => "javascript:alert(1)" }).plot()],
    ["Plot.crosshair", () => Plot.crosshair(POINTS, { x: "x", y: "y" })],
  ])("%s, with its name and an alternative", (option, draw) => {
    const error = refusal(draw);
    expect(error.code).toBe("plot-unsupported");
    expect(error.details.option).toBe(option);
    expect(error.details.alternative).not.toBe("");
  });

  test("300,000 dots", () => {
    const error = refusal(() => Plot.dotX({ length: 300_000 }, { x: (_, i) => i }).plot());
    expect(error.code).toBe("plot-too-many-elements");
    expect(error.details.limit).toBe(String(MAX_ELEMENTS));
  });

  test.each([
    ["width", { width: 1e6 }],
    ["width", { width: -1 }],
    ["height", { height: Number.NaN }],
    ["height", { width: 100, aspectRatio: 1e-3, x: { domain: [0, 1] }, y: { domain: [0, 1] } }],
  ])("a %s out of range: %o", (option, options) => {
    const error = refusal(() => Plot.dot(POINTS, { x: "x", y: "y" }).plot(options));
    expect(error.code).toBe("plot-size");
    expect(error.details.option).toBe(option);
  });
});

describe("long lines", () => {
  const n = 200_000;
  const noisy = Array.from({ length: n }, (_, i) => Math.sin(i / 5000) + (i === 123_456 ? 50 : 0));

  test("are thinned so that peaks, ends and gaps remain", () => {
    const frame = { width: 500, height: 200, margin: 0, axis: null, y: { domain: [-1, 50] } };
    const { tree, facts } = output(Plot.lineY(noisy).plot(frame));
    const path = corners(values(tree, "line", "path", "d")[0] ?? "");
    expect(path.length).toBeLessThanOrEqual(4 * 2 * 500 + 4);
    expect(path.at(0)?.[0]).toBe(0);
    expect(path.at(-1)?.[0]).toBe(500);
    // The one point far above the others: at 123456 of 200000, its height 51 of 51 units.
    const peak = path.reduce((a, b) => (b[1] < a[1] ? b : a));
    expect(peak[0]).toBeCloseTo((123_456 / (n - 1)) * 500, 1);
    expect(peak[1]).toBeLessThan(5);
    expect(facts.points).toBe(n);
  });

  test("series are thinned each for itself", () => {
    const { tree } = output(
      Plot.lineY(noisy, { z: (_, i) => i % 2, stroke: (_, i) => `s${i % 2}` }).plot({
        width: 300,
      }),
    );
    expect(values(tree, "line", "path", "d").map((d) => corners(d ?? "").length <= 4 * 2 * 300)).toEqual([
      true,
      true,
    ]);
  });

  test("areas keep both their edges", () => {
    const { tree } = output(
      Plot.areaY(noisy, { y1: -1, y2: (d: number) => d }).plot({
        ...{ width: 500, height: 200, margin: 0, axis: null, y: { domain: [-1, 50] } },
      }),
    );
    const edge = corners(values(tree, "area", "path", "d")[0] ?? "");
    expect(Math.min(...edge.map(([, y]) => y))).toBeLessThan(5);
    expect(Math.max(...edge.map(([, y]) => y))).toBe(200);
  });
});
