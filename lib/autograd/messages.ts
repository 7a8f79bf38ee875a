import type { TorchErrorCode, TorchErrorDetails } from "./errors";
import { count, type Shape } from "./shape";

const show = (shape: Shape): string => `[${shape.join(", ")}]`;
const dims = (n: number): string => `${n} dimension${n === 1 ? "" : "s"}`;

/** What is wrong, and what to do, in English: one sentence for each code. */
export const messages: { readonly [C in TorchErrorCode]: (details: TorchErrorDetails[C]) => string } = {
  arange_step: ({ start, end, step }) => `arange: a step of ${step} does not lead from ${start} to ${end}`,
  async_mode: ({ op }) =>
    `${op}: the function must not be async, because what follows its first await would run in the outer mode`,
  backward_no_graph: () =>
    "backward: this tensor does not require a gradient and was not computed from one that does; create the parameters with { requiresGrad: true }, and mind noGrad and detach",
  backward_not_scalar: ({ shape }) =>
    `backward: a tensor of shape ${show(shape)} is not a single number; reduce it first, e.g. with sum() or mean(), or pass a gradient of its shape`,
  backward_twice: ({ op }) =>
    `backward: the values that ${op} saved were released by an earlier backward; call that one with { retainGraph: true }, or compute the loss again`,
  bad_size: ({ op, size }) =>
    `${op}: ${size} is not a size that fits here; sizes are whole numbers from 0 up`,
  bad_value: ({ op, got }) => `${op}: a tensor or a number is needed, not ${got}`,
  broadcast_shapes: ({ op, shapes: [a, b], dim, sizes }) =>
    `${op}: shapes ${show(a)} and ${show(b)} do not fit: at dimension ${dim} the sizes ${sizes[0]} and ${sizes[1]} differ and neither is 1`,
  cat_sizes: ({ op, shapes: [a, b], dim }) =>
    `${op}: shapes ${show(a)} and ${show(b)} differ outside dimension ${dim}`,
  clamp_bounds: () => "clamp: at least one of min and max must be a number",
  dim_order: ({ op, first, last }) => `${op}: the first dimension ${first} comes after the last ${last}`,
  dim_range: ({ op, dim, rank }) =>
    `${op}: dimension ${dim} is out of range: a tensor with ${dims(rank)} has ${-(rank || 1)} to ${(rank || 1) - 1}`,
  dim_twice: ({ op, dim }) => `${op}: dimension ${dim} is named twice`,
  dtype: ({ op, dtype, expected }) =>
    `${op}: a tensor of type ${expected} is needed, not ${dtype}; convert it with .to(torch.${expected === "float" ? "float64" : expected})`,
  empty_list: ({ op }) => `${op}: the list of tensors is empty`,
  empty_reduction: ({ op, shape }) => `${op}: a tensor of shape ${show(shape)} has no such element`,
  expand_size: ({ op, shape, requested }) =>
    `${op}: ${show(shape)} cannot become ${show(requested)}: only dimensions of size 1 and new leading ones can grow`,
  flag_of_computed: () =>
    "requiresGrad: only a leaf can stop requiring a gradient; to use a computed tensor as a constant take detach()",
  gradient_shape: ({ shape, gradient }) =>
    `backward: a gradient of shape ${show(gradient)} does not fit a tensor of shape ${show(shape)}; the shapes must be equal`,
  index_count: ({ op, count: n, shape }) =>
    `${op}: ${n} indices are too many for the ${dims(shape.length)} of ${show(shape)}`,
  index_kind: ({ op, got }) =>
    `${op}: an index is a whole number, a slice, "...", null or a tensor, not ${got}`,
  index_range: ({ op, index, dim, size }) =>
    `${op}: index ${index} is out of range for dimension ${dim} of size ${size}`,
  index_shape: ({ op, shape, index, dim }) =>
    `${op}: an index of shape ${show(index)} does not fit a tensor of shape ${show(shape)}: it needs as many dimensions, none but dimension ${dim} longer`,
  index_tensors: ({ op }) =>
    `${op}: at most one index may be a tensor; use gather to choose along several dimensions`,
  inplace_dtype: ({ op, dtype, result }) =>
    `${op}: the result is ${result} and cannot be kept in a tensor of type ${dtype}`,
  inplace_leaf: ({ op }) =>
    `${op}: a leaf that requires a gradient (or a view of one) must not be changed in place while operations are recorded; wrap the change in torch.noGrad(() => …)`,
  inplace_saved: ({ op, shape }) =>
    `backward: a value that ${op} (result of shape ${show(shape)}) needs for its gradient has been changed in place since; use an operation that returns a new tensor, or clone() before the change`,
  inplace_shape: ({ op, shape, result }) =>
    `${op}: the result has shape ${show(result)} and cannot be kept in a tensor of shape ${show(shape)}`,
  inplace_view: ({ op }) =>
    `${op}: the history of this view cannot be kept, because its base does not lie in order; change a clone() instead`,
  input_no_grad: ({ position }) =>
    `grad: input ${position} does not require a gradient; set requiresGrad before computing with it`,
  input_unused: ({ position }) =>
    `grad: the outputs do not depend on input ${position}; pass { allowUnused: true } to get null for it`,
  integer_requires_grad: ({ dtype }) =>
    `requiresGrad: only float tensors can require gradients, not ${dtype}; convert it with .to(torch.float64)`,
  integer_value: ({ got }) => `int64: ${got} is not finite and has no place in an int64 tensor`,
  matmul_shapes: ({ op, shapes: [a, b], inner, transposed }) =>
    `${op}: shapes ${show(a)} and ${show(b)} do not fit: the inner sizes ${inner[0]} and ${inner[1]} differ${transposed ? " (did you mean .t()?)" : ""}`,
  nesterov: ({ optimizer }) => `${optimizer}: nesterov needs a momentum above 0 and no dampening`,
  no_forward: ({ module }) => `${module}: a module must define forward(…)`,
  no_parameters: ({ optimizer }) =>
    `${optimizer}: there are no parameters to optimize; pass net.parameters()`,
  not_one_element: ({ op, shape }) =>
    `${op}: a tensor of shape ${show(shape)} has ${count(shape)} elements, not one; use tolist()`,
  operator: () =>
    "JavaScript's operators (+, *, <, …) do not work on tensors: use methods such as a.add(b), a.mul(2), a.lt(b), or item() for a plain number",
  optimizer_computed: ({ optimizer }) => `${optimizer}: only leaves can be optimized, not computed tensors`,
  optimizer_twice: ({ optimizer }) => `${optimizer}: a parameter appears more than once`,
  option_choice: ({ op, option, got, choices }) =>
    `${op}: ${option} must be one of ${choices.join(", ")}, not ${got}`,
  option_range: ({ op, option, got, least, most, open, whole }) =>
    `${op}: ${option} must be a ${whole ? "whole " : ""}number from ${least} ${most === null ? "up" : `to ${open ? "below " : ""}${most}`}, not ${got}`,
  permutation: ({ op, dims: named, shape }) =>
    `${op}: ${show(named)} must name each of the ${dims(shape.length)} of ${show(shape)} once`,
  probability_range: ({ op, got }) => `${op}: ${got} is not a probability from 0 to 1; apply sigmoid first`,
  randint_range: ({ low, high }) =>
    `randint: there is no whole number from ${low} up to ${high}, not included`,
  ragged: ({ dim, expected, got }) =>
    `tensor: the nested arrays are ragged: at dimension ${dim} there should be ${expected} element${expected === 1 ? "" : "s"}, but there ${got === 1 ? "is" : "are"} ${got}`,
  rank: ({ op, shape, least, most }) =>
    `${op}: a tensor with ${most === null ? "at least " : least < most ? "at most " : ""}${dims(most ?? least)} is needed, not one of shape ${show(shape)}`,
  reshape_size: ({ op, shape, requested }) =>
    `${op}: the ${count(shape)} elements of ${show(shape)} do not fit the shape ${show(requested)}`,
  same_shape: ({ op, argument, expected, got }) =>
    `${op}: ${argument} must have shape ${show(expected)}, not ${show(got)}`,
  slice: ({ op, got }) =>
    `${op}: ${got} is not a slice: write for example "1:3", ":" or "::2", with a step from 1 up`,
  state_dict: ({ module, missing, unexpected }) =>
    `loadStateDict: the names do not fit ${module}: missing ${missing.join(", ") || "none"}; unexpected ${unexpected.join(", ") || "none"}`,
  target_batch: ({ op, input, target }) =>
    `${op}: the input has a batch of ${input}, the target of ${target}; they must be equal`,
  target_probabilities: ({ op, input, target }) =>
    `${op}: targets that are probabilities must have the input's shape ${show(input)}, not ${show(target)}; classes must be int64: { dtype: torch.int64 } or .long()`,
  target_range: ({ op, target, classes }) =>
    `${op}: target ${target} is out of range for ${classes} classes, which are 0 to ${classes - 1}`,
  view_strides: ({ op, shape, requested }) =>
    `${op}: ${show(shape)} cannot be seen as ${show(requested)}, because its elements do not lie in order; use reshape, which copies where it must`,
};
