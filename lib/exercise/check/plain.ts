/** Plain values and their text: what goes from a check to a learner's program, and what is said of what comes back. */

/**
 * A value as the text of a program that makes it again in another realm. Functions go as their own text, so they may
 * use their parameters and the language's built-ins, and nothing from around them.
 */
export function toCode(value: unknown): string {
  if (typeof value === "function") return `(${value.toString()})`;
  if (typeof value === "number")
    return Object.is(value, -0) ? "-0" : value < 0 ? `(${value})` : String(value);
  if (ArrayBuffer.isView(value)) return toCode(Array.from(value as Float64Array));
  if (Array.isArray(value)) return `[${Array.from(value, toCode).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([name, one]) => `${nameToCode(name)}: ${toCode(one)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return value === undefined ? "undefined" : (JSON.stringify(value) ?? "undefined");
}

function nameToCode(name: string): string {
  // A computed name, so that `__proto__` is a name like any other.
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__" ? name : `[${JSON.stringify(name)}]`;
}

const DIGITS = 8;

/** A value for a reader: numbers rounded, everything in one line of bounded length. */
export function show(value: unknown, limit = 160): string {
  const text = write(value, 0);
  return text.length <= limit ? text : `${text.slice(0, limit)}…`;
}

function write(value: unknown, depth: number): string {
  if (typeof value === "number")
    return Number.isFinite(value) ? String(Number(value.toPrecision(DIGITS))) : String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (ArrayBuffer.isView(value)) return write(Array.from(value as Float64Array), depth);
  if (typeof value !== "object" || value === null) return String(value);
  if (depth > 4) return "…";
  if (Array.isArray(value))
    return `[${Array.from(value.slice(0, 50), (one) => write(one, depth + 1)).join(", ")}]`;
  const entries = Object.entries(value).slice(0, 50);
  return `{ ${entries.map(([name, one]) => `${name}: ${write(one, depth + 1)}`).join(", ")} }`;
}
