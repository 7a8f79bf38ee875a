import { isFloat, type Values } from "../dtype";
import { fail } from "../errors";
import { mode } from "../graph/mode";
import { type Node, record } from "../graph/node";
import * as mistake from "../mistakes";
import { count, rowStrides, type Shape, sameShape, wrapDims } from "../shape";
import { blank, detach, needFloat, needTensor, room, rowMajor, scalar, type Tensor, viewOf } from "../tensor";
import { div, mul, sub } from "./arithmetic";
import { eq } from "./compare";
import { scatterAdd } from "./gather";
import { A, A_OUT, NOTHING, type NotDifferentiable, type Op, type Rule } from "./op";
import { expand, reshape } from "./shape";
import { where } from "./where";

/** Which dimensions to reduce: one, several, or all (null). */
export type Dims = number | readonly number[] | null;

/**
 * Reduces the middle of x, seen as outer × size × inner elements side by side, to outer × inner elements in y.
 * `parameter` is a number that the reduction was called with.
 */
export type ReduceKernel = (
  outer: number,
  size: number,
  inner: number,
  x: Values,
  xi: number,
  y: Values,
  parameter?: number,
) => void;

/** What a reduction's rule needs to know. */
export interface Reduced {
  readonly dims: readonly number[];
  /** The shape of the result with the reduced dimensions kept as size 1. */
  readonly kept: Shape;
  /** How many numbers were reduced to one. */
  readonly size: number;
  /** A number that the reduction was called with: the correction of a variance, the p of a norm. */
  readonly parameter: number;
}

function reduceShape(shape: Shape, dims: readonly number[], keepdim: boolean): number[] {
  const out: number[] = [];
  for (let i = 0; i < shape.length; i++) {
    if (!dims.includes(i)) out.push(shape[i]!);
    else if (keepdim) out.push(1);
  }
  return out;
}

/** Runs a kernel over the given dimensions of x, which are laid side by side first where they are not. */
function runReduce(
  kernel: ReduceKernel,
  x: Tensor,
  dims: readonly number[],
  shape: Shape,
  dtype: Tensor["dtype"],
  parameter = 0,
): Tensor {
  const y = blank(shape, dtype);
  const rank = x.shape.length;
  let source = x;
  let first = dims[0] ?? rank;
  if (dims.length > 0 && dims[dims.length - 1]! - first !== dims.length - 1) {
    const order = [...x.shape.keys()].filter((d) => !dims.includes(d)).concat(dims);
    source = viewOf(
      x,
      order.map((d) => x.shape[d]!),
      order.map((d) => x.strides[d]!),
      x.offset,
    );
    first = rank - dims.length;
  }
  source = rowMajor(source);
  const outer = count(source.shape.slice(0, first));
  const size = count(source.shape.slice(first, first + dims.length));
  const inner = count(source.shape.slice(first + dims.length));
  kernel(outer, size, inner, source.values, source.offset, y.values, parameter);
  return y;
}

/** @internal Reduces and records. */
export function reduce(
  op: Op & { readonly forward: ReduceKernel },
  x: Tensor,
  dim: Dims,
  keepdim: boolean,
  dtype: Tensor["dtype"],
  parameter = 0,
): Tensor {
  if (dim === null && !keepdim && x.rowMajor) {
    // Everything to one number: no shapes to work out.
    const one = dtype === "float32" ? single : double;
    one[0] = 0;
    op.forward(1, x.count, 1, x.values, x.offset, one, parameter);
    const y = scalar(one[0], dtype);
    if (!mode.recording || x.node === null) return y;
    const rank = x.shape.length;
    return record(op, y, [x], {
      dims: allDims(rank),
      kept: onesShape(rank),
      size: x.count,
      parameter,
    } satisfies Reduced);
  }
  const dims = wrapDims(op.name, dim, x.shape.length);
  const kept = reduceShape(x.shape, dims, true);
  const shape = keepdim ? kept : reduceShape(x.shape, dims, false);
  const y = runReduce(op.forward, x, dims, shape, dtype, parameter);
  if (!mode.recording || x.node === null) return y;
  const size = dims.reduce((n, d) => n * x.shape[d]!, 1);
  return record(op, y, [x], { dims, kept, size, parameter } satisfies Reduced);
}

const double = new Float64Array(1);
const single = new Float32Array(1);
const orders: number[][] = [];
const units: number[][] = [];
/** All dimensions of a tensor, and the shape that is left of it when they are kept: the same arrays for every call. */
const allDims = (rank: number): Shape => (orders[rank] ??= Array.from({ length: rank }, (_, i) => i));
const onesShape = (rank: number): Shape => (units[rank] ??= new Array<number>(rank).fill(1));

/** @internal A reduced tensor spread over the input's shape again. */
export function spread(t: Tensor, at: Node): Tensor {
  const { kept } = at.attributes as Reduced;
  const shape = at.shape(0);
  // A single number expands to any shape as it is.
  return expand(t.shape.length === 0 || sameShape(t.shape, kept) ? t : reshape(t, kept), shape);
}

/** y = Σ xᵢ.   ∂L/∂xᵢ = g */
export const Sum: Op & { forward: ReduceKernel } = {
  name: "sum",
  forward(outer, size, inner, x, xi, y) {
    if (inner === 1) {
      for (let o = 0; o < outer; o++) {
        let total = 0;
        for (let i = 0; i < size; i++) total += x[xi++]!;
        y[o] = total;
      }
    } else {
      for (let o = 0; o < outer; o++) {
        const at = o * inner;
        for (let i = 0; i < size; i++) for (let j = 0; j < inner; j++) y[at + j]! += x[xi++]!;
      }
    }
  },
  saves: [NOTHING],
  backward: [(g, at) => spread(g, at)],
  fast: (g, at) => repeated(g, at, 1),
};

/** y = Σ xᵢ / n.   ∂L/∂xᵢ = g / n */
export const Mean: Op & { forward: ReduceKernel } = {
  name: "mean",
  forward(outer, size, inner, x, xi, y) {
    Sum.forward(outer, size, inner, x, xi, y);
    for (let i = 0; i < outer * inner; i++) y[i]! /= size;
  },
  saves: [NOTHING],
  backward: [(g, at) => spread(div(g, (at.attributes as Reduced).size), at)],
  fast: (g, at) => repeated(g, at, (at.attributes as Reduced).size),
};

/** The fast gradient where everything was reduced to one number: that number, divided, as often as there were elements. */
function repeated(g: Tensor, at: Node, divisor: number): Tensor | null {
  if (g.count !== 1) return null;
  const shape = at.shape(0);
  const size = count(shape);
  const dx = room(shape, rowStrides(shape), g.dtype, size);
  const value = g.values[g.offset]! / divisor;
  for (let i = 0; i < size; i++) dx.values[dx.offset + i] = value;
  return dx;
}

/** Sets y to the greatest (or, with `sign` −1, smallest) of each group; NaN wins. Where `at` is given, it receives the positions. */
function extreme(
  direction: 1 | -1,
  outer: number,
  size: number,
  inner: number,
  x: Values,
  xi: number,
  y: Values,
  at: Values | null,
): void {
  for (let o = 0; o < outer; o++) {
    for (let j = 0; j < inner; j++) {
      const start = xi + o * size * inner + j;
      let best = x[start]!;
      let where = 0;
      for (let i = 1; i < size && !Number.isNaN(best); i++) {
        const value = x[start + i * inner]!;
        if ((value - best) * direction > 0 || Number.isNaN(value)) {
          best = value;
          where = i;
        }
      }
      y[o * inner + j] = best;
      if (at !== null) at[o * inner + j] = where;
    }
  }
}

/** @internal ∂L/∂xᵢ = g / (number of ties) where xᵢ = y, else 0 */
export const shareTies = (g: Tensor, at: Node, x: Tensor = at.a): Tensor => {
  const best = eq(x, spread(at.out, at));
  const { dims } = at.attributes as Reduced;
  return where(best, spread(div(g, reshape(sum(best, dims, true), g.shape)), at), 0);
};

/** y = max xᵢ.   The gradient is shared equally among the greatest. */
export const Amax: Op & { forward: ReduceKernel } = {
  name: "amax",
  forward: (outer, size, inner, x, xi, y) => extreme(1, outer, size, inner, x, xi, y, null),
  saves: [A_OUT],
  backward: [(g, at) => shareTies(g, at)],
};

/** y = min xᵢ.   The gradient is shared equally among the smallest. */
export const Amin: Op & { forward: ReduceKernel } = {
  name: "amin",
  forward: (outer, size, inner, x, xi, y) => extreme(-1, outer, size, inner, x, xi, y, null),
  saves: [A_OUT],
  backward: [(g, at) => shareTies(g, at)],
};

/** y = Σ (xᵢ − x̄)² / (n − c).   ∂L/∂xᵢ = g · 2 (xᵢ − x̄) / (n − c) */
export const Var: Op & { forward: ReduceKernel } = {
  name: "var",
  forward(outer, size, inner, x, xi, y) {
    for (let o = 0; o < outer; o++) {
      for (let j = 0; j < inner; j++) {
        const start = xi + o * size * inner + j;
        let total = 0;
        for (let i = 0; i < size; i++) total += x[start + i * inner]!;
        const centre = total / size;
        let squares = 0;
        for (let i = 0; i < size; i++) squares += (x[start + i * inner]! - centre) ** 2;
        y[o * inner + j] = squares;
      }
    }
  },
  saves: [A],
  backward: [
    (g, at) => {
      const { size, parameter: correction } = at.attributes as Reduced;
      return mul(spread(mul(g, 2 / Math.max(0, size - correction)), at), centred(at));
    },
  ],
};

/** y = √var.   ∂L/∂xᵢ = g · (xᵢ − x̄) / ((n − c) · y), and 0 where y = 0 */
export const Std: Op & { forward: ReduceKernel } = {
  name: "std",
  forward: (outer, size, inner, x, xi, y) => Var.forward(outer, size, inner, x, xi, y),
  saves: [A_OUT],
  backward: [
    (g, at) => {
      const { size, parameter: correction } = at.attributes as Reduced;
      const slope = div(g, mul(at.out, Math.max(0, size - correction)));
      return mul(spread(where(eq(at.out, 0), 0, slope), at), centred(at));
    },
  ],
};

const centred = (at: Node): Tensor => sub(at.a, mean(at.a, (at.attributes as Reduced).dims, true));

/** @internal g at the chosen places along a dimension, 0 elsewhere. */
export const toChosen: Rule = (g, at) => {
  const { indices, dim } = at.attributes as Chosen;
  return scatterAdd(blank(at.shape(0), g.dtype), dim, indices, reshape(g, indices.shape));
};

/** y = x[argmax] along a dimension.   The whole gradient goes to the chosen element. */
export const MaxDim: Op = { name: "max", saves: [NOTHING], backward: [toChosen] };

/** y = x[argmin] along a dimension.   The whole gradient goes to the chosen element. */
export const MinDim: Op = { name: "min", saves: [NOTHING], backward: [toChosen] };

/** What a choice along a dimension remembers. */
export interface Chosen {
  /** Positions along `dim`, which is kept as size 1. */
  readonly indices: Tensor;
  readonly dim: number;
}

export const Argmax: NotDifferentiable = { name: "argmax", differentiable: false };
export const Argmin: NotDifferentiable = { name: "argmin", differentiable: false };

/** The sum over the given dimensions (all by default); `keepdim` keeps them as size 1. Integers and bools give int64. */
export function sum(x: Tensor, dim: Dims = null, keepdim = false): Tensor {
  needTensor("sum", x);
  return reduce(Sum, x, dim, keepdim, isFloat(x.dtype) ? x.dtype : "int64");
}

/** The mean over the given dimensions (all by default); NaN over nothing. */
export function mean(x: Tensor, dim: Dims = null, keepdim = false): Tensor {
  needFloat("mean", x);
  return reduce(Mean, x, dim, keepdim, x.dtype);
}

/** The greatest element over the given dimensions (all by default). Equal ones share the gradient. */
export function amax(x: Tensor, dim: Dims = null, keepdim = false): Tensor {
  refuseEmpty("amax", x, dim);
  return reduce(Amax, x, dim, keepdim, x.dtype);
}

/** The smallest element over the given dimensions (all by default). Equal ones share the gradient. */
export function amin(x: Tensor, dim: Dims = null, keepdim = false): Tensor {
  refuseEmpty("amin", x, dim);
  return reduce(Amin, x, dim, keepdim, x.dtype);
}

function refuseEmpty(op: string, x: Tensor, dim: Dims): void {
  needTensor(op, x);
  if (x.count > 0) return;
  if (wrapDims(op, dim, x.shape.length).some((d) => x.shape[d] === 0)) {
    fail(mistake.emptyReduction, { op, shape: x.shape });
  }
}

/** How the variance is divided: by n − `correction` (1 by default, 0 for the population), in the words of PyTorch's `unbiased` too. */
export interface VarOptions {
  /** What is subtracted from the number of elements. Default 1. */
  readonly correction?: number;
  /** False for a correction of 0. Default true. */
  readonly unbiased?: boolean;
  /** Whether the dimensions stay, with size 1. Default false. */
  readonly keepdim?: boolean;
}

const correctionOf = (options?: VarOptions): number =>
  options?.correction ?? (options?.unbiased === false ? 0 : 1);

function spreadOf(
  op: typeof Var,
  x: Tensor,
  dim: Dims,
  options: VarOptions | undefined,
  finish: (v: number) => number,
): Tensor {
  needFloat(op.name, x);
  const correction = correctionOf(options);
  const size = wrapDims(op.name, dim, x.shape.length).reduce((n, d) => n * x.shape[d]!, 1);
  const y = reduce(op, x, dim, options?.keepdim ?? false, x.dtype, correction);
  const { values, offset } = y;
  for (let i = offset; i < offset + y.count; i++)
    values[i] = finish(values[i]! / Math.max(0, size - correction));
  return y;
}

/** The variance over the given dimensions (all by default), divided by n − 1 unless `correction` says otherwise. */
export const variance = (x: Tensor, dim: Dims = null, options?: VarOptions): Tensor =>
  spreadOf(Var, x, dim, options, (v) => v);

/** The standard deviation over the given dimensions (all by default), divided by n − 1 unless `correction` says otherwise. */
export const std = (x: Tensor, dim: Dims = null, options?: VarOptions): Tensor =>
  spreadOf(Std, x, dim, options, Math.sqrt);

/** Values and their positions along a dimension. */
export interface ValuesAndIndices {
  /** The elements. */
  readonly values: Tensor;
  /** Where they were along the dimension, as int64. */
  readonly indices: Tensor;
}

function extremeAlong(op: Op, direction: 1 | -1, x: Tensor, dim: number, keepdim: boolean): ValuesAndIndices {
  const dims = wrapDims(op.name, dim, x.shape.length);
  const d = dims[0] ?? 0;
  refuseEmpty(op.name, x, dim);
  const kept = reduceShape(x.shape, dims, true);
  const shape = keepdim ? kept : reduceShape(x.shape, dims, false);
  const positions = blank(kept, "int64");
  const values = runReduce(
    (outer, size, inner, xs, xi, y) => extreme(direction, outer, size, inner, xs, xi, y, positions.values),
    x,
    dims,
    shape,
    x.dtype,
  );
  if (mode.recording) record(op, values, [x], { indices: positions, dim: d } satisfies Chosen);
  return { values, indices: viewOf(positions, shape, blank(shape, "bool").strides, 0) };
}

/** The greatest element; or, along a dimension, `{ values, indices }`, where the gradient goes to the first greatest one. */
export function max(x: Tensor): Tensor;
export function max(x: Tensor, dim: number, keepdim?: boolean): ValuesAndIndices;
export function max(x: Tensor, dim?: number, keepdim = false): Tensor | ValuesAndIndices {
  return dim === undefined ? amax(x) : extremeAlong(MaxDim, 1, x, dim, keepdim);
}

/** The smallest element; or, along a dimension, `{ values, indices }`, where the gradient goes to the first smallest one. */
export function min(x: Tensor): Tensor;
export function min(x: Tensor, dim: number, keepdim?: boolean): ValuesAndIndices;
export function min(x: Tensor, dim?: number, keepdim = false): Tensor | ValuesAndIndices {
  return dim === undefined ? amin(x) : extremeAlong(MinDim, -1, x, dim, keepdim);
}

function position(
  op: NotDifferentiable,
  direction: 1 | -1,
  x: Tensor,
  dim: number | null,
  keepdim: boolean,
): Tensor {
  refuseEmpty(op.name, x, dim);
  const dims = wrapDims(op.name, dim, x.shape.length);
  const source = dim === null ? reshape(detach(x), [x.count]) : x;
  const along = dim === null ? [0] : dims;
  const shape = reduceShape(x.shape, dims, keepdim);
  return runReduce(
    (outer, size, inner, xs, xi, y) =>
      extreme(direction, outer, size, inner, xs, xi, new Float64Array(outer * inner), y),
    source,
    along,
    shape,
    "int64",
  );
}

/** The position of the greatest element, the first of equal ones: in the flattened tensor, or along a dimension. */
export const argmax = (x: Tensor, dim: number | null = null, keepdim = false): Tensor =>
  position(Argmax, 1, x, dim, keepdim);

/** The position of the smallest element, the first of equal ones: in the flattened tensor, or along a dimension. */
export const argmin = (x: Tensor, dim: number | null = null, keepdim = false): Tensor =>
  position(Argmin, -1, x, dim, keepdim);

/** @internal The sum of a gradient over the dimensions along which its input was broadcast. */
export function sumTo(g: Tensor, shape: Shape): Tensor {
  const lead = g.shape.length - shape.length;
  if (
    !mode.recording &&
    g.rowMajor &&
    (shape.length === 0 || (lead > 0 && sameShape(g.shape.slice(lead), shape)))
  ) {
    // New leading dimensions only, as with the bias of a layer.
    const total = blank(shape, g.dtype);
    if (total.count > 0) Sum.forward(1, g.count / total.count, total.count, g.values, g.offset, total.values);
    return total;
  }
  const dims: number[] = [];
  for (let i = 0; i < g.shape.length; i++)
    if (i < lead || (shape[i - lead] === 1 && g.shape[i] !== 1)) dims.push(i);
  const total = dims.length === 0 ? g : sum(g, dims, true);
  return sameShape(total.shape, shape) ? total : reshape(total, shape);
}
