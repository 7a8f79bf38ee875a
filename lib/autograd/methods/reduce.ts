import * as ops from "../ops/reduce";
import type { Tensor } from "../tensor";
import { install } from "./install";

function max(this: Tensor): Tensor;
function max(this: Tensor, dim: number, keepdim?: boolean): ops.ValuesAndIndices;
function max(this: Tensor, dim?: number, keepdim?: boolean): Tensor | ops.ValuesAndIndices {
  return dim === undefined ? ops.max(this) : ops.max(this, dim, keepdim);
}

function min(this: Tensor): Tensor;
function min(this: Tensor, dim: number, keepdim?: boolean): ops.ValuesAndIndices;
function min(this: Tensor, dim?: number, keepdim?: boolean): Tensor | ops.ValuesAndIndices {
  return dim === undefined ? ops.min(this) : ops.min(this, dim, keepdim);
}

/** Reductions, as methods. */
export const reduceMethods = {
  /** The sum over the given dimensions, all by default. */
  sum(this: Tensor, dim: ops.Dims = null, keepdim = false): Tensor {
    return ops.sum(this, dim, keepdim);
  },
  /** The mean over the given dimensions, all by default. */
  mean(this: Tensor, dim: ops.Dims = null, keepdim = false): Tensor {
    return ops.mean(this, dim, keepdim);
  },
  /** The greatest element; or, along a dimension, `{ values, indices }`. */
  max,
  /** The smallest element; or, along a dimension, `{ values, indices }`. */
  min,
  /** The greatest element over the given dimensions; equal ones share the gradient. */
  amax(this: Tensor, dim: ops.Dims = null, keepdim = false): Tensor {
    return ops.amax(this, dim, keepdim);
  },
  /** The smallest element over the given dimensions; equal ones share the gradient. */
  amin(this: Tensor, dim: ops.Dims = null, keepdim = false): Tensor {
    return ops.amin(this, dim, keepdim);
  },
  /** The variance over the given dimensions, divided by n − 1 unless `correction` says otherwise. */
  var(this: Tensor, dim: ops.Dims = null, options?: ops.VarOptions): Tensor {
    return ops.variance(this, dim, options);
  },
  /** The standard deviation over the given dimensions, divided by n − 1 unless `correction` says otherwise. */
  std(this: Tensor, dim: ops.Dims = null, options?: ops.VarOptions): Tensor {
    return ops.std(this, dim, options);
  },
  /** The position of the greatest element, in the flattened tensor or along a dimension. */
  argmax(this: Tensor, dim: number | null = null, keepdim = false): Tensor {
    return ops.argmax(this, dim, keepdim);
  },
  /** The position of the smallest element, in the flattened tensor or along a dimension. */
  argmin(this: Tensor, dim: number | null = null, keepdim = false): Tensor {
    return ops.argmin(this, dim, keepdim);
  },
};

install(reduceMethods);
