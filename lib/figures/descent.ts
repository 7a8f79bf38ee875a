import { add, div, mul, pow, sin, square, sub, type Tensor, tensor } from "../autograd/core";
import { remembering } from "./remember";

/** A curve to walk down, with the window in which it is shown. */
interface DescentCurve {
  /** Simple TeX, as labels have it. */
  readonly tex: string;
  readonly f: (x: Tensor) => Tensor;
  readonly x: readonly [min: number, max: number];
  readonly y: readonly [min: number, max: number];
  /** Where the ball starts, with which learning rate. */
  readonly start: number;
  readonly eta: number;
}

/** One valley; two valleys; and ripples, where most starts end in a valley that is not the deepest. */
const CURVES = {
  bowl: { tex: "x^2", f: square, x: [-5, 5], y: [-3, 25], start: 4, eta: 0.25 },
  valleys: {
    tex: "x^4/4 - x^2",
    f: (x) => sub(div(pow(x, 4), 4), square(x)),
    x: [-2.4, 2.4],
    y: [-1.5, 3],
    start: 0.4,
    eta: 0.5,
  },
  ripples: {
    tex: "x^2/10 + \\sin\\,2x",
    f: (x) => add(div(square(x), 10), sin(mul(x, 2))),
    x: [-6, 6],
    y: [-1.8, 4.4],
    start: 3.7,
    eta: 0.15,
  },
} satisfies Record<string, DescentCurve>;

export type CurveName = keyof typeof CURVES;
export const DESCENT_CURVES: Readonly<Record<CurveName, DescentCurve>> = CURVES;
export const CURVE_NAMES = Object.keys(CURVES) as readonly CurveName[];

/** Points of the curve, close enough to look smooth. */
export const curvePoints = remembering((name: CurveName): (readonly [number, number])[] => {
  const { f, x } = DESCENT_CURVES[name];
  const xs = Array.from({ length: 241 }, (_, index) => x[0] + ((x[1] - x[0]) * index) / 240);
  const ys = f(tensor(xs)).tolist() as number[];
  return xs.map((value, index) => [value, ys[index] ?? Number.NaN]);
});

/** Where the ball lies, how high, and how steep it is there: f and f′ by one pass forward and one back. */
export interface Footing {
  readonly x: number;
  readonly value: number;
  readonly slope: number;
}

export function footing(name: CurveName, x: number): Footing {
  const at = tensor(x, { requiresGrad: true });
  const value = DESCENT_CURVES[name].f(at);
  value.backward();
  return { x, value: value.item(), slope: at.grad?.item() ?? 0 };
}

/** What a step of gradient descent promises, along the tangent, and what it brings. */
export interface DescentStep {
  readonly from: Footing;
  readonly to: Footing;
  /** x′ − x = −η f′(x). */
  readonly move: number;
  /** f′(x)(x′ − x) = −η f′(x)², which is never above 0. */
  readonly predicted: number;
  /** f(x′) − f(x). */
  readonly real: number;
}

/** One step: x′ = x − η f′(x). */
export function descentStep(name: CurveName, x: number, eta: number): DescentStep {
  const from = footing(name, x);
  const move = -eta * from.slope;
  const to = footing(name, x + move);
  return { from, to, move, predicted: from.slope * move, real: to.value - from.value };
}

/** Steps beyond which nothing new is to be seen. */
const MOST_STEPS = 40;
/** A step this short cannot be seen. */
const SHORTEST = 0.001;

/**
 * The places that the ball comes to, the first included: until it rests, or has left the window for good, or after 40
 * steps. There is always one step to take.
 */
export const descentPath = remembering((name: CurveName, start: number, eta: number): number[] => {
  const { x } = DESCENT_CURVES[name];
  const path = [start];
  for (let at = start; path.length <= MOST_STEPS; ) {
    const { move, to } = descentStep(name, at, eta);
    if (path.length > 1 && (Math.abs(move) < SHORTEST || at < x[0] || at > x[1])) break;
    at = to.x;
    path.push(at);
  }
  return path;
});
