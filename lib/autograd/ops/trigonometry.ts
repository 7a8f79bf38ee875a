import type { Tensor, TensorLike } from "../tensor";
import { add, div, mul, neg, sub } from "./arithmetic";
import { applyBinary, applyUnary, type BinaryOp, type UnaryOp } from "./elementwise";
import { rsqrt } from "./exponential";
import { A, A_B, A_OUT, B_OUT, OUT } from "./op";
import { square } from "./unary";

/** y = tan x.   ∂L/∂x = g · (1 + y²) */
export const Tan: UnaryOp = {
  name: "tan",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.tan(x[xi++]!);
  },
  saves: [OUT],
  backward: [(g, { out }) => mul(g, add(square(out), 1))],
};

/** y = arcsin x.   ∂L/∂x = g / √(1 − x²) */
export const Asin: UnaryOp = {
  name: "asin",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.asin(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => mul(g, rsqrt(sub(1, square(a))))],
};

/** y = arccos x.   ∂L/∂x = −g / √(1 − x²) */
export const Acos: UnaryOp = {
  name: "acos",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.acos(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => neg(mul(g, rsqrt(sub(1, square(a)))))],
};

/** y = arctan x.   ∂L/∂x = g / (1 + x²) */
export const Atan: UnaryOp = {
  name: "atan",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.atan(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => div(g, add(square(a), 1))],
};

/** y = sinh x.   ∂L/∂x = g · cosh x */
export const Sinh: UnaryOp = {
  name: "sinh",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.sinh(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => mul(g, cosh(a))],
};

/** y = cosh x.   ∂L/∂x = g · sinh x */
export const Cosh: UnaryOp = {
  name: "cosh",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.cosh(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => mul(g, sinh(a))],
};

/** y = the angle of the point (b, a).   ∂L/∂a = g · b / (a² + b²),   ∂L/∂b = −g · a / (a² + b²) */
export const Atan2: BinaryOp = {
  name: "atan2",
  integers: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = Math.atan2(a[ai]!, b[bi]!);
  },
  saves: [A_B, A_B],
  backward: [
    (g, { a, b }) => mul(g, div(b, add(square(a), square(b)))),
    (g, { a, b }) => mul(g, div(neg(a), add(square(a), square(b)))),
  ],
};

/** y = √(a² + b²).   ∂L/∂a = g · a / y,   ∂L/∂b = g · b / y */
export const Hypot: BinaryOp = {
  name: "hypot",
  integers: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = Math.hypot(a[ai]!, b[bi]!);
  },
  saves: [A_OUT, B_OUT],
  backward: [(g, { a, out }) => mul(g, div(a, out)), (g, { b, out }) => mul(g, div(b, out))],
};

/** Element by element the tangent, x in radians. */
export const tan = (x: Tensor): Tensor => applyUnary(Tan, x);
/** Element by element the arc sine in radians; NaN outside −1 … 1. */
export const asin = (x: Tensor): Tensor => applyUnary(Asin, x);
/** Element by element the arc cosine in radians; NaN outside −1 … 1. */
export const acos = (x: Tensor): Tensor => applyUnary(Acos, x);
/** Element by element the arc tangent in radians. */
export const atan = (x: Tensor): Tensor => applyUnary(Atan, x);
/** Element by element the hyperbolic sine. */
export const sinh = (x: Tensor): Tensor => applyUnary(Sinh, x);
/** Element by element the hyperbolic cosine. */
export const cosh = (x: Tensor): Tensor => applyUnary(Cosh, x);
/** Element by element the angle in radians, from −π to π, of the point with height a and distance b, with broadcasting. */
export const atan2 = (a: Tensor, b: Tensor): Tensor => applyBinary(Atan2, a, b);
/** Element by element √(a² + b²) without overflow, with broadcasting. */
export const hypot = (a: TensorLike, b: TensorLike): Tensor => applyBinary(Hypot, a, b);
