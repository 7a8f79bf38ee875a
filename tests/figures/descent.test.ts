import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CURVE_NAMES,
  curvePoints,
  DESCENT_CURVES,
  descentPath,
  descentStep,
  footing,
} from "@/lib/figures/descent";
import { isClose } from "../autograd/reference/format";
import { descentsOf } from "./descents";

const PROBLEMS = [
  ["bowl", "parabola"],
  ["valleys", "quartic"],
] as const;

describe.each(PROBLEMS)("the ball in %s goes PyTorch's way", (curve, problem) => {
  test.each(descentsOf(problem, "x").map((each) => [each.id, each] as const))("%s", (_, wanted) => {
    const start = wanted.places.get(0)?.[0] ?? Number.NaN;
    const path = descentPath(curve, start, wanted.eta);
    expect(path.length).toBeGreaterThan(1);
    for (const [step, x] of path.slice(0, wanted.comparable + 1).entries()) {
      const theirs = wanted.places.get(step)?.[0];
      if (theirs !== undefined && !isClose(x, theirs, wanted.tolerance))
        expect.fail(`x ${step}: ${x}, ${theirs}`);
      if (!isClose(footing(curve, x).value, wanted.losses[step] ?? Number.NaN, wanted.tolerance))
        expect.fail(`f ${step}: ${footing(curve, x).value}, ${wanted.losses[step]}`);
    }
  });
});

describe.each(CURVE_NAMES.map((name) => [name]))("on %s", (name) => {
  const { x, y, start } = DESCENT_CURVES[name];
  const within = fc.double({ min: x[0], max: x[1], noNaN: true });

  test("the slope is what a small difference gives", () => {
    fc.assert(
      fc.property(within, (at) => {
        const h = 1e-5;
        const difference = (footing(name, at + h).value - footing(name, at - h).value) / (2 * h);
        expect(footing(name, at).slope).toBeCloseTo(difference, 5);
      }),
    );
  });

  test("the prediction is the real change, the better the shorter the step", () => {
    fc.assert(
      fc.property(within, (at) => {
        const off = (eta: number) => {
          const { predicted, real } = descentStep(name, at, eta);
          return Math.abs(predicted - real);
        };
        // What is off shrinks with the square of the step.
        expect(off(1e-4)).toBeLessThanOrEqual(off(1e-3) * 0.05 + 1e-12);
        expect(descentStep(name, at, 0.01).predicted).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("the window shows the ball's start, and the lowest point", () => {
    const heights = curvePoints(name).map(([, height]) => height);
    expect(Math.min(...heights)).toBeGreaterThan(y[0]);
    expect(footing(name, start).value).toBeLessThan(y[1]);
  });
});

test("there is always a step to take, even where the ball rests", () => {
  expect(descentPath("bowl", 0, 0.1)).toEqual([0, 0]);
  expect(descentPath("bowl", 4, 0)).toEqual([4, 4]);
  expect(descentPath("bowl", 4, 0.5)).toEqual([4, 0]);
});
