import * as ops from "../ops/compare";
import { isfinite, isinf, isnan } from "../ops/mask";
import type { Tensor, TensorLike } from "../tensor";
import { install } from "./install";

/** Comparisons, as methods; their results are bool tensors. */
export const compareMethods = {
  /** Element by element this = other, as a bool tensor. */
  eq(this: Tensor, other: TensorLike): Tensor {
    return ops.eq(this, other);
  },
  /** Element by element this ≠ other, as a bool tensor. */
  ne(this: Tensor, other: TensorLike): Tensor {
    return ops.ne(this, other);
  },
  /** Element by element this < other, as a bool tensor. */
  lt(this: Tensor, other: TensorLike): Tensor {
    return ops.lt(this, other);
  },
  /** Element by element this ≤ other, as a bool tensor. */
  le(this: Tensor, other: TensorLike): Tensor {
    return ops.le(this, other);
  },
  /** Element by element this > other, as a bool tensor. */
  gt(this: Tensor, other: TensorLike): Tensor {
    return ops.gt(this, other);
  },
  /** Element by element this ≥ other, as a bool tensor. */
  ge(this: Tensor, other: TensorLike): Tensor {
    return ops.ge(this, other);
  },
  /** Element by element whether both are not 0. */
  logicalAnd(this: Tensor, other: Tensor): Tensor {
    return ops.logicalAnd(this, other);
  },
  /** Element by element whether one of them is not 0. */
  logicalOr(this: Tensor, other: Tensor): Tensor {
    return ops.logicalOr(this, other);
  },
  /** Element by element whether it is 0. */
  logicalNot(this: Tensor): Tensor {
    return ops.logicalNot(this);
  },
  /** Element by element whether it is not a number. */
  isnan(this: Tensor): Tensor {
    return isnan(this);
  },
  /** Element by element whether it is neither infinite nor not a number. */
  isfinite(this: Tensor): Tensor {
    return isfinite(this);
  },
  /** Element by element whether it is plus or minus infinity. */
  isinf(this: Tensor): Tensor {
    return isinf(this);
  },
};

install(compareMethods);
