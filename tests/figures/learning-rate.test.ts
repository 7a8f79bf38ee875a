import { describe, expect, test } from "vitest";
import { descend, overflowOf, regimeOf, SHOWN_STEPS, SURFACES, steepest } from "@/lib/figures/learning-rate";
import { isClose } from "../autograd/reference/format";
import { descentsOf } from "./descents";

const PROBLEMS = [
  ["bowl", "parabola", "x"],
  ["ravine", "valley", "p"],
] as const;

describe.each(PROBLEMS)("gradient descent in the %s is PyTorch's", (surface, problem, parameter) => {
  test.each(descentsOf(problem, parameter).map((each) => [each.id, each] as const))("%s", (_, wanted) => {
    const run = descend(surface, wanted.eta, ...SURFACES[surface].start);
    expect(run.losses.length).toBeGreaterThan(SHOWN_STEPS);
    for (const [step, loss] of run.losses.entries()) {
      const theirs = wanted.losses[step];
      if (theirs === undefined || !isClose(loss, theirs, wanted.tolerance))
        expect.fail(`loss ${step}: ${loss}, ${theirs}`);
      for (const [index, value] of (wanted.places.get(step) ?? []).entries()) {
        const ours = run.places[step]?.[index] ?? Number.NaN;
        if (!isClose(ours, value, wanted.tolerance)) expect.fail(`w ${step}: ${ours}, ${value}`);
      }
    }
  });
});

test("the loss overflows, and is no number any more, at PyTorch's steps", () => {
  const theirs = descentsOf("parabola", "x").find(({ eta }) => eta === 3);
  const overflow = overflowOf(descend("bowl", 3, 4));
  expect(overflow).toEqual({
    infinite: theirs?.losses.indexOf(Number.POSITIVE_INFINITY),
    nan: theirs?.losses.findIndex(Number.isNaN),
  });
  expect(overflowOf(descend("bowl", 1.1, 4))).toBeNull();
});

describe("what a learning rate leads to", () => {
  const cases = descentsOf("parabola", "x").map(({ eta, losses, places }) => [eta, losses, places] as const);
  test.each(cases)("η = %d, by PyTorch's losses", (eta, losses, places) => {
    const [before = 0, after = 0, later = 0] = losses;
    const crossed = (places.get(1)?.[0] ?? 0) < 0;
    const observed = () => {
      if (after > before) return "diverging";
      if (after === before) return "endless";
      if (crossed) return "oscillating";
      if (after === 0 && later === 0) return "exact";
      // Each step multiplies the loss by the square of what it leaves of the way.
      return 1 - Math.sqrt(after / before) < 0.05 ? "crawling" : "monotone";
    };
    expect(regimeOf(eta, steepest("bowl"))).toBe(observed());
  });

  test("changes at 1/λ and 2/λ exactly, however these are written", () => {
    expect(regimeOf(0.1, 10)).toBe("exact");
    expect(regimeOf(0.2, 10)).toBe("endless");
    expect(regimeOf(0.3, 10 / 3)).toBe("exact");
    expect(regimeOf(0.0999, 10)).toBe("monotone");
    expect(regimeOf(0.1001, 10)).toBe("oscillating");
    expect(regimeOf(0.2001, 10)).toBe("diverging");
  });
});
