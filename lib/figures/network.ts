import { add, div, grad, mul, pow, sigmoid, sub, type Tensor, tensor } from "../autograd/core";
import { remembering } from "./remember";

/** The course's network: two inputs, two hidden neurons, two outputs, a bias for each neuron. */
export const INPUTS = ["i1", "i2"] as const;
export const HIDDEN = ["h1", "h2"] as const;
export const OUTPUTS = ["o1", "o2"] as const;
export const TARGETS = ["t1", "t2"] as const;
export const NEURONS = [...HIDDEN, ...OUTPUTS] as const;
export const WEIGHTS = ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"] as const;
export const BIASES = ["bh1", "bh2", "bo1", "bo2"] as const;
export const PARAMETERS = [...WEIGHTS, ...BIASES] as const;

export type InputName = (typeof INPUTS)[number];
export type HiddenName = (typeof HIDDEN)[number];
export type OutputName = (typeof OUTPUTS)[number];
export type TargetName = (typeof TARGETS)[number];
export type NeuronName = (typeof NEURONS)[number];
export type NodeName = InputName | NeuronName;
export type WeightName = (typeof WEIGHTS)[number];
export type BiasName = (typeof BIASES)[number];
export type ParameterName = (typeof PARAMETERS)[number];

/** All that can be set: inputs, targets, weights, biases. */
export type NetworkSettings = Readonly<Record<InputName | TargetName | ParameterName, number>>;
export type SettingName = keyof NetworkSettings;

/** The nodes that a weight joins. */
export interface Join {
  readonly from: NodeName;
  readonly to: NeuronName;
}

/** Where each weight lies. In a layer's matrix a row is a neuron that receives, so weights are counted row by row. */
export const JOINS: Readonly<Record<WeightName, Join>> = {
  w1: { from: "i1", to: "h1" },
  w2: { from: "i2", to: "h1" },
  w3: { from: "i1", to: "h2" },
  w4: { from: "i2", to: "h2" },
  w5: { from: "h1", to: "o1" },
  w6: { from: "h2", to: "o1" },
  w7: { from: "h1", to: "o2" },
  w8: { from: "h2", to: "o2" },
};

/** The bias of each neuron, and the weights that lead to it. */
export const NEURON: Readonly<Record<NeuronName, { bias: BiasName; weights: readonly WeightName[] }>> = {
  h1: { bias: "bh1", weights: ["w1", "w2"] },
  h2: { bias: "bh2", weights: ["w3", "w4"] },
  o1: { bias: "bo1", weights: ["w5", "w6"] },
  o2: { bias: "bo2", weights: ["w7", "w8"] },
};

/** The weights that lead from each hidden neuron. */
export const LEAVING: Readonly<Record<HiddenName, readonly WeightName[]>> = {
  h1: ["w5", "w7"],
  h2: ["w6", "w8"],
};

/** The target of each output. */
export const TARGET: Readonly<Record<OutputName, TargetName>> = { o1: "t1", o2: "t2" };

/** The numbers that the course starts from, as the source document gives them. */
export const EXAMPLE: NetworkSettings = {
  ...{ i1: 0.05, i2: 0.1, t1: 0.01, t2: 0.99 },
  ...{ w1: 0.15, w2: 0.2, w3: 0.25, w4: 0.3, bh1: 0.35, bh2: 0.35 },
  ...{ w5: 0.4, w6: 0.45, w7: 0.5, w8: 0.55, bo1: 0.6, bo2: 0.6 },
};

/** What one pass forward and one back leave behind. */
export interface NetworkRun {
  readonly settings: NetworkSettings;
  /** Weighted sums z: what enters the sigmoid. */
  readonly sum: Readonly<Record<NeuronName, number>>;
  /** What leaves each node: an input as it is, σ(z) of a neuron. */
  readonly out: Readonly<Record<NodeName, number>>;
  /** What each weight carries: itself times the value where it starts. */
  readonly carried: Readonly<Record<WeightName, number>>;
  /** Each output's half of the error, ½ (o − t)². */
  readonly share: Readonly<Record<OutputName, number>>;
  /** The error E = ½ Σ (o − t)². */
  readonly error: number;
  /** ∂E/∂ of what leaves each node. */
  readonly slope: Readonly<Record<NodeName, number>>;
  /** δ = ∂E/∂z of each neuron. */
  readonly delta: Readonly<Record<NeuronName, number>>;
  /** ∂E/∂ of each weight and bias. */
  readonly gradient: Readonly<Record<ParameterName, number>>;
  /** σ′(z) of each neuron: how much of a slope its sigmoid lets through. */
  readonly flatness: Readonly<Record<NeuronName, number>>;
}

/** The recorded forward pass: the tensors from which every slope can be asked. */
export interface NetworkGraph {
  readonly leaf: Readonly<Record<SettingName, Tensor>>;
  readonly sum: Readonly<Record<NeuronName, Tensor>>;
  readonly out: Readonly<Record<NodeName, Tensor>>;
  readonly carried: Readonly<Record<WeightName, Tensor>>;
  readonly share: Readonly<Record<OutputName, Tensor>>;
  readonly error: Tensor;
}

/** A record with one entry for each name. */
export function record<Name extends string, Value>(
  names: readonly Name[],
  value: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}

const SETTINGS = [...INPUTS, ...TARGETS, ...PARAMETERS] as const satisfies readonly SettingName[];

/** The forward pass, recorded. Each number is a tensor of its own, so that every single step has a slope. */
export function networkGraph(settings: NetworkSettings): NetworkGraph {
  const leaf = record(SETTINGS, (name) => tensor(settings[name], { requiresGrad: true }));
  const carried = {} as Record<WeightName, Tensor>;
  const sum = {} as Record<NeuronName, Tensor>;
  const out = { i1: leaf.i1, i2: leaf.i2 } as Record<NodeName, Tensor>;
  for (const neuron of NEURONS) {
    const { bias, weights } = NEURON[neuron];
    for (const weight of weights) carried[weight] = mul(leaf[weight], out[JOINS[weight].from]);
    const arriving = weights.map((weight) => carried[weight]).reduce((a, b) => add(a, b));
    sum[neuron] = add(arriving, leaf[bias]);
    out[neuron] = sigmoid(sum[neuron]);
  }
  const share = record(OUTPUTS, (output) => div(pow(sub(out[output], leaf[TARGET[output]]), 2), 2));
  return { leaf, sum, out, carried, share, error: add(share.o1, share.o2) };
}

/** ∂`of`/∂`by`, where `of` was made from `by`. */
export function slopeOf(of: Tensor, by: Tensor): number {
  const [slope] = grad(of, by, { retainGraph: true });
  return slope?.item() ?? 0;
}

/** One pass forward and one back. */
export const runNetwork = remembering((settings: NetworkSettings): NetworkRun => {
  const { leaf, sum, out, carried, share, error } = networkGraph(settings);
  const nodes = [...INPUTS, ...NEURONS] as const;
  for (const node of nodes) out[node].retainGrad();
  for (const neuron of NEURONS) sum[neuron].retainGrad();
  const flatness = record(NEURONS, (neuron) => slopeOf(out[neuron], sum[neuron]));
  error.backward();
  const slope = (tensor: Tensor) => tensor.grad?.item() ?? 0;
  return {
    settings,
    sum: record(NEURONS, (name) => sum[name].item()),
    out: record(nodes, (name) => out[name].item()),
    carried: record(WEIGHTS, (name) => carried[name].item()),
    share: record(OUTPUTS, (name) => share[name].item()),
    error: error.item(),
    slope: record(nodes, (name) => slope(out[name])),
    delta: record(NEURONS, (name) => slope(sum[name])),
    gradient: record(PARAMETERS, (name) => slope(leaf[name])),
    flatness,
  };
});

/** One step of gradient descent: all twelve parameters at once, w − η ∂E/∂w. */
export function updated({ settings, gradient }: NetworkRun, eta: number): NetworkSettings {
  const moved = record(PARAMETERS, (name) => settings[name] - eta * gradient[name]);
  return { ...settings, ...moved };
}

/** The example with other targets, and what it makes of them. */
export const runWithTargets = remembering((t1: number, t2: number) => runNetwork({ ...EXAMPLE, t1, t2 }));

/** The network's numbers after some updates from the example's, all with the same learning rate. */
export const trained = remembering((eta: number, updates: number): NetworkSettings => {
  let settings: NetworkSettings = EXAMPLE;
  for (let count = 0; count < updates; count += 1) settings = updated(runNetwork(settings), eta);
  return settings;
});
