import {
  cos,
  div,
  exp,
  log,
  pow,
  relu,
  sigmoid,
  sin,
  sqrt,
  sum,
  type Tensor,
  tanh,
  tensor,
} from "../autograd/core";
import { remembering } from "./remember";

/** A function of the tables, with the window in which it and its derivative are shown. */
interface TableFunction {
  readonly f: (x: Tensor) => Tensor;
  readonly x: readonly [min: number, max: number];
  readonly y: readonly [min: number, max: number];
  /** Where it is defined, if not everywhere. */
  readonly from?: number;
  /** Where it has no tangent: the derivative jumps. */
  readonly corner?: number;
  readonly start: number;
}

const FUNCTIONS = {
  square: { f: (x) => pow(x, 2), x: [-3, 3], y: [-6, 9], start: 1 },
  cube: { f: (x) => pow(x, 3), x: [-2.2, 2.2], y: [-8, 12], start: 1 },
  reciprocal: { f: (x) => div(1, x), x: [-4, 4], y: [-5, 5], start: 1 },
  sqrt: { f: sqrt, x: [-0.5, 6.5], y: [-0.5, 3], from: 0, start: 1 },
  exp: { f: exp, x: [-3, 2.2], y: [-1, 8], start: 1 },
  log: { f: log, x: [-0.5, 6.5], y: [-3, 5], from: 0, start: 2 },
  sin: { f: sin, x: [-6.6, 6.6], y: [-1.6, 1.6], start: 1 },
  cos: { f: cos, x: [-6.6, 6.6], y: [-1.6, 1.6], start: 1 },
  sigmoid: { f: sigmoid, x: [-6, 6], y: [-0.25, 1.25], start: 1 },
  tanh: { f: tanh, x: [-4, 4], y: [-1.4, 1.4], start: 0.5 },
  relu: { f: relu, x: [-3, 3], y: [-1, 3], corner: 0, start: 1 },
} satisfies Record<string, TableFunction>;

export type FunctionName = keyof typeof FUNCTIONS;
export const TABLE_FUNCTIONS: Readonly<Record<FunctionName, TableFunction>> = FUNCTIONS;
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];

/** A function and its derivative at one x. */
export interface Slope {
  readonly x: number;
  readonly value: number;
  readonly slope: number;
}

/** f and f′ at many places, by one pass forward and one back: each element of the sum depends on its own x alone. */
export function slopesAt(name: FunctionName, xs: readonly number[]): Slope[] {
  const at = tensor([...xs], { requiresGrad: true });
  const values = TABLE_FUNCTIONS[name].f(at);
  sum(values).backward();
  const [ys, slopes] = [values.tolist() as number[], at.grad?.tolist() as number[]];
  return xs.map((x, index) => ({ x, value: ys[index] ?? Number.NaN, slope: slopes[index] ?? Number.NaN }));
}

/** f and f′ at one place. */
export function slopeAt(name: FunctionName, x: number): Slope {
  return slopesAt(name, [x])[0] ?? { x, value: Number.NaN, slope: Number.NaN };
}

/** Points for the curves of f and f′ over the window, close enough to look smooth; where f′ jumps, it is not joined. */
export const slopeCurves = remembering((name: FunctionName): Slope[] => {
  const { x, from, corner } = TABLE_FUNCTIONS[name];
  const low = Math.max(x[0], from ?? x[0]);
  const xs = Array.from({ length: 321 }, (_, index) => low + ((x[1] - low) * index) / 320);
  return slopesAt(name, xs).flatMap((point) => {
    // At a pole both curves are interrupted.
    if (!Number.isFinite(point.value)) return [{ ...point, value: Number.NaN, slope: Number.NaN }];
    return point.x === corner ? [point, { ...point, slope: Number.NaN }] : [point];
  });
});
