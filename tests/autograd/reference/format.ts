import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { type DType, type Tensor, torch } from "@/lib/autograd";

/** The shapes of the reference files, as tests/golden/FORMAT.md describes them. */
export type Numeric = number | "NaN" | "Infinity" | "-Infinity";

export interface GoldenTensor {
  readonly shape: readonly number[];
  readonly data: readonly Numeric[];
  readonly dtype?: DType;
  readonly requires_grad?: boolean;
}

export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

export type Attributes = Readonly<Record<string, unknown>>;
export type GoldenInput = GoldenTensor | number | null;

export interface Step {
  readonly out: string | readonly string[];
  readonly op: string;
  readonly args: readonly (string | GoldenInput)[];
  readonly attrs?: Attributes;
}

export interface GoldenFile<Case> {
  readonly tolerance: Tolerance;
  readonly count: number | string;
  readonly cases: readonly Case[];
}

export function readGolden<File>(name: string): File {
  return JSON.parse(readFileSync(new URL(`../../golden/${name}`, import.meta.url), "utf8")) as File;
}

export const toNumber = (value: Numeric): number => (typeof value === "number" ? value : Number(value));

/** A reference tensor as one of ours. */
export function build(golden: GoldenTensor, requiresGrad = golden.requires_grad === true): Tensor {
  const flat = torch.tensor(golden.data.map(toNumber), { dtype: golden.dtype ?? "float64" });
  const t = flat.reshape(golden.shape).clone();
  return requiresGrad ? t.requiresGrad_() : t;
}

export const isGolden = (value: unknown): value is GoldenTensor =>
  typeof value === "object" && value !== null && "shape" in value && "data" in value;

/** Whether a number is the reference's, by the files' rule: equal, both NaN, or |x − ref| ≤ atol + rtol·|ref|. */
export function isClose(actual: number, wanted: number, { rtol, atol }: Tolerance): boolean {
  if (actual === wanted || (Number.isNaN(actual) && Number.isNaN(wanted))) return true;
  return Math.abs(actual - wanted) <= atol + rtol * Math.abs(wanted);
}

/** Asserts that flat numbers are the reference's; positions in `loose` do not count. */
export function expectNumbers(
  actual: readonly number[],
  wanted: readonly Numeric[],
  tolerance: Tolerance,
  what: string,
  loose: readonly number[] = [],
): void {
  expect(actual.length, `${what}: number of values`).toBe(wanted.length);
  for (const [i, value] of actual.entries()) {
    if (loose.includes(i)) continue;
    const reference = toNumber(wanted[i] ?? "NaN");
    if (!isClose(value, reference, tolerance)) expect.fail(`${what}[${i}]: ${value} instead of ${reference}`);
  }
}

/** Asserts that a tensor has the reference's shape, type and values. */
export function expectTensor(
  actual: Tensor,
  wanted: GoldenTensor,
  tolerance: Tolerance,
  what: string,
  loose: readonly number[] = [],
): void {
  expect(actual.shape, `${what}: shape`).toEqual(wanted.shape);
  expect(actual.dtype, `${what}: dtype`).toBe(wanted.dtype ?? "float64");
  expectNumbers(actual.toArray(), wanted.data, tolerance, what, loose);
}
