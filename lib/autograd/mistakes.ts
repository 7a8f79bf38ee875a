// What can be wrong, and what to do, in English: one sentence for each code.
import type { Mistake } from "./errors";
import { count, type Shape } from "./shape";

const show = (shape: Shape): string => `[${shape.join(", ")}]`;
const dims = (n: number): string => `${n} dimension${n === 1 ? "" : "s"}`;

export const arangeStep: Mistake<"arange_step"> = {
  code: "arange_step",
  say: ({ start, end, step }) => `arange: a step of ${step} does not lead from ${start} to ${end}`,
};

export const asyncMode: Mistake<"async_mode"> = {
  code: "async_mode",
  say: ({ op }) =>
    `${op}: the function must not be async, because what follows its first await would run in the outer mode`,
};

export const backwardNoGraph: Mistake<"backward_no_graph"> = {
  code: "backward_no_graph",
  say: () =>
    "backward: this tensor does not require a gradient and was not computed from one that does; create the parameters with { requiresGrad: true }, and mind noGrad and detach",
};

export const backwardNotScalar: Mistake<"backward_not_scalar"> = {
  code: "backward_not_scalar",
  say: ({ op, shape }) =>
    `${op}: a tensor of shape ${show(shape)} is not a single number; reduce it first, e.g. with sum() or mean()${op === "backward" ? ", or pass a gradient of its shape" : ""}`,
};

export const backwardTwice: Mistake<"backward_twice"> = {
  code: "backward_twice",
  say: ({ op }) =>
    `backward: the values that ${op} saved were released by an earlier backward; call that one with { retainGraph: true }, or compute the loss again`,
};

export const badSize: Mistake<"bad_size"> = {
  code: "bad_size",
  say: ({ op, size }) => `${op}: ${size} is not a size that fits here; sizes are whole numbers from 0 up`,
};

export const badValue: Mistake<"bad_value"> = {
  code: "bad_value",
  say: ({ op, got }) => `${op}: the data must be numbers or booleans, not ${got}`,
};

export const broadcastShapes: Mistake<"broadcast_shapes"> = {
  code: "broadcast_shapes",
  say: ({ op, shapes: [a, b], dim, sizes }) =>
    `${op}: shapes ${show(a)} and ${show(b)} do not fit: at dimension ${dim} the sizes ${sizes[0]} and ${sizes[1]} differ and neither is 1`,
};

export const catSizes: Mistake<"cat_sizes"> = {
  code: "cat_sizes",
  say: ({ op, shapes: [a, b], dim }) =>
    `${op}: shapes ${show(a)} and ${show(b)} differ outside dimension ${dim}`,
};

export const channels: Mistake<"channels"> = {
  code: "channels",
  say: ({ op, shapes: [input, weight], groups, channels: got, expected }) =>
    `${op}: with ${groups === 1 ? "" : `${groups} groups and `}a weight of shape ${show(weight)} the input must have ${expected} channels, but ${show(input)} has ${got}`,
};

export const clampBounds: Mistake<"clamp_bounds"> = {
  code: "clamp_bounds",
  say: () => "clamp: at least one of min and max must be a number",
};

export const dimOrder: Mistake<"dim_order"> = {
  code: "dim_order",
  say: ({ op, first, last }) => `${op}: the first dimension ${first} comes after the last ${last}`,
};

export const dimRange: Mistake<"dim_range"> = {
  code: "dim_range",
  say: ({ op, dim, rank }) =>
    `${op}: dimension ${dim} is out of range: a tensor with ${dims(rank)} has ${-(rank || 1)} to ${(rank || 1) - 1}`,
};

export const dimTwice: Mistake<"dim_twice"> = {
  code: "dim_twice",
  say: ({ op, dim }) => `${op}: dimension ${dim} is named twice`,
};

export const dtype: Mistake<"dtype"> = {
  code: "dtype",
  say: ({ op, dtype, expected }) =>
    `${op}: a tensor of type ${expected} is needed, not ${dtype}; convert it with .to(torch.${expected === "float" ? "float64" : expected})`,
};

export const einsum: Mistake<"einsum"> = {
  code: "einsum",
  say: ({ equation, operands }) =>
    `einsum: "${equation}" does not describe ${operands} tensor${operands === 1 ? "" : "s"}: write one group of letters for each, separated by commas, and after "->" letters that occur in them, each once, as in "ij,jk->ik"`,
};

export const emptyList: Mistake<"empty_list"> = {
  code: "empty_list",
  say: ({ op }) => `${op}: a list of at least one tensor is needed: ${op}([a, b])`,
};

export const emptyReduction: Mistake<"empty_reduction"> = {
  code: "empty_reduction",
  say: ({ op, shape }) => `${op}: a tensor of shape ${show(shape)} has no such element`,
};

export const expandSize: Mistake<"expand_size"> = {
  code: "expand_size",
  say: ({ op, shape, requested }) =>
    `${op}: ${show(shape)} cannot become ${show(requested)}: only dimensions of size 1 and new leading ones can grow`,
};

export const flagOfComputed: Mistake<"flag_of_computed"> = {
  code: "flag_of_computed",
  say: () =>
    "requiresGrad: only a leaf can stop requiring a gradient; to use a computed tensor as a constant take detach()",
};

export const gradcheck: Mistake<"gradcheck"> = {
  code: "gradcheck",
  say: ({ op, output, input, places: [to, from], analytical, numerical }) =>
    `${op}: the derivative of element ${to} of output ${output} with respect to element ${from} of input ${input} is ${analytical} by backward, but ${numerical} by differences`,
};

export const gradientShape: Mistake<"gradient_shape"> = {
  code: "gradient_shape",
  say: ({ shape, gradient }) =>
    `backward: a gradient of shape ${show(gradient)} does not fit a tensor of shape ${show(shape)}; the shapes must be equal`,
};

export const indexCount: Mistake<"index_count"> = {
  code: "index_count",
  say: ({ op, count: n, shape }) =>
    `${op}: ${n} indices are too many for the ${dims(shape.length)} of ${show(shape)}`,
};

export const indexKind: Mistake<"index_kind"> = {
  code: "index_kind",
  say: ({ op, got }) =>
    `${op}: an index is a whole number, a slice, "...", null or a tensor of type int64 or bool, not ${got}`,
};

export const indexRange: Mistake<"index_range"> = {
  code: "index_range",
  say: ({ op, index, dim, size }) =>
    `${op}: index ${index} is out of range for dimension ${dim} of size ${size}`,
};

export const indexShape: Mistake<"index_shape"> = {
  code: "index_shape",
  say: ({ op, shape, index, dim }) =>
    `${op}: an index of shape ${show(index)} does not fit a tensor of shape ${show(shape)}: it needs as many dimensions, none but dimension ${dim} longer`,
};

export const inplaceDtype: Mistake<"inplace_dtype"> = {
  code: "inplace_dtype",
  say: ({ op, dtype, result }) =>
    `${op}: the result is ${result} and cannot be kept in a tensor of type ${dtype}`,
};

export const inplaceLeaf: Mistake<"inplace_leaf"> = {
  code: "inplace_leaf",
  say: ({ op }) =>
    `${op}: a leaf that requires a gradient (or a view of one) must not be changed in place while operations are recorded; wrap the change in torch.noGrad(() => …)`,
};

export const inplaceSaved: Mistake<"inplace_saved"> = {
  code: "inplace_saved",
  say: ({ op, shape }) =>
    `backward: a value that ${op} (result of shape ${show(shape)}) needs for its gradient has been changed in place since; use an operation that returns a new tensor, or clone() before the change`,
};

export const inplaceShape: Mistake<"inplace_shape"> = {
  code: "inplace_shape",
  say: ({ op, shape, result }) =>
    `${op}: the result has shape ${show(result)} and cannot be kept in a tensor of shape ${show(shape)}`,
};

export const inplaceView: Mistake<"inplace_view"> = {
  code: "inplace_view",
  say: ({ op }) =>
    `${op}: the history of this view cannot be kept, because its base does not lie in order; change a clone() instead`,
};

export const inputNoGrad: Mistake<"input_no_grad"> = {
  code: "input_no_grad",
  say: ({ op, position }) =>
    `${op}: input ${position} does not require a gradient; set requiresGrad before computing with it`,
};

export const inputUnused: Mistake<"input_unused"> = {
  code: "input_unused",
  say: ({ position }) =>
    `grad: the outputs do not depend on input ${position}; pass { allowUnused: true } to get null for it`,
};

export const integerRequiresGrad: Mistake<"integer_requires_grad"> = {
  code: "integer_requires_grad",
  say: ({ dtype }) =>
    `requiresGrad: only float tensors can require gradients, not ${dtype}; convert it with .to(torch.float64)`,
};

export const integerValue: Mistake<"integer_value"> = {
  code: "integer_value",
  say: ({ got }) => `int64: ${got} is not finite and has no place in an int64 tensor`,
};

export const matmulShapes: Mistake<"matmul_shapes"> = {
  code: "matmul_shapes",
  say: ({ op, shapes: [a, b], inner, transposed }) =>
    `${op}: shapes ${show(a)} and ${show(b)} do not fit: the inner sizes ${inner[0]} and ${inner[1]} differ${transposed ? " (did you mean .t()?)" : ""}`,
};

export const kernelSize: Mistake<"kernel_size"> = {
  code: "kernel_size",
  say: ({ op, kernel, input }) =>
    `${op}: a kernel that covers ${show(kernel)} is larger than the input of ${show(input)} with its padding`,
};

export const nesterov: Mistake<"nesterov"> = {
  code: "nesterov",
  say: ({ optimizer }) => `${optimizer}: nesterov needs a momentum above 0 and no dampening`,
};

export const noForward: Mistake<"no_forward"> = {
  code: "no_forward",
  say: ({ module }) => `${module}: a module must define forward(…)`,
};

export const noParameters: Mistake<"no_parameters"> = {
  code: "no_parameters",
  say: ({ optimizer }) => `${optimizer}: there are no parameters to optimize; pass net.parameters()`,
};

export const notOneElement: Mistake<"not_one_element"> = {
  code: "not_one_element",
  say: ({ op, shape }) =>
    `${op}: a tensor of shape ${show(shape)} has ${count(shape)} elements, not one; use tolist()`,
};

export const notFunction: Mistake<"not_function"> = {
  code: "not_function",
  say: ({ op, got }) => `${op}: a function is needed, not ${got}: ${op}(() => …)`,
};

export const notTensor: Mistake<"not_tensor"> = {
  code: "not_tensor",
  say: ({ op, got }) =>
    `${op}: a tensor is needed, not ${got}; torch.tensor(…) makes one of numbers and arrays`,
};

export const operator: Mistake<"operator"> = {
  code: "operator",
  say: () =>
    "JavaScript's operators (+, *, <, …) do not work on tensors: use methods such as a.add(b), a.mul(2), a.lt(b), or item() for a plain number",
};

export const optimizerComputed: Mistake<"optimizer_computed"> = {
  code: "optimizer_computed",
  say: ({ optimizer }) => `${optimizer}: only leaves can be optimized, not computed tensors`,
};

export const optimizerTwice: Mistake<"optimizer_twice"> = {
  code: "optimizer_twice",
  say: ({ optimizer }) => `${optimizer}: a parameter appears more than once`,
};

export const oneValue: Mistake<"one_value"> = {
  code: "one_value",
  say: ({ op, shape }) =>
    `${op}: training needs more than one value for each channel, and ${show(shape)} has only one; use larger batches, or eval()`,
};

export const optionChoice: Mistake<"option_choice"> = {
  code: "option_choice",
  say: ({ op, option, got, choices }) => `${op}: ${option} must be one of ${choices.join(", ")}, not ${got}`,
};

export const optionRange: Mistake<"option_range"> = {
  code: "option_range",
  say: ({ op, option, got, least, most, open, whole }) =>
    `${op}: ${option} must be a ${whole ? "whole " : ""}number from ${least} ${most === null ? "up" : `to ${open ? "below " : ""}${most}`}, not ${got}`,
};

export const permutation: Mistake<"permutation"> = {
  code: "permutation",
  say: ({ op, dims: named, shape }) =>
    `${op}: ${show(named)} must name each of the ${dims(shape.length)} of ${show(shape)} once`,
};

export const probabilityRange: Mistake<"probability_range"> = {
  code: "probability_range",
  say: ({ op, got }) => `${op}: ${got} is not a probability from 0 to 1; apply sigmoid first`,
};

export const randintRange: Mistake<"randint_range"> = {
  code: "randint_range",
  say: ({ low, high }) => `randint: there is no whole number from ${low} up to ${high}, not included`,
};

export const ragged: Mistake<"ragged"> = {
  code: "ragged",
  say: ({ dim, expected, got }) =>
    `tensor: the nested arrays are ragged: at dimension ${dim} there should be ${expected} element${expected === 1 ? "" : "s"}, but there ${got === 1 ? "is" : "are"} ${got}`,
};

export const rank: Mistake<"rank"> = {
  code: "rank",
  say: ({ op, shape, least, most }) =>
    `${op}: a tensor with ${most === null ? "at least " : least < most ? "at most " : ""}${dims(most ?? least)} is needed, not one of shape ${show(shape)}`,
};

export const reshapeSize: Mistake<"reshape_size"> = {
  code: "reshape_size",
  say: ({ op, shape, requested }) =>
    `${op}: the ${count(shape)} elements of ${show(shape)} do not fit the shape ${show(requested)}`,
};

export const sameShape: Mistake<"same_shape"> = {
  code: "same_shape",
  say: ({ op, argument, expected, got }) =>
    `${op}: ${argument} must have shape ${show(expected)}, not ${show(got)}`,
};

export const slice: Mistake<"slice"> = {
  code: "slice",
  say: ({ op, got }) =>
    `${op}: ${got} is not a slice: write for example "1:3", ":" or "::2", with a step from 1 up (flip reverses)`,
};

export const stateDict: Mistake<"state_dict"> = {
  code: "state_dict",
  say: ({ module, missing, unexpected }) =>
    `loadStateDict: the names do not fit ${module}: missing ${missing.join(", ") || "none"}; unexpected ${unexpected.join(", ") || "none"}`,
};

export const targetBatch: Mistake<"target_batch"> = {
  code: "target_batch",
  say: ({ op, input, target }) =>
    `${op}: the input has a batch of ${input}, the target of ${target}; they must be equal`,
};

export const targetProbabilities: Mistake<"target_probabilities"> = {
  code: "target_probabilities",
  say: ({ op, input, target }) =>
    `${op}: targets that are probabilities must have the input's shape ${show(input)}, not ${show(target)}; classes must be int64: { dtype: torch.int64 } or .long()`,
};

export const targetRange: Mistake<"target_range"> = {
  code: "target_range",
  say: ({ op, target, classes }) =>
    `${op}: target ${target} is out of range for ${classes} classes, which are 0 to ${classes - 1}`,
};

export const viewStrides: Mistake<"view_strides"> = {
  code: "view_strides",
  say: ({ op, shape, requested }) =>
    `${op}: ${show(shape)} cannot be seen as ${show(requested)}, because its elements do not lie in order; use reshape, which copies where it must`,
};
