import { type DType, promote } from "../dtype";
import { fail } from "../errors";
import { mode } from "../graph/mode";
import { type Node, record } from "../graph/node";
import { multiply } from "../kernels/matmul";
import * as mistake from "../mistakes";
import { broadcast, count, rowStrides, type Shape } from "../shape";
import { blank, checkRank, detach, needTensor, room, type Tensor } from "../tensor";
import { add, mul } from "./arithmetic";
import { A, B, NOTHING, type Op } from "./op";
import { sum } from "./reduce";
import { reshape, t, transpose, unsqueeze } from "./shape";

/** Y = A B.   ∂L/∂A = G Bᵀ,   ∂L/∂B = Aᵀ G */
export const Mm: Op = {
  name: "mm",
  saves: [B, A],
  backward: [(g, { b }) => mm(g, t(b)), (g, { a }) => mm(t(a), g)],
};

/** Y = A B for every matrix of a batch.   ∂L/∂A = G Bᵀ,   ∂L/∂B = Aᵀ G (summed by the graph where a batch was broadcast) */
export const Bmm: Op = {
  name: "bmm",
  saves: [B, A],
  backward: [(g, { b }) => matmul(g, transpose(b, -1, -2)), (g, { a }) => matmul(transpose(a, -1, -2), g)],
};

/** y = A x.   ∂L/∂A = g xᵀ,   ∂L/∂x = Aᵀ g */
export const Mv: Op = {
  name: "mv",
  saves: [B, A],
  backward: [(g, { b }) => mul(unsqueeze(g, 1), b), (g, { a }) => mv(t(a), g)],
};

/** y = Σ aᵢ bᵢ.   ∂L/∂a = g · b,   ∂L/∂b = g · a */
export const Dot: Op = {
  name: "dot",
  saves: [B, A],
  backward: [(g, { b }) => mul(g, b), (g, { a }) => mul(g, a)],
};

/** Y = X Wᵀ + b.   ∂L/∂X = G W,   ∂L/∂W = Gᵀ X,   ∂L/∂b = the sum of G's rows (by the graph) */
export const Linear: Op = {
  name: "linear",
  saves: [B, A, NOTHING],
  backward: [
    (g, { b: weight }) => (g.shape.length === 2 ? mm(g, weight) : timesRows(g, weight)),
    (g, { a: x }) => mm(t(rows(g)), rows(x)),
    (g) => (g.shape.length > 2 ? sum(rows(g), 0) : g),
  ],
  fast: linearSlope,
};

/** The gradients of a linear layer without views and records. */
function linearSlope(g: Tensor, at: Node, index: number): Tensor | null {
  if (g.shape.length !== 2 || !g.rowMajor) return null;
  const m = g.shape[0]!;
  const n = g.shape[1]!;
  const dx = at.edges[index]?.takeSpare(g.dtype) ?? roomFor(at.shape(index), g.dtype);
  const { values, offset } = dx;
  if (index === 2) {
    for (let j = 0; j < n; j++) values[offset + j] = 0;
    for (let i = 0, from = g.offset; i < m; i++)
      for (let j = 0; j < n; j++) values[offset + j]! += g.values[from++]!;
  } else {
    const t = index === 0 ? at.b : at.a;
    const k = t.shape[1]!;
    const rs = t.strides[0]!;
    const cs = t.strides[1]!;
    if (index === 0)
      multiply(m, n, k, g.values, g.offset, n, 1, t.values, t.offset, rs, cs, values, offset, false);
    else multiply(n, m, k, g.values, g.offset, 1, n, t.values, t.offset, rs, cs, values, offset, false);
  }
  return dx;
}

const roomFor = (shape: Shape, dtype: DType): Tensor => room(shape, rowStrides(shape), dtype, count(shape));

/** Every row of x times a matrix, in one product: faster than a product for each matrix of a batch. */
const timesRows = (x: Tensor, matrix: Tensor): Tensor =>
  reshape(product("matmul", Mm, rows(x), matrix), [...x.shape.slice(0, -1), matrix.shape[1]!]);

/** The tensor as a matrix: all dimensions but the last made one. */
function rows(x: Tensor): Tensor {
  const rank = x.shape.length;
  return rank === 2 ? x : reshape(x, [count(x.shape.slice(0, rank - 1)), x.shape[rank - 1]!]);
}

function refuse(op: string, a: Shape, b: Shape, inner: readonly [number, number], transposed = false): never {
  fail(mistake.matmulShapes, { op, shapes: [a, b], inner, transposed });
}

function sameType(op: string, a: Tensor, b: Tensor): DType {
  if (a.dtype !== b.dtype || a.dtype === "bool") {
    fail(mistake.dtype, { op, dtype: b.dtype, expected: a.dtype === "bool" ? "float" : a.dtype });
  }
  return promote(a.dtype, 1, b.dtype, 1);
}

/** The product of two matrices. */
export function mm(a: Tensor, b: Tensor): Tensor {
  checkRank("mm", a, 2);
  checkRank("mm", b, 2);
  return product("mm", Mm, a, b);
}

/** The product of a matrix and a vector. */
export function mv(a: Tensor, b: Tensor): Tensor {
  checkRank("mv", a, 2);
  checkRank("mv", b, 1);
  return product("mv", Mv, a, b);
}

/** The inner product of two vectors. */
export function dot(a: Tensor, b: Tensor): Tensor {
  checkRank("dot", a, 1);
  checkRank("dot", b, 1);
  return product("dot", Dot, a, b);
}

/** Of matrices, or of vectors, which count as a row on the left and as a column on the right. */
function product(op: string, rules: Op, a: Tensor, b: Tensor): Tensor {
  const flatA = a.shape.length === 1;
  const flatB = b.shape.length === 1;
  const m = flatA ? 1 : a.shape[0]!;
  const k = flatA ? a.count : a.shape[1]!;
  const n = flatB ? 1 : b.shape[1]!;
  if (k !== b.shape[0]) refuse(op, a.shape, b.shape, [k, b.shape[0]!], !flatA && !flatB && k === n);
  const y = blank(flatB ? (flatA ? [] : [m]) : [m, n], sameType(op, a, b));
  multiply(
    m,
    k,
    n,
    a.values,
    a.offset,
    flatA ? 0 : a.strides[0]!,
    a.strides[flatA ? 0 : 1]!,
    b.values,
    b.offset,
    b.strides[0]!,
    flatB ? 0 : b.strides[1]!,
    y.values,
    0,
    false,
  );
  return mode.recording ? record(rules, y, [a, b]) : y;
}

/** beta · c + alpha · a b: a matrix product added to what is there. */
export const addmm = (
  c: Tensor,
  a: Tensor,
  b: Tensor,
  options?: { readonly beta?: number; readonly alpha?: number },
): Tensor => add(mul(c, options?.beta ?? 1), mul(mm(a, b), options?.alpha ?? 1));

/** The products of two batches of matrices: [b, m, k] and [b, k, n] give [b, m, n]. */
export function bmm(a: Tensor, b: Tensor): Tensor {
  checkRank("bmm", a, 3);
  checkRank("bmm", b, 3);
  if (a.shape[0] !== b.shape[0]) {
    fail(mistake.sameShape, {
      op: "bmm",
      argument: "the second batch",
      expected: [a.shape[0]!, a.shape[2]!, b.shape[2]!],
      got: b.shape,
    });
  }
  return batched("bmm", a, b);
}

function batched(op: string, a: Tensor, b: Tensor): Tensor {
  const m = a.shape.at(-2)!;
  const k = a.shape.at(-1)!;
  const n = b.shape.at(-1)!;
  if (k !== b.shape.at(-2)) refuse(op, a.shape, b.shape, [k, b.shape.at(-2)!], k === n);
  const batch = broadcast(op, a.shape.slice(0, -2), b.shape.slice(0, -2), [a.shape, b.shape]);
  const y = blank([...batch, m, n], sameType(op, a, b));
  const as = batchStrides(a, batch);
  const bs = batchStrides(b, batch);
  const [ars, acs] = [a.strides.at(-2)!, a.strides.at(-1)!];
  const [brs, bcs] = [b.strides.at(-2)!, b.strides.at(-1)!];
  const matrices = count(batch);
  for (let i = 0; i < matrices; i++) {
    let ai = a.offset;
    let bi = b.offset;
    for (let d = batch.length - 1, rest = i; d >= 0; d--) {
      const at = rest % batch[d]!;
      rest = Math.floor(rest / batch[d]!);
      ai += at * as[d]!;
      bi += at * bs[d]!;
    }
    multiply(m, k, n, a.values, ai, ars, acs, b.values, bi, brs, bcs, y.values, i * m * n, false);
  }
  return mode.recording ? record(Bmm, y, [a, b]) : y;
}

/** The steps from matrix to matrix along a batch that the tensor broadcasts to. */
function batchStrides(x: Tensor, batch: Shape): number[] {
  const lead = batch.length - (x.shape.length - 2);
  return batch.map((_, i) => (i < lead || x.shape[i - lead] === 1 ? 0 : x.strides[i - lead]!));
}

/**
 * The matrix product. Vectors count as a row on the left and as a column on the right; dimensions before the last two
 * are batches and broadcast.
 */
export function matmul(a: Tensor, b: Tensor): Tensor {
  needTensor("matmul", a);
  needTensor("matmul", b);
  const ra = a.shape.length;
  const rb = b.shape.length;
  if (ra === 2 && rb === 2) return product("matmul", Mm, a, b);
  if (ra === 0 || rb === 0) {
    const bare = ra === 0 ? a : b;
    fail(mistake.rank, { op: "matmul", shape: bare.shape, least: 1, most: null });
  }
  if (ra === 1 && rb === 1) return product("matmul", Dot, a, b);
  if (ra === 2 && rb === 1) return product("matmul", Mv, a, b);
  if (ra === 1) {
    const y = matmul(unsqueeze(a, 0), b);
    return reshape(y, y.shape.toSpliced(-2, 1));
  }
  if (rb === 1) {
    const y = matmul(a, unsqueeze(b, 1));
    return reshape(y, y.shape.slice(0, -1));
  }
  if (rb === 2) {
    if (a.shape[ra - 1] !== b.shape[0]) {
      refuse("matmul", a.shape, b.shape, [a.shape[ra - 1]!, b.shape[0]!], a.shape[ra - 1] === b.shape[1]);
    }
    return timesRows(a, b);
  }
  return batched("matmul", a, b);
}

/** x Wᵀ + b: what a layer computes. `x` is [*, in], `weight` [out, in], `bias` [out] or null. */
export function linear(x: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  needTensor("linear", x);
  needTensor("linear", weight);
  if (weight.shape.length === 1 && x.shape.length > 0) {
    // A weight without outputs: one number for each row.
    const y = reshape(linear(x, unsqueeze(weight, 0)), x.shape.slice(0, -1));
    return bias === null ? y : add(y, bias);
  }
  checkRank("linear", weight, 2);
  const rank = x.shape.length;
  if (rank === 0) checkRank("linear", x, 1);
  const k = x.shape[rank - 1]!;
  const n = weight.shape[0]!;
  if (k !== weight.shape[1]) {
    fail(mistake.matmulShapes, {
      op: "linear",
      shapes: [x.shape, weight.shape],
      inner: [k, weight.shape[1]!],
      transposed: false,
    });
  }
  const dtype = sameType("linear", x, weight);
  const shape = rank === 2 ? [x.shape[0]!, n] : [...x.shape.slice(0, -1), n];
  if (bias !== null) {
    sameType("linear", x, bias);
    if (bias.count !== n || bias.shape.length !== 1) {
      fail(mistake.sameShape, { op: "linear", argument: "bias", expected: [n], got: bias.shape });
    }
  }
  const y = roomFor(shape, dtype);
  const m = n === 0 ? 0 : y.count / n;
  const source = x.rowMajor || rank === 2 ? x : rows(detach(x));
  if (bias !== null) {
    const step = bias.strides[0]!;
    for (let i = 0, to = y.offset; i < m; i++)
      for (let j = 0; j < n; j++) y.values[to++] = bias.values[bias.offset + j * step]!;
  }
  const rowStep = source.rowMajor ? k : source.strides[source.shape.length - 2]!;
  multiply(
    m,
    k,
    n,
    source.values,
    source.offset,
    rowStep,
    source.strides[source.shape.length - 1]!,
    weight.values,
    weight.offset,
    weight.strides[1]!,
    weight.strides[0]!,
    y.values,
    y.offset,
    bias !== null,
  );
  return mode.recording ? record(Linear, y, bias === null ? [x, weight] : [x, weight, bias]) : y;
}
