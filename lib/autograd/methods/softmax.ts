import type { Dims } from "../ops/reduce";
import * as ops from "../ops/softmax";
import type { Tensor } from "../tensor";
import { install } from "./install";

/** Softmax and its relatives, as methods. */
export const softmaxMethods = {
  /** Positive numbers that add up to 1 along a dimension. */
  softmax(this: Tensor, dim: number): Tensor {
    return ops.softmax(this, dim);
  },
  /** The logarithm of softmax along a dimension. */
  logSoftmax(this: Tensor, dim: number): Tensor {
    return ops.logSoftmax(this, dim);
  },
  /** ln Σ eˣ over the given dimensions, without overflow. */
  logsumexp(this: Tensor, dim: Dims, keepdim = false): Tensor {
    return ops.logsumexp(this, dim, keepdim);
  },
};

install(softmaxMethods);
