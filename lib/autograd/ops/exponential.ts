import type { Tensor, TensorLike } from "../tensor";
import { add, div, mul, neg, pow, sub } from "./arithmetic";
import { applyBinary, applyUnary, type BinaryOp, type UnaryOp } from "./elementwise";
import { A, A_OUT, B_OUT, OUT } from "./op";
import { clamp, exp, log } from "./unary";

/** y = eˣ − 1.   ∂L/∂x = g · (y + 1) */
export const Expm1: UnaryOp = {
  name: "expm1",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.expm1(x[xi++]!);
  },
  saves: [OUT],
  backward: [(g, { out }) => mul(g, add(out, 1))],
};

/** y = 2ˣ.   ∂L/∂x = g · y · ln 2 */
export const Exp2: UnaryOp = {
  name: "exp2",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = 2 ** x[xi++]!;
  },
  saves: [OUT],
  backward: [(g, { out }) => mul(mul(g, out), Math.LN2)],
};

/** y = ln (1 + x).   ∂L/∂x = g / (x + 1) */
export const Log1p: UnaryOp = {
  name: "log1p",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.log1p(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => div(g, add(a, 1))],
};

/** y = log₂ x.   ∂L/∂x = g / (x ln 2) */
export const Log2: UnaryOp = {
  name: "log2",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.log2(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => div(g, mul(a, Math.LN2))],
};

/** y = log₁₀ x.   ∂L/∂x = g / (x ln 10) */
export const Log10: UnaryOp = {
  name: "log10",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.log10(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => div(g, mul(a, Math.LN10))],
};

/** y = 1/√x.   ∂L/∂x = −g · y³ / 2 */
export const Rsqrt: UnaryOp = {
  name: "rsqrt",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = 1 / Math.sqrt(x[xi++]!);
  },
  saves: [OUT],
  backward: [(g, { out }) => mul(mul(g, pow(out, 3)), -0.5)],
};

/** y = ln (eᵃ + eᵇ).   ∂L/∂a = g · eᵃ⁻ʸ,   ∂L/∂b = g · eᵇ⁻ʸ */
export const Logaddexp: BinaryOp = {
  name: "logaddexp",
  integers: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = logOfSum(a[ai]!, b[bi]!);
  },
  saves: [A_OUT, B_OUT],
  backward: [(g, { a, out }) => mul(g, exp(sub(a, out))), (g, { b, out }) => mul(g, exp(sub(b, out)))],
};

/** @internal ln (eᵃ + eᵇ) without overflow. */
export function logOfSum(a: number, b: number): number {
  // Equal infinities would have no difference.
  if (a === b && !Number.isFinite(a)) return a;
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** Element by element eˣ − 1, exact also near 0. */
export const expm1 = (x: Tensor): Tensor => applyUnary(Expm1, x);
/** Element by element 2 to the power x. */
export const exp2 = (x: Tensor): Tensor => applyUnary(Exp2, x);
/** Element by element ln (1 + x), exact also near 0; NaN below −1. */
export const log1p = (x: Tensor): Tensor => applyUnary(Log1p, x);
/** Element by element the logarithm to base 2; NaN below 0. */
export const log2 = (x: Tensor): Tensor => applyUnary(Log2, x);
/** Element by element the logarithm to base 10; NaN below 0. */
export const log10 = (x: Tensor): Tensor => applyUnary(Log10, x);
/** Element by element 1/√x; NaN below 0. */
export const rsqrt = (x: Tensor): Tensor => applyUnary(Rsqrt, x);
/** Element by element ln (eᵃ + eᵇ) without overflow, with broadcasting. */
export const logaddexp = (a: TensorLike, b: TensorLike): Tensor => applyBinary(Logaddexp, a, b);

/** Element by element ln (x / (1 − x)), the inverse of sigmoid; with `eps`, x is first held between eps and 1 − eps. */
export function logit(x: Tensor, eps: number | null = null): Tensor {
  const p = eps === null ? x : clamp(x, eps, 1 - eps);
  return log(div(p, add(neg(p), 1)));
}
