import { cumprod, cumsum, logcumsumexp } from "../ops/cumulate";
import { all, any } from "../ops/mask";
import { norm } from "../ops/norm";
import { argsort, median, type SortOptions, sort, type TopkOptions, topk } from "../ops/order";
import { prod } from "../ops/product";
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

function middle(this: Tensor): Tensor;
function middle(this: Tensor, dim: number, keepdim?: boolean): ops.ValuesAndIndices;
function middle(this: Tensor, dim?: number, keepdim?: boolean): Tensor | ops.ValuesAndIndices {
  return dim === undefined ? median(this) : median(this, dim, keepdim);
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
  /** The product of all elements, or along a dimension. */
  prod(this: Tensor, dim: number | null = null, keepdim = false): Tensor {
    return prod(this, dim, keepdim);
  },
  /** The p-norm over the given dimensions, all by default. */
  norm(this: Tensor, p = 2, dim: ops.Dims = null, keepdim = false): Tensor {
    return norm(this, p, dim, keepdim);
  },
  /** Whether an element is not 0. */
  any(this: Tensor, dim: ops.Dims = null, keepdim = false): Tensor {
    return any(this, dim, keepdim);
  },
  /** Whether every element is not 0. */
  all(this: Tensor, dim: ops.Dims = null, keepdim = false): Tensor {
    return all(this, dim, keepdim);
  },
  /** The sums so far along a dimension. */
  cumsum(this: Tensor, dim: number): Tensor {
    return cumsum(this, dim);
  },
  /** The products so far along a dimension. */
  cumprod(this: Tensor, dim: number): Tensor {
    return cumprod(this, dim);
  },
  /** The logarithms of the sums of the exponentials so far along a dimension. */
  logcumsumexp(this: Tensor, dim: number): Tensor {
    return logcumsumexp(this, dim);
  },
  /** The elements in order along a dimension, as `{ values, indices }`. */
  sort(this: Tensor, dim = -1, options?: SortOptions): ops.ValuesAndIndices {
    return sort(this, dim, options);
  },
  /** Where the elements were before they were sorted. */
  argsort(this: Tensor, dim = -1, options?: SortOptions): Tensor {
    return argsort(this, dim, options);
  },
  /** The k greatest elements along a dimension, as `{ values, indices }`. */
  topk(this: Tensor, k: number, dim = -1, options?: TopkOptions): ops.ValuesAndIndices {
    return topk(this, k, dim, options);
  },
  /** The middle of the elements; or, along a dimension, `{ values, indices }`. */
  median: middle,
};

install(reduceMethods);
