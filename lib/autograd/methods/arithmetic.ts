import * as ops from "../ops/arithmetic";
import type { Tensor, TensorLike } from "../tensor";
import { install } from "./install";

interface Alpha {
  /** What `other` is multiplied by first. Default 1. */
  readonly alpha?: number;
}

/** The four operations, powers and the sign, as methods. */
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
  /** Element by element −x. */
  neg(this: Tensor): Tensor {
    return ops.neg(this);
  },
};

install(arithmeticMethods);
