import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  FUNCTION_NAMES,
  type FunctionName,
  slopeAt,
  slopeCurves,
  slopesAt,
  TABLE_FUNCTIONS,
} from "@/lib/figures/derivatives";
import {
  type GoldenFile,
  type GoldenInput,
  type GoldenTensor,
  isClose,
  isGolden,
  readGolden,
  toNumber,
} from "../autograd/reference/format";

interface OpCase {
  readonly id: string;
  readonly op?: string;
  readonly inputs?: readonly GoldenInput[];
  readonly outputs?: readonly GoldenTensor[];
  readonly upstream?: readonly (GoldenTensor | null)[];
  readonly grads?: readonly (GoldenTensor | null)[];
}

/** PyTorch's cases of the functions, by the names that it has for them. */
const OPERATIONS: Readonly<Record<string, FunctionName>> = {
  sin: "sin",
  cos: "cos",
  log: "log",
  sqrt: "sqrt",
  reciprocal: "reciprocal",
  sigmoid: "sigmoid",
  tanh: "tanh",
  relu: "relu",
};

const cases = ["activations.json", "sample_ops.json"]
  .flatMap((name) => readGolden<GoldenFile<OpCase>>(name).cases)
  .flatMap((each) => {
    const [input, exponent] = each.inputs ?? [];
    const power = exponent === 2 ? "square" : exponent === 3 ? "cube" : undefined;
    const name = each.op === "pow" ? power : OPERATIONS[each.op ?? ""];
    return name && isGolden(input) ? [{ ...each, name, input }] : [];
  });

describe("values and slopes are PyTorch's", () => {
  test.each(cases.map((each) => [each.id, each] as const))(
    "%s",
    (_, { name, input, outputs, upstream, grads }) => {
      const flat = (tensor: GoldenTensor | null | undefined) => (tensor?.data ?? []).map(toNumber);
      const [values, flows, gradients] = [flat(outputs?.[0]), flat(upstream?.[0]), flat(grads?.[0])];
      const tolerance = { rtol: 1e-9, atol: 1e-11 };
      for (const [index, { x, value, slope }] of slopesAt(name, flat(input)).entries()) {
        if (!isClose(value, values[index] ?? 0, tolerance))
          expect.fail(`f(${x}): ${value}, ${values[index]}`);
        // Their gradient is the slope times what came from above.
        const gradient = slope * (flows[index] ?? 1);
        if (!isClose(gradient, gradients[index] ?? 0, tolerance))
          expect.fail(`f′(${x}): ${gradient}, ${gradients[index]}`);
      }
    },
  );

  test("for most of the table", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBeGreaterThanOrEqual(9);
  });
});

describe.each(FUNCTION_NAMES.map((name) => [name]))("%s", (name) => {
  const { x, from, y, start } = TABLE_FUNCTIONS[name];
  const low = Math.max(x[0], from ?? x[0]);

  test("has the slope that a small difference gives", () => {
    fc.assert(
      fc.property(fc.double({ min: low, max: x[1], noNaN: true }), (at) => {
        const h = 1e-6;
        // Next to a pole or a corner no difference is small.
        fc.pre(Math.abs(at) > 0.05 && at - h > low);
        const [before, here, after] = slopesAt(name, [at - h, at, at + h]).map(({ value }) => value);
        const difference = ((after ?? 0) - (before ?? 0)) / (2 * h);
        const { slope } = slopeAt(name, at);
        expect(Math.abs(slope - difference)).toBeLessThan(
          1e-4 * Math.max(1, Math.abs(slope), Math.abs(here ?? 0)),
        );
      }),
    );
  });

  test("starts within its window, with its slope", () => {
    const { value, slope } = slopeAt(name, start);
    for (const height of [value, slope]) {
      expect(height).toBeGreaterThan(y[0]);
      expect(height).toBeLessThan(y[1]);
    }
  });

  test("is drawn from one end of its window to the other", () => {
    const points = slopeCurves(name);
    expect(points.at(0)?.x).toBe(low);
    expect(points.at(-1)?.x).toBeCloseTo(x[1], 12);
  });
});

test("at its corner ReLU has the slope 0, as in PyTorch", () => {
  expect(slopeAt("relu", 0)).toEqual({ x: 0, value: 0, slope: 0 });
  // Its derivative jumps there, and no line joins what lies on either side.
  const slopes = slopeCurves("relu").map(({ slope }) => slope);
  const jump = slopes.findIndex(Number.isNaN);
  expect([slopes[jump - 1], slopes[jump + 1]]).toEqual([0, 1]);
});
