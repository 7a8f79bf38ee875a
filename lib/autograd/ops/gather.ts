import { fail } from "../errors";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import * as mistake from "../mistakes";
import { rowStrides, type Shape, wrapDim } from "../shape";
import { blank, copyElements, needTensor, rowMajor, type Tensor } from "../tensor";
import { B, NOTHING, type Op } from "./op";

/** y[…i…] = x[…index[…i…]…].   ∂L/∂x = g added up at the places it was taken from */
export const Gather: Op = {
  name: "gather",
  saves: [B, NOTHING],
  backward: [
    (g, at) => {
      const dim = at.attributes as number;
      return scatterAdd(blank(at.shape(0), g.dtype), dim, at.b, g);
    },
    null,
  ],
};

/** y = x, and y[…index[…i…]…] += source[…i…].   ∂L/∂x = g,   ∂L/∂source = g at those places */
export const ScatterAdd: Op = {
  name: "scatterAdd",
  saves: [NOTHING, NOTHING, B],
  backward: [(g) => g, null, (g, at) => gather(g, at.attributes as number, at.b)],
};

/** The places in a row-major tensor of `shape` that `index` names along `dim`, one after the other. */
function* places(op: string, shape: Shape, dim: number, index: Tensor): Generator<number> {
  const rank = shape.length;
  const strides = rowStrides(shape);
  const at = new Array<number>(rank).fill(0);
  const entries = rowMajor(index);
  for (let n = 0; n < index.count; n++) {
    const chosen = entries.values[entries.offset + n]!;
    const size = shape[dim] ?? 1;
    if (chosen < 0 || chosen >= size) {
      fail(mistake.indexRange, { op, index: chosen, dim, size });
    }
    let place = 0;
    for (let d = 0; d < rank; d++) place += (d === dim ? chosen : at[d]!) * strides[d]!;
    yield place;
    for (let d = rank - 1; d >= 0 && ++at[d]! === index.shape[d]; d--) at[d] = 0;
  }
}

function checkIndex(op: string, x: Tensor, dim: number, index: Tensor, limited: Tensor): number {
  for (const t of [x, index, limited]) needTensor(op, t);
  const limit = limited.shape;
  const d = wrapDim(op, dim, x.shape.length);
  if (index.dtype !== "int64") {
    fail(mistake.dtype, { op, dtype: index.dtype, expected: "int64" });
  }
  const fits =
    index.shape.length === x.shape.length &&
    index.shape.every((n, i) => n <= limit[i]! && (i === d || n <= x.shape[i]!));
  if (!fits) {
    fail(mistake.indexShape, { op, shape: x.shape, index: index.shape, dim: d });
  }
  return d;
}

/** Elements chosen along a dimension: for dim 0, y[i][j] = x[index[i][j]][j]. */
export function gather(x: Tensor, dim: number, index: Tensor): Tensor {
  const d = checkIndex("gather", x, dim, index, index);
  const y = blank(index.shape, x.dtype);
  const source = rowMajor(x);
  let n = 0;
  for (const place of places("gather", x.shape, d, index))
    y.values[n++] = source.values[source.offset + place]!;
  return mode.recording ? record(Gather, y, [x, index], d) : y;
}

/** A copy of x with `source` added at chosen places of a dimension: for dim 0, y[index[i][j]][j] += source[i][j]. */
export function scatterAdd(x: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  const d = checkIndex("scatterAdd", x, dim, index, source);
  const y = blank(x.shape, x.dtype);
  copyElements(x, y);
  const added = rowMajor(source);
  const strides = rowStrides(source.shape);
  const exact = source.shape.every((size, i) => size === index.shape[i]);
  let n = 0;
  for (const place of places("scatterAdd", x.shape, d, index)) {
    y.values[place]! += added.values[added.offset + (exact ? n : translate(n, index.shape, strides))]!;
    n++;
  }
  return mode.recording ? record(ScatterAdd, y, [x, index, source], d) : y;
}

/** The place of the n-th element of `shape` in a layout with the given strides. */
function translate(n: number, shape: Shape, strides: readonly number[]): number {
  let place = 0;
  for (let d = shape.length - 1, rest = n; d >= 0; d--) {
    place += (rest % shape[d]!) * strides[d]!;
    rest = Math.floor(rest / shape[d]!);
  }
  return place;
}
