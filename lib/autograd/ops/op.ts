import type { Node } from "../graph/node";
import type { Tensor } from "../tensor";

/**
 * The derivative rule of one input: from the gradient `g` of the loss with respect to the result, the gradient with
 * respect to that input. It is written in tensor operations, so that it can itself be differentiated. Where an operation
 * broadcasts, the rule may return the broadcast shape; the graph sums it back to the input's.
 */
export type Rule = (g: Tensor, at: Node) => Tensor;

/** As {@link Rule}, for operations with a list of inputs; `index` is the input's position. */
export type ListRule = (g: Tensor, at: Node, index: number) => Tensor;

/** What a rule looks at, as a sum of these: the inputs (first, second, third) and the result. */
export const NOTHING = 0;
export const A = 1;
export const B = 2;
export const C = 4;
export const OUT = 8;
export const A_B = 3;
export const A_OUT = 9;
export const B_OUT = 10;
export const A_B_OUT = 11;

/** An entry of the operation table as far as the graph is concerned: its name and its derivative rules. */
export interface Op {
  /** As in PyTorch's `gradFn`, in camelCase: `mul` prints as `MulBackward`. */
  readonly name: string;
  /** For each input what its rule looks at; those values must not change until backward, and are released after it. */
  readonly saves: readonly number[] | number;
  /** For each input its rule; null for inputs that have no derivative (indices, conditions). */
  readonly backward: readonly (Rule | null)[] | ListRule;
  /** The same gradients by loops on the flat arrays, for when nobody will differentiate them again; null where it does not apply. */
  readonly fast?: ((g: Tensor, at: Node, index: number) => Tensor | null) | undefined;
}

/** An operation whose result never requires a gradient: comparisons, indices. */
export interface NotDifferentiable {
  readonly name: string;
  readonly differentiable: false;
}
