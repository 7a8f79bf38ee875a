import { PlotError } from "../errors";

/** A tensor, as far as it is read here. */
export interface TensorLike {
  readonly shape: readonly number[];
  toArray(): number[];
}

/** Numbers in arrays of any depth. */
export type NestedNumbers = number | readonly NestedNumbers[] | ArrayLike<number>;

/** Numbers: in arrays, or in a tensor. */
export type Numbers = NestedNumbers | TensorLike;

/** Numbers row by row, and their shape. */
export interface Grid {
  shape: number[];
  values: number[];
}

/** The error for an argument of a helper that it can make nothing of. */
export function wrongArgument(helper: string, argument: string, kind: string, value: unknown): PlotError {
  const got = shapeText(value);
  return new PlotError(
    "plots-argument",
    { helper: `plots.${helper}`, argument, kind, got },
    `plots.${helper}: ${argument} must be ${kind}; it is ${got}`,
  );
}

function shapeText(value: unknown): string {
  if (isTensor(value)) return `a tensor of shape [${value.shape.join(", ")}]`;
  if (Array.isArray(value)) {
    const shape: number[] = [];
    for (let part: unknown = value; Array.isArray(part) && shape.length < 8; part = part[0])
      shape.push(part.length);
    return `an array of shape [${shape.join(", ")}]`;
  }
  return value === null ? "null" : typeof value === "object" ? "an object" : String(value).slice(0, 80);
}

export function isTensor(value: unknown): value is TensorLike {
  return (
    (typeof value === "object" || typeof value === "function") &&
    value !== null &&
    "shape" in value &&
    Array.isArray(value.shape) &&
    "toArray" in value &&
    typeof value.toArray === "function"
  );
}

/**
 * Numbers with their shape.
 *
 * @param dimensions how many there must be; any number if absent
 * @throws PlotError `plots-argument`
 */
export function gridOf(value: unknown, helper: string, argument: string, dimensions?: number): Grid {
  const grid = isTensor(value)
    ? { shape: [...value.shape], values: value.toArray().map(Number) }
    : nested(value);
  if (grid && (dimensions === undefined || grid.shape.length === dimensions)) return grid;
  const what =
    ["numbers", "a list of numbers", "rows of numbers", "a stack of matrices"][dimensions ?? 0] ?? "numbers";
  throw wrongArgument(helper, argument, what, value);
}

/** A list of numbers, whatever their shape was. */
export function flat(value: unknown, helper: string, argument: string): number[] {
  return gridOf(value, helper, argument).values;
}

function nested(value: unknown): Grid | null {
  if (ArrayBuffer.isView(value) && "length" in value) {
    return {
      shape: [Number(value.length)],
      values: Array.from(value as unknown as ArrayLike<number>, Number),
    };
  }
  if (!Array.isArray(value)) return null;
  if (value.every((item) => typeof item === "number" || typeof item === "boolean"))
    return { shape: [value.length], values: value.map(Number) };
  const parts = value.map((part: unknown) => (isTensor(part) ? gridOf(part, "", "") : nested(part)));
  const [first] = parts;
  if (!first) return null;
  const values: number[] = [];
  for (const part of parts) {
    if (!part || part.shape.join() !== first.shape.join()) return null;
    for (const number of part.values) values.push(number);
  }
  return { shape: [value.length, ...first.shape], values };
}

/** Named lists as a program gives them: an object of lists, or a single list without a name. */
export function namedLists(
  given: unknown,
  helper: string,
  argument: string,
): [name: string, values: number[]][] {
  if (Array.isArray(given) || ArrayBuffer.isView(given) || isTensor(given))
    return [["", flat(given, helper, argument)]];
  const entries =
    given instanceof Map
      ? [...given].map(([name, value]): [string, unknown] => [String(name), value])
      : typeof given === "object" && given !== null
        ? Object.entries(given)
        : [];
  if (entries.length === 0)
    throw wrongArgument(
      helper,
      argument,
      "a list of numbers, or an object with a list under each name",
      given,
    );
  return entries.map(([name, value]) => [name, flat(value, helper, `${argument}.${name}`)]);
}
