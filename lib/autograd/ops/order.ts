import { checkOption, fail } from "../errors";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import * as mistake from "../mistakes";
import { count, wrapDim } from "../shape";
import { blank, needTensor, rowMajor, type Tensor } from "../tensor";
import { NOTHING, type Op } from "./op";
import { type Chosen, toChosen, type ValuesAndIndices } from "./reduce";
import { reshape, squeeze } from "./shape";

/** The elements in order.   The gradient goes back to the places where they came from. */
export const Sort: Op = { name: "sort", saves: [NOTHING], backward: [toChosen] };

/** The k greatest or smallest elements.   The gradient goes back to the places where they came from. */
export const Topk: Op = { name: "topk", saves: [NOTHING], backward: [toChosen] };

/** The element in the middle.   The gradient goes to it. */
export const Median: Op = { name: "median", saves: [NOTHING], backward: [toChosen] };

/** Rising order, NaN after all numbers. */
const rising = (a: number, b: number): number =>
  Number.isNaN(a) ? (Number.isNaN(b) ? 0 : 1) : Number.isNaN(b) ? -1 : a - b || 0;

/** Chooses `size` places from each line along a dimension. */
function choose(
  op: Op,
  x: Tensor,
  d: number,
  size: number,
  pick: (line: readonly number[]) => readonly number[],
): ValuesAndIndices {
  const shape = x.shape.length === 0 ? x.shape : x.shape.with(d, size);
  const values = blank(shape, x.dtype);
  const indices = blank(shape, "int64");
  const source = rowMajor(x);
  const from = x.shape[d] ?? 1;
  const inner = count(x.shape.slice(d + 1));
  const outer = size === 0 ? 0 : values.count / size / inner;
  for (let o = 0; o < outer; o++) {
    for (let j = 0; j < inner; j++) {
      const start = source.offset + o * from * inner + j;
      const line = Array.from({ length: from }, (_, i) => source.values[start + i * inner]!);
      pick(line).forEach((place, i) => {
        const to = (o * size + i) * inner + j;
        values.values[to] = line[place]!;
        indices.values[to] = place;
      });
    }
  }
  if (mode.recording) record(op, values, [x], { indices, dim: d } satisfies Chosen);
  return { values, indices };
}

/** The places of a line in the order of its numbers; equal ones stay as they are. */
function ordered(line: readonly number[], descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  return [...line.keys()].sort((a, b) => sign * rising(line[a]!, line[b]!));
}

/** Options of `sort` and `argsort`. */
export interface SortOptions {
  /** Whether the greatest comes first. Default false. */
  readonly descending?: boolean;
}

/** The elements in rising order along a dimension (the last by default), and where they were. Equal ones keep their order. */
export function sort(x: Tensor, dim = -1, options?: SortOptions): ValuesAndIndices {
  needTensor("sort", x);
  const d = wrapDim("sort", dim, x.shape.length);
  return choose(Sort, x, d, x.shape[d] ?? 1, (line) => ordered(line, options?.descending ?? false));
}

/** Where the elements were before they were sorted along a dimension. */
export const argsort = (x: Tensor, dim = -1, options?: SortOptions): Tensor => sort(x, dim, options).indices;

/** Options of `topk`. */
export interface TopkOptions {
  /** Whether the greatest are wanted, or the smallest. Default true. */
  readonly largest?: boolean;
}

/** The k greatest elements along a dimension (the last by default), the greatest first, and where they are. */
export function topk(x: Tensor, k: number, dim = -1, options?: TopkOptions): ValuesAndIndices {
  needTensor("topk", x);
  const d = wrapDim("topk", dim, x.shape.length);
  checkOption("topk", "k", k, { most: x.shape[d] ?? 1, whole: true });
  return choose(Topk, x, d, k, (line) => ordered(line, options?.largest ?? true).slice(0, k));
}

/** The middle of the elements, the lower one of two; NaN if there is one. Along a dimension: `{ values, indices }`. */
export function median(x: Tensor): Tensor;
export function median(x: Tensor, dim: number, keepdim?: boolean): ValuesAndIndices;
export function median(x: Tensor, dim?: number, keepdim = false): Tensor | ValuesAndIndices {
  needTensor("median", x);
  if (dim === undefined) {
    const flat = reshape(x, [x.count]);
    return squeeze(median(flat, 0, true).values);
  }
  const d = wrapDim("median", dim, x.shape.length);
  if (x.shape[d] === 0) fail(mistake.emptyReduction, { op: "median", shape: x.shape });
  const { values, indices } = choose(Median, x, d, 1, (line) => {
    const places = ordered(line, false);
    const nan = line.findIndex(Number.isNaN);
    return [nan >= 0 ? nan : places[(line.length - 1) >> 1]!];
  });
  return keepdim || x.shape.length === 0
    ? { values, indices }
    : { values: squeeze(values, d), indices: squeeze(indices, d) };
}
