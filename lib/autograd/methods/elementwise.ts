import * as ops from "../ops/unary";
import { where } from "../ops/where";
import type { Tensor, TensorLike } from "../tensor";
import { install } from "./install";

/** Functions of each element by itself, as methods. */
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
};

install(elementwiseMethods);
