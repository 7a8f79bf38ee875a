import { checkOption } from "../errors";
import { needFloat, type Tensor } from "../tensor";
import { div, mul, pow } from "./arithmetic";
import { eq } from "./compare";
import { A_OUT, type Op } from "./op";
import { type Dims, type Reduced, type ReduceKernel, reduce, shareTies, spread } from "./reduce";
import { expand } from "./shape";
import { abs, clamp, sign } from "./unary";
import { where } from "./where";

/** y = (Σ |xᵢ|ᵖ)^(1/p).   ∂L/∂xᵢ = g · sign(xᵢ) · (|xᵢ| / y)^(p − 1), and 0 where y = 0 */
export const Norm: Op & { forward: ReduceKernel } = {
  name: "norm",
  forward(outer, size, inner, x, xi, y, p = 2) {
    for (let o = 0; o < outer; o++) {
      for (let j = 0; j < inner; j++) {
        const start = xi + o * size * inner + j;
        let total = p === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : 0;
        for (let i = 0; i < size; i++) total = gather(total, Math.abs(x[start + i * inner]!), p);
        y[o * inner + j] = finish(total, p);
      }
    }
  },
  saves: [A_OUT],
  backward: [
    (g, at) => {
      const p = (at.attributes as Reduced).parameter;
      const { a: x, out: y } = at;
      if (p === 0) return mul(x, 0);
      if (p === 1) return mul(spread(g, at), sign(x));
      if (Math.abs(p) === Number.POSITIVE_INFINITY) return mul(shareTies(g, at, abs(x)), sign(x));
      const slope = where(eq(y, 0), 0, div(g, p === 2 ? y : pow(y, p - 1)));
      if (p === 2) return mul(spread(slope, at), x);
      return mul(spread(slope, at), where(eq(x, 0), 0, mul(sign(x), pow(abs(x), p - 1))));
    },
  ],
};

function gather(total: number, size: number, p: number): number {
  if (p === 2) return total + size * size;
  if (p === 1) return total + size;
  if (p === 0) return total + (size === 0 ? 0 : 1);
  if (p === Number.POSITIVE_INFINITY) return Math.max(total, size);
  if (p === Number.NEGATIVE_INFINITY) return Math.min(total, size);
  return total + size ** p;
}

function finish(total: number, p: number): number {
  if (p === 2) return Math.sqrt(total);
  return p === 0 || p === 1 || Math.abs(p) === Number.POSITIVE_INFINITY ? total : total ** (1 / p);
}

/** The p-norm over the given dimensions (all by default): the length of a vector for p = 2, the greatest size for p = ∞. */
export function norm(x: Tensor, p = 2, dim: Dims = null, keepdim = false): Tensor {
  needFloat("norm", x);
  return reduce(Norm, x, dim, keepdim, x.dtype, p);
}

/** Options of `normalize`. */
export interface NormalizeOptions {
  /** Which norm becomes 1. Default 2. */
  readonly p?: number;
  /** Default 1. */
  readonly dim?: Dims;
  /** The least divisor. Default 1e-12. */
  readonly eps?: number;
}

/** x divided by its norm along a dimension. */
export function normalize(x: Tensor, options?: NormalizeOptions): Tensor {
  const { p = 2, dim = 1, eps = 1e-12 } = options ?? {};
  checkOption("normalize", "eps", eps);
  return div(x, expand(clamp(norm(x, p, dim, true), eps), x.shape));
}
