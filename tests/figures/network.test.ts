import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  EXAMPLE,
  NEURONS,
  type NetworkSettings,
  PARAMETERS,
  type ParameterName,
  runNetwork,
  updated,
} from "@/lib/figures/network";
import { pathsTo } from "@/lib/figures/paths";
import {
  type GoldenFile,
  type GoldenTensor,
  isClose,
  type Numeric,
  readGolden,
  toNumber,
} from "../autograd/reference/format";

/** What PyTorch's program leaves in a layer-by-layer state. */
interface Parameters {
  readonly "linear1.weight": GoldenTensor;
  readonly "linear1.bias": GoldenTensor;
  readonly "linear2.weight": GoldenTensor;
  readonly "linear2.bias": GoldenTensor;
}

interface SeedCase {
  readonly id: string;
  readonly expected: {
    readonly trajectory: readonly {
      readonly after_steps: number;
      readonly loss: number;
      readonly output: readonly number[];
      readonly params: Parameters;
    }[];
    readonly forward: Readonly<Record<"net_h" | "out_h" | "net_o" | "output", GoldenTensor>>;
    readonly grads: Parameters;
    readonly intermediate_grads: Readonly<Record<"net_h" | "out_h" | "net_o" | "output", GoldenTensor>>;
    readonly first_200_losses: readonly number[];
  };
  readonly tolerance: { readonly rtol: number; readonly atol: number };
}

const seed = readGolden<GoldenFile<SeedCase>>("seed_program.json").cases.find(
  ({ id }) => id === "seed/program/float64",
);
if (!seed) throw new Error("The reference has no run in float64.");
const { expected } = seed;

function expectClose(actual: number, wanted: Numeric | undefined, what: string): void {
  if (!isClose(actual, toNumber(wanted ?? "NaN"), { rtol: 1e-12, atol: 1e-15 }))
    expect.fail(`${what}: ${actual} instead of ${wanted}`);
}

/** The layers' matrices as the names that the course gives to their numbers. */
function named(layers: Parameters): Record<ParameterName, number> {
  const [w1, w2, w3, w4] = layers["linear1.weight"].data.map(toNumber);
  const [bh1, bh2] = layers["linear1.bias"].data.map(toNumber);
  const [w5, w6, w7, w8] = layers["linear2.weight"].data.map(toNumber);
  const [bo1, bo2] = layers["linear2.bias"].data.map(toNumber);
  return { w1, w2, w3, w4, w5, w6, w7, w8, bh1, bh2, bo1, bo2 } as Record<ParameterName, number>;
}

describe("the 2-2-2 network", () => {
  const run = runNetwork(EXAMPLE);

  test("goes forward as PyTorch does", () => {
    const { net_h, out_h, net_o, output } = expected.forward;
    for (const [row, neuron] of (["h1", "h2"] as const).entries()) {
      expectClose(run.sum[neuron], net_h.data[row], `z of ${neuron}`);
      expectClose(run.out[neuron], out_h.data[row], neuron);
    }
    for (const [row, neuron] of (["o1", "o2"] as const).entries()) {
      expectClose(run.sum[neuron], net_o.data[row], `z of ${neuron}`);
      expectClose(run.out[neuron], output.data[row], neuron);
    }
    expectClose(run.error, expected.trajectory[0]?.loss, "E");
    expectClose(run.share.o1 + run.share.o2, run.error, "the shares of E");
  });

  test("goes back as PyTorch does", () => {
    const { net_h, out_h, net_o, output } = expected.intermediate_grads;
    for (const [row, neuron] of (["h1", "h2"] as const).entries()) {
      expectClose(run.delta[neuron], net_h.data[row], `δ of ${neuron}`);
      expectClose(run.slope[neuron], out_h.data[row], `∂E/∂${neuron}`);
    }
    for (const [row, neuron] of (["o1", "o2"] as const).entries()) {
      expectClose(run.delta[neuron], net_o.data[row], `δ of ${neuron}`);
      expectClose(run.slope[neuron], output.data[row], `∂E/∂${neuron}`);
    }
    for (const [name, gradient] of Object.entries(named(expected.grads)))
      expectClose(run.gradient[name as ParameterName], gradient, `∂E/∂${name}`);
    for (const neuron of NEURONS)
      expectClose(run.flatness[neuron] * run.slope[neuron], run.delta[neuron], `σ′ of ${neuron}`);
  });

  test("is updated as PyTorch's SGD does, five times over", () => {
    let settings: NetworkSettings = EXAMPLE;
    for (const { after_steps, loss, output, params } of expected.trajectory.filter(
      (one) => one.after_steps <= 5,
    )) {
      const now = runNetwork(settings);
      expectClose(now.error, loss, `E after ${after_steps}`);
      expectClose(now.out.o1, output[0], `o1 after ${after_steps}`);
      expectClose(now.out.o2, output[1], `o2 after ${after_steps}`);
      for (const [name, value] of Object.entries(named(params)))
        expectClose(settings[name as ParameterName], value, `${name} after ${after_steps}`);
      settings = updated(now, 0.5);
    }
  });

  test("falls along the first 200 losses of PyTorch", () => {
    let settings: NetworkSettings = EXAMPLE;
    for (const [step, loss] of expected.first_200_losses.entries()) {
      const now = runNetwork(settings);
      expect(isClose(now.error, loss, seed.tolerance), `E after ${step}: ${now.error}, ${loss}`).toBe(true);
      settings = updated(now, 0.5);
    }
  });
});

const anySettings = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 16, maxLength: 16 })
  .map((numbers) => {
    const names = Object.keys(EXAMPLE);
    return Object.fromEntries(
      names.map((name, index) => [name, numbers[index]]),
    ) as unknown as NetworkSettings;
  });

describe("the paths to a parameter", () => {
  test("of w5: one, of three slopes", () => {
    const [path, ...others] = pathsTo(EXAMPLE, "w5");
    expect(others).toEqual([]);
    expect(path?.factors.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      "error o1",
      "sigmoid o1",
      "value w5",
    ]);
    expectClose(path?.product ?? Number.NaN, named(expected.grads).w5, "∂E/∂w5");
  });

  test("of w1: two, with what PyTorch finds on the way", () => {
    const paths = pathsTo(EXAMPLE, "w1");
    expect(
      paths.map(({ through, factors }) => [through, ...factors.map(({ kind, at }) => `${kind} ${at}`)]),
    ).toEqual([
      ["o1", "error o1", "sigmoid o1", "weight w5", "sigmoid h1", "value w1"],
      ["o2", "error o2", "sigmoid o2", "weight w7", "sigmoid h1", "value w1"],
    ]);
    const published = readGolden<{ cases: { rows: { name: string; computed: number }[] }[] }>("mazur.json")
      .cases[0]?.rows;
    const reference = (name: string) => published?.find((row) => row.name === name)?.computed ?? Number.NaN;
    const toHidden = paths.map(({ factors }) =>
      factors.slice(0, 3).reduce((product, { slope }) => product * slope, 1),
    );
    expectClose(toHidden[0] ?? Number.NaN, reference("dEo1/dout_h1"), "the share through o1");
    expectClose(toHidden[1] ?? Number.NaN, reference("dEo2/dout_h1"), "the share through o2");
    expectClose(paths[0]?.factors[3]?.slope ?? Number.NaN, reference("dout_h1/dnet_h1"), "σ′ at h1");
    expect(paths[0]?.factors[4]?.slope).toBe(EXAMPLE.i1);
  });

  test("of a bias end with the factor 1", () => {
    for (const bias of ["bh1", "bo2"] as const)
      for (const { factors } of pathsTo(EXAMPLE, bias))
        expect(factors.at(-1)).toEqual({ kind: "value", at: bias, slope: 1 });
  });

  test("add up to the gradient, whatever the numbers", () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom(...PARAMETERS), (settings, name) => {
        const sum = pathsTo(settings, name).reduce((total, { product }) => total + product, 0);
        const { gradient } = runNetwork(settings);
        return isClose(sum, gradient[name], { rtol: 1e-9, atol: 1e-14 });
      }),
      { numRuns: 60 },
    );
  });

  test("add up to what a small nudge does", () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom(...PARAMETERS), (settings, name) => {
        const nudge = 1e-5;
        const error = (by: number) => runNetwork({ ...settings, [name]: settings[name] + by }).error;
        const difference = (error(nudge) - error(-nudge)) / (2 * nudge);
        const sum = pathsTo(settings, name).reduce((total, { product }) => total + product, 0);
        return isClose(sum, difference, { rtol: 1e-5, atol: 1e-8 });
      }),
      { numRuns: 60 },
    );
  });
});
