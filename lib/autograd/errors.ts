/** What each kind of mistake tells about itself: the page uses `code` and `details` to explain it in the reader's language. */
export interface TorchErrorDetails {
  /** Two shapes cannot be broadcast together. */
  broadcast_shapes: { op: string; shapes: Shapes; dim: number };
  /** The inner sizes of a matrix product differ. */
  matmul_shapes: { op: string; shapes: Shapes; inner: readonly [number, number] };
  /** A tensor has the wrong number of dimensions. */
  rank: { op: string; shape: Shape; expected: string };
  /** The number of elements does not fit the wanted shape. */
  reshape_size: { op: string; shape: Shape; requested: Shape };
  /** A view is impossible because the elements are not laid out in order. */
  view_strides: { op: string; shape: Shape; requested: Shape };
  /** A size may not be expanded to the wanted one. */
  expand_size: { op: string; shape: Shape; requested: Shape };
  /** Two shapes that must be equal are not. */
  same_shape: { op: string; shapes: Shapes };
  /** Sizes of joined tensors differ outside the joined dimension. */
  cat_sizes: { op: string; shapes: Shapes; dim: number };
  /** A list of tensors is empty. */
  empty_list: { op: string };
  /** A dimension does not exist. */
  dim_range: { op: string; dim: number; rank: number };
  /** A dimension is named twice. */
  dim_twice: { op: string; dim: number };
  /** An index is outside its dimension. */
  index_range: { op: string; index: number; dim: number; size: number };
  /** An index is not an integer, slice, null, "..." or tensor, or there are too many of them. */
  index_kind: { op: string; got: string };
  /** A slice is malformed. */
  slice: { op: string; got: string };
  /** Nested arrays of different lengths. */
  ragged: { dim: number; expected: number; got: number };
  /** Something in the data is neither a number nor a boolean. */
  bad_value: { op: string; got: string };
  /** A size is negative, fractional or not finite. */
  bad_size: { op: string; size: number };
  /** An option or argument is outside what is allowed. */
  bad_option: { op: string; option: string; got: string; expected: string };
  /** The data type does not fit. */
  dtype: { op: string; dtype: string; expected: string };
  /** Only float tensors can require gradients. */
  integer_requires_grad: { dtype: string };
  /** The flag `requiresGrad` of a computed tensor cannot be switched off. */
  flag_of_computed: Record<string, never>;
  /** One number was wanted of a tensor with more or fewer elements. */
  not_one_element: { op: string; shape: Shape };
  /** `backward()` without a gradient on a tensor of several elements. */
  backward_not_scalar: { shape: Shape };
  /** `backward()` on a tensor that does not depend on anything that requires a gradient. */
  backward_no_graph: Record<string, never>;
  /** The graph's saved values were released by an earlier backward. */
  backward_twice: { op: string };
  /** The given gradient has another shape than the tensor. */
  gradient_shape: { shape: Shape; gradient: Shape };
  /** `grad` was asked for an input that the outputs do not depend on. */
  input_unused: { position: number };
  /** A tensor given to `grad` does not require a gradient. */
  input_no_grad: { position: number };
  /** A leaf that requires a gradient is changed in place outside `noGrad`. */
  inplace_leaf: { op: string; shape: Shape };
  /** A value that backward needs has been changed in place. */
  inplace_saved: { op: string; shape: Shape };
  /** The result of an in-place operation has another shape or data type than the tensor. */
  inplace_result: { op: string; shape: Shape; result: Shape };
  /** A reduction of nothing that has no identity (max, min, argmax). */
  empty_reduction: { op: string; shape: Shape };
  /** A class index is outside 0 … classes-1. */
  target_range: { op: string; target: number; classes: number };
  /** Input and target have different batch sizes. */
  target_batch: { op: string; input: number; target: number };
  /** A probability is outside 0 … 1. */
  probability_range: { op: string; got: number };
  /** An optimizer without parameters. */
  no_parameters: { optimizer: string };
  /** A saved state does not fit the module. */
  state_dict: { missing: readonly string[]; unexpected: readonly string[] };
  /** A module without a `forward`. */
  no_forward: { module: string };
  /** JavaScript's operators do not work on tensors. */
  operator: Record<string, never>;
  /** `noGrad` was given a function that waits. */
  async_mode: { op: string };
}

type Shape = readonly number[];
type Shapes = readonly Shape[];

export type TorchErrorCode = keyof TorchErrorDetails;

/** Every misuse of the library throws one of these; `message` names the operation, the shapes and the remedy in English. */
export class TorchError<C extends TorchErrorCode = TorchErrorCode> extends Error {
  override readonly name = "TorchError";
  readonly code: C;
  readonly details: TorchErrorDetails[C];

  constructor(code: C, details: TorchErrorDetails[C], message: string) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Throws a {@link TorchError}. */
export function fail<C extends TorchErrorCode>(
  code: C,
  details: TorchErrorDetails[C],
  message: string,
): never {
  throw new TorchError(code, details, message);
}

/** A shape as it is written in messages: `[2, 3]`. */
export const show = (shape: Shape): string => `[${shape.join(", ")}]`;
