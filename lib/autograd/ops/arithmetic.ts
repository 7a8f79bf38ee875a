import { isFloat } from "../dtype";
import { fail } from "../errors";
import type { Node } from "../graph/node";
import { runBinary } from "../kernels/elementwise";
import * as mistake from "../mistakes";
import type { Tensor, TensorLike } from "../tensor";
import { eq, ge, logicalAnd, lt } from "./compare";
import { applyBinary, applyUnary, type BinaryOp, type ChainKernel, chain, type UnaryOp } from "./elementwise";
import { A, A_B, A_B_OUT, B, NOTHING } from "./op";
import { log } from "./unary";
import { where } from "./where";

/** y = a + b.   ∂L/∂a = g,   ∂L/∂b = g */
export const Add: BinaryOp = {
  name: "add",
  integers: true,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai]! + b[bi]!;
  },
  saves: [NOTHING, NOTHING],
  backward: [(g) => g, (g) => g],
};

/** y = a − b.   ∂L/∂a = g,   ∂L/∂b = −g */
export const Sub: BinaryOp = {
  name: "sub",
  integers: true,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai]! - b[bi]!;
  },
  saves: [NOTHING, NOTHING],
  backward: [(g) => g, (g) => neg(g)],
};

/** y = a · b.   ∂L/∂a = g · b,   ∂L/∂b = g · a */
export const Mul: BinaryOp = {
  name: "mul",
  integers: true,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai]! * b[bi]!;
  },
  saves: [B, A],
  backward: [(g, { b }) => mul(g, b), (g, { a }) => mul(g, a)],
  fast: (g, at, index) => (index === 0 ? byNumber(g, at, productSlope) : null),
};

/** y = a / b.   ∂L/∂a = g / b,   ∂L/∂b = −g · (a / b) / b */
export const Div: BinaryOp = {
  name: "div",
  integers: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai]! / b[bi]!;
  },
  saves: [B, A_B],
  backward: [(g, { b }) => div(g, b), (g, { a, b }) => neg(mul(g, div(div(a, b), b)))],
  fast: (g, at, index) => (index === 0 ? byNumber(g, at, quotientSlope) : null),
};

/** y = aᵇ.   ∂L/∂a = g · b · aᵇ⁻¹ (0 where b = 0),   ∂L/∂b = g · y · ln a (0 where a = 0 and b ≥ 0) */
export const Pow: BinaryOp = {
  name: "pow",
  integers: true,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = power(a[ai]!, b[bi]!);
  },
  saves: [A_B, A_B_OUT],
  backward: [
    (g, { a, b }) => where(eq(b, 0), 0, mul(g, mul(b, pow(a, sub(b, 1))))),
    (g, { a, b, out }) => where(logicalAnd(eq(a, 0), ge(b, 0)), 0, mul(g, mul(out, log(a)))),
  ],
  fast: (g, at, index) => (index === 0 ? byNumber(g, at, powSlope) : null),
};

/** The fast gradient of an operation with a single number on the right. */
const byNumber = (g: Tensor, at: Node, slope: ChainKernel): Tensor | null =>
  at.b.shape.length === 0 ? chain(g, at, at.a, slope, at.b.values[at.b.offset]!) : null;

const productSlope: ChainKernel = (n, g, gi, _x, _xi, dx, di, p) => {
  for (; n > 0; n--) dx[di++] = g[gi++]! * p;
};

const quotientSlope: ChainKernel = (n, g, gi, _x, _xi, dx, di, p) => {
  for (; n > 0; n--) dx[di++] = g[gi++]! / p;
};

const powSlope: ChainKernel = (n, g, gi, x, xi, dx, di, p) => {
  if (p === 2) for (; n > 0; n--) dx[di++] = g[gi++]! * (2 * x[xi++]!);
  else for (; n > 0; n--) dx[di++] = p === 0 ? 0 : g[gi++]! * (p * power(x[xi++]!, p - 1));
};

/** y = max(a, b).   The gradient goes to the greater one, half to each where they are equal. */
export const Maximum: BinaryOp = {
  name: "maximum",
  integers: true,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = Math.max(a[ai]!, b[bi]!);
  },
  saves: [A_B, A_B],
  backward: [(g, { a, b }) => share(g, a, b, lt(a, b)), (g, { a, b }) => share(g, a, b, lt(b, a))],
};

/** y = min(a, b).   The gradient goes to the smaller one, half to each where they are equal. */
export const Minimum: BinaryOp = {
  name: "minimum",
  integers: true,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = Math.min(a[ai]!, b[bi]!);
  },
  saves: [A_B, A_B],
  backward: [(g, { a, b }) => share(g, a, b, lt(b, a)), (g, { a, b }) => share(g, a, b, lt(a, b))],
};

/** Half the gradient at ties, none to the loser. */
const share = (g: Tensor, a: Tensor, b: Tensor, lost: Tensor): Tensor =>
  where(lost, 0, where(eq(a, b), div(g, 2), g));

/** y = −x.   ∂L/∂x = −g */
export const Neg: UnaryOp = {
  name: "neg",
  integers: true,
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = -x[xi++]!;
  },
  saves: [NOTHING],
  backward: [(g) => neg(g)],
};

/** C's pow, which PyTorch uses: unlike JavaScript's, 1 to any power is 1, and so is −1 to ±∞. */
function power(a: number, b: number): number {
  if (a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY)) return 1;
  // The powers that PyTorch, too, computes by products and roots.
  return b === 2 ? a * a : b === 3 ? a * a * a : b === 0.5 ? Math.sqrt(a) : a ** b;
}

/** Element by element a + alpha · b, with broadcasting. */
export function add(a: TensorLike, b: TensorLike, options?: { readonly alpha?: number }): Tensor {
  const alpha = options?.alpha ?? 1;
  return applyBinary(Add, a, alpha === 1 ? b : times(b, alpha));
}

/** Element by element a − alpha · b, with broadcasting. */
export function sub(a: TensorLike, b: TensorLike, options?: { readonly alpha?: number }): Tensor {
  const alpha = options?.alpha ?? 1;
  if (isBool(a) && isBool(b)) {
    fail(mistake.dtype, { op: "sub", dtype: "bool", expected: "int64" });
  }
  return applyBinary(Sub, a, alpha === 1 ? b : times(b, alpha));
}

const isBool = (x: TensorLike | null | undefined): boolean => typeof x === "object" && x?.dtype === "bool";

const times = (b: TensorLike, alpha: number): TensorLike =>
  typeof b === "number" ? b * alpha : mul(b, alpha);

/** Element by element a · b, with broadcasting. */
export const mul = (a: TensorLike, b: TensorLike): Tensor => applyBinary(Mul, a, b);

/** Element by element a / b, with broadcasting; integers give floats. */
export const div = (a: TensorLike, b: TensorLike): Tensor => applyBinary(Div, a, b);

/** Element by element a to the power b, with broadcasting. */
export function pow(a: TensorLike, b: TensorLike): Tensor {
  if (typeof a !== "number" && typeof b === "number" && b < 0 && Number.isInteger(b) && !isFloat(a.dtype)) {
    fail(mistake.dtype, { op: "pow", dtype: a.dtype, expected: "float" });
  }
  return applyBinary(Pow, a, b);
}

/** Element by element the greater of a and b, with broadcasting; NaN wins. */
export const maximum = (a: Tensor, b: Tensor): Tensor => applyBinary(Maximum, a, b);

/** Element by element the smaller of a and b, with broadcasting; NaN wins. */
export const minimum = (a: Tensor, b: Tensor): Tensor => applyBinary(Minimum, a, b);

/** Element by element −x. */
export function neg(x: Tensor): Tensor {
  if (isBool(x)) fail(mistake.dtype, { op: "neg", dtype: "bool", expected: "int64" });
  return applyUnary(Neg, x);
}

/** Element by element the point between start and end at `weight`: start + weight · (end − start). */
export const lerp = (start: Tensor, end: Tensor, weight: TensorLike): Tensor =>
  add(start, mul(sub(end, start), weight));

/** Element by element x + value · a · b. */
export const addcmul = (x: Tensor, a: Tensor, b: Tensor, options?: { readonly value?: number }): Tensor =>
  add(x, mul(a, b), { alpha: options?.value ?? 1 });

/** Element by element x + value · a / b. */
export const addcdiv = (x: Tensor, a: Tensor, b: Tensor, options?: { readonly value?: number }): Tensor =>
  add(x, div(a, b), { alpha: options?.value ?? 1 });

/** @internal target += x by a loop, for gradients that nobody else holds. Shapes are equal, `target` is row-major. */
export function addInto(target: Tensor, x: Tensor): void {
  if (target.dtype === x.dtype && target.rowMajor) runBinary(Add.forward, target, x, target);
}
