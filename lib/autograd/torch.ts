/** The functions and types of PyTorch's `torch`, in camelCase. */
export {
  arange,
  eye,
  full,
  fullLike,
  linspace,
  ones,
  onesLike,
  rand,
  randint,
  randn,
  tensor,
  zeros,
  zerosLike,
} from "./create";
export { getDefaultDtype, setDefaultDtype } from "./dtype";
export * as autograd from "./graph/functions";
export { graph } from "./graph/inspect";
export { enableGrad, isGradEnabled, noGrad } from "./graph/mode";
export { add, div, maximum, minimum, mul, neg, pow, sub } from "./ops/arithmetic";
export { eq, ge, gt, le, logicalAnd, logicalNot, logicalOr, lt, ne } from "./ops/compare";
export { gather, scatterAdd } from "./ops/gather";
export { index, slice } from "./ops/indexing";
export { bmm, dot, matmul, mm, mv } from "./ops/matmul";
export { amax, amin, argmax, argmin, max, mean, min, std, sum, variance as var } from "./ops/reduce";
export {
  cat,
  clone,
  expand,
  flatten,
  narrow,
  permute,
  reshape,
  select,
  squeeze,
  stack,
  t,
  transpose,
  unsqueeze,
  view,
} from "./ops/shape";
export { logSoftmax, logsumexp, softmax } from "./ops/softmax";
export {
  abs,
  clamp,
  cos,
  exp,
  log,
  reciprocal,
  relu,
  sigmoid,
  sign,
  sin,
  sqrt,
  square,
  tanh,
} from "./ops/unary";
export { where } from "./ops/where";
export { setPrintOptions } from "./print";
export { manualSeed } from "./random";

/** Double precision: the default. */
export const float64 = "float64";
/** Single precision. */
export const float32 = "float32";
/** Whole numbers, exact up to 2^53. */
export const int64 = "int64";
/** True and false. */
export const bool = "bool";
