import { AsStrided, CopySlices } from "../graph/inplace";
import { Add, Div, Maximum, Minimum, Mul, Neg, Pow, Sub } from "./arithmetic";
import { Cast } from "./cast";
import { Eq, Le, LogicalAnd, LogicalOr, Lt, Ne } from "./compare";
import { Gather, ScatterAdd } from "./gather";
import { AddRows, IndexRows } from "./indexing";
import { BinaryCrossEntropy } from "./loss";
import { Bmm, Dot, Linear, Mm, Mv } from "./matmul";
import type { NotDifferentiable, Op } from "./op";
import { Amax, Amin, Argmax, Argmin, MaxDim, Mean, MinDim, Std, Sum, Var } from "./reduce";
import { Cat, Clone, Embed, Expand, Permute, Select, Slice, View } from "./shape";
import { LogSoftmax, Logsumexp, Softmax } from "./softmax";
import { Abs, Clamp, Cos, Exp, Log, Reciprocal, Relu, Sigmoid, Sign, Sin, Sqrt, Square, Tanh } from "./unary";
import { Where } from "./where";

/**
 * Every operation of the library: with its derivative rules, or with the word that it has none. What is not here is
 * composed of these. An entry without rules does not compile.
 */
export const table = {
  Abs,
  Add,
  AddRows,
  Amax,
  Amin,
  Argmax,
  Argmin,
  AsStrided,
  BinaryCrossEntropy,
  Bmm,
  Cast,
  Cat,
  Clamp,
  Clone,
  CopySlices,
  Cos,
  Div,
  Dot,
  Embed,
  Eq,
  Exp,
  Expand,
  Gather,
  IndexRows,
  Le,
  Linear,
  Log,
  LogSoftmax,
  LogicalAnd,
  LogicalOr,
  Logsumexp,
  Lt,
  MaxDim,
  Maximum,
  Mean,
  MinDim,
  Minimum,
  Mm,
  Mul,
  Mv,
  Ne,
  Neg,
  Permute,
  Pow,
  Reciprocal,
  Relu,
  ScatterAdd,
  Select,
  Sigmoid,
  Sign,
  Sin,
  Slice,
  Softmax,
  Sqrt,
  Square,
  Std,
  Sub,
  Sum,
  Tanh,
  Var,
  View,
  Where,
} as const satisfies Readonly<Record<string, Op | NotDifferentiable>>;

/** The names of the operations that have derivative rules. */
export type DifferentiableName = {
  [Name in keyof typeof table]: (typeof table)[Name] extends Op ? Name : never;
}[keyof typeof table];
