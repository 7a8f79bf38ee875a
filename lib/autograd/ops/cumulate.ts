import type { Values } from "../dtype";
import { isFloat } from "../dtype";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import { count, wrapDim } from "../shape";
import { blankLike, elements, needFloat, needTensor, rowMajor, type Tensor } from "../tensor";
import { add, div, mul, neg, sub } from "./arithmetic";
import { eq, gt, lt } from "./compare";
import { logOfSum } from "./exponential";
import { A_OUT, NOTHING, type Op } from "./op";
import { withOnes } from "./product";
import { flip } from "./rearrange";
import { sum } from "./reduce";
import { select, stack, unsqueeze } from "./shape";
import { exp, log } from "./unary";
import { where } from "./where";

/** yᵢ = x₀ + … + xᵢ.   ∂L/∂xⱼ = gⱼ + gⱼ₊₁ + … */
export const Cumsum: Op = {
  name: "cumsum",
  saves: [NOTHING],
  backward: [(g, at) => fromEnd(g, at.attributes as number)],
};

/** yᵢ = x₀ · … · xᵢ.   ∂L/∂xⱼ = Σ_{i ≥ j} gᵢ yᵢ / xⱼ; where there are zeros, by the products without xⱼ */
export const Cumprod: Op = {
  name: "cumprod",
  saves: [A_OUT],
  backward: [
    (g, { a, out, attributes }) => {
      const dim = attributes as number;
      if (!hasZero(a)) return div(fromEnd(mul(g, out), dim), a);
      // With 1 in the place of xⱼ, the products from j on are those without xⱼ.
      const size = a.shape[dim] ?? 1;
      const without = cumprod(withOnes(a, dim), dim);
      const parts = Array.from({ length: size }, (_, j) => {
        const later = select(fromEnd(mul(unsqueeze(g, -1), without), dim), dim, j);
        return select(later, -1, j);
      });
      return stack(parts, dim);
    },
  ],
};

/** yᵢ = ln (e^x₀ + … + e^xᵢ).   ∂L/∂xⱼ = Σ_{i ≥ j} gᵢ e^(xⱼ − yᵢ) */
export const Logcumsumexp: Op = {
  name: "logcumsumexp",
  saves: [A_OUT],
  backward: [
    (g, { a, out, attributes }) => {
      const dim = attributes as number;
      // In logarithms, so that nothing overflows: the positive and the negative gradients apart.
      const part = (size: Tensor, counts: Tensor): Tensor => {
        const logs = where(counts, sub(log(where(counts, size, 1)), out), Number.NEGATIVE_INFINITY);
        return exp(add(flip(logcumsumexp(flip(logs, dim), dim), dim), a));
      };
      return sub(part(g, gt(g, 0)), part(neg(g), lt(g, 0)));
    },
  ],
};

/** @internal Whether an element is 0. */
export const hasZero = (x: Tensor): boolean => elements(sum(eq(x, 0)))[0] !== 0;

const fromEnd = (g: Tensor, dim: number): Tensor => flip(cumsum(flip(g, dim), dim), dim);

/** Goes along a dimension and keeps what has come together so far. */
function run(op: Op, x: Tensor, dim: number, together: (before: number, next: number) => number): Tensor {
  const d = wrapDim(op.name, dim, x.shape.length);
  const y = blankLike(x, isFloat(x.dtype) ? x.dtype : "int64");
  const source = rowMajor(x);
  const size = x.shape[d] ?? 1;
  const inner = count(x.shape.slice(d + 1));
  const out: Values = y.values;
  for (let n = 0; n < y.count; n++) {
    const next = source.values[source.offset + n]!;
    out[n] = Math.floor(n / inner) % size === 0 ? next : together(out[n - inner]!, next);
  }
  return mode.recording ? record(op, y, [x], d) : y;
}

/** The sums so far along a dimension. */
export function cumsum(x: Tensor, dim: number): Tensor {
  needTensor("cumsum", x);
  return run(Cumsum, x, dim, (before, next) => before + next);
}

/** The products so far along a dimension. */
export function cumprod(x: Tensor, dim: number): Tensor {
  needTensor("cumprod", x);
  return run(Cumprod, x, dim, (before, next) => before * next);
}

/** The logarithms of the sums of the exponentials so far along a dimension, without overflow. */
export function logcumsumexp(x: Tensor, dim: number): Tensor {
  needFloat("logcumsumexp", x);
  return run(Logcumsumexp, x, dim, logOfSum);
}
