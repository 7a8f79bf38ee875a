import * as mistake from "./mistakes";
import type { Shape } from "./shape";

/** What each kind of mistake tells about itself: the page uses `code` and `details` to explain it in the reader's language. */
export interface TorchErrorDetails {
  /** `arange` with a step that does not lead from start to end. */
  arange_step: { start: number; end: number; step: number };
  /** `noGrad` or `enableGrad` was given a function that waits. */
  async_mode: { op: string };
  /** `backward()` on a tensor that does not depend on anything that requires a gradient. */
  backward_no_graph: Record<never, never>;
  /** `backward()` without a gradient, or `hessian`, on a tensor of several elements. */
  backward_not_scalar: { op: string; shape: Shape };
  /** The graph's saved values were released by an earlier backward. */
  backward_twice: { op: string };
  /** A size is negative, fractional or not finite; or what should be a list of sizes or dimensions is none. */
  bad_size: { op: string; size: number | string };
  /** Something in the data of a new tensor is neither a number nor a boolean. */
  bad_value: { op: string; got: string };
  /** Two shapes cannot be broadcast together: they differ at `dim`. */
  broadcast_shapes: {
    op: string;
    shapes: readonly [Shape, Shape];
    dim: number;
    sizes: readonly [number, number];
  };
  /** Sizes of joined tensors differ outside the joined dimension. */
  cat_sizes: { op: string; shapes: readonly [Shape, Shape]; dim: number };
  /** The input's channels do not fit the weight's. */
  channels: {
    op: string;
    shapes: readonly [Shape, Shape];
    groups: number;
    channels: number;
    expected: number;
  };
  /** `clamp` without bounds. */
  clamp_bounds: Record<never, never>;
  /** A first dimension comes after a last one. */
  dim_order: { op: string; first: number; last: number };
  /** A dimension does not exist. */
  dim_range: { op: string; dim: number; rank: number };
  /** A dimension is named twice. */
  dim_twice: { op: string; dim: number };
  /** The data type does not fit. */
  dtype: { op: string; dtype: string; expected: string };
  /** An equation of `einsum` that does not describe its operands. */
  einsum: { equation: string; operands: number };
  /** A list of tensors is empty, or is none. */
  empty_list: { op: string };
  /** A reduction of nothing that has no identity (max, min, argmax). */
  empty_reduction: { op: string; shape: Shape };
  /** Only dimensions of size 1 can be expanded. */
  expand_size: { op: string; shape: Shape; requested: Shape };
  /** The flag `requiresGrad` of a computed tensor cannot be switched off. */
  flag_of_computed: Record<never, never>;
  /** A gradient that is not what differences of the function's results say, at flat places of an output and an input. */
  gradcheck: {
    op: string;
    output: number;
    input: number;
    places: readonly [number, number];
    analytical: number;
    numerical: number;
  };
  /** A gradient has another shape than its tensor. */
  gradient_shape: { shape: Shape; gradient: Shape };
  /** There are more indices than dimensions. */
  index_count: { op: string; count: number; shape: Shape };
  /** An index is not an integer, slice, null, "..." or tensor. */
  index_kind: { op: string; got: string };
  /** An index is outside its dimension. */
  index_range: { op: string; index: number; dim: number; size: number };
  /** An index tensor does not fit the tensor it indexes. */
  index_shape: { op: string; shape: Shape; index: Shape; dim: number };
  /** The result of a change in place has a data type that the tensor cannot hold. */
  inplace_dtype: { op: string; dtype: string; result: string };
  /** A leaf that requires a gradient, or a view of one, is changed in place outside `noGrad`. */
  inplace_leaf: { op: string; shape: Shape };
  /** A value that backward needs has been changed in place. */
  inplace_saved: { op: string; shape: Shape };
  /** The result of a change in place has another shape than the tensor. */
  inplace_shape: { op: string; shape: Shape; result: Shape };
  /** A view whose base does not lie in order cannot be changed in place while operations are recorded. */
  inplace_view: { op: string; shape: Shape };
  /** `grad` or `gradcheck` was given an input that does not require a gradient. */
  input_no_grad: { op: string; position: number };
  /** `grad` was given an input that the outputs do not depend on. */
  input_unused: { position: number };
  /** Only float tensors can require gradients. */
  integer_requires_grad: { dtype: string };
  /** A number is not finite and cannot be kept as an integer. */
  integer_value: { got: number };
  /** The inner sizes of a matrix product differ; `transposed`: they would fit if the second matrix were transposed. */
  matmul_shapes: {
    op: string;
    shapes: readonly [Shape, Shape];
    inner: readonly [number, number];
    transposed: boolean;
  };
  /** A kernel is larger than what it moves over. */
  kernel_size: { op: string; kernel: Shape; input: Shape };
  /** Nesterov's momentum without momentum, or with dampening. */
  nesterov: { optimizer: string };
  /** A module without a `forward`. */
  no_forward: { module: string };
  /** An optimizer without parameters. */
  no_parameters: { optimizer: string };
  /** An argument is not a function. */
  not_function: { op: string; got: string };
  /** An argument is not a tensor. */
  not_tensor: { op: string; got: string };
  /** One number was wanted of a tensor with more or fewer elements. */
  not_one_element: { op: string; shape: Shape };
  /** A mean and variance of one value say nothing. */
  one_value: { op: string; shape: Shape };
  /** JavaScript's operators do not work on tensors. */
  operator: Record<never, never>;
  /** An optimizer was given a computed tensor. */
  optimizer_computed: { optimizer: string };
  /** An optimizer was given a parameter twice. */
  optimizer_twice: { optimizer: string };
  /** An option is none of those that there are. */
  option_choice: { op: string; option: string; got: string; choices: readonly string[] };
  /** An option is outside its range: below `least`, above `most` (or equal to it, where `open`), or not whole. */
  option_range: { op: string; option: string; got: number } & Range;
  /** A list of dimensions that does not name each one once. */
  permutation: { op: string; dims: readonly number[]; shape: Shape };
  /** A probability is outside 0 … 1. */
  probability_range: { op: string; got: number };
  /** There are no whole numbers between two bounds. */
  randint_range: { low: number; high: number };
  /** Nested arrays of different lengths. */
  ragged: { dim: number; expected: number; got: number };
  /** A tensor has too few or too many dimensions. */
  rank: { op: string; shape: Shape; least: number; most: number | null };
  /** The number of elements does not fit the wanted shape. */
  reshape_size: { op: string; shape: Shape; requested: Shape };
  /** An argument has not the shape that it must have. */
  same_shape: { op: string; argument: string; expected: Shape; got: Shape };
  /** A slice is malformed. */
  slice: { op: string; got: string };
  /** A saved state does not fit the module. */
  state_dict: { module: string; missing: readonly string[]; unexpected: readonly string[] };
  /** Input and target have different batch sizes. */
  target_batch: { op: string; input: number; target: number };
  /** A float target has not the input's shape; perhaps it holds classes. */
  target_probabilities: { op: string; input: Shape; target: Shape };
  /** A class index is outside 0 … classes − 1. */
  target_range: { op: string; target: number; classes: number };
  /** A view is impossible because the elements are not laid out in order. */
  view_strides: { op: string; shape: Shape; requested: Shape };
}

/** Which numbers an option may be. */
export interface Range {
  readonly least: number;
  /** Null where there is no limit. */
  readonly most: number | null;
  /** Whether `most` itself is excluded. */
  readonly open: boolean;
  readonly whole: boolean;
}

/** The codes of all mistakes; they never change. */
export type TorchErrorCode = keyof TorchErrorDetails;

/** A kind of mistake: its code, and what to say about a case of it in English. */
export interface Mistake<C extends TorchErrorCode> {
  readonly code: C;
  readonly say: (details: TorchErrorDetails[C]) => string;
}

/** Every misuse of the library throws one of these; `message` names the operation, the shapes and the remedy in English. */
export class TorchError<C extends TorchErrorCode = TorchErrorCode> extends Error {
  override readonly name = "TorchError";
  /** Which mistake it is; never changes. */
  readonly code: C;
  /** The operation, shapes and numbers of this case. */
  readonly details: TorchErrorDetails[C];

  constructor(mistake: Mistake<C>, details: TorchErrorDetails[C]) {
    super(mistake.say(details));
    this.code = mistake.code;
    this.details = details;
  }
}

/** @internal Refuses an option that is not a number in a range: from 0 up unless it is said otherwise. */
export function checkOption(op: string, option: string, got: number, range: Partial<Range> = {}): void {
  const { least, most, open, whole }: Range = { least: 0, most: null, open: false, whole: false, ...range };
  const fits =
    got >= least &&
    (most === null || (open ? got < most : got <= most)) &&
    (!whole || Number.isSafeInteger(got));
  if (!fits) fail(mistake.optionRange, { op, option, got, least, most, open, whole });
}

/** @internal What a value is, in words. */
export function kindOf(x: unknown): string {
  if (x === null || x === undefined) return String(x);
  if (x instanceof Promise) return "a promise";
  return Array.isArray(x) ? "an array" : typeof x === "object" ? "an object" : `a ${typeof x}`;
}

/** Throws a {@link TorchError}. */
export function fail<C extends TorchErrorCode>(mistake: Mistake<C>, details: TorchErrorDetails[C]): never {
  throw new TorchError(mistake, details);
}
