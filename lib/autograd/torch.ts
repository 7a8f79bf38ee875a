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
  randLike,
  randn,
  randnLike,
  randperm,
  tensor,
  zeros,
  zerosLike,
} from "./create";
export { getDefaultDtype, setDefaultDtype } from "./dtype";
export * as autograd from "./graph/functions";
export { graph } from "./graph/inspect";
export { enableGrad, isGradEnabled, noGrad } from "./graph/mode";
export { celu, erf, selu, threshold } from "./ops/activations";
export { add, addcdiv, addcmul, div, lerp, maximum, minimum, mul, neg, pow, sub } from "./ops/arithmetic";
export { eq, ge, gt, le, logicalAnd, logicalNot, logicalOr, lt, ne } from "./ops/compare";
export { cumprod, cumsum, logcumsumexp } from "./ops/cumulate";
export { einsum, outer } from "./ops/einsum";
export { exp2, expm1, log1p, log2, log10, logaddexp, logit, rsqrt } from "./ops/exponential";
export { gather, scatterAdd } from "./ops/gather";
export { index, indexPut, indexSelect, slice } from "./ops/indexing";
export { all, any, isfinite, isinf, isnan, maskedFill, maskedSelect, nonzero } from "./ops/mask";
export { addmm, bmm, dot, matmul, mm, mv } from "./ops/matmul";
export { norm } from "./ops/norm";
export { argsort, median, sort, topk } from "./ops/order";
export { prod } from "./ops/product";
export { chunk, diag, flip, repeatInterleave, roll, split, trace, tril, triu, unbind } from "./ops/rearrange";
export { amax, amin, argmax, argmin, max, mean, min, std, sum, variance as var } from "./ops/reduce";
export { ceil, floor, fmod, remainder, round, trunc } from "./ops/rounding";
export {
  cat,
  clone,
  expand,
  expand as broadcastTo,
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
export { acos, asin, atan, atan2, cosh, hypot, sinh, tan } from "./ops/trigonometry";
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
