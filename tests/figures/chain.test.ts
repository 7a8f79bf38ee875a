import { describe, expect, test } from "vitest";
import { type ChainName, runChain } from "@/lib/figures/chain";
import { type GoldenFile, isClose, type Numeric, readGolden, toNumber } from "../autograd/reference/format";

interface ChainCase {
  readonly id: string;
  readonly inputs: { readonly x: number; readonly w: number; readonly b: number };
  readonly expected: {
    readonly values: Readonly<Record<string, Numeric>>;
    readonly local_derivatives: Readonly<Record<string, Numeric>>;
    readonly "df/d": Readonly<Record<string, Numeric>>;
  };
}

const file = readGolden<GoldenFile<ChainCase>>("chain_rule.json");

function expectNumber(actual: number | undefined, wanted: Numeric | undefined, what: string): void {
  if (actual === undefined || wanted === undefined || !isClose(actual, toNumber(wanted), file.tolerance))
    expect.fail(`${what}: ${actual} instead of ${wanted}`);
}

describe("the six steps of a neuron, as PyTorch takes them", () => {
  test.each(file.cases.map((each) => [each.id, each] as const))("%s", (_, { inputs, expected }) => {
    const { value, gradient, edges } = runChain(inputs);
    for (const [name, wanted] of Object.entries(expected.values))
      expectNumber(value[name as ChainName], wanted, name);
    for (const [name, wanted] of Object.entries(expected["df/d"]))
      expectNumber(gradient[name as ChainName], wanted, `∂f/∂${name}`);
    expect(edges).toHaveLength(Object.keys(expected.local_derivatives).length);
    for (const { from, to, slope } of edges)
      expectNumber(slope, expected.local_derivatives[`d${to}/d${from}`], `∂${to}/∂${from}`);
  });
});
