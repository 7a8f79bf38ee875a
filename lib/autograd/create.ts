import { checkDtype, type DType, getDefaultDtype, type Values } from "./dtype";
import { fail, kindOf } from "./errors";
import { setRequiresGrad } from "./graph/autograd";
import * as mistake from "./mistakes";
import { normal, uniform } from "./random";
import { checkShape, type Shape, sizes } from "./shape";
import { blank, needTensor, type Tensor } from "./tensor";

/** Numbers or booleans, or arrays of them nested to any depth, all arrays of one depth equally long. */
export type Nested = number | boolean | readonly Nested[];

/** What a new tensor is like. */
export interface TensorOptions {
  /** The kind of numbers. */
  readonly dtype?: DType;
  /** Whether gradients shall be computed for the tensor. Default false. */
  readonly requiresGrad?: boolean;
}

function finish(t: Tensor, options: TensorOptions | undefined): Tensor {
  if (options?.dtype !== undefined) checkDtype("tensor", options.dtype);
  if (options?.requiresGrad === true) setRequiresGrad(t, true);
  return t;
}

/**
 * A tensor of the given numbers: `tensor([[1, 2], [3, 4]])`. Numbers become float64 (see `setDefaultDtype`), booleans
 * bool, unless `dtype` says otherwise.
 */
export function tensor(data: Nested | Float64Array | Float32Array, options?: TensorOptions): Tensor {
  if (data instanceof Float64Array || data instanceof Float32Array) {
    const dtype = options?.dtype ?? (data instanceof Float32Array ? "float32" : "float64");
    const t = blank([data.length], dtype);
    fill(t.values, dtype, data);
    return finish(t, options);
  }
  const shape: number[] = [];
  let level: unknown = data;
  while (Array.isArray(level)) {
    shape.push(level.length);
    level = level[0];
  }
  const flat: (number | boolean)[] = [];
  collect(data, shape, 0, flat);
  const dtype =
    options?.dtype ??
    (flat.length > 0 && flat.every((v) => typeof v === "boolean") ? "bool" : getDefaultDtype());
  const t = blank(shape, dtype);
  fill(t.values, dtype, flat);
  return finish(t, options);
}

function collect(data: unknown, shape: Shape, dim: number, flat: (number | boolean)[]): void {
  if (Array.isArray(data)) {
    const expected = dim < shape.length ? shape[dim]! : 0;
    if (dim >= shape.length || data.length !== expected) {
      fail(mistake.ragged, { dim, expected, got: data.length });
    }
    for (const each of data) collect(each, shape, dim + 1, flat);
  } else if (dim < shape.length) {
    fail(mistake.ragged, { dim, expected: shape[dim]!, got: 0 });
  } else if (typeof data === "number" || typeof data === "boolean") flat.push(data);
  else {
    fail(mistake.badValue, { op: "tensor", got: kindOf(data) });
  }
}

function fill(values: Values, dtype: DType, from: ArrayLike<number | boolean>): void {
  for (let i = 0; i < values.length; i++) values[i] = convert(Number(from[i]), dtype);
}

/** @internal A number as the given type keeps it: whole for int64, 0 or 1 for bool. */
export function convert(value: number, dtype: DType): number {
  if (dtype === "bool") return value === 0 ? 0 : 1;
  if (dtype !== "int64") return value;
  const whole = Math.trunc(value);
  if (!Number.isFinite(whole)) {
    fail(mistake.integerValue, { got: value });
  }
  return whole;
}

function made(
  op: string,
  shape: Shape,
  options: TensorOptions | undefined,
  fallback: DType,
  value: (i: number) => number,
): Tensor {
  const dtype = options?.dtype ?? fallback;
  const t = blank(checkShape(op, shape).slice(), dtype);
  for (let i = 0; i < t.count; i++) t.values[i] = convert(value(i), dtype);
  return finish(t, options);
}

/** A shape as `f(2, 3)` or `f([2, 3])`, with options after it if wanted. */
export type ShapeArguments =
  | readonly number[]
  | readonly [Shape, TensorOptions?]
  | readonly [...number[], TensorOptions];

const isOptions = (x: unknown): x is TensorOptions =>
  typeof x === "object" && x !== null && !Array.isArray(x) && !("shape" in x);

function shaped(op: string, args: ShapeArguments, value: () => number): Tensor {
  const last: unknown = args.at(-1);
  const options = isOptions(last) ? last : undefined;
  const without = options !== undefined || (last === undefined && args.length > 1);
  const shape = sizes((without ? args.slice(0, -1) : args) as readonly number[]);
  return made(op, shape, options, getDefaultDtype(), value);
}

/** A tensor of zeros: `zeros(2, 3)`. */
export const zeros = (...shape: ShapeArguments): Tensor => shaped("zeros", shape, () => 0);

/** A tensor of ones: `ones(2, 3)`. */
export const ones = (...shape: ShapeArguments): Tensor => shaped("ones", shape, () => 1);

/** A tensor of the given shape filled with one number or boolean. */
export const full = (shape: Shape, value: number | boolean, options?: TensorOptions): Tensor =>
  made(
    "full",
    shape,
    options,
    typeof value === "boolean" ? "bool" : getDefaultDtype(),
    constant("full", value),
  );

function constant(op: string, value: number | boolean): () => number {
  if (typeof value !== "number" && typeof value !== "boolean") {
    fail(mistake.badValue, { op, got: kindOf(value) });
  }
  return () => Number(value);
}

function madeLike(
  op: string,
  t: Tensor,
  options: TensorOptions | undefined,
  value: (i: number) => number,
): Tensor {
  needTensor(op, t);
  return made(op, t.shape, options, t.dtype, value);
}

/** Zeros in the shape and type of another tensor. */
export const zerosLike = (t: Tensor, options?: TensorOptions): Tensor =>
  madeLike("zerosLike", t, options, () => 0);

/** Ones in the shape and type of another tensor. */
export const onesLike = (t: Tensor, options?: TensorOptions): Tensor =>
  madeLike("onesLike", t, options, () => 1);

/** One number in the shape and type of another tensor. */
export const fullLike = (t: Tensor, value: number, options?: TensorOptions): Tensor =>
  madeLike("fullLike", t, options, constant("fullLike", value));

/** The unit matrix: ones where the row is the column, else zeros. */
export const eye = (n: number, m: number = n, options?: TensorOptions): Tensor =>
  made("eye", [n, m], options, getDefaultDtype(), (i) => (Math.floor(i / m) === i % m ? 1 : 0));

/** The numbers from `start` (0 by default) up to `end`, not included, `step` apart: int64 where all are whole, as in PyTorch. */
export function arange(end: number, options?: TensorOptions): Tensor;
export function arange(start: number, end: number, options?: TensorOptions): Tensor;
export function arange(start: number, end: number, step: number, options?: TensorOptions): Tensor;
export function arange(
  first: number,
  second?: number | TensorOptions,
  third?: number | TensorOptions,
  fourth?: TensorOptions,
): Tensor {
  const numbers = [first, second, third].filter((each) => typeof each === "number");
  const options = [second, third, fourth].find((each) => typeof each === "object");
  const start = numbers.length > 1 ? first : 0;
  const end = numbers.length > 1 ? numbers[1]! : first;
  const step = numbers[2] ?? 1;
  const size = Math.ceil((end - start) / step);
  if (!Number.isFinite(size) || size < 0) {
    fail(mistake.arangeStep, { start, end, step });
  }
  return made(
    "arange",
    [size],
    options,
    numbers.every(Number.isInteger) ? "int64" : getDefaultDtype(),
    (i) => start + i * step,
  );
}

/** `steps` numbers at equal distances from `start` to `end`, both included. */
export function linspace(start: number, end: number, steps: number, options?: TensorOptions): Tensor {
  const step = steps > 1 ? (end - start) / (steps - 1) : 0;
  // From both ends to the middle, as PyTorch does, so that the last number is exactly `end`.
  return made("linspace", [steps], options, getDefaultDtype(), (i) =>
    i < steps / 2 ? start + step * i : end - step * (steps - 1 - i),
  );
}

/** Random numbers from 0 to 1, evenly distributed: `rand(2, 3)`. See `manualSeed`. */
export const rand = (...shape: ShapeArguments): Tensor => shaped("rand", shape, uniform);

/** Random numbers from the normal distribution with mean 0 and variance 1: `randn(2, 3)`. See `manualSeed`. */
export const randn = (...shape: ShapeArguments): Tensor => shaped("randn", shape, normal);

/** Random whole numbers from `low` (0 by default) up to `high`, not included. */
export function randint(high: number, shape: Shape, options?: TensorOptions): Tensor;
export function randint(low: number, high: number, shape: Shape, options?: TensorOptions): Tensor;
export function randint(
  first: number,
  second: number | Shape,
  third?: Shape | TensorOptions,
  fourth?: TensorOptions,
): Tensor {
  const [low, high, shape, options] =
    typeof second === "number"
      ? [first, second, third as Shape, fourth]
      : [0, first, second, third as TensorOptions | undefined];
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || high <= low) {
    fail(mistake.randintRange, { low, high });
  }
  return made("randint", shape, options, "int64", () => low + Math.floor(uniform() * (high - low)));
}

/** The whole numbers from 0 up to n, not included, in random order (by Fisher and Yates' exchanges). */
export function randperm(n: number, options?: TensorOptions): Tensor {
  const t = made("randperm", [n], options, "int64", (i) => i);
  const { values } = t;
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [values[i], values[j]] = [values[j]!, values[i]!];
  }
  return t;
}

/** Random numbers from 0 to 1 in the shape and type of another tensor. */
export const randLike = (t: Tensor, options?: TensorOptions): Tensor =>
  madeLike("randLike", t, options, uniform);

/** Normal random numbers in the shape and type of another tensor. */
export const randnLike = (t: Tensor, options?: TensorOptions): Tensor =>
  madeLike("randnLike", t, options, normal);
