import { promote } from "../dtype";
import { fail } from "../errors";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import * as mistake from "../mistakes";
import {
  count,
  inferShape,
  inverse,
  needList,
  rowStrides,
  type Shape,
  sameShape,
  wrapDim,
  wrapDims,
} from "../shape";
import { blank, copyElements, needTensor, type Tensor, viewOf } from "../tensor";
import { NOTHING, type Op } from "./op";

/** Records an operation whose result looks at the elements of its input. */
function look(op: Op, x: Tensor, shape: Shape, strides: Shape, offset: number, attributes: unknown): Tensor {
  const y = viewOf(x, shape, strides, offset);
  const base = x.origin?.base ?? x;
  if (mode.recording && x.node !== null) record(op, y, [x], attributes);
  y.origin = { base, baseNode: base.ownNode };
  return y;
}

/** The same elements in another shape.   ∂L/∂x = g in the old shape */
export const View: Op = {
  name: "view",
  saves: [NOTHING],
  backward: [(g, at) => reshape(g, at.shape(0))],
};

/** A copy of the elements.   ∂L/∂x = g */
export const Clone: Op = { name: "clone", saves: [NOTHING], backward: [(g) => g] };

/** The dimensions in another order.   ∂L/∂x = g in the old order */
export const Permute: Op = {
  name: "permute",
  saves: [NOTHING],
  backward: [(g, at) => permute(g, inverse(at.attributes as readonly number[]))],
};

/** The elements repeated along new dimensions and those of size 1.   ∂L/∂x = the sum of g over the repetitions (by the graph) */
export const Expand: Op = { name: "expand", saves: [NOTHING], backward: [(g) => g] };

/** Every `step`-th element of a stretch of one dimension.   ∂L/∂x = g at those places, 0 elsewhere */
export const Slice: Op = {
  name: "slice",
  saves: [NOTHING],
  backward: [(g, at) => embed(g, at.shape(0), at.attributes as Stretch)],
};

/** Zeros with x at the places of a slice: the slice's gradient.   ∂L/∂x = that slice of g */
export const Embed: Op = {
  name: "embed",
  saves: [NOTHING],
  backward: [(g, at) => slice(g, at.attributes as Stretch, at.shape(0))],
};

/** One element of a dimension, which disappears.   ∂L/∂x = g at that place, 0 elsewhere */
export const Select: Op = {
  name: "select",
  saves: [NOTHING],
  backward: [
    (g, at) => {
      const { dim, start } = at.attributes as Stretch;
      return embed(unsqueeze(g, dim), at.shape(0), { dim, start, step: 1 });
    },
  ],
};

/** Tensors one after the other along a dimension.   ∂L/∂xᵢ = its part of g */
export const Cat: Op = {
  name: "cat",
  saves: NOTHING,
  backward: (g, at, index) => {
    const dim = at.attributes as number;
    let start = 0;
    for (let i = 0; i < index; i++) start += at.shape(i)[dim]!;
    return narrow(g, dim, start, at.shape(index)[dim]!);
  },
};

/** Places of one dimension: `start`, `start + step`, … */
interface Stretch {
  readonly dim: number;
  readonly start: number;
  readonly step: number;
}

/** The strides with which the elements can be seen in another shape without copying; null where that is impossible. */
function viewStrides(x: Tensor, shape: Shape): Shape | null {
  if (x.rowMajor) return rowStrides(shape);
  if (x.count === 0) return rowStrides(shape);
  const strides = new Array<number>(shape.length).fill(0);
  // Walk both shapes from the right; groups of old dimensions that lie regularly can be cut anew.
  let to = shape.length - 1;
  let step = x.strides[x.strides.length - 1] ?? 1;
  let group = 1;
  let filled = 1;
  for (let from = x.shape.length - 1; from >= 0; from--) {
    group *= x.shape[from]!;
    const breaks = from === 0 || (x.shape[from - 1] !== 1 && x.strides[from - 1] !== group * step);
    if (!breaks) continue;
    while (to >= 0 && (filled < group || shape[to] === 1)) {
      strides[to] = filled * step;
      filled *= shape[to]!;
      to--;
    }
    if (filled !== group) return null;
    if (from > 0) {
      step = x.strides[from - 1]!;
      group = 1;
      filled = 1;
    }
  }
  return to === -1 ? strides : null;
}

/** The same elements in another shape, without copying; one size may be −1. Refused where the layout does not allow it. */
export function view(x: Tensor, shape: Shape): Tensor {
  needTensor("view", x);
  const wanted = inferShape("view", x.shape, shape);
  const strides = viewStrides(x, wanted);
  if (strides === null) {
    fail(mistake.viewStrides, { op: "view", shape: x.shape, requested: wanted });
  }
  return look(View, x, wanted, strides, x.offset, null);
}

/** The same elements in another shape, copied only where the layout demands it; one size may be −1. */
export function reshape(x: Tensor, shape: Shape): Tensor {
  needTensor("reshape", x);
  const wanted = inferShape("reshape", x.shape, shape);
  const strides = viewStrides(x, wanted);
  return strides === null ? view(contiguous(x), wanted) : look(View, x, wanted, strides, x.offset, null);
}

/** A copy of the elements, through which gradients flow. */
export function clone(x: Tensor): Tensor {
  needTensor("clone", x);
  const y = blank(x.shape, x.dtype);
  copyElements(x, y);
  return mode.recording ? record(Clone, y, [x]) : y;
}

/** The tensor itself when its elements lie row by row, else a copy that does. */
export const contiguous = (x: Tensor): Tensor => (x.rowMajor ? x : clone(x));

/** The dimensions `startDim` to `endDim` made one. */
export function flatten(x: Tensor, startDim = 0, endDim = -1): Tensor {
  needTensor("flatten", x);
  const start = wrapDim("flatten", startDim, x.shape.length);
  const end = wrapDim("flatten", endDim, x.shape.length);
  if (start > end) {
    fail(mistake.dimOrder, { op: "flatten", first: startDim, last: endDim });
  }
  if (start === end && x.shape.length > 0) return x;
  return reshape(x, [
    ...x.shape.slice(0, start),
    count(x.shape.slice(start, end + 1)),
    ...x.shape.slice(end + 1),
  ]);
}

/** Without dimensions of size 1: all of them, or the given ones where their size is 1. */
export function squeeze(x: Tensor, dim: number | readonly number[] | null = null): Tensor {
  needTensor("squeeze", x);
  const named = dim === null ? null : wrapDims("squeeze", dim, x.shape.length);
  const kept = [...x.shape.keys()].filter((d) => x.shape[d] !== 1 || (named !== null && !named.includes(d)));
  return look(
    View,
    x,
    kept.map((d) => x.shape[d]!),
    kept.map((d) => x.strides[d]!),
    x.offset,
    null,
  );
}

/** With a new dimension of size 1 at the given place. */
export function unsqueeze(x: Tensor, dim: number): Tensor {
  needTensor("unsqueeze", x);
  const d = wrapDim("unsqueeze", dim, x.shape.length + 1);
  return look(
    View,
    x,
    x.shape.toSpliced(d, 0, 1),
    x.strides.toSpliced(d, 0, (x.shape[d] ?? 1) * (x.strides[d] ?? 1)),
    x.offset,
    null,
  );
}

/** The dimensions in the given order. */
export function permute(x: Tensor, dims: readonly number[]): Tensor {
  needTensor("permute", x);
  needList("permute", dims);
  const order = dims.map((d) => wrapDim("permute", d, x.shape.length));
  if (order.length !== x.shape.length || new Set(order).size !== order.length) {
    fail(mistake.permutation, { op: "permute", dims, shape: x.shape });
  }
  return look(
    Permute,
    x,
    order.map((d) => x.shape[d]!),
    order.map((d) => x.strides[d]!),
    x.offset,
    order,
  );
}

/** Two dimensions exchanged. */
export function transpose(x: Tensor, dim0: number, dim1: number): Tensor {
  needTensor("transpose", x);
  const rank = x.shape.length;
  const d0 = wrapDim("transpose", dim0, rank);
  const d1 = wrapDim("transpose", dim1, rank);
  const order = Array.from({ length: rank }, (_, i) => (i === d0 ? d1 : i === d1 ? d0 : i));
  return permute(x, order);
}

const exchanged: readonly number[] = [1, 0];

/** A matrix with rows and columns exchanged; vectors and single numbers stay as they are. */
export function t(x: Tensor): Tensor {
  needTensor("t", x);
  if (x.shape.length < 2) return x;
  if (x.shape.length > 2) {
    fail(mistake.rank, { op: "t", shape: x.shape, least: 0, most: 2 });
  }
  return look(Permute, x, [x.shape[1]!, x.shape[0]!], [x.strides[1]!, x.strides[0]!], x.offset, exchanged);
}

/** The elements repeated, without copying, along new leading dimensions and those of size 1; −1 keeps a size. */
export function expand(x: Tensor, shape: Shape): Tensor {
  needTensor("expand", x);
  needList("expand", shape);
  const lead = shape.length - x.shape.length;
  const wanted = new Array<number>(shape.length);
  const strides = new Array<number>(shape.length);
  for (let i = 0; i < shape.length; i++) {
    const from = i < lead ? 1 : x.shape[i - lead]!;
    const to = shape[i] === -1 && i >= lead ? from : shape[i]!;
    if (lead < 0 || !Number.isSafeInteger(to) || to < 0 || (from !== 1 && from !== to))
      refuseExpand(x.shape, shape);
    wanted[i] = to;
    strides[i] = i < lead || (from === 1 && to !== 1) ? 0 : x.strides[i - lead]!;
  }
  if (lead < 0) refuseExpand(x.shape, shape);
  return look(Expand, x, wanted, strides, x.offset, null);
}

function refuseExpand(shape: Shape, requested: Shape): never {
  fail(mistake.expandSize, { op: "expand", shape, requested });
}

function slice(x: Tensor, { dim, start, step }: Stretch, shape: Shape): Tensor {
  const strides = step === 1 ? x.strides : x.strides.with(dim, x.strides[dim]! * step);
  return look(Slice, x, shape, strides, x.offset + start * x.strides[dim]!, {
    dim,
    start,
    step,
  } satisfies Stretch);
}

function embed(x: Tensor, shape: Shape, at: Stretch): Tensor {
  const y = blank(shape, x.dtype);
  const strides = y.strides.with(at.dim, y.strides[at.dim]! * at.step);
  copyElements(x, viewOf(y, x.shape, strides, at.start * y.strides[at.dim]!));
  return mode.recording ? record(Embed, y, [x], at) : y;
}

/** The elements `start` to `stop` (not included) of a dimension, every `step`-th one; places beyond the ends are left out, as in Python. */
export function sliceDim(
  x: Tensor,
  dim: number,
  start: number | null,
  stop: number | null,
  step = 1,
): Tensor {
  const d = wrapDim("slice", dim, x.shape.length);
  const size = x.shape[d] ?? 1;
  if (!Number.isSafeInteger(step) || step < 1) {
    fail(mistake.slice, { op: "index", got: `a slice with step ${step}` });
  }
  const place = (p: number): number => {
    if (!Number.isSafeInteger(p))
      fail(mistake.slice, { op: "index", got: `a slice from ${start} to ${stop}` });
    return Math.min(Math.max(p < 0 ? p + size : p, 0), size);
  };
  const from = place(start ?? 0);
  const length = Math.max(0, Math.ceil((place(stop ?? size) - from) / step));
  return slice(x, { dim: d, start: from, step }, x.shape.with(d, length));
}

/** `length` elements of a dimension from `start` on. */
export function narrow(x: Tensor, dim: number, start: number, length: number): Tensor {
  needTensor("narrow", x);
  const d = wrapDim("narrow", dim, x.shape.length);
  const size = x.shape[d] ?? 0;
  const from = start < 0 ? start + size : start;
  if (!Number.isSafeInteger(from) || from < 0 || from > size) {
    fail(mistake.indexRange, { op: "narrow", index: start, dim: d, size });
  }
  if (!Number.isSafeInteger(length) || length < 0 || from + length > size) {
    fail(mistake.badSize, { op: "narrow", size: length });
  }
  return slice(x, { dim: d, start: from, step: 1 }, x.shape.with(d, length));
}

/** The part of the tensor at one place of a dimension, which disappears; negative places count from the end. */
export function select(x: Tensor, dim: number, index: number): Tensor {
  needTensor("select", x);
  if (x.shape.length === 0) {
    fail(mistake.rank, { op: "select", shape: x.shape, least: 1, most: null });
  }
  const d = wrapDim("select", dim, x.shape.length);
  const size = x.shape[d]!;
  if (!Number.isSafeInteger(index) || index < -size || index >= size) {
    fail(mistake.indexRange, { op: "select", index, dim: d, size });
  }
  const start = index < 0 ? index + size : index;
  return look(
    Select,
    x,
    x.shape.toSpliced(d, 1),
    x.strides.toSpliced(d, 1),
    x.offset + start * x.strides[d]!,
    { dim: d, start, step: 1 } satisfies Stretch,
  );
}

/** The tensors one after the other along a dimension; all other sizes are equal. */
export function cat(tensors: readonly Tensor[], dim = 0): Tensor {
  if (!Array.isArray(tensors) || tensors.length === 0) fail(mistake.emptyList, { op: "cat" });
  const first: Tensor = tensors[0];
  needTensor("cat", first);
  const rank = first.shape.length;
  if (rank === 0) fail(mistake.rank, { op: "cat", shape: first.shape, least: 1, most: null });
  const d = wrapDim("cat", dim, rank);
  let total = 0;
  let dtype = first.dtype;
  for (const x of tensors) {
    needTensor("cat", x);
    if (x.shape.length !== rank || !sameShape(x.shape.with(d, 0), first.shape.with(d, 0))) {
      fail(mistake.catSizes, { op: "cat", shapes: [first.shape, x.shape], dim: d });
    }
    dtype = promote(dtype, 1, x.dtype, 1);
    total += x.shape[d]!;
  }
  const y = blank(first.shape.with(d, total), dtype);
  let start = 0;
  for (const x of tensors) {
    copyElements(x, viewOf(y, x.shape, y.strides, start * y.strides[d]!));
    start += x.shape[d]!;
  }
  return mode.recording ? record(Cat, y, tensors.slice(), d) : y;
}

/** The tensors one beside the other along a new dimension; all shapes are equal. */
export function stack(tensors: readonly Tensor[], dim = 0): Tensor {
  if (!Array.isArray(tensors) || tensors.length === 0) fail(mistake.emptyList, { op: "stack" });
  const first: Tensor = tensors[0];
  needTensor("stack", first);
  for (const x of tensors) {
    needTensor("stack", x);
    if (!sameShape(x.shape, first.shape)) {
      fail(mistake.sameShape, { op: "stack", argument: "each tensor", expected: first.shape, got: x.shape });
    }
  }
  const d = wrapDim("stack", dim, first.shape.length + 1);
  return cat(
    tensors.map((x) => unsqueeze(x, d)),
    d,
  );
}
