import * as Real from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { describePlot, wrapPlot } from "../../lib/plot/drawing";
import { output } from "./reading";

const Plot = wrapPlot(Real);
const POINTS = [
  { step: 1, loss: 0.5, run: "a" },
  { step: 100, loss: 0.25, run: "b" },
];

describe("describing a plot", () => {
  const plot = () =>
    Plot.plot({
      title: "Loss",
      x: { type: "log" },
      color: { legend: true },
      marks: [
        Plot.line(POINTS, { x: "step", y: "loss", stroke: "run" }),
        Plot.dot(POINTS, { x: "step", y: "loss" }),
      ],
    });

  test("marks, points, series, axes and their ranges, in English", () => {
    expect(plot().toData("en").description).toBe(
      "Plot “Loss”: 2 lines through 2 points, 2 points; colour: a, b; " +
        "horizontal axis step from 1 to 100 (logarithmic); vertical axis loss from 0.25 to 0.5.",
    );
  });

  test("in Chinese", () => {
    expect(plot().toData("zh").description).toBe(
      "图“Loss”：2 条线（经过 2 个点）、2 个点；颜色：a、b；横轴“step”从 1 到 100（对数）；纵轴“loss”从 0.25 到 0.5。",
    );
  });

  test("one of a kind, names, dates and panels", () => {
    const days = [
      { day: new Date("2024-01-01"), kind: "x" },
      { day: new Date("2024-03-01"), kind: "y" },
    ];
    const { description } = Plot.plot({
      marks: [Plot.dot(days, { x: "day", y: "kind", fx: "kind" }), Plot.ruleY(["x"])],
    }).toData("en");
    expect(description).toContain("2 points, 2 rules; 2 panels;");
    expect(description).toContain("horizontal axis day from 2024-01-01 to 2024-03-01;");
    expect(description).toContain("vertical axis kind: x, y.");
  });

  test("points of a thinned line are counted before it was thinned", () => {
    const line = Plot.lineY(Array.from({ length: 50_000 }, (_, i) => Math.sin(i)));
    expect(output(line.plot()).toData("en").description).toMatch(/^Plot: 1 line through 50000 points;/);
  });

  test("what grows long is cut", () => {
    const names = Array.from({ length: 30 }, (_, i) => `n${i}`);
    const facts = { title: "x".repeat(1e4), marks: [], points: 0, color: { type: "ordinal", names } };
    expect(describePlot(facts, "en")).toMatch(/nothing drawn; colour: n0, n1, .*, n7 and 22 more\.$/);
    expect(describePlot(facts, "zh")).toMatch(/没有图形；颜色：n0、.*n7 等，另有 22 个。$/);
    expect(describePlot(facts, "en").length).toBeLessThan(400);
  });
});
