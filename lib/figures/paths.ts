import {
  type HiddenName,
  JOINS,
  LEAVING,
  NEURON,
  NEURONS,
  type NetworkSettings,
  type NeuronName,
  networkGraph,
  OUTPUTS,
  type OutputName,
  type ParameterName,
  runNetwork,
  slopeOf,
  trained,
  updated,
  WEIGHTS,
  type WeightName,
} from "./network";
import { remembering } from "./remember";

/**
 * One step back along a path, and its slope:
 * - `error`: from E to an output, ∂E/∂o = o − t
 * - `sigmoid`: through a neuron's sigmoid, σ′(z) = o (1 − o)
 * - `weight`: from an output's sum to a hidden neuron, the weight between them
 * - `value`: from a sum to the weight that is asked for, the value that the weight is multiplied by; 1 for a bias
 */
export type Factor =
  | { readonly kind: "error"; readonly at: OutputName; readonly slope: number }
  | { readonly kind: "sigmoid"; readonly at: NeuronName; readonly slope: number }
  | { readonly kind: "weight"; readonly at: WeightName; readonly slope: number }
  | { readonly kind: "value"; readonly at: ParameterName; readonly slope: number };

/** A way from the error back to a parameter. Along it slopes multiply. */
export interface Path {
  /** The output that it leads through. */
  readonly through: OutputName;
  /** From the error back. */
  readonly factors: readonly Factor[];
  readonly product: number;
}

/** Where a parameter enters the network: the neuron whose sum it is part of. */
export function entry(parameter: ParameterName): NeuronName {
  const weight = WEIGHTS.find((name) => name === parameter);
  if (weight) return JOINS[weight].to;
  const neuron = NEURONS.find((name) => NEURON[name].bias === parameter);
  if (!neuron) throw new Error(`No neuron has the parameter ${parameter}.`);
  return neuron;
}

/**
 * All paths from the error back to a weight or a bias, each with its slopes. Their products add up to the gradient:
 * ∂E/∂w = Σ over paths of Π of slopes.
 */
export function pathsTo(settings: NetworkSettings, parameter: ParameterName): Path[] {
  const { leaf, sum, out, error } = networkGraph(settings);
  const neuron = entry(parameter);
  const fromError = (at: OutputName): Factor => ({ kind: "error", at, slope: slopeOf(error, out[at]) });
  const throughSigmoid = (at: NeuronName): Factor => ({
    kind: "sigmoid",
    at,
    slope: slopeOf(out[at], sum[at]),
  });
  const toParameter: Factor = { kind: "value", at: parameter, slope: slopeOf(sum[neuron], leaf[parameter]) };
  const path = (through: OutputName, factors: Factor[]): Path => ({
    through,
    factors,
    product: factors.reduce((product, { slope }) => product * slope, 1),
  });

  const output = OUTPUTS.find((name) => name === neuron);
  if (output) return [path(output, [fromError(output), throughSigmoid(output), toParameter])];
  const hidden = neuron as HiddenName;
  return LEAVING[hidden].map((weight) => {
    const through = JOINS[weight].to as OutputName;
    const between: Factor = { kind: "weight", at: weight, slope: slopeOf(sum[through], out[hidden]) };
    return path(through, [
      fromError(through),
      throughSigmoid(through),
      between,
      throughSigmoid(hidden),
      toParameter,
    ]);
  });
}

/** All about one parameter of a network that has been trained a little: its paths, and what the next update does. */
export const studied = remembering((parameter: ParameterName, eta: number, updates: number) => {
  const settings = trained(eta, updates);
  const run = runNetwork(settings);
  const next = updated(run, eta);
  return { settings, run, next, after: runNetwork(next), paths: pathsTo(settings, parameter) };
});
