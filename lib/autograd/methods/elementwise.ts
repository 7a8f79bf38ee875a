import { changeInPlace } from "../graph/inplace";
import * as activations from "../ops/activations";
import * as arithmetic from "../ops/arithmetic";
import * as exponential from "../ops/exponential";
import * as rounding from "../ops/rounding";
import * as trigonometry from "../ops/trigonometry";
import * as ops from "../ops/unary";
import { where } from "../ops/where";
import type { Tensor, TensorLike } from "../tensor";
import { install } from "./install";

/** Functions of each element by itself, and of two or three elements at the same place, as methods. */
export const elementwiseMethods = {
  /** Element by element |x|. */
  abs(this: Tensor): Tensor {
    return ops.abs(this);
  },
  /** Element by element −1, 0 or 1. */
  sign(this: Tensor): Tensor {
    return ops.sign(this);
  },
  /** Element by element e to the power x. */
  exp(this: Tensor): Tensor {
    return ops.exp(this);
  },
  /** Element by element the natural logarithm. */
  log(this: Tensor): Tensor {
    return ops.log(this);
  },
  /** Element by element the square root. */
  sqrt(this: Tensor): Tensor {
    return ops.sqrt(this);
  },
  /** Element by element x². */
  square(this: Tensor): Tensor {
    return ops.square(this);
  },
  /** Element by element 1/x. */
  reciprocal(this: Tensor): Tensor {
    return ops.reciprocal(this);
  },
  /** Element by element the sine, x in radians. */
  sin(this: Tensor): Tensor {
    return ops.sin(this);
  },
  /** Element by element the cosine, x in radians. */
  cos(this: Tensor): Tensor {
    return ops.cos(this);
  },
  /** Element by element the hyperbolic tangent. */
  tanh(this: Tensor): Tensor {
    return ops.tanh(this);
  },
  /** Element by element the logistic function 1 / (1 + e⁻ˣ). */
  sigmoid(this: Tensor): Tensor {
    return ops.sigmoid(this);
  },
  /** Element by element max(x, 0). */
  relu(this: Tensor): Tensor {
    return ops.relu(this);
  },
  /** Element by element x, but not below `min` nor above `max`. */
  clamp(this: Tensor, min: number | null = null, max: number | null = null): Tensor {
    return ops.clamp(this, min, max);
  },
  /** Element by element this where the condition holds, else other. */
  where(this: Tensor, condition: Tensor, other: TensorLike): Tensor {
    return where(condition, this, other);
  },
  /** Element by element eˣ − 1. */
  expm1(this: Tensor): Tensor {
    return exponential.expm1(this);
  },
  /** Element by element 2 to the power x. */
  exp2(this: Tensor): Tensor {
    return exponential.exp2(this);
  },
  /** Element by element ln (1 + x). */
  log1p(this: Tensor): Tensor {
    return exponential.log1p(this);
  },
  /** Element by element the logarithm to base 2. */
  log2(this: Tensor): Tensor {
    return exponential.log2(this);
  },
  /** Element by element the logarithm to base 10. */
  log10(this: Tensor): Tensor {
    return exponential.log10(this);
  },
  /** Element by element 1/√x. */
  rsqrt(this: Tensor): Tensor {
    return exponential.rsqrt(this);
  },
  /** Element by element ln (x / (1 − x)), the inverse of sigmoid. */
  logit(this: Tensor, eps: number | null = null): Tensor {
    return exponential.logit(this, eps);
  },
  /** Element by element ln (eᵃ + eᵇ) without overflow. */
  logaddexp(this: Tensor, other: TensorLike): Tensor {
    return exponential.logaddexp(this, other);
  },
  /** Element by element the tangent, x in radians. */
  tan(this: Tensor): Tensor {
    return trigonometry.tan(this);
  },
  /** Element by element the arc sine. */
  asin(this: Tensor): Tensor {
    return trigonometry.asin(this);
  },
  /** Element by element the arc cosine. */
  acos(this: Tensor): Tensor {
    return trigonometry.acos(this);
  },
  /** Element by element the arc tangent. */
  atan(this: Tensor): Tensor {
    return trigonometry.atan(this);
  },
  /** Element by element the hyperbolic sine. */
  sinh(this: Tensor): Tensor {
    return trigonometry.sinh(this);
  },
  /** Element by element the hyperbolic cosine. */
  cosh(this: Tensor): Tensor {
    return trigonometry.cosh(this);
  },
  /** Element by element the angle of the point with this height and that distance. */
  atan2(this: Tensor, other: Tensor): Tensor {
    return trigonometry.atan2(this, other);
  },
  /** Element by element √(this² + other²) without overflow. */
  hypot(this: Tensor, other: TensorLike): Tensor {
    return trigonometry.hypot(this, other);
  },
  /** Element by element the greatest whole number that is not above x. */
  floor(this: Tensor): Tensor {
    return rounding.floor(this);
  },
  /** Element by element the smallest whole number that is not below x. */
  ceil(this: Tensor): Tensor {
    return rounding.ceil(this);
  },
  /** Element by element the nearest whole number; halves go to the even one. */
  round(this: Tensor): Tensor {
    return rounding.round(this);
  },
  /** Element by element x without what follows the point. */
  trunc(this: Tensor): Tensor {
    return rounding.trunc(this);
  },
  /** Element by element what is left after division, with the sign of this. */
  fmod(this: Tensor, other: TensorLike): Tensor {
    return rounding.fmod(this, other);
  },
  /** Element by element what is left after division, with the sign of the divisor. */
  remainder(this: Tensor, other: TensorLike): Tensor {
    return rounding.remainder(this, other);
  },
  /** Element by element the error function. */
  erf(this: Tensor): Tensor {
    return activations.erf(this);
  },
  /** Element by element the greater of the two. */
  maximum(this: Tensor, other: Tensor): Tensor {
    return arithmetic.maximum(this, other);
  },
  /** Element by element the smaller of the two. */
  minimum(this: Tensor, other: Tensor): Tensor {
    return arithmetic.minimum(this, other);
  },
  /** Element by element the point between this and end at `weight`. */
  lerp(this: Tensor, end: Tensor, weight: TensorLike): Tensor {
    return arithmetic.lerp(this, end, weight);
  },
  /** Element by element this + value · a · b. */
  addcmul(this: Tensor, a: Tensor, b: Tensor, options?: { readonly value?: number }): Tensor {
    return arithmetic.addcmul(this, a, b, options);
  },
  /** Element by element this + value · a / b. */
  addcdiv(this: Tensor, a: Tensor, b: Tensor, options?: { readonly value?: number }): Tensor {
    return arithmetic.addcdiv(this, a, b, options);
  },
  /** Holds the elements between two bounds. */
  clamp_(this: Tensor, min: number | null = null, max: number | null = null): Tensor {
    return changeInPlace("clamp_", this, (x) => ops.clamp(x, min, max));
  },
  /** Sets negative elements to 0. */
  relu_(this: Tensor): Tensor {
    return changeInPlace("relu_", this, ops.relu);
  },
};

install(elementwiseMethods);
