import * as Real from "@observablehq/plot";
import { describe, expect, test } from "vitest";
import { wrapPlot } from "../../lib/plot/drawing";
import { REACH, withinReach } from "../../lib/plot/reach";
import { output, values } from "./reading";

const Plot = wrapPlot(Real);
const path = (d: string) => withinReach({ d }).d;

/** Where a path's lines cross a height, by the plain formula. */
function crossingsAt(d: string, height: number): number[] {
  const points = [...d.matchAll(/[ML]([-\d.e+]+),([-\d.e+]+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  return points.slice(1).flatMap(([x2, y2], i) => {
    const [x1, y1] = points[i] ?? [0, 0];
    return (y1 - height) * (y2 - height) < 0 ? [x1 + ((x2 - x1) * (height - y1)) / (y2 - y1)] : [];
  });
}

describe("places out of reach", () => {
  test("a path that stays within reach is left alone", () => {
    for (const d of ["M40,370L249.333,20Z", "M0.123456,1e-7L5,6", "m1,2h3a4,4 0 1 1 5,5", "M0,99999L1,1"])
      expect(path(d)).toBe(d);
  });

  test("a line that leaves the picture crosses its border where it did", () => {
    const d = "M100,200L160,-959.4L220,479898.6L280,-34603023126831.5L340,1.3e37L400,-6.9e107";
    const held = path(d) ?? "";
    for (const height of [0, 100, 400]) {
      const found = crossingsAt(held, height);
      const expected = crossingsAt(d, height);
      expect(found).toHaveLength(expected.length);
      for (const [i, x] of found.entries()) expect(x).toBeCloseTo(expected[i] ?? Number.NaN, 1);
    }
    // What went from one far side to the other goes straight through the middle.
    expect(crossingsAt(path("M0,-1e300L10,1e300") ?? "", 5)[0]).toBeCloseTo(5, 2);
    for (const [number] of held.matchAll(/-?\d[\d.e+]*/g))
      expect(Math.abs(Number(number))).toBeLessThanOrEqual(REACH);
  });

  test("a line that passes the picture by stays away from it", () => {
    expect(crossingsAt(path("M-1e9,-2e9L1e9,-2e9") ?? "", 100)).toEqual([]);
    expect(path("M-1e9,50L50,1e9L-1e9,50Z")).not.toMatch(/\d{7}/);
  });

  test("areas stay closed, and other commands keep their form", () => {
    expect(path("M0,0L10,1e9L20,0Z")).toBe("M0,0L0.001,100000L10,100000L19.999,100000L20,0Z");
    expect(path("M0,0C1,1e30,2,2,3,3")).toBe("M0,0C1,100000,2,2,3,3");
  });

  test("bars end where they ended, and places of other shapes are held", () => {
    expect(withinReach({ x: "10", y: "-1e30", width: "20", height: "1e30" })).toMatchObject({
      y: "-100000",
      height: "100000",
    });
    expect(withinReach({ y: "300", height: "2e6" })).toMatchObject({ y: "300", height: "99700" });
    expect(withinReach({ cx: "1e300", cy: "5" })).toEqual({ cx: "100000", cy: "5" });
    expect(withinReach({ transform: "translate(354,-3.9e301) rotate(30)" })).toEqual({
      transform: "translate(354,-100000) rotate(30)",
    });
    const pattern = { width: "12.3456789", height: "20.9876543" };
    expect(withinReach(pattern)).toEqual(pattern);
    // Colours and texts are no places.
    expect(withinReach({ fill: "#123456", "aria-label": "1234567 points" })).toEqual({
      fill: "#123456",
      "aria-label": "1234567 points",
    });
  });

  test("a run that diverges is drawn with numbers that browsers take", () => {
    const walk = [2.5, -3.875, 20, -3e4, 1e14, -1e37, 1e107, 1e300];
    const drawn = output(Plot.lineY(walk, { marker: "dot", clip: true }).plot({ y: { domain: [-4, 4] } }));
    const lines = values(drawn.tree, "line", "path", "d");
    expect(JSON.stringify(lines)).toContain("L");
    for (const [number] of JSON.stringify(lines).matchAll(/-?\d[\d.]*(?:e[-+]?\d+)?/g))
      expect(Math.abs(Number(number))).toBeLessThanOrEqual(REACH);
  });
});
