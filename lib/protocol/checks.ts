/** Tells what a value from elsewhere is. */

export function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null;
}

export function isString(data: unknown): data is string {
  return typeof data === "string";
}

/** A finite number. */
export function isNumber(data: unknown): data is number {
  return typeof data === "number" && Number.isFinite(data);
}

/** A number as lines, columns and runs are counted: from 1. */
export function isCount(data: unknown): data is number {
  return isWhole(data) && data >= 1;
}

/** How many there are of something: from 0. */
export function isWhole(data: unknown): data is number {
  return Number.isSafeInteger(data) && (data as number) >= 0;
}
