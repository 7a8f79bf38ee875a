import { describe, expect, it } from "vitest";
import { optim, type Tensor, torch } from "../../lib/autograd";
import { describeNumbers } from "./stated-numbers";

/** The numbers that the chapter on gradient descent states: closed forms, and the library's own optimizer. */

const degrees = (y: number, x: number) => ((Math.atan2(y, x) / Math.PI) * 180 + 360) % 360;

/** f(w) = w⁴/4 − w² + w/4, the landscape with two valleys. */
const hills = (w: Tensor) => w.pow(4).div(4).sub(w.pow(2)).add(w.div(4));

function walk(start: number, steps = 60): number {
  const w = torch.tensor(start, { requiresGrad: true });
  const optimizer = new optim.SGD([w], { lr: 0.1 });
  for (let step = 0; step < steps; step++) {
    optimizer.zeroGrad();
    hills(w).backward();
    optimizer.step();
  }
  return w.item();
}

/** Where w³ − 2w + 1/4 is zero between 0 and 1, by halving. */
function ridge(): number {
  let [low, high] = [0, 1];
  for (let half = 0; half < 60; half++) {
    const middle = (low + high) / 2;
    if (middle ** 3 - 2 * middle + 1 / 4 > 0) low = middle;
    else high = middle;
  }
  return low;
}

describeNumbers("gradient-descent", {
  "0.0601": 3.01 ** 2 - 3 ** 2,
  "3.01": 3 + 0.01,
  "0.126": ridge(),
  "3.16": Math.hypot(3, 1),
  "1.21": (1 - 2 * 1.05) ** 2,
  "19.4": 16 * 1.21,
  "3.36": 16 * 1.21 - 16,
  "1.05": 1.05, // a rate of the experiments
});

describe("what the chapter on gradient descent says", () => {
  const basin = (x: number, y: number) => x ** 2 + 4 * y ** 2;

  /** The direction in which a step of this length from (3, 1) leads down most, to a degree. */
  function best(reach: number): number {
    const changes = Array.from({ length: 360 }, (_, angle) => {
      const [x, y] = [Math.cos((angle / 180) * Math.PI), Math.sin((angle / 180) * Math.PI)];
      return basin(3 + reach * x, 1 + reach * y);
    });
    return changes.indexOf(Math.min(...changes));
  }

  it("the greatest fall is along the negative gradient, 35 degrees away from the bottom", () => {
    const at = torch.tensor([3, 1], { requiresGrad: true });
    at.pow(2)
      .mul(torch.tensor([1, 4]))
      .sum()
      .backward();
    expect(at.grad?.tolist()).toEqual([6, 8]);
    expect(best(0.01)).toBe(233);
    expect(degrees(-8, -6)).toBeCloseTo(233.13, 2);
    expect(degrees(-1, -3)).toBeCloseTo(198.43, 2); // the dashed line in the picture
    expect(Math.round(degrees(-8, -6) - degrees(-1, -3))).toBe(35);
  });

  it("a longer step has another best direction, and one that reaches the bottom points at it", () => {
    expect(best(1)).toBeLessThan(233);
    expect(best(1)).toBeGreaterThan(198);
    expect(best(3.16)).toBe(198);
  });

  it("two starts end in two valleys, the left one deeper", () => {
    const [right, left] = [walk(2), walk(-2)];
    expect(right).toBeGreaterThan(0);
    expect(left).toBeLessThan(0);
    const height = (w: number) => hills(torch.tensor(w)).item();
    expect(height(left)).toBeLessThan(height(right));
    for (const w of [left, right]) expect(w ** 3 - 2 * w + 1 / 4).toBeCloseTo(0, 6);
  });

  it("next to the ridge a hundredth decides", () => {
    expect(walk(0.12)).toBeLessThan(-1);
    expect(walk(0.13)).toBeGreaterThan(1);
  });

  it("along y the walk goes wrong first: its limit is 0.25, that of x is 1", () => {
    const left = (eta: number, slope: number) => Math.abs((1 - eta * slope) ** 20);
    expect(left(0.2, 8)).toBeLessThan(1);
    expect(left(0.26, 8)).toBeGreaterThan(1);
    expect(left(0.26, 2)).toBeLessThan(1);
  });
});
