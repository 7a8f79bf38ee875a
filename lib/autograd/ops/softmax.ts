import type { Values } from "../dtype";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import { count, rowStrides, wrapDim, wrapDims } from "../shape";
import { blank, blankLike, detach, needFloat, rowMajor, Tensor } from "../tensor";
import { add, mul, sub } from "./arithmetic";
import { eq, logicalOr } from "./compare";
import { A_OUT, type Op, OUT } from "./op";
import { amax, type Dims, sum } from "./reduce";
import { reshape } from "./shape";
import { exp, log } from "./unary";
import { where } from "./where";

/** yᵢ = eˣⁱ / Σ eˣ.   ∂L/∂x = y · (g − Σ g y) */
export const Softmax: Op = {
  name: "softmax",
  saves: [OUT],
  backward: [
    (g, { out, attributes }) => {
      const weighted = mul(g, out);
      return sub(weighted, mul(out, sum(weighted, attributes as number, true)));
    },
  ],
};

/** yᵢ = xᵢ − ln Σ eˣ.   ∂L/∂x = g − eʸ · Σ g */
export const LogSoftmax: Op = {
  name: "logSoftmax",
  saves: [OUT],
  backward: [(g, { out, attributes }) => sub(g, mul(exp(out), sum(g, attributes as number, true)))],
};

/** For each line of `size` numbers `inner` apart: its maximum, subtracted so that the exponentials cannot overflow. */
function eachLine(
  x: Tensor,
  dim: number,
  line: (x: Values, at: number, step: number, size: number, max: number, to: number) => void,
): void {
  const size = x.shape[dim] ?? 1;
  const inner = count(x.shape.slice(dim + 1));
  const outer = size === 0 ? 0 : x.count / size / inner;
  const source = rowMajor(x);
  for (let o = 0; o < outer; o++) {
    for (let j = 0; j < inner; j++) {
      const to = o * size * inner + j;
      const at = source.offset + to;
      let max = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < size; i++) max = Math.max(max, source.values[at + i * inner]!);
      line(source.values, at, inner, size, max, to);
    }
  }
}

/** Positive numbers that add up to 1 along a dimension, in the ratio of their exponentials. */
export function softmax(x: Tensor, dim: number): Tensor {
  needFloat("softmax", x);
  const d = wrapDim("softmax", dim, x.shape.length);
  const y = blankLike(x, x.dtype);
  const out = y.values;
  eachLine(x, d, (values, at, step, size, max, to) => {
    let total = 0;
    for (let i = 0; i < size; i++) total += Math.exp(values[at + i * step]! - max);
    for (let i = 0; i < size; i++) out[to + i * step] = Math.exp(values[at + i * step]! - max) / total;
  });
  return mode.recording ? record(Softmax, y, [x], d) : y;
}

/** The logarithm of softmax along a dimension, without the loss of digits of taking it afterwards. */
export function logSoftmax(x: Tensor, dim: number): Tensor {
  needFloat("logSoftmax", x);
  const d = wrapDim("logSoftmax", dim, x.shape.length);
  const y = blankLike(x, x.dtype);
  const out = y.values;
  eachLine(x, d, (values, at, step, size, max, to) => {
    let total = 0;
    for (let i = 0; i < size; i++) total += Math.exp(values[at + i * step]! - max);
    const shift = max + Math.log(total);
    for (let i = 0; i < size; i++) out[to + i * step] = values[at + i * step]! - shift;
  });
  return mode.recording ? record(LogSoftmax, y, [x], d) : y;
}

/** y = ln Σ eˣ.   ∂L/∂x = g · eˣ⁻ʸ */
export const Logsumexp: Op = {
  name: "logsumexp",
  saves: [A_OUT],
  backward: [
    (g, { a, out, attributes }) => {
      const kept = attributes as readonly number[];
      return mul(reshape(g, kept), exp(sub(a, reshape(out, kept))));
    },
  ],
};

/** ln Σ eˣ over the given dimensions, without overflow. */
export function logsumexp(x: Tensor, dim: Dims, keepdim = false): Tensor {
  needFloat("logsumexp", x);
  const dims = wrapDims("logsumexp", dim, x.shape.length);
  const kept = x.shape.map((size, d) => (dims.includes(d) ? 1 : size));
  const source = detach(x);
  // The sum over nothing is 0, and its logarithm −∞.
  const max = x.count === 0 ? blank(kept, x.dtype) : amax(source, dims, true);
  // Where the maximum is infinite, it is the answer already, and subtracting it would give NaN.
  const shift = where(
    logicalOr(eq(max, Number.POSITIVE_INFINITY), eq(max, Number.NEGATIVE_INFINITY)),
    0,
    max,
  );
  const y = add(log(sum(exp(sub(source, shift)), dims, true)), shift);
  const shape = keepdim ? kept : x.shape.filter((_, d) => !dims.includes(d));
  // Not a view: what is recorded is this operation, not the reshaping.
  const out = new Tensor(shape, rowStrides(shape), y.values, y.offset, y.dtype, y.count, true);
  return mode.recording ? record(Logsumexp, out, [x], kept) : out;
}
