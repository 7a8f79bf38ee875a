import { fail } from "../errors";
import { erf as errorFunction, SLOPE } from "../kernels/erf";
import * as mistake from "../mistakes";
import type { Tensor } from "../tensor";
import { add, div, mul, neg, sub } from "./arithmetic";
import { ge, gt, le, logicalAnd, lt } from "./compare";
import { applyKernel, applyUnary, type UnaryOp } from "./elementwise";
import { A, type Op } from "./op";
import { softmax } from "./softmax";
import { abs, clamp, exp, sigmoid, square, tanh } from "./unary";
import { where } from "./where";

/** y = erf x.   ∂L/∂x = g · 2/√π · e^(−x²) */
export const Erf: UnaryOp = {
  name: "erf",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--) y[yi++] = errorFunction(x[xi++]!);
  },
  saves: [A],
  backward: [(g, { a }) => mul(g, mul(exp(neg(square(a))), SLOPE))],
};

/** y = x where x > 0, else slope · x.   ∂L/∂x = g where x > 0, else slope · g */
export const LeakyRelu: Op = {
  name: "leakyRelu",
  saves: [A],
  backward: [(g, at) => where(gt(at.a, 0), g, mul(g, at.attributes as number))],
};

/** y = s · x where x > 0, else s · α (e^(κx) − 1).   ∂L/∂x = g · s where x > 0, else g · s · α · κ · e^(κx) */
export const Elu: Op = {
  name: "elu",
  saves: [A],
  backward: [
    (g, at) => {
      const { alpha, scale, inner } = at.attributes as EluNumbers;
      const positive = gt(at.a, 0);
      // The exponential of a great number that is not used must not overflow.
      const slope = mul(exp(mul(where(positive, 0, at.a), inner)), scale * alpha * inner);
      return mul(g, where(positive, scale, slope));
    },
  ],
};

interface EluNumbers {
  readonly alpha: number;
  readonly scale: number;
  readonly inner: number;
}

/** y = x · Φ(x), Φ(x) = (1 + erf(x/√2)) / 2.   ∂L/∂x = g · (Φ(x) + x · e^(−x²/2) / √(2π)) */
export const Gelu: UnaryOp = {
  name: "gelu",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--, xi++) y[yi++] = x[xi]! * 0.5 * (1 + errorFunction(x[xi]! * Math.SQRT1_2));
  },
  saves: [A],
  backward: [
    (g, { a }) => {
      const area = mul(add(erf(mul(a, Math.SQRT1_2)), 1), 0.5);
      const density = mul(exp(mul(square(a), -0.5)), 1 / Math.sqrt(2 * Math.PI));
      return mul(g, add(area, mul(a, density)));
    },
  ],
};

/** y = ln (1 + e^(βx)) / β, and x where βx is above the threshold.   ∂L/∂x = g · σ(βx), and g there */
export const Softplus: Op = {
  name: "softplus",
  saves: [A],
  backward: [
    (g, at) => {
      const { beta, threshold } = at.attributes as SoftplusNumbers;
      const z = mul(at.a, beta);
      return where(gt(z, threshold), g, mul(g, sigmoid(z)));
    },
  ],
};

interface SoftplusNumbers {
  readonly beta: number;
  readonly threshold: number;
}

/** y = x · σ(x).   ∂L/∂x = g · σ(x) · (1 + x · (1 − σ(x))) */
export const Silu: UnaryOp = {
  name: "silu",
  forward(n, x, xi, y, yi) {
    for (; n > 0; n--, xi++) y[yi++] = x[xi]! / (1 + Math.exp(-x[xi]!));
  },
  saves: [A],
  backward: [
    (g, { a }) => {
      const s = sigmoid(a);
      return mul(g, mul(s, add(mul(a, sub(1, s)), 1)));
    },
  ],
};

/** y = (x + 3) / 6, held between 0 and 1.   ∂L/∂x = g / 6 inside, with the sixth in single precision as PyTorch has it */
export const Hardsigmoid: Op = {
  name: "hardsigmoid",
  saves: [A],
  backward: [(g, { a }) => where(logicalAnd(gt(a, -3), lt(a, 3)), mul(g, Math.fround(1 / 6)), 0)],
};

/** Element by element the error function. */
export const erf = (x: Tensor): Tensor => applyUnary(Erf, x);

/** Element by element x above 0, `negativeSlope` · x below. */
export const leakyRelu = (x: Tensor, negativeSlope = 0.01): Tensor =>
  applyKernel(
    LeakyRelu,
    (n, x, xi, y, yi) => {
      for (; n > 0; n--, xi++) y[yi++] = x[xi]! > 0 ? x[xi]! : x[xi]! * negativeSlope;
    },
    x,
    negativeSlope,
  );

const exponentialBelow = (
  x: Tensor,
  alpha: number,
  scale: number,
  inner: number,
  innerSlope = inner,
): Tensor =>
  applyKernel(
    Elu,
    (n, x, xi, y, yi) => {
      for (; n > 0; n--, xi++)
        y[yi++] = x[xi]! > 0 ? x[xi]! * scale : Math.expm1(x[xi]! * inner) * alpha * scale;
    },
    x,
    { alpha, scale, inner: innerSlope } satisfies EluNumbers,
  );

/** Element by element x above 0, alpha · (eˣ − 1) below. */
export const elu = (x: Tensor, alpha = 1): Tensor => exponentialBelow(x, alpha, 1, 1);

/** Element by element x above 0, alpha · (e^(x/alpha) − 1) below. */
export const celu = (x: Tensor, alpha = 1): Tensor =>
  // PyTorch's derivative divides by alpha in single precision.
  exponentialBelow(x, alpha, 1, 1 / alpha, 1 / Math.fround(alpha));

/** `elu` with the two numbers that keep mean 0 and variance 1 (Klambauer and others, "Self-Normalizing Neural Networks"). */
export const selu = (x: Tensor): Tensor => exponentialBelow(x, 1.6732632423543772, 1.0507009873554805, 1);

/** Options of `gelu`. */
export interface GeluOptions {
  /** "none" (the default) for the exact function, "tanh" for its approximation. */
  readonly approximate?: "none" | "tanh";
}

/** Element by element x times the share of the normal distribution below x. */
export function gelu(x: Tensor, options?: GeluOptions): Tensor {
  const approximate: string = options?.approximate ?? "none";
  if (approximate === "none") return applyUnary(Gelu, x);
  if (approximate !== "tanh") {
    const choices = ["none", "tanh"];
    fail(mistake.optionChoice, { op: "gelu", option: "approximate", got: approximate, choices });
  }
  // x/2 · (1 + tanh(√(2/π) (x + 0.044715 x³)))
  const inner = mul(add(x, mul(mul(square(x), x), 0.044715)), Math.sqrt(2 / Math.PI));
  return mul(mul(x, 0.5), add(tanh(inner), 1));
}

/** Element by element ln (1 + e^(beta · x)) / beta: a smooth relu. */
export const softplus = (x: Tensor, beta = 1, threshold = 20): Tensor =>
  applyKernel(
    Softplus,
    (n, x, xi, y, yi) => {
      for (; n > 0; n--, xi++) {
        const z = x[xi]! * beta;
        y[yi++] = z > threshold ? x[xi]! : Math.log1p(Math.exp(z)) / beta;
      }
    },
    x,
    { beta, threshold } satisfies SoftplusNumbers,
  );

/** Element by element x · sigmoid(x), also called swish. */
export const silu = (x: Tensor): Tensor => applyUnary(Silu, x);
/** Element by element x · tanh(softplus(x)). */
export const mish = (x: Tensor): Tensor => mul(x, tanh(softplus(x)));
/** Element by element ln sigmoid(x) without loss of digits. */
export const logsigmoid = (x: Tensor): Tensor => neg(softplus(neg(x)));
/** Element by element x / (1 + |x|). */
export const softsign = (x: Tensor): Tensor => div(x, add(abs(x), 1));
/** Element by element x − tanh x. */
export const tanhshrink = (x: Tensor): Tensor => sub(x, tanh(x));
/** Softmax of −x along a dimension. */
export const softmin = (x: Tensor, dim: number): Tensor => softmax(neg(x), dim);

/** Element by element x held between two bounds; unlike `clamp`, no gradient flows at the bounds. */
export const hardtanh = (x: Tensor, minVal = -1, maxVal = 1): Tensor =>
  where(le(x, minVal), minVal, where(ge(x, maxVal), maxVal, x));
/** Element by element x held between 0 and 6. */
export const relu6 = (x: Tensor): Tensor => hardtanh(x, 0, 6);
/** Element by element 0 up to −3, 1 from 3, and a straight line between. */
export const hardsigmoid = (x: Tensor): Tensor =>
  applyKernel(
    Hardsigmoid,
    (n, x, xi, y, yi) => {
      for (; n > 0; n--) y[yi++] = Math.min(Math.max(x[xi++]! + 3, 0), 6) / 6;
    },
    x,
    null,
  );
/** Element by element x times a straight line from 0 at −3 to 1 at 3. */
export const hardswish = (x: Tensor): Tensor => mul(x, div(clamp(add(x, 3), 0, 6), 6));
/** Element by element x, but 0 from −lambd to lambd. */
export const hardshrink = (x: Tensor, lambd = 0.5): Tensor =>
  where(logicalAnd(ge(x, -lambd), le(x, lambd)), 0, x);
/** Element by element x drawn to 0 by lambd. */
export const softshrink = (x: Tensor, lambd = 0.5): Tensor =>
  where(gt(x, lambd), sub(x, lambd), where(lt(x, -lambd), add(x, lambd), 0));
/** Element by element x above the threshold, `value` elsewhere. */
export const threshold = (x: Tensor, bound: number, value: number): Tensor => where(le(x, bound), value, x);
