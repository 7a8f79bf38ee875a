import * as ops from "../ops/arithmetic";
import type { Tensor, TensorLike } from "../tensor";
import { install } from "./install";

interface Alpha {
  /** What `other` is multiplied by first. Default 1. */
  readonly alpha?: number;
}

/** The four operations, powers, and the greater and smaller of two, as methods. */
export const arithmeticMethods = {
  /** Element by element this + alpha · other, with broadcasting. */
  add(this: Tensor, other: TensorLike, options?: Alpha): Tensor {
    return ops.add(this, other, options);
  },
  /** Element by element this − alpha · other, with broadcasting. */
  sub(this: Tensor, other: TensorLike, options?: Alpha): Tensor {
    return ops.sub(this, other, options);
  },
  /** Element by element this · other, with broadcasting. */
  mul(this: Tensor, other: TensorLike): Tensor {
    return ops.mul(this, other);
  },
  /** Element by element this / other, with broadcasting. */
  div(this: Tensor, other: TensorLike): Tensor {
    return ops.div(this, other);
  },
  /** Element by element this to the power of the exponent. */
  pow(this: Tensor, exponent: TensorLike): Tensor {
    return ops.pow(this, exponent);
  },
  /** Element by element the greater of the two. */
  maximum(this: Tensor, other: Tensor): Tensor {
    return ops.maximum(this, other);
  },
  /** Element by element the smaller of the two. */
  minimum(this: Tensor, other: Tensor): Tensor {
    return ops.minimum(this, other);
  },
  /** Element by element −x. */
  neg(this: Tensor): Tensor {
    return ops.neg(this);
  },
  /** Element by element the point between this and end at `weight`. */
  lerp(this: Tensor, end: Tensor, weight: TensorLike): Tensor {
    return ops.lerp(this, end, weight);
  },
  /** Element by element this + value · a · b. */
  addcmul(this: Tensor, a: Tensor, b: Tensor, options?: { readonly value?: number }): Tensor {
    return ops.addcmul(this, a, b, options);
  },
  /** Element by element this + value · a / b. */
  addcdiv(this: Tensor, a: Tensor, b: Tensor, options?: { readonly value?: number }): Tensor {
    return ops.addcdiv(this, a, b, options);
  },
};

install(arithmeticMethods);
