import { convert } from "../create";
import type { UnaryKernel } from "../kernels/elementwise";
import type { Tensor, TensorLike } from "../tensor";
import { div, mul, neg } from "./arithmetic";
import { applyBinary, applyUnary, type BinaryOp, type UnaryOp } from "./elementwise";
import { A_B, NOTHING } from "./op";

/** An operation in steps: its derivative is 0. */
const inSteps = (name: string, forward: UnaryKernel): UnaryOp => ({
  name,
  integers: true,
  forward,
  saves: [NOTHING],
  backward: [(g) => mul(g, 0)],
});

/** y = the greatest whole number that is not above x.   ∂L/∂x = 0 */
export const Floor: UnaryOp = /* @__PURE__ */ inSteps("floor", (n, x, xi, y, yi) => {
  for (; n > 0; n--) y[yi++] = Math.floor(x[xi++]!);
});

/** y = the smallest whole number that is not below x.   ∂L/∂x = 0 */
export const Ceil: UnaryOp = /* @__PURE__ */ inSteps("ceil", (n, x, xi, y, yi) => {
  for (; n > 0; n--) y[yi++] = Math.ceil(x[xi++]!);
});

/** y = the nearest whole number, of two equally near ones the even one.   ∂L/∂x = 0 */
export const Round: UnaryOp = /* @__PURE__ */ inSteps("round", (n, x, xi, y, yi) => {
  for (; n > 0; n--) y[yi++] = toEven(x[xi++]!);
});

/** y = x without what follows the point.   ∂L/∂x = 0 */
export const Trunc: UnaryOp = /* @__PURE__ */ inSteps("trunc", (n, x, xi, y, yi) => {
  for (; n > 0; n--) y[yi++] = Math.trunc(x[xi++]!);
});

function toEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  return rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : Math.ceil(x);
}

/** y = a − b · trunc(a / b), with the sign of a.   ∂L/∂a = g,   ∂L/∂b = −g · trunc(a / b) */
export const Fmod: BinaryOp = {
  name: "fmod",
  integers: true,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai]! % b[bi]!;
  },
  saves: [NOTHING, A_B],
  backward: [(g) => g, (g, { a, b }) => neg(mul(g, trunc(div(a, b))))],
};

/** y = a − b · floor(a / b), with the sign of b.   ∂L/∂a = g,   ∂L/∂b = −g · floor(a / b) */
export const Remainder: BinaryOp = {
  name: "remainder",
  integers: true,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) {
      const divisor = b[bi]!;
      const rest = a[ai]! % divisor;
      y[yi++] = rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest;
    }
  },
  saves: [NOTHING, A_B],
  backward: [(g) => g, (g, { a, b }) => neg(mul(g, floor(div(a, b))))],
};

/** Refuses what a division of integers by 0 leaves. */
function whole(y: Tensor): Tensor {
  if (y.dtype === "int64") for (const value of y.values) convert(value, "int64");
  return y;
}

/** Element by element the greatest whole number that is not above x. */
export const floor = (x: Tensor): Tensor => applyUnary(Floor, x);
/** Element by element the smallest whole number that is not below x. */
export const ceil = (x: Tensor): Tensor => applyUnary(Ceil, x);
/** Element by element the nearest whole number; halves go to the even one. */
export const round = (x: Tensor): Tensor => applyUnary(Round, x);
/** Element by element x without what follows the point. */
export const trunc = (x: Tensor): Tensor => applyUnary(Trunc, x);
/** Element by element what is left of a after division by b, with the sign of a, and with broadcasting. */
export const fmod = (a: TensorLike, b: TensorLike): Tensor => whole(applyBinary(Fmod, a, b));
/** Element by element what is left of a after division by b, with the sign of b as in Python's %, and with broadcasting. */
export const remainder = (a: TensorLike, b: TensorLike): Tensor => whole(applyBinary(Remainder, a, b));
