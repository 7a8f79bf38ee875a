import { describe, expect, test } from "vitest";
import { type Tensor, torch } from "@/lib/autograd";
import { type GoldenFile, isClose, type Numeric, readGolden, toNumber } from "./reference/format";

interface ChainCase {
  readonly id: string;
  readonly inputs: { readonly x: number; readonly w: number; readonly b: number };
  readonly expected: {
    readonly values: Readonly<Record<string, Numeric>>;
    readonly "df/d": Readonly<Record<string, Numeric>>;
  };
  readonly sigmoid_direct: { readonly value: Numeric; readonly grad: Numeric };
}

const file = readGolden<GoldenFile<ChainCase>>("chain_rule.json");

function expectNumber(actual: number, wanted: Numeric | undefined, what: string): void {
  const reference = toNumber(wanted ?? "NaN");
  if (!isClose(actual, reference, file.tolerance)) expect.fail(`${what}: ${actual} instead of ${reference}`);
}

describe("the chain rule, step by step through the sigmoid of a neuron", () => {
  test.each(file.cases.map((each) => [each.id, each] as const))("%s", (_, each) => {
    const leaf = (value: number): Tensor => torch.tensor(value, { requiresGrad: true });
    const { x, w, b } = { x: leaf(each.inputs.x), w: leaf(each.inputs.w), b: leaf(each.inputs.b) };
    const h1 = w.mul(x);
    const h2 = h1.add(b);
    const h3 = h2.mul(-1);
    const h4 = h3.exp();
    const h5 = h4.add(1);
    const h6 = torch.div(1, h5);
    const steps = { h1, h2, h3, h4, h5, h6 };
    for (const h of Object.values(steps)) h.retainGrad();
    h6.backward();
    for (const [name, h] of Object.entries(steps)) expectNumber(h.item(), each.expected.values[name], name);
    for (const [name, t] of Object.entries({ ...steps, x, w, b })) {
      expectNumber((t.grad as Tensor).item(), each.expected["df/d"][name], `∂f/∂${name}`);
    }
  });

  test.each(file.cases.map((each) => [each.id, each] as const))("%s in one step", (_, each) => {
    const z = torch.tensor(each.inputs.x * each.inputs.w + each.inputs.b, { requiresGrad: true });
    const y = z.sigmoid();
    y.backward();
    expectNumber(y.item(), each.sigmoid_direct.value, "sigmoid");
    expectNumber((z.grad as Tensor).item(), each.sigmoid_direct.grad, "its derivative");
  });
});
