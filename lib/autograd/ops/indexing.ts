import { convert } from "../create";
import { fail } from "../errors";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import * as mistake from "../mistakes";
import { count, type Shape, wrapDim } from "../shape";
import { blank, checkRank, copyElements, needTensor, rowMajor, type Tensor } from "../tensor";
import { B, NOTHING, type Op } from "./op";
import { permute, reshape, select, sliceDim, unsqueeze } from "./shape";

/** Elements from `start` to `stop` (not included), every `step`-th one; null means from the beginning, to the end. */
export interface Slice {
  readonly start: number | null;
  readonly stop: number | null;
  readonly step: number;
}

/** A slice for `index`: `slice(1, 3)` is Python's `1:3`. Negative places count from the end. */
export const slice = (start: number | null = null, stop: number | null = null, step = 1): Slice => ({
  start,
  stop,
  step,
});

/**
 * What may stand for one dimension in `index`: a place, a slice (also written as in Python, `"1:3"`), `"..."` for as many
 * whole dimensions as are left, null for a new dimension, an int64 tensor of rows or a bool tensor as a mask.
 */
export type IndexItem = number | Slice | string | null | Tensor;

/** y = the rows of x that an index names.   ∂L/∂x = the rows of g added up where they came from */
export const IndexRows: Op = {
  name: "index",
  saves: [B, NOTHING],
  backward: [(g, at) => addRows(g, at.b, at.shape(0)), null],
};

/** Zeros, plus the rows of x at the places an index names.   ∂L/∂x = those rows of g */
export const AddRows: Op = {
  name: "indexAdd",
  saves: [B, NOTHING],
  backward: [(g, at) => indexRows(g, at.b, at.attributes as Shape), null],
};

/** Rows (parts at a place of the first dimension) in the order of the index, whose shape takes the first dimension's place. */
function indexRows(x: Tensor, index: Tensor, shape: Shape): Tensor {
  const y = blank(shape, x.dtype);
  const source = rowMajor(x);
  const width = count(x.shape.slice(1));
  for (let i = 0; i < index.count; i++) {
    const from = source.offset + index.values[i]! * width;
    for (let j = 0; j < width; j++) y.values[i * width + j] = source.values[from + j]!;
  }
  return mode.recording ? record(IndexRows, y, [x, index]) : y;
}

function addRows(g: Tensor, index: Tensor, shape: Shape): Tensor {
  const y = blank(shape, g.dtype);
  const source = rowMajor(g);
  const width = count(shape.slice(1));
  for (let i = 0; i < index.count; i++) {
    const to = index.values[i]! * width;
    for (let j = 0; j < width; j++) y.values[to + j]! += source.values[source.offset + i * width + j]!;
  }
  return mode.recording ? record(AddRows, y, [g, index], g.shape) : y;
}

/** The index as row-major whole numbers from 0 up. */
function rowNumbers(index: Tensor, dim: number, size: number): Tensor {
  const rows = blank(index.shape, "int64");
  copyElements(index, rows);
  for (let i = 0; i < rows.count; i++) {
    const row = convert(rows.values[i]!, "int64");
    if (row < -size || row >= size) {
      fail(mistake.indexRange, { op: "index", index: row, dim, size });
    }
    rows.values[i] = row < 0 ? row + size : row;
  }
  return rows;
}

/** Chooses along one dimension by a tensor; the mask of a bool tensor may cover several. */
function byTensor(x: Tensor, dim: number, index: Tensor): Tensor {
  let source = x;
  let rows: Tensor;
  let covered = 1;
  if (index.dtype === "bool") {
    covered = index.shape.length;
    const under = x.shape.slice(dim, dim + covered);
    if (covered === 0 || under.length < covered || under.some((size, i) => size !== index.shape[i])) {
      fail(mistake.sameShape, { op: "index", argument: "mask", expected: under, got: index.shape });
    }
    source = reshape(x, [...x.shape.slice(0, dim), count(under), ...x.shape.slice(dim + covered)]);
    const mask = rowMajor(index);
    const chosen: number[] = [];
    for (let i = 0; i < mask.count; i++) if (mask.values[mask.offset + i] !== 0) chosen.push(i);
    rows = blank([chosen.length], "int64");
    rows.values.set(chosen);
  } else {
    if (index.dtype !== "int64") {
      fail(mistake.dtype, { op: "index", dtype: index.dtype, expected: "int64" });
    }
    rows = rowNumbers(index, dim, x.shape[dim] ?? 0);
  }
  // The chosen dimension comes to the front for the choice, and its replacement goes back.
  const rank = source.shape.length;
  const front = [dim, ...[...source.shape.keys()].filter((d) => d !== dim)];
  const moved = dim === 0 ? source : permute(source, front);
  const picked = indexRows(moved, rows, [...rows.shape, ...moved.shape.slice(1)]);
  if (dim === 0) return picked;
  const wide = rows.shape.length;
  const back = Array.from({ length: rank - 1 + wide }, (_, i) =>
    i < dim ? wide + i : i < dim + wide ? i - dim : i,
  );
  return permute(picked, back);
}

/** The parts at the places that an int64 vector names along a dimension, in its order. */
export function indexSelect(x: Tensor, dim: number, places: Tensor): Tensor {
  needTensor("indexSelect", x);
  checkRank("indexSelect", places, 0, 1);
  return byTensor(x, wrapDim("indexSelect", dim, x.shape.length), reshape(places, [places.count]));
}

/** A slice written as in Python: `":"`, `"1:3"`, `"::2"`. */
function parse(text: string): Slice {
  const parts = text.split(":").map((part) => part.trim());
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^(-?\d+)?$/.test(part))) {
    fail(mistake.slice, { op: "index", got: `"${text}"` });
  }
  const [start, stop, step] = parts.map((part) => (part === "" ? null : Number(part)));
  return slice(start ?? null, stop ?? null, step ?? 1);
}

const isTensor = (item: IndexItem): item is Tensor =>
  typeof item === "object" && item !== null && "shape" in item;

/**
 * Parts of a tensor, as `x[…]` in Python: `index(x, [0, "1:3"])`. Places and slices look at the same elements; tensors of
 * places copy, and more than one of them in a call is refused.
 */
export function index(x: Tensor, items: readonly IndexItem[]): Tensor {
  const uses = (item: IndexItem): number =>
    item === null || item === "..." ? 0 : isTensor(item) && item.dtype === "bool" ? item.shape.length : 1;
  const used = items.reduce((n: number, item) => n + uses(item), 0);
  if (used > x.shape.length) {
    fail(mistake.indexCount, { op: "index", count: used, shape: x.shape });
  }
  if (items.filter((item) => item !== null && typeof item === "object" && isTensor(item)).length > 1) {
    fail(mistake.indexTensors, { op: "index" });
  }
  let y = x;
  let dim = 0;
  for (const item of items) {
    if (item === null) y = unsqueeze(y, dim++);
    else if (item === "...") dim += x.shape.length - used;
    else if (typeof item === "number") {
      const size = y.shape[dim]!;
      if (!Number.isSafeInteger(item) || item < -size || item >= size) {
        fail(mistake.indexRange, { op: "index", index: item, dim, size });
      }
      y = select(y, dim, item);
    } else if (typeof item === "string" || (typeof item === "object" && !isTensor(item))) {
      const { start, stop, step } = typeof item === "string" ? parse(item) : item;
      y = sliceDim(y, dim++, start, stop, step);
    } else if (isTensor(item)) {
      y = byTensor(y, dim, item);
      dim += item.dtype === "bool" ? 1 : item.shape.length;
    } else {
      fail(mistake.indexKind, { op: "index", got: typeof item });
    }
  }
  return y;
}
