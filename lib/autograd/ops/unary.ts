import { getDefaultDtype, isFloat, type Values } from "../dtype";
import { fail } from "../errors";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import { runUnary } from "../kernels/elementwise";
import * as mistake from "../mistakes";
import type { Tensor } from "../tensor";
import { blankLike } from "../tensor";
import { div, mul, neg, sub } from "./arithmetic";
import { ge, le, logicalAnd } from "./compare";
import { applyUnary, chain, type UnaryOp } from "./elementwise";
import { A, NOTHING, type Op, OUT } from "./op";
import { where } from "./where";

/** y = |x|.   ∂L/∂x = g · sign(x) */
export const Abs: UnaryOp = {
  name: "abs",
  integers: true,
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.abs(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => mul(g, sign(a))],
};

/** y = −1, 0 or 1.   ∂L/∂x = 0 */
export const Sign: UnaryOp = {
  name: "sign",
  integers: true,
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.sign(x[xi++]!);
  },
  saves: [NOTHING],
  backward: [(g) => mul(g, 0)],
};

/** y = eˣ.   ∂L/∂x = g · y */
export const Exp: UnaryOp = {
  name: "exp",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.exp(x[xi++]!);
  },
  saves: [OUT],
  backward: [(g, { out }) => mul(g, out)],
};

/** y = ln x.   ∂L/∂x = g / x */
export const Log: UnaryOp = {
  name: "log",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.log(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => div(g, a)],
};

/** y = √x.   ∂L/∂x = g / (2y) */
export const Sqrt: UnaryOp = {
  name: "sqrt",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.sqrt(x[xi++]!);
  },
  saves: [OUT],
  backward: [(g, { out }) => div(g, mul(out, 2))],
};

/** y = x².   ∂L/∂x = g · 2x */
export const Square: UnaryOp = {
  name: "square",
  integers: true,
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--, xi++) y[yi++] = x[xi]! * x[xi]!;
  },
  saves: [A],
  backward: [(g, { a }) => mul(g, mul(a, 2))],
  fast: (g, at) =>
    chain(g, at, at.a, (n, g, gi, x, xi, dx, di) => {
      for (; n > 0; n--) dx[di++] = g[gi++]! * 2 * x[xi++]!;
    }),
};

/** y = 1/x.   ∂L/∂x = −g · y² */
export const Reciprocal: UnaryOp = {
  name: "reciprocal",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = 1 / x[xi++]!;
  },
  saves: [OUT],
  backward: [(g, { out }) => neg(mul(g, square(out)))],
};

/** y = sin x.   ∂L/∂x = g · cos x */
export const Sin: UnaryOp = {
  name: "sin",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.sin(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => mul(g, cos(a))],
};

/** y = cos x.   ∂L/∂x = −g · sin x */
export const Cos: UnaryOp = {
  name: "cos",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.cos(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => neg(mul(g, sin(a)))],
};

/** y = tanh x.   ∂L/∂x = g · (1 − y²) */
export const Tanh: UnaryOp = {
  name: "tanh",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = Math.tanh(x[xi++]!);
  },
  saves: [OUT],
  backward: [(g, { out }) => mul(g, sub(1, square(out)))],
  fast: (g, at) => chain(g, at, at.out, tanhSlope),
};

function tanhSlope(n: number, g: Values, gi: number, y: Values, yi: number, dx: Values, di: number): void {
  for (; n > 0; n--, yi++) dx[di++] = g[gi++]! * (1 - y[yi]! * y[yi]!);
}

/** y = 1 / (1 + e⁻ˣ).   ∂L/∂x = g · y · (1 − y) */
export const Sigmoid: UnaryOp = {
  name: "sigmoid",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = 1 / (1 + Math.exp(-x[xi++]!));
  },
  saves: [OUT],
  backward: [(g, { out }) => mul(g, mul(out, sub(1, out)))],
  fast: (g, at) => chain(g, at, at.out, sigmoidSlope),
};

function sigmoidSlope(n: number, g: Values, gi: number, y: Values, yi: number, dx: Values, di: number): void {
  for (; n > 0; n--, yi++) dx[di++] = g[gi++]! * (1 - y[yi]!) * y[yi]!;
}

/** y = x where x > 0, else 0.   ∂L/∂x = g where y > 0, else 0 */
export const Relu: UnaryOp = {
  name: "relu",
  integers: true,
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--, xi++) y[yi++] = Math.max(x[xi]!, 0);
  },
  saves: [OUT],
  backward: [(g, { out }) => where(le(out, 0), 0, g)],
  fast: (g, at) => chain(g, at, at.out, reluSlope),
};

function reluSlope(n: number, g: Values, gi: number, y: Values, yi: number, dx: Values, di: number): void {
  for (; n > 0; n--, gi++) dx[di++] = y[yi++]! <= 0 ? 0 : g[gi]!;
}

/** y = x held between two bounds.   ∂L/∂x = g inside and at the bounds, else 0 */
export const Clamp: Op = {
  name: "clamp",
  saves: [A],
  backward: [
    (g, at) => {
      const { min, max } = at.attributes as Bounds;
      const inside = logicalAnd(ge(at.a, min), le(at.a, max));
      return where(inside, g, 0);
    },
  ],
};

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Element by element |x|. */
export const abs = (x: Tensor): Tensor => applyUnary(Abs, x);
/** Element by element −1, 0 or 1. */
export const sign = (x: Tensor): Tensor => applyUnary(Sign, x);
/** Element by element e to the power x. */
export const exp = (x: Tensor): Tensor => applyUnary(Exp, x);
/** Element by element the natural logarithm; NaN below 0. */
export const log = (x: Tensor): Tensor => applyUnary(Log, x);
/** Element by element the square root; NaN below 0. */
export const sqrt = (x: Tensor): Tensor => applyUnary(Sqrt, x);
/** Element by element x². */
export const square = (x: Tensor): Tensor => applyUnary(Square, x);
/** Element by element 1/x. */
export const reciprocal = (x: Tensor): Tensor => applyUnary(Reciprocal, x);
/** Element by element the sine, x in radians. */
export const sin = (x: Tensor): Tensor => applyUnary(Sin, x);
/** Element by element the cosine, x in radians. */
export const cos = (x: Tensor): Tensor => applyUnary(Cos, x);
/** Element by element the hyperbolic tangent. */
export const tanh = (x: Tensor): Tensor => applyUnary(Tanh, x);
/** Element by element the logistic function 1 / (1 + e⁻ˣ). */
export const sigmoid = (x: Tensor): Tensor => applyUnary(Sigmoid, x);
/** Element by element max(x, 0); its derivative at 0 is taken to be 0. */
export const relu = (x: Tensor): Tensor => applyUnary(Relu, x);

/** Element by element x, but not below `min` nor above `max`; either bound may be null. */
export function clamp(x: Tensor, min: number | null = null, max: number | null = null): Tensor {
  if (min === null && max === null) {
    fail(mistake.clampBounds, {});
  }
  const lower = min ?? Number.NEGATIVE_INFINITY;
  const upper = max ?? Number.POSITIVE_INFINITY;
  const whole = (bound: number | null): boolean => bound === null || Number.isInteger(bound);
  const y = blankLike(x, isFloat(x.dtype) || (whole(min) && whole(max)) ? x.dtype : getDefaultDtype());
  runUnary(
    (n, x, xi, y, yi) => {
      for (; n > 0; n--) y[yi++] = Math.min(Math.max(x[xi++]!, lower), upper);
    },
    x,
    y,
  );
  return mode.recording && x.node !== null
    ? record(Clamp, y, [x], { min: lower, max: upper } satisfies Bounds)
    : y;
}
