import * as Real from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { compactTree } from "../../lib/plot/compact";
import { wrapPlot } from "../../lib/plot/drawing";
import type { ElementNode } from "../../lib/protocol";
import { corners, output, values } from "./reading";

const Plot = wrapPlot(Real);
const compactPath = (d: string, attributes = {}) =>
  compactTree({ tag: "path", attributes: { d, ...attributes }, children: [] }).attributes.d;

/** How far a point is from the nearest of a line's stretches. */
function off([x, y]: [number, number], line: [number, number][]): number {
  const distances = line.slice(1).map(([x2, y2], i) => {
    const [x1, y1] = line[i] ?? [0, 0];
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
    const part = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
    return Math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1));
  });
  return Math.min(...distances);
}

describe("a picture for a page's HTML", () => {
  test("has no points that lie on a line anyway, and places to a tenth", () => {
    expect(compactPath("M0,0L10.123,0L20.456,0.05L30.789,0L30.789,40.98765Z")).toBe("M0,0L30.8,0L30.8,41Z");
    expect(compactPath("M0,0L5,9L10,0M2,2L3,3L4,4")).toBe("M0,0L5,9L10,0M2,2L4,4");
    const dot: ElementNode = {
      tag: "circle",
      attributes: { cx: "12.3456", r: "3", fill: "#123456" },
      children: [],
    };
    expect(compactTree(dot).attributes).toEqual({ cx: "12.3", r: "3", fill: "#123456" });
  });

  test("curves, scales and points with a marker each stay", () => {
    expect(compactPath("M0,0C1,2,3,4,50,60")).toBe("M0,0C1,2,3,4,50,60");
    expect(compactPath("M0,0L5,0L10,0", { "marker-mid": "url(#m)" })).toBe("M0,0L5,0L10,0");
    const group: ElementNode = {
      tag: "g",
      attributes: { transform: "translate(12.345,6) scale(0.0125)" },
      children: [],
    };
    expect(compactTree(group).attributes.transform).toBe("translate(12.3,6) scale(0.0125)");
  });

  test("its lines are where they were, in a fraction of the letters", () => {
    const wave = Array.from({ length: 2_000 }, (_, i) => Math.sin(i / 90) * Math.exp(-i / 900));
    const { tree } = output(Plot.lineY(wave).plot());
    const [before = ""] = values(tree, "line", "path", "d");
    const [after = ""] = values(compactTree(tree), "line", "path", "d");
    expect(after.length).toBeLessThan(before.length / 10);
    const line = corners(after);
    for (const point of corners(before)) expect(off(point, line)).toBeLessThan(0.25);
  });
});
