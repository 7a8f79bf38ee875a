import { arange, full } from "../create";
import { checkOption, fail } from "../errors";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import * as mistake from "../mistakes";
import { checkShape, needList, type Shape, wrapDim, wrapDims } from "../shape";
import { blank, checkRank, checkShapeOf, copyElements, needTensor, type Tensor, viewOf } from "../tensor";
import { sub } from "./arithmetic";
import { cast } from "./cast";
import { ge, le } from "./compare";
import { scatterAdd } from "./gather";
import { indexSelect } from "./indexing";
import { NOTHING, type Op } from "./op";
import { sum } from "./reduce";
import { cat, expand, narrow, reshape, select, unsqueeze } from "./shape";
import { where } from "./where";

/** The elements in reverse order along dimensions.   ∂L/∂x = g in reverse order */
export const Flip: Op = {
  name: "flip",
  saves: [NOTHING],
  backward: [(g, at) => flip(g, at.attributes as Shape)],
};

/** The elements in reverse order along the given dimensions. */
export function flip(x: Tensor, dims: number | Shape): Tensor {
  needTensor("flip", x);
  const turned = wrapDims("flip", dims, x.shape.length);
  const y = blank(x.shape, x.dtype);
  if (x.count > 0) {
    const strides = x.strides.map((step, d) => (turned.includes(d) ? -step : step));
    const offset = turned.reduce((at, d) => at + (x.shape[d]! - 1) * x.strides[d]!, x.offset);
    copyElements(viewOf(x, x.shape, strides, offset), y);
  }
  return mode.recording ? record(Flip, y, [x], turned) : y;
}

/** The elements moved on by `shifts` places along dimensions; those that leave at the end come in at the beginning. */
export function roll(x: Tensor, shifts: number | Shape, dims: number | Shape | null = null): Tensor {
  needTensor("roll", x);
  const by = typeof shifts === "number" ? [shifts] : shifts;
  if (dims === null) return reshape(roll(reshape(x, [x.count]), by, 0), x.shape);
  const along = typeof dims === "number" ? [dims] : dims;
  needList("roll", by);
  needList("roll", along);
  checkShapeOf("roll", "shifts", [by.length], [along.length]);
  return along.reduce((y, dim, i) => rollDim(y, by[i]!, wrapDim("roll", dim, x.shape.length)), x);
}

function rollDim(x: Tensor, by: number, dim: number): Tensor {
  checkOption("roll", "shifts", by, { least: Number.NEGATIVE_INFINITY, whole: true });
  const size = x.shape[dim] ?? 0;
  if (size === 0) return x;
  const split = (((size - by) % size) + size) % size;
  return cat([narrow(x, dim, split, size - split), narrow(x, dim, 0, split)], dim);
}

/** Which elements of a matrix lie where column − row compares with a number. */
function triangle(op: string, x: Tensor, compare: (distance: Tensor) => Tensor): Tensor {
  checkRank(op, x, 2, null);
  const rows = unsqueeze(arange(x.shape.at(-2)!), 1);
  const columns = arange(x.shape.at(-1)!);
  return cast(where(compare(sub(columns, rows)), x, 0), x.dtype);
}

/** The lower triangle of matrices, zeros elsewhere; `diagonal` says how far above the middle it reaches. */
export const tril = (x: Tensor, diagonal = 0): Tensor => triangle("tril", x, (d) => le(d, diagonal));

/** The upper triangle of matrices, zeros elsewhere; `diagonal` says how far above the middle it begins. */
export const triu = (x: Tensor, diagonal = 0): Tensor => triangle("triu", x, (d) => ge(d, diagonal));

/** The places of a diagonal in a row-major matrix. */
function diagonalPlaces(rows: number, columns: number, diagonal: number): Tensor {
  const [row, column] = [Math.max(0, -diagonal), Math.max(0, diagonal)];
  const length = Math.max(0, Math.min(rows - row, columns - column));
  const places = blank([length], "int64");
  for (let i = 0; i < length; i++) places.values[i] = (row + i) * columns + column + i;
  return places;
}

/** A matrix with the elements of a vector on a diagonal, or the diagonal of a matrix; `diagonal` counts upwards from the middle. */
export function diag(x: Tensor, diagonal = 0): Tensor {
  checkRank("diag", x, 1, 2);
  if (x.shape.length === 2) {
    const [rows, columns] = x.shape as readonly [number, number];
    return indexSelect(reshape(x, [x.count]), 0, diagonalPlaces(rows, columns, diagonal));
  }
  const size = x.count + Math.abs(diagonal);
  const zeros = blank([size * size], x.dtype);
  return reshape(scatterAdd(zeros, 0, diagonalPlaces(size, size, diagonal), x), [size, size]);
}

/** The sum of a matrix's diagonal. */
export function trace(x: Tensor): Tensor {
  checkRank("trace", x, 2);
  return sum(diag(x));
}

/** The whole tensor repeated along each dimension; more numbers than dimensions add leading ones. */
export function repeat(x: Tensor, repeats: Shape): Tensor {
  needTensor("repeat", x);
  checkShape("repeat", repeats);
  const lead = repeats.length - x.shape.length;
  if (lead < 0) {
    fail(mistake.expandSize, { op: "repeat", shape: x.shape, requested: repeats });
  }
  const from = [...new Array<number>(lead).fill(1), ...x.shape];
  // Each dimension becomes two: the repetitions, and the elements.
  const wide = reshape(
    x,
    from.flatMap((size) => [1, size]),
  );
  const spread = expand(
    wide,
    from.flatMap((size, d) => [repeats[d]!, size]),
  );
  return reshape(
    spread,
    from.map((size, d) => repeats[d]! * size),
  );
}

/** Each element repeated on the spot, along a dimension or, without one, of the flattened tensor. */
export function repeatInterleave(x: Tensor, repeats: number, dim: number | null = null): Tensor {
  needTensor("repeatInterleave", x);
  checkOption("repeatInterleave", "repeats", repeats, { whole: true });
  if (dim === null) return repeatInterleave(reshape(x, [x.count]), repeats, 0);
  const d = wrapDim("repeatInterleave", dim, x.shape.length);
  const wide = unsqueeze(x, d + 1);
  return reshape(expand(wide, wide.shape.with(d + 1, repeats)), x.shape.with(d, (x.shape[d] ?? 1) * repeats));
}

/** Parts along a dimension, each `size` long (the last may be shorter), or as long as a list says. */
export function split(x: Tensor, size: number | Shape, dim = 0): Tensor[] {
  needTensor("split", x);
  const d = wrapDim("split", dim, x.shape.length);
  const total = x.shape[d] ?? 0;
  let lengths: number[];
  if (typeof size === "number") {
    checkOption("split", "size", size, { least: 1, whole: true });
    const parts = Math.max(1, Math.ceil(total / size));
    lengths = Array.from({ length: parts }, (_, i) => Math.min(size, total - i * size));
  } else {
    lengths = [...checkShape("split", size)];
    const sum = lengths.reduce((a, b) => a + b, 0);
    checkShapeOf("split", "the sum of the sizes", [sum], [total]);
  }
  let start = 0;
  return lengths.map((length) => {
    start += length;
    return narrow(x, d, start - length, length);
  });
}

/** At most `chunks` parts along a dimension, all equally long but perhaps the last. */
export function chunk(x: Tensor, chunks: number, dim = 0): Tensor[] {
  needTensor("chunk", x);
  checkOption("chunk", "chunks", chunks, { least: 1, whole: true });
  const total = x.shape[wrapDim("chunk", dim, x.shape.length)] ?? 0;
  return split(x, Math.max(1, Math.ceil(total / chunks)), dim);
}

/** The parts at each place of a dimension, which disappears. */
export function unbind(x: Tensor, dim = 0): Tensor[] {
  needTensor("unbind", x);
  const d = wrapDim("unbind", dim, x.shape.length);
  return Array.from({ length: x.shape[d] ?? 0 }, (_, i) => select(x, d, i));
}

/** Options of `pad`. */
export interface PadOptions {
  /** Fill with `value` (the default), with the elements inside mirrored at the edge, or with the last element. */
  readonly mode?: "constant" | "reflect" | "replicate";
  /** Default 0. */
  readonly value?: number;
}

/**
 * The tensor with a margin: `pad` names how wide it is before and after the last dimension, then the one before it, and so on.
 * A negative width cuts off.
 */
export function pad(x: Tensor, widths: Shape, options?: PadOptions): Tensor {
  needTensor("pad", x);
  needList("pad", widths);
  const kind: string = options?.mode ?? "constant";
  const choices = ["constant", "reflect", "replicate"];
  if (!choices.includes(kind)) fail(mistake.optionChoice, { op: "pad", option: "mode", got: kind, choices });
  if (widths.length % 2 !== 0 || widths.length > 2 * x.shape.length) {
    fail(mistake.sameShape, {
      op: "pad",
      argument: "the list of widths",
      expected: [2 * x.shape.length],
      got: [widths.length],
    });
  }
  let y = x;
  for (let i = 0; i < widths.length; i += 2) {
    const dim = x.shape.length - 1 - i / 2;
    const [before, after] = [widths[i]!, widths[i + 1]!];
    y =
      kind === "constant"
        ? padWith(y, dim, before, after, options?.value ?? 0)
        : padFrom(y, dim, before, after, kind);
  }
  return y;
}

function padWith(x: Tensor, dim: number, before: number, after: number, value: number): Tensor {
  const size = x.shape[dim]!;
  const [from, to] = [Math.max(0, -before), size - Math.max(0, -after)];
  const inside = from > 0 || to < size ? narrow(x, dim, from, to - from) : x;
  const margin = (width: number): Tensor => full(x.shape.with(dim, width), value, { dtype: x.dtype });
  const parts = [...(before > 0 ? [margin(before)] : []), inside, ...(after > 0 ? [margin(after)] : [])];
  return parts.length === 1 ? inside : cat(parts, dim);
}

function padFrom(x: Tensor, dim: number, before: number, after: number, kind: string): Tensor {
  const size = x.shape[dim]!;
  const most = kind === "reflect" ? size - 1 : Number.POSITIVE_INFINITY;
  for (const width of [before, after]) {
    if (width > most) checkOption("pad", "width", width, { most, whole: true });
  }
  const places = blank([checkShape("pad", [size + before + after])[0]!], "int64");
  for (let i = 0; i < places.count; i++) {
    const at = i - before;
    const mirrored = at < 0 ? -at : at >= size ? 2 * (size - 1) - at : at;
    places.values[i] = kind === "reflect" ? mirrored : Math.min(Math.max(at, 0), size - 1);
  }
  return indexSelect(x, dim, places);
}
