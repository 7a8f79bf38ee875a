import { add, div, exp, grad, mul, type Tensor, tensor } from "../autograd/core";
import { remembering } from "./remember";

/** What can be set: the input, the weight and the bias of one neuron. */
export const CHAIN_INPUTS = ["x", "w", "b"] as const;
/** The neuron σ(wx + b) as six elementary steps, in the order of the forward pass. */
export const CHAIN_STEPS = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

export type ChainInput = (typeof CHAIN_INPUTS)[number];
export type ChainStep = (typeof CHAIN_STEPS)[number];
export type ChainName = ChainInput | ChainStep;
export type ChainSettings = Readonly<Record<ChainInput, number>>;

/** What a step is made from: the earlier values that it takes. */
export const CHAIN_ARGUMENTS: Readonly<Record<ChainStep, readonly ChainName[]>> = {
  h1: ["w", "x"],
  h2: ["h1", "b"],
  h3: ["h2"],
  h4: ["h3"],
  h5: ["h4"],
  h6: ["h5"],
};

/** An arrow of the chain, with the slope along it: ∂to/∂from. */
export interface ChainEdge {
  readonly from: ChainName;
  readonly to: ChainStep;
  readonly slope: number;
}

/** One pass forward and one back through the six steps. */
export interface ChainRun {
  readonly settings: ChainSettings;
  readonly value: Readonly<Record<ChainName, number>>;
  /** ∂f/∂ of each value, where f = h6. */
  readonly gradient: Readonly<Record<ChainName, number>>;
  /** In the order of the forward pass. */
  readonly edges: readonly ChainEdge[];
}

/** The numbers that the figure begins with. */
export const CHAIN_EXAMPLE: ChainSettings = { x: 2, w: -0.5, b: 0.25 };

/**
 * f = 1 / (exp(−(wx + b)) + 1), taken apart: h₁ = w·x, h₂ = h₁ + b, h₃ = −1·h₂, h₄ = exp h₃, h₅ = h₄ + 1, h₆ = 1/h₅.
 * For large |wx + b| a step may overflow; then slopes are NaN, as in PyTorch, where the sigmoid in one step has none.
 */
export function runChain({ x, w, b }: ChainSettings): ChainRun {
  return steps(x, w, b);
}

const steps = remembering((...numbers: readonly [x: number, w: number, b: number]): ChainRun => {
  const leaf = (value: number) => tensor(value, { requiresGrad: true });
  const [x, w, b] = [leaf(numbers[0]), leaf(numbers[1]), leaf(numbers[2])];
  const h1 = mul(w, x);
  const h2 = add(h1, b);
  const h3 = mul(h2, -1);
  const h4 = exp(h3);
  const h5 = add(h4, 1);
  const h6 = div(1, h5);
  const tensors: Record<ChainName, Tensor> = { x, w, b, h1, h2, h3, h4, h5, h6 };
  const names = [...CHAIN_INPUTS, ...CHAIN_STEPS];
  const edges = CHAIN_STEPS.flatMap((to) =>
    CHAIN_ARGUMENTS[to].map((from) => {
      const [slope] = grad(tensors[to], tensors[from], { retainGraph: true });
      return { from, to, slope: slope?.item() ?? 0 };
    }),
  );
  for (const name of names) tensors[name].retainGrad();
  h6.backward();
  const each = (number: (tensor: Tensor) => number) =>
    Object.fromEntries(names.map((name) => [name, number(tensors[name])])) as Record<ChainName, number>;
  return {
    settings: { x: numbers[0], w: numbers[1], b: numbers[2] },
    value: each((tensor) => tensor.item()),
    gradient: each((tensor) => tensor.grad?.item() ?? 0),
    edges,
  };
});
