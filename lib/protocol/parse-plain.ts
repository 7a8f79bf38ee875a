import type { PlainData } from "./output";

/** Lists in lists: deeper than any answer. */
const DEEPEST = 20;

/** A value as data, built anew; what is no data, or lies too deep, is undefined. */
export function parsePlain(data: unknown, depth = 0): PlainData {
  if (typeof data === "string" || typeof data === "number" || typeof data === "boolean") return data;
  if (typeof data !== "object" || data === null || depth > DEEPEST) return undefined;
  if (data instanceof Float64Array) return data;
  if (Array.isArray(data)) return Array.from(data, (one: unknown) => parsePlain(one, depth + 1));
  const entries = Object.entries(data).map(([name, one]) => [name, parsePlain(one, depth + 1)] as const);
  return Object.fromEntries(entries);
}
