import { convert } from "../create";
import { fail, kindOf } from "../errors";
import { changeInPlace } from "../graph/inplace";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import * as mistake from "../mistakes";
import { broadcast, count, inverse, rowStrides, type Shape, sameShape, wrapDim } from "../shape";
import {
  blank,
  checkRank,
  copyElements,
  needTensor,
  rowMajor,
  scalar,
  type Tensor,
  type TensorLike,
} from "../tensor";
import { add } from "./arithmetic";
import { cast } from "./cast";
import { B, NOTHING, type Op } from "./op";
import { clone, expand, permute, reshape, select, sliceDim, unsqueeze } from "./shape";
import { where } from "./where";

/** Elements from `start` to `stop` (not included), every `step`-th one; null means from the beginning, to the end. */
export interface Slice {
  /** The first place; null for the beginning. */
  readonly start: number | null;
  /** The place where it ends, not included; null for the end. */
  readonly stop: number | null;
  /** From place to place, 1 or more. */
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

/** Places that a tensor names along a dimension. */
interface Choice {
  readonly dim: number;
  readonly places: Tensor;
}

/** What an index tensor chooses from dimension `dim` on: an int64 tensor along that one, a mask along as many as it has. */
function choices(x: Tensor, dim: number, index: Tensor): Choice[] {
  if (index.dtype !== "bool") {
    if (index.dtype !== "int64") fail(mistake.dtype, { op: "index", dtype: index.dtype, expected: "int64" });
    return [{ dim, places: index }];
  }
  const under = x.shape.slice(dim, dim + index.shape.length);
  if (under.length === 0 || !sameShape(under, index.shape)) {
    fail(mistake.sameShape, { op: "index", argument: "mask", expected: under, got: index.shape });
  }
  const mask = rowMajor(index);
  const chosen: number[] = [];
  for (let i = 0; i < mask.count; i++) if (mask.values[mask.offset + i] !== 0) chosen.push(i);
  const steps = rowStrides(under);
  return under.map((size, d) => {
    const places = blank([chosen.length], "int64");
    for (let i = 0; i < chosen.length; i++) places.values[i] = Math.floor(chosen[i]! / steps[d]!) % size;
    return { dim: dim + d, places };
  });
}

/** A tensor made ready for a choice by tensors: the chosen dimensions are one, and in front. */
class Chosen {
  /** [chosen dimensions, …rest] */
  readonly rows: Tensor;
  /** Numbers of rows, in the shape that the tensors of the choice have together. */
  readonly places: Tensor;
  /** The order of dimensions in which the chosen ones come first. */
  private readonly order: readonly number[];
  private readonly sizes: Shape;
  private readonly rest: Shape;
  /** Where the dimensions of `places` go: to the chosen ones where those are neighbours, else to the front. */
  private readonly first: number;

  constructor(x: Tensor, list: readonly Choice[]) {
    const dims = list.map(({ dim }) => dim);
    const others = [...x.shape.keys()].filter((d) => !dims.includes(d));
    this.order = [...dims, ...others];
    this.sizes = dims.map((d) => x.shape[d]!);
    this.rest = others.map((d) => x.shape[d]!);
    this.first = dims.at(-1)! - dims[0]! < dims.length ? dims[0]! : 0;
    const moved = this.order.every((d, i) => d === i) ? x : permute(x, this.order);
    this.rows = dims.length === 1 ? moved : reshape(moved, [count(this.sizes), ...this.rest]);
    this.places = rowNumbers(list, this.sizes);
  }

  /** The order that brings the dimensions of `places` from the front to where they belong. */
  private get back(): number[] {
    const wide = this.places.shape.length;
    const { first } = this;
    return Array.from({ length: wide + this.rest.length }, (_, i) =>
      i < first ? wide + i : i < first + wide ? i - first : i,
    );
  }

  /** The chosen rows. */
  pick(): Tensor {
    const picked = indexRows(this.rows, this.places, [...this.places.shape, ...this.rest]);
    return this.first === 0 ? picked : permute(picked, this.back);
  }

  /** The tensor with values (which broadcast to what `pick` gives) at the places of the choice, or added to what is there. */
  put(values: Tensor, accumulate: boolean): Tensor {
    const { rows, rest, back } = this;
    const shape = [...this.places.shape, ...rest];
    const spread = expand(
      values,
      back.map((d) => shape[d]!),
    );
    const n = this.places.count;
    const source = reshape(permute(spread, inverse(back)), [n, ...rest]);
    const places = reshape(this.places, [n]);
    let changed = rows;
    if (accumulate) changed = add(rows, addRows(source, places, rows.shape));
    else if (n > 0) {
      // Which row of the values each row of the tensor takes over; of several the last.
      const from = blank([rows.shape[0]!], "int64");
      const taken = blank([rows.shape[0]!, ...rest.map(() => 1)], "bool");
      for (let i = 0; i < n; i++) {
        from.values[places.values[i]!] = i;
        taken.values[places.values[i]!] = 1;
      }
      changed = where(taken, indexRows(source, from, rows.shape), rows);
    }
    return permute(reshape(changed, [...this.sizes, ...rest]), inverse(this.order));
  }
}

/** The row of the flattened chosen dimensions for each of the places that tensors (which broadcast) name along them. */
function rowNumbers(list: readonly Choice[], sizes: Shape): Tensor {
  const shape = list.reduce<Shape>((all, { places }) => broadcast("index", all, places.shape), []);
  const rows = blank(shape, "int64");
  const along = blank(shape, "int64");
  list.forEach(({ dim, places }, k) => {
    const size = sizes[k]!;
    copyElements(expand(places, shape), along);
    for (let i = 0; i < rows.count; i++) {
      const place = along.values[i]!;
      if (place < -size || place >= size) fail(mistake.indexRange, { op: "index", index: place, dim, size });
      rows.values[i] = rows.values[i]! * size + (place < 0 ? place + size : place);
    }
  });
  return rows;
}

/** The parts at the places that an int64 vector names along a dimension, in its order. */
export function indexSelect(x: Tensor, dim: number, places: Tensor): Tensor {
  needTensor("indexSelect", x);
  checkRank("indexSelect", places, 0, 1);
  const d = wrapDim("indexSelect", dim, x.shape.length);
  return new Chosen(x, choices(x, d, reshape(places, [places.count]))).pick();
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

/** A part of a tensor, and what tensors choose from it. */
interface Part {
  readonly view: Tensor;
  readonly chosen: readonly Choice[];
}

/** Follows the places and slices, and gathers the tensors. */
function partOf(x: Tensor, items: readonly IndexItem[]): Part {
  if (!Array.isArray(items))
    fail(mistake.indexKind, { op: "index", got: `${kindOf(items)} in place of their list` });
  const uses = (item: IndexItem): number =>
    item === null || item === "..." ? 0 : isTensor(item) && item.dtype === "bool" ? item.shape.length : 1;
  const used = items.reduce((n: number, item) => n + uses(item), 0);
  if (used > x.shape.length) {
    fail(mistake.indexCount, { op: "index", count: used, shape: x.shape });
  }
  const chosen: Choice[] = [];
  let y = x;
  let dim = 0;
  for (const item of items) {
    if (item === null) y = unsqueeze(y, dim++);
    else if (item === "...") dim += x.shape.length - used;
    else if (isTensor(item)) {
      if (item.shape.length === 0 && item.dtype === "int64") y = place(y, dim, item.values[item.offset]!);
      else {
        const list = choices(y, dim, item);
        chosen.push(...list);
        dim += list.length;
      }
    } else if (typeof item === "number") y = place(y, dim, item);
    else if (typeof item === "string" || (typeof item === "object" && "step" in item)) {
      const { start, stop, step } = typeof item === "string" ? parse(item) : item;
      y = sliceDim(y, dim++, start, stop, step);
    } else fail(mistake.indexKind, { op: "index", got: kindOf(item) });
  }
  return { view: y, chosen };
}

function place(x: Tensor, dim: number, at: number): Tensor {
  const size = x.shape[dim] ?? 0;
  if (!Number.isSafeInteger(at) || at < -size || at >= size) {
    fail(mistake.indexRange, { op: "index", index: at, dim, size });
  }
  return select(x, dim, at);
}

/**
 * Parts of a tensor, as `x[…]` in Python: `index(x, [0, "1:3"])`. Places and slices look at the same elements. Tensors of
 * places copy; several of them broadcast and go together, as in NumPy: `index(x, [rows, columns])` has an element for each pair.
 */
export function index(x: Tensor, items: readonly IndexItem[]): Tensor {
  needTensor("index", x);
  const { view, chosen } = partOf(x, items);
  return chosen.length === 0 ? view : new Chosen(view, chosen).pick();
}

/** Options of `indexPut`. */
export interface IndexPutOptions {
  /** Whether the values are added to what is there, also several to one place. Default false. */
  readonly accumulate?: boolean;
}

/** @internal `x[…] = values`, in place. */
export function indexPutInPlace(
  x: Tensor,
  items: readonly IndexItem[],
  values: TensorLike,
  options?: IndexPutOptions,
): Tensor {
  needTensor("indexPut_", x);
  const accumulate = options?.accumulate ?? false;
  const given = typeof values === "number" ? scalar(convert(values, x.dtype), x.dtype) : values;
  needTensor("indexPut_", given);
  const source = cast(given, x.dtype);
  const { view, chosen } = partOf(x, items);
  changeInPlace("indexPut_", view, (before) => {
    if (chosen.length > 0) return new Chosen(before, chosen).put(source, accumulate);
    return accumulate ? add(before, source) : clone(expand(source, before.shape));
  });
  return x;
}

/** A copy with other values at an index, as `x[…] = values` in Python; they broadcast to the shape of the index's part. */
export function indexPut(
  x: Tensor,
  items: readonly IndexItem[],
  values: TensorLike,
  options?: IndexPutOptions,
): Tensor {
  needTensor("indexPut", x);
  return indexPutInPlace(clone(x), items, values, options);
}
