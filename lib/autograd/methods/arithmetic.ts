import * as arithmetic from "../ops/arithmetic";
import * as compare from "../ops/compare";
import * as product from "../ops/matmul";
import * as soft from "../ops/softmax";
import * as unary from "../ops/unary";
import { where } from "../ops/where";
import type { Tensor, TensorLike } from "../tensor";

interface Alpha {
  /** What `other` is multiplied by first. Default 1. */
  readonly alpha?: number;
}

/** Operations on each element and products, as methods. */
export const arithmeticMethods = {
  /** Element by element this + alpha · other, with broadcasting. */
  add(this: Tensor, other: TensorLike, options?: Alpha): Tensor {
    return arithmetic.add(this, other, options);
  },
  /** Element by element this − alpha · other, with broadcasting. */
  sub(this: Tensor, other: TensorLike, options?: Alpha): Tensor {
    return arithmetic.sub(this, other, options);
  },
  /** Element by element this · other, with broadcasting. */
  mul(this: Tensor, other: TensorLike): Tensor {
    return arithmetic.mul(this, other);
  },
  /** Element by element this / other, with broadcasting. */
  div(this: Tensor, other: TensorLike): Tensor {
    return arithmetic.div(this, other);
  },
  /** Element by element this to the power of the exponent. */
  pow(this: Tensor, exponent: TensorLike): Tensor {
    return arithmetic.pow(this, exponent);
  },
  /** Element by element the greater of the two. */
  maximum(this: Tensor, other: Tensor): Tensor {
    return arithmetic.maximum(this, other);
  },
  /** Element by element the smaller of the two. */
  minimum(this: Tensor, other: Tensor): Tensor {
    return arithmetic.minimum(this, other);
  },
  /** Element by element −x. */
  neg(this: Tensor): Tensor {
    return arithmetic.neg(this);
  },
  /** Element by element |x|. */
  abs(this: Tensor): Tensor {
    return unary.abs(this);
  },
  /** Element by element −1, 0 or 1. */
  sign(this: Tensor): Tensor {
    return unary.sign(this);
  },
  /** Element by element e to the power x. */
  exp(this: Tensor): Tensor {
    return unary.exp(this);
  },
  /** Element by element the natural logarithm. */
  log(this: Tensor): Tensor {
    return unary.log(this);
  },
  /** Element by element the square root. */
  sqrt(this: Tensor): Tensor {
    return unary.sqrt(this);
  },
  /** Element by element x². */
  square(this: Tensor): Tensor {
    return unary.square(this);
  },
  /** Element by element 1/x. */
  reciprocal(this: Tensor): Tensor {
    return unary.reciprocal(this);
  },
  /** Element by element the sine, x in radians. */
  sin(this: Tensor): Tensor {
    return unary.sin(this);
  },
  /** Element by element the cosine, x in radians. */
  cos(this: Tensor): Tensor {
    return unary.cos(this);
  },
  /** Element by element the hyperbolic tangent. */
  tanh(this: Tensor): Tensor {
    return unary.tanh(this);
  },
  /** Element by element the logistic function 1 / (1 + e⁻ˣ). */
  sigmoid(this: Tensor): Tensor {
    return unary.sigmoid(this);
  },
  /** Element by element max(x, 0). */
  relu(this: Tensor): Tensor {
    return unary.relu(this);
  },
  /** Element by element x, but not below `min` nor above `max`. */
  clamp(this: Tensor, min: number | null = null, max: number | null = null): Tensor {
    return unary.clamp(this, min, max);
  },
  /** Element by element this where the condition holds, else other. */
  where(this: Tensor, condition: Tensor, other: TensorLike): Tensor {
    return where(condition, this, other);
  },
  /** Element by element this = other, as a bool tensor. */
  eq(this: Tensor, other: TensorLike): Tensor {
    return compare.eq(this, other);
  },
  /** Element by element this ≠ other, as a bool tensor. */
  ne(this: Tensor, other: TensorLike): Tensor {
    return compare.ne(this, other);
  },
  /** Element by element this < other, as a bool tensor. */
  lt(this: Tensor, other: TensorLike): Tensor {
    return compare.lt(this, other);
  },
  /** Element by element this ≤ other, as a bool tensor. */
  le(this: Tensor, other: TensorLike): Tensor {
    return compare.le(this, other);
  },
  /** Element by element this > other, as a bool tensor. */
  gt(this: Tensor, other: TensorLike): Tensor {
    return compare.gt(this, other);
  },
  /** Element by element this ≥ other, as a bool tensor. */
  ge(this: Tensor, other: TensorLike): Tensor {
    return compare.ge(this, other);
  },
  /** Element by element whether both are not 0. */
  logicalAnd(this: Tensor, other: Tensor): Tensor {
    return compare.logicalAnd(this, other);
  },
  /** Element by element whether one of them is not 0. */
  logicalOr(this: Tensor, other: Tensor): Tensor {
    return compare.logicalOr(this, other);
  },
  /** Element by element whether it is 0. */
  logicalNot(this: Tensor): Tensor {
    return compare.logicalNot(this);
  },
  /** The matrix product, with batches and broadcasting. */
  matmul(this: Tensor, other: Tensor): Tensor {
    return product.matmul(this, other);
  },
  /** The product of two matrices. */
  mm(this: Tensor, other: Tensor): Tensor {
    return product.mm(this, other);
  },
  /** The products of two batches of matrices. */
  bmm(this: Tensor, other: Tensor): Tensor {
    return product.bmm(this, other);
  },
  /** The product of this matrix and a vector. */
  mv(this: Tensor, vector: Tensor): Tensor {
    return product.mv(this, vector);
  },
  /** The inner product of two vectors. */
  dot(this: Tensor, other: Tensor): Tensor {
    return product.dot(this, other);
  },
  /** Positive numbers that add up to 1 along a dimension. */
  softmax(this: Tensor, dim: number): Tensor {
    return soft.softmax(this, dim);
  },
  /** The logarithm of softmax along a dimension. */
  logSoftmax(this: Tensor, dim: number): Tensor {
    return soft.logSoftmax(this, dim);
  },
};
