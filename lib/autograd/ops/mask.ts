import { fail } from "../errors";
import * as mistake from "../mistakes";
import { broadcast } from "../shape";
import { blank, needTensor, rowMajor, type Tensor, type TensorLike } from "../tensor";
import { mul } from "./arithmetic";
import { eq, ne } from "./compare";
import { index } from "./indexing";
import { type Dims, sum } from "./reduce";
import { expand } from "./shape";
import { abs } from "./unary";
import { where } from "./where";

function needMask(op: string, x: Tensor, mask: Tensor): void {
  needTensor(op, x);
  needTensor(op, mask);
  if (mask.dtype !== "bool") fail(mistake.dtype, { op, dtype: mask.dtype, expected: "bool" });
}

/** A copy with `value` where the mask (a bool tensor that broadcasts to the shape) holds. */
export function maskedFill(x: Tensor, mask: Tensor, value: TensorLike): Tensor {
  needMask("maskedFill", x, mask);
  return where(mask, value, x);
}

/** The elements where the mask holds, as a vector; mask and tensor broadcast. */
export function maskedSelect(x: Tensor, mask: Tensor): Tensor {
  needMask("maskedSelect", x, mask);
  const shape = broadcast("maskedSelect", x.shape, mask.shape);
  const vector = shape.length === 0 ? [1] : shape;
  return index(expand(x, vector), [expand(mask, vector)]);
}

/** The places of the elements that are not 0: an int64 tensor with a row for each, and a column for each dimension. */
export function nonzero(x: Tensor): Tensor {
  needTensor("nonzero", x);
  const rank = x.shape.length;
  const source = rowMajor(x);
  const found: number[] = [];
  for (let n = 0; n < x.count; n++) if (source.values[source.offset + n] !== 0) found.push(n);
  const places = blank([found.length, rank], "int64");
  found.forEach((n, row) => {
    for (let d = rank - 1, rest = n; d >= 0; d--) {
      places.values[row * rank + d] = rest % x.shape[d]!;
      rest = Math.floor(rest / x.shape[d]!);
    }
  });
  return places;
}

/** Whether an element is not 0, over the given dimensions (all by default), as a bool tensor. */
export function any(x: Tensor, dim: Dims = null, keepdim = false): Tensor {
  needTensor("any", x);
  return ne(sum(ne(x, 0), dim, keepdim), 0);
}

/** Whether every element is not 0, over the given dimensions (all by default), as a bool tensor. */
export function all(x: Tensor, dim: Dims = null, keepdim = false): Tensor {
  needTensor("all", x);
  return eq(sum(eq(x, 0), dim, keepdim), 0);
}

/** Element by element whether it is not a number. */
export const isnan = (x: Tensor): Tensor => ne(x, x);
/** Element by element whether it is neither infinite nor not a number. */
export const isfinite = (x: Tensor): Tensor => eq(mul(x, 0), 0);
/** Element by element whether it is plus or minus infinity. */
export const isinf = (x: Tensor): Tensor => eq(abs(x), Number.POSITIVE_INFINITY);
