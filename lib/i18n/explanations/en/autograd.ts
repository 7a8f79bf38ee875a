import type { Details, Explanation } from "../explanation";
import type { autograd as zh } from "../zh/autograd";

const AWAIT =
  "An `async` function gives a promise, not yet its result: write `await` before it to wait for that.";

/** What the autograd library throws. Its messages are English and name shapes and remedy; some want no more words. */
export const autograd: Record<keyof typeof zh, Explanation> = {
  arange_step: "The step must not be 0; to go from a larger number to a smaller one it must be negative.",
  async_mode: "Wait for everything first, and give `{op}` a function that only computes.",
  backward_no_graph:
    "From here there is no way back to a parameter. Besides `torch.noGrad` and `.detach()`, taking a number out with `.item()` and computing on with it also breaks the way.",
  backward_not_scalar: null,
  backward_twice:
    "One computational graph serves one backward: afterwards what it had saved is given up. The usual way is a new forward pass, which gives a new loss, before each `backward()`. In a loop, look whether the loss is computed only once, outside of it.",
  bad_size: "Give the sizes as a list, as in `torch.zeros([2, 3])`.",
  bad_value: ({ got }: Details) => (got === "a promise" ? AWAIT : null),
  broadcast_shapes:
    "Shapes are compared from their last dimension forwards: in each one the two sizes must be equal, or one of them 1. Print the `.shape` of both, and put one right with `.reshape(…)`, `.unsqueeze(…)` or `.t()`.",
  cat_sizes:
    "All dimensions other than dimension {dim}, along which they are joined, must be equal. Join along another, or reshape first.",
  channels:
    "Change the layer's `inChannels`, or look at the order of the input's dimensions: batch, channels, height, width.",
  clamp_bounds: "For example `x.clamp(0)`, `x.clamp(0, 1)`, or `x.clamp(null, 1)`.",
  dim_order: "Exchange the two.",
  dim_range: ({ rank }: Details) =>
    rank === "0"
      ? "This tensor is a single number: it has no dimensions."
      : "Dimensions count from 0; negative ones count from the end, where -1 is the last.",
  dim_twice: null,
  dtype: null,
  einsum: null,
  empty_list: null,
  empty_reduction: "There are no elements to choose from. Has a filter taken all of the data away?",
  expand_size: ({ op }: Details) =>
    op === "repeat" ? "Give a number of repetitions for every dimension, 1 where nothing repeats." : null,
  flag_of_computed: null,
  gradcheck:
    "Most likely the rule for backward is wrong; or the function has a corner or a jump just at this point.",
  gradient_shape: null,
  index_count: null,
  index_kind: null,
  index_range: "Indices count from 0; negative ones count from the end, where -1 is the last.",
  index_shape: null,
  inplace_dtype:
    "Use the method without the underscore, which returns a new tensor, or convert with `.to(torch.{result})` first.",
  inplace_leaf:
    "Methods with an underscore change the tensor itself. To update parameters, do so inside `torch.noGrad`; in a forward pass, use the method without the underscore, which returns a new tensor.",
  inplace_saved: "Methods with an underscore change the tensor itself; those without return a new one.",
  inplace_shape: "Use the method without the underscore, which returns a new tensor.",
  inplace_view: null,
  input_no_grad: "Inputs are counted from 0.",
  input_unused: "Inputs are counted from 0. Look whether the outputs were computed from another variable.",
  integer_requires_grad: null,
  integer_value:
    "Look at how it was computed: a division by 0 or the logarithm of a negative number gives such values.",
  matmul_shapes: ({ op, transposed }: Details) => {
    if (op === "linear")
      return "The input's last size is {inner.0}, but this layer takes {inner.1}. Make the layer's input size {inner.0}, or look whether the input's shape is what you think.";
    const rule = "The columns of the first matrix must be as many as the rows of the second.";
    return transposed === "true"
      ? `${rule} Transposed, the second one fits: write \`.t()\` behind it.`
      : `${rule} Print the \`.shape\` of both to see which one is not what you think; \`.t()\` transposes a matrix.`;
  },
  kernel_size: "Make `kernelSize` smaller, or `padding` larger.",
  nesterov: null,
  no_forward: "Write `forward(x) { return …; }` in the class.",
  no_parameters:
    "If you passed them, look whether the network has layers: they are part of it only as properties of `this`.",
  not_function: null,
  not_one_element: null,
  not_tensor: ({ got }: Details) => (got === "a promise" ? AWAIT : null),
  one_value: null,
  operator: null,
  optimizer_computed: "Give it the parameters as they were created, for example `net.parameters()`.",
  optimizer_twice: null,
  option_choice: null,
  option_range: null,
  permutation: null,
  probability_range:
    "Or use `binaryCrossEntropyWithLogits`, which takes a network's raw outputs as they are.",
  randint_range: null,
  ragged: "All arrays of one level must be equally long.",
  rank: "`.reshape(…)` and `.unsqueeze(…)` change the number of dimensions.",
  reshape_size: "The sizes must multiply to the same number. One of them may be -1: it is then computed.",
  same_shape: null,
  slice: null,
  state_dict: "Look whether the network is built as it was when its state was saved.",
  target_batch: null,
  target_probabilities: null,
  target_range: "Classes count from 0. Do yours begin at 1, or has the network too few outputs?",
  view_strides: null,
};
