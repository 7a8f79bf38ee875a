import { fail, kindOf } from "./errors";
import * as mistake from "./mistakes";

/** The sizes of a tensor's dimensions, outermost first. */
export type Shape = readonly number[];

/** The number of elements of a shape. */
export function count(shape: Shape): number {
  let n = 1;
  for (let i = 0; i < shape.length; i++) n *= shape[i]!;
  return n;
}

const noStrides: Shape = [];
const vectorStrides: Shape = [1];
const FEW = 64;
const matrixStrides: Shape[] = [];

/** How far apart neighbours of each dimension lie when the elements are stored row by row. */
export function rowStrides(shape: Shape): Shape {
  const rank = shape.length;
  if (rank === 0) return noStrides;
  if (rank === 1) return vectorStrides;
  if (rank === 2) {
    const columns = shape[1]!;
    return columns < FEW ? (matrixStrides[columns] ??= [columns, 1]) : [columns, 1];
  }
  const strides = new Array<number>(rank);
  let step = 1;
  for (let i = rank - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i]!;
  }
  return strides;
}

/** Whether elements of this layout are stored row by row without gaps; dimensions of size 1 do not matter. */
export function isRowMajor(shape: Shape, strides: Shape): boolean {
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    const size = shape[i]!;
    if (size === 0) return true;
    if (size !== 1 && strides[i] !== step) return false;
    step *= size;
  }
  return true;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * The shape that both broadcast to: from the right, sizes must be equal or one of them 1. Where they are only a part of the
 * tensors' shapes, `whole` has those, for the message.
 */
export function broadcast(op: string, a: Shape, b: Shape, whole: readonly [Shape, Shape] = [a, b]): Shape {
  if (sameShape(a, b) || b.length === 0) return a;
  if (a.length === 0) return b;
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let i = 1; i <= rank; i++) {
    const sa = a[a.length - i] ?? 1;
    const sb = b[b.length - i] ?? 1;
    if (sa !== sb && sa !== 1 && sb !== 1) {
      fail(mistake.broadcastShapes, { op, shapes: whole, dim: rank - i, sizes: [sa, sb] });
    }
    shape[rank - i] = sa === 1 ? sb : sa;
  }
  return shape;
}

/** A dimension counted from the front; negative ones count from the back. A tensor without dimensions accepts 0 and -1. */
export function wrapDim(op: string, dim: number, rank: number): number {
  const limit = rank === 0 ? 1 : rank;
  if (!Number.isInteger(dim) || dim < -limit || dim >= limit) {
    fail(mistake.dimRange, { op, dim, rank });
  }
  return dim < 0 ? dim + limit : dim;
}

/** Which dimensions an operation works on: all for `null` or an empty list. Returned in rising order. */
export function wrapDims(
  op: string,
  dim: number | readonly number[] | null | undefined,
  rank: number,
): number[] {
  const named = typeof dim === "number" ? [dim] : (dim ?? []);
  needList(op, named);
  if (named.length === 0) return Array.from({ length: rank }, (_, i) => i);
  const dims = named.map((d) => wrapDim(op, d, rank)).sort((a, b) => a - b);
  for (let i = 1; i < dims.length; i++) {
    const twice = dims[i]!;
    if (dims[i - 1] === twice) fail(mistake.dimTwice, { op, dim: twice });
  }
  return rank === 0 ? [] : dims;
}

/** Refuses what is no list: plain JavaScript has no types to do so. */
export function needList(op: string, list: unknown): asserts list is Shape {
  if (!Array.isArray(list)) fail(mistake.badSize, { op, size: kindOf(list) });
}

/** Refuses sizes that are negative, fractional or not finite. */
export function checkShape(op: string, shape: Shape): Shape {
  needList(op, shape);
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < 0) {
      fail(mistake.badSize, { op, size });
    }
  }
  return shape;
}

/** `f(2, 3)` and `f([2, 3])` are the same. */
export function sizes(args: readonly (number | readonly number[])[]): Shape {
  const first = args[0];
  return args.length === 1 && typeof first === "object" ? first : (args as readonly number[]);
}

/** The order of dimensions that undoes another one. */
export function inverse(order: readonly number[]): number[] {
  const back = order.slice();
  order.forEach((from, to) => {
    back[from] = to;
  });
  return back;
}

/** Fills in the one size that is written as -1. */
export function inferShape(op: string, from: Shape, requested: Shape): Shape {
  needList(op, requested);
  const total = count(from);
  let known = 1;
  let unknown = -1;
  for (let i = 0; i < requested.length; i++) {
    const size = requested[i]!;
    if (size === -1 && unknown < 0) unknown = i;
    else if (!Number.isSafeInteger(size) || size < 0) {
      fail(mistake.badSize, { op, size });
    } else known *= size;
  }
  const fits = unknown < 0 ? known === total : known > 0 && total % known === 0;
  if (!fits) {
    fail(mistake.reshapeSize, { op, shape: from, requested });
  }
  if (unknown < 0) return requested;
  const shape = requested.slice();
  shape[unknown] = total / known;
  return shape;
}
