import { fail } from "./errors";
import * as mistake from "./mistakes";

/**
 * The kinds of numbers a tensor can hold. `float64` is the default, so that 0.1 prints as 0.1.
 * `int64` is kept in doubles, exact for whole numbers up to 2^53; `bool` is kept as 0 and 1.
 */
export type DType = "float64" | "float32" | "int64" | "bool";

/** The flat array behind a tensor. */
export type Values = Float64Array | Float32Array | Uint8Array;

let defaultFloat: "float64" | "float32" = "float64";

/** The data type of tensors made from plain numbers. */
export const getDefaultDtype = (): DType => defaultFloat;

/** Sets the data type of tensors made from plain numbers: `float64` (the default) or `float32`. */
export function setDefaultDtype(dtype: DType): void {
  if (dtype !== "float64" && dtype !== "float32") {
    fail(mistake.dtype, { op: "setDefaultDtype", dtype, expected: "float" });
  }
  defaultFloat = dtype;
}

/** Refuses a data type that there is not. */
export function checkDtype(op: string, dtype: DType): void {
  const choices = ["float64", "float32", "int64", "bool"];
  if (!choices.includes(dtype)) {
    fail(mistake.optionChoice, { op, option: "dtype", got: String(dtype), choices });
  }
}

export const isFloat = (dtype: DType): boolean => dtype === "float64" || dtype === "float32";

/** A new flat array of zeros. */
export function allocate(dtype: DType, count: number): Values {
  return dtype === "float32"
    ? new Float32Array(count)
    : dtype === "bool"
      ? new Uint8Array(count)
      : new Float64Array(count);
}

const category = (dtype: DType): number => (dtype === "bool" ? 0 : dtype === "int64" ? 1 : 2);

/**
 * The data type of a result of two operands, as PyTorch promotes them: the higher category (bool, int64, float) wins;
 * inside one category a tensor with dimensions wins over one without, else the wider type.
 */
export function promote(a: DType, aRank: number, b: DType, bRank: number): DType {
  if (a === b) return a;
  const ca = category(a);
  const cb = category(b);
  if (ca !== cb) {
    // An integer or bool tensor with a plain float: the default float; a tensor's own float type otherwise.
    return ca > cb ? a : b;
  }
  if (aRank === 0 && bRank > 0) return b;
  if (bRank === 0 && aRank > 0) return a;
  return a === "float64" || b === "float64" ? "float64" : "float32";
}
