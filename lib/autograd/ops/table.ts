import { AsStrided, CopySlices } from "../graph/inplace";
import { Elu, Erf, Gelu, Hardsigmoid, LeakyRelu, Silu, Softplus } from "./activations";
import { Add, Div, Maximum, Minimum, Mul, Neg, Pow, Sub } from "./arithmetic";
import { Cast } from "./cast";
import { Eq, Le, LogicalAnd, LogicalOr, Lt, Ne } from "./compare";
import { Cumprod, Cumsum, Logcumsumexp } from "./cumulate";
import { Exp2, Expm1, Log1p, Log2, Log10, Logaddexp, Rsqrt } from "./exponential";
import { Gather, ScatterAdd } from "./gather";
import { AddRows, IndexRows } from "./indexing";
import { BinaryCrossEntropy, BinaryCrossEntropyWithLogits } from "./loss";
import { Bmm, Dot, Linear, Mm, Mv } from "./matmul";
import { Norm } from "./norm";
import { Standardize } from "./normalization";
import type { NotDifferentiable, Op } from "./op";
import { Median, Sort, Topk } from "./order";
import { MaxPool2d } from "./pooling";
import { Prod } from "./product";
import { Flip } from "./rearrange";
import { Amax, Amin, Argmax, Argmin, MaxDim, Mean, MinDim, Std, Sum, Var } from "./reduce";
import { Ceil, Floor, Fmod, Remainder, Round, Trunc } from "./rounding";
import { Cat, Clone, Embed, Expand, Permute, Select, Slice, View } from "./shape";
import { LogSoftmax, Logsumexp, Softmax } from "./softmax";
import { Acos, Asin, Atan, Atan2, Cosh, Hypot, Sinh, Tan } from "./trigonometry";
import { Abs, Clamp, Cos, Exp, Log, Reciprocal, Relu, Sigmoid, Sign, Sin, Sqrt, Square, Tanh } from "./unary";
import { Fold, Unfold } from "./unfold";
import { Where } from "./where";

/**
 * Every operation of the library: with its derivative rules, or with the word that it has none. What is not here is
 * composed of these. An entry without rules does not compile.
 */
export const table = {
  Abs,
  Acos,
  Add,
  AddRows,
  Amax,
  Amin,
  Argmax,
  Argmin,
  AsStrided,
  Asin,
  Atan,
  Atan2,
  BinaryCrossEntropy,
  BinaryCrossEntropyWithLogits,
  Bmm,
  Cast,
  Cat,
  Ceil,
  Clamp,
  Clone,
  CopySlices,
  Cos,
  Cosh,
  Cumprod,
  Cumsum,
  Div,
  Dot,
  Elu,
  Embed,
  Eq,
  Erf,
  Exp,
  Exp2,
  Expand,
  Expm1,
  Flip,
  Floor,
  Fmod,
  Fold,
  Gather,
  Gelu,
  Hardsigmoid,
  Hypot,
  IndexRows,
  Le,
  LeakyRelu,
  Linear,
  Log,
  Log10,
  Log1p,
  Log2,
  LogSoftmax,
  Logaddexp,
  Logcumsumexp,
  LogicalAnd,
  LogicalOr,
  Logsumexp,
  Lt,
  MaxDim,
  MaxPool2d,
  Maximum,
  Mean,
  Median,
  MinDim,
  Minimum,
  Mm,
  Mul,
  Mv,
  Ne,
  Neg,
  Norm,
  Permute,
  Pow,
  Prod,
  Reciprocal,
  Relu,
  Remainder,
  Round,
  Rsqrt,
  ScatterAdd,
  Select,
  Sigmoid,
  Sign,
  Silu,
  Sin,
  Sinh,
  Slice,
  Softmax,
  Softplus,
  Sort,
  Sqrt,
  Square,
  Standardize,
  Std,
  Sub,
  Sum,
  Tan,
  Tanh,
  Topk,
  Trunc,
  Unfold,
  Var,
  View,
  Where,
} as const satisfies Readonly<Record<string, Op | NotDifferentiable>>;

/** The names of the operations that have derivative rules. */
export type DifferentiableName = {
  [Name in keyof typeof table]: (typeof table)[Name] extends Op ? Name : never;
}[keyof typeof table];
