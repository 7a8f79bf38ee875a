import * as Real from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { data, nn, torch } from "../../lib/autograd";
import { cleanTree, PlotError } from "../../lib/plot";
import { createPlots, type PlotOutput } from "../../lib/plot/drawing";
import { pngSize } from "../../lib/plot/png-size";
import { all, corners, marks, texts, values } from "./reading";

const { tensor, noGrad } = torch;
let width = 672;
const host = { tensor, noGrad, locale: () => "en" as const, width: () => width };
const plots = createPlots(Real, host);
const falling = (rate: number, n = 50) => Array.from({ length: n }, (_, i) => Math.exp(-rate * i));

function codeOf(draw: () => unknown): string {
  try {
    draw();
  } catch (error) {
    if (error instanceof PlotError) return error.code;
    throw error;
  }
  return "drawn";
}

/** What the page would be left with. */
function cleaned({ tree }: PlotOutput): PlotOutput["tree"] {
  const left = cleanTree(tree, { prefix: "" });
  if (!left) throw new Error("nothing is left of it");
  return left;
}

describe("losses", () => {
  test("several runs lie over each other, each with its name", () => {
    const drawn = plots.losses({ SGD: falling(0.1), Adam: falling(0.3) });
    expect(
      values(drawn.tree, "line", "path", "stroke").concat(values(drawn.tree, "line", "g", "stroke")),
    ).toContain("var(--series-2)");
    expect(texts(drawn.tree, "text")).toEqual(["SGD", "Adam"]);
    const [group] = drawn.toData("en").tips ?? [];
    expect(group?.labels).toEqual(["", "updates", "loss"]);
    expect(group?.values[0]).toEqual(["SGD", "1", "1"]);
    expect(drawn.toData("en").table?.rowCount).toBe(100);
  });

  test("positive losses have a logarithmic axis, others have not", () => {
    // Equal factors are equal distances.
    const path = corners(values(plots.losses(falling(0.2)).tree, "line", "path", "d")[0] ?? "");
    const steps = path.slice(1).map(([, y], i) => y - (path[i]?.[1] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 1);
    expect(plots.losses([1, 0, -1]).facts.y?.type).toBe("linear");
  });

  test("a run that diverged is marked", () => {
    const drawn = plots.losses({ calm: [3, 2, 1], wild: [1, 9, Number.NaN] });
    expect(texts(drawn.tree, "text")).toContain("wild: NaN");
    expect(drawn.toData("en").description).toContain("wild diverged at 3");
  });

  test("tensors and typed arrays are lists too", () => {
    expect(plots.losses(tensor([3, 2, 1])).toData("en").table?.rows).toEqual([
      [1, 3],
      [2, 2],
      [3, 1],
    ]);
    expect(plots.losses(new Float32Array([3, 2])).toData("en").table?.rowCount).toBe(2);
  });
});

describe("learning rates", () => {
  const runs = { 0.01: falling(0.01), 0.1: falling(0.1), 1: [1, 4, Number.POSITIVE_INFINITY] };

  test("small pictures side by side, one a rate", () => {
    const drawn = plots.rateCurves(runs);
    expect(marks(drawn.tree, "line", "path")).toHaveLength(3);
    expect(texts(drawn.tree, "text").sort()).toEqual([
      "learning rate 0.01",
      "learning rate 0.1",
      "learning rate 1",
    ]);
    // The one that diverged is crossed out where it did.
    expect(marks(drawn.tree, "dot", "path")).toHaveLength(1);
  });

  test("the last loss against the rate, in the order of the rates", () => {
    const drawn = plots.rateFinals({
      "η = 10": [5, 2],
      "η = 0.1": [5, 4],
      "η = 1": [5, 1],
      "η = 100": [Number.NaN],
    });
    const dots = marks(drawn.tree, "dot", "circle");
    const x = dots.slice(0, 3).map(({ attributes }) => Number(attributes.cx));
    // A factor of ten each.
    expect((x[1] ?? 0) - (x[0] ?? 0)).toBeCloseTo((x[2] ?? 0) - (x[1] ?? 0), 2);
    expect(drawn.toData("en").tips?.[0]?.values).toEqual([
      ["0.1", "4"],
      ["1", "1"],
      ["10", "2"],
    ]);
    expect(texts(drawn.tree, "text")).toEqual(["✕ diverged"]);
    // The best has a ring.
    expect(dots[3]?.attributes.cx).toBe(dots[1]?.attributes.cx);
  });
});

describe("descent", () => {
  test("contours of x² + y² are circles around the origin, and the path ends there", () => {
    const path = Array.from({ length: 20 }, (_, i) => [2 * 0.7 ** i, -1 * 0.7 ** i]);
    const drawn = plots.descent((x, y) => x * x + y * y, path, { x: [-2, 2], y: [-2, 2] });
    const lines = marks(drawn.tree, "contour", "path");
    expect(lines.length).toBeGreaterThan(5);
    const sx = drawn.scale("x") as { apply(value: number): number; invert(value: number): number };
    const sy = drawn.scale("y") as { apply(value: number): number; invert(value: number): number };
    const [inner] = lines;
    const radii = corners(inner?.attributes.d ?? "")
      .map(([x, y]) => Math.hypot(sx.invert(x), sy.invert(y)))
      // The rest is the border of the area around them.
      .filter((radius) => radius < 1.9);
    expect(radii.length).toBeGreaterThan(10);
    for (const radius of radii) expect(Math.abs(radius - (radii[0] ?? 0))).toBeLessThan(0.05);
    const end = corners(values(drawn.tree, "line", "path", "d")[0] ?? "").at(-1);
    expect(end?.[0]).toBeCloseTo(sx.apply(2 * 0.7 ** 19), 1);
  });

  test("functions of tensors, several paths with a legend", () => {
    const f = (x: number, y: number) => tensor([x, y]).pow(2).sum();
    const drawn = plots.descent(f, {
      SGD: [
        [1, 1],
        [0, 0],
      ],
      momentum: [
        [1, -1],
        [0.2, 0],
      ],
    });
    expect(marks(drawn.tree, "line", "path")).toHaveLength(2);
    expect(all(drawn.tree, "span")).toHaveLength(2);
  });
});

describe("decision", () => {
  const samples = {
    x: [
      [-1, 0],
      [1, 0],
      [2, 1],
      [-2, -1],
    ],
    y: [0, 1, 1, 0],
  };

  test("the line lies where the model's output is zero", () => {
    const drawn = plots.decision((points: ReturnType<typeof tensor>) => points.select(1, 0), samples);
    const sx = drawn.scale("x") as { invert(value: number): number };
    const lines = marks(drawn.tree, "contour", "g").filter(
      ({ attributes }) => attributes.stroke === "currentColor",
    );
    const edge = corners(
      lines
        .at(-1)
        ?.children.map((path) => (typeof path === "string" ? "" : path.attributes.d))
        .join("") ?? "",
    );
    const sy = drawn.scale("y") as { invert(value: number): number };
    // The rest is the border of the area to its right.
    const inside = edge
      .filter(([, y]) => Math.abs(sy.invert(y)) < 0.9)
      .map(([x]) => sx.invert(x))
      .filter((x) => x < 2);
    expect(inside.length).toBeGreaterThan(10);
    for (const x of inside) expect(Math.abs(x)).toBeLessThan(0.03);
    expect(marks(drawn.tree, "dot", "path")).toHaveLength(4);
  });

  test("a network of three classes, in the page's colours, without a graph", () => {
    const net = new nn.Linear(2, 3);
    const drawn = plots.decision(net, {
      x: tensor([
        [0, 0],
        [1, 1],
        [2, 0],
      ]),
      y: tensor([0, 1, 2], { dtype: "int64" }),
    });
    const fills = values(drawn.tree, "contour", "path", "fill").filter((fill) => fill !== undefined);
    for (const own of [1, 2, 3])
      expect(fills.some((fill) => fill.includes(`var(--series-${own})`))).toBe(true);
    expect(JSON.stringify(cleaned(drawn))).toContain("color-mix(in oklab, var(--series-1)");
    expect(net.weight.grad).toBeNull();
  });
});

describe("histograms", () => {
  test("every number is in one bin", () => {
    const drawn = plots.histograms({ a: [0, 0.1, 0.2, 1], b: [5, 5, 5] });
    const { table } = drawn.toData("en");
    const at = table?.columns.indexOf("count") ?? -1;
    expect(table?.rows.reduce((sum, row) => sum + Number(row[at]), 0)).toBe(7);
    expect(texts(drawn.tree, "fy-axis tick label").concat(texts(drawn.tree, "fy-axis tick"))).toEqual(
      expect.arrayContaining(["a", "b"]),
    );
  });

  test("gradients a parameter, activations a layer; the network is as before", () => {
    const net = new nn.Sequential(new nn.Linear(2, 4), new nn.Tanh(), new nn.Linear(4, 1));
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    expect(codeOf(() => plots.gradients(net))).toBe("plots-argument");
    net(x).sum().backward();
    const { table } = plots.gradients(net).toData("en");
    expect(new Set(table?.rows.map(([name]) => name))).toEqual(
      new Set(["0.weight", "0.bias", "2.weight", "2.bias"]),
    );
    const before = net(x).tolist();
    const drawn = plots.activations(net, x);
    expect(new Set(drawn.toData("en").table?.rows.map(([name]) => name))).toEqual(
      new Set(["0 Linear", "1 Tanh", "2 Linear"]),
    );
    expect(net(x).tolist()).toEqual(before);
    expect(Object.hasOwn(net.children()[0] ?? {}, "forward")).toBe(false);
  });
});

describe("matrices", () => {
  test("a heat map: two colours, none at zero, numbers where there is room", () => {
    const drawn = plots.heatMap(
      tensor([
        [-2, 0],
        [1, 2],
      ]),
    );
    const fills = values(drawn.tree, "cell", "rect", "fill");
    expect(fills[0]).toContain("--backward");
    expect(fills[0]).toContain(" 60%");
    expect(fills[1]).toContain(" 0%");
    expect(fills[3]).toContain("--forward");
    expect(texts(drawn.tree, "text")).toEqual(["-2", "0", "1", "2"]);
    expect(values(cleaned(drawn), "cell", "rect", "fill")).toEqual(fills);
    expect(texts(plots.heatMap(torch.zeros([20, 20])).tree, "text")).toEqual([]);
  });

  test("confusion: rows are what was, columns what was said", () => {
    const drawn = plots.confusion([0, 0, 1, 1, 1], tensor([0, 1, 1, 1, 0]), { classes: ["cat", "dog"] });
    const { table } = drawn.toData("en");
    const at = (name: string) => table?.columns.indexOf(name) ?? -1;
    expect(table?.rows.map((row) => [row[at("actual")], row[at("predicted")], row[at("value")]])).toEqual([
      ["cat", "cat", 1],
      ["cat", "dog", 1],
      ["dog", "cat", 1],
      ["dog", "dog", 2],
    ]);
  });
});

describe("images", () => {
  test("a stack of matrices, black where the numbers are greatest", () => {
    const drawn = plots.images(data.digits({ samples: 12, seed: 1 }).x, { labels: [...Array(12).keys()] });
    const pictures = all(drawn.tree, "image");
    expect(pictures).toHaveLength(12);
    expect(pngSize(pictures[0]?.attributes.href ?? "")).toEqual({ width: 8, height: 8 });
    expect(texts(drawn.tree, "text")).toEqual([...Array(12).keys()].map(String));
    // None of them is lost on the way to the page.
    expect(all(cleaned(drawn), "image").map(({ attributes }) => attributes.href)).toEqual(
      pictures.map(({ attributes }) => attributes.href),
    );
  });
});

describe("wrong arguments", () => {
  test.each([
    ["losses of nothing", () => plots.losses({})],
    ["losses that are text", () => plots.losses("abc" as never)],
    ["a heat map of a vector", () => plots.heatMap([1, 2, 3])],
    ["a heat map of rows that differ", () => plots.heatMap([[1, 2], [3]])],
    ["too large a heat map", () => plots.heatMap(torch.zeros([200, 200]))],
    ["images that are no squares", () => plots.images([[1, 2, 3]])],
    ["more guesses than truths", () => plots.confusion([0], [0, 1])],
    ["paths in space", () => plots.descent((x) => x, [[1, 2, 3]])],
    ["a model that is none", () => plots.decision(3 as never, { x: [[0, 0]], y: [0] })],
    ["a network that is none", () => plots.activations({} as never, [])],
  ])("%s", (_, draw) => {
    expect(codeOf(draw)).toBe("plots-argument");
  });
});

test("helpers draw as wide as the page is, and once more for a narrow one", () => {
  const curve = () => plots.losses({ a: falling(0.1), b: falling(0.2) });
  const sizes = (tree: PlotOutput["tree"] | undefined) =>
    tree && all(tree, "svg").map(({ attributes }) => Number(attributes.width))[0];
  expect(sizes(curve().tree)).toBe(672);
  expect(sizes(curve().toSaved("en").narrow)).toBe(350);
  expect(curve().toData("en").narrow).toBeUndefined();
  width = 320;
  try {
    expect(sizes(curve().tree)).toBe(320);
  } finally {
    width = 672;
  }
});

test("Chinese labels", () => {
  const zh = createPlots(Real, { ...host, locale: () => "zh" });
  expect(zh.losses(falling(0.1)).toData("zh").description).toContain("损失");
});
