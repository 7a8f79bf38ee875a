import { fits, INPUT_LIMITS, type Input } from "./input";

/**
 * Reads what a kernel says of an input: taken apart and built anew, each field checked.
 *
 * @returns null for what cannot be drawn as it is
 */
export function parseInput(data: unknown): Input | null {
  if (typeof data !== "object" || data === null) return null;
  const { key, label, ...fields } = data as Record<string, unknown>;
  if (!isShort(key) || key === "" || !isShort(label)) return null;
  const input = readKind({ key, label }, fields);
  return input && fits(input, input.value) && fits(input, input.initial) ? input : null;
}

/** The input without a check of its values, which `fits` is for. */
function readKind(common: { key: string; label: string }, fields: Record<string, unknown>): Input | null {
  const { kind, value, initial, min, max, step, options, placeholder } = fields;
  switch (kind) {
    case "slider":
      if (!isNumber(value) || !isNumber(initial)) return null;
      if (!isNumber(min) || !isNumber(max) || !isNumber(step) || !(min < max) || !(step > 0)) return null;
      return { kind, ...common, value, initial, min, max, step };
    case "number": {
      if (!isNumber(value) || !isNumber(initial)) return null;
      const bounds = { ...ifNumber("min", min), ...ifNumber("max", max), ...ifNumber("step", step) };
      if ((bounds.step ?? 1) <= 0) return null;
      return { kind, ...common, value, initial, ...bounds };
    }
    case "select":
      if (typeof value !== "string" || typeof initial !== "string" || !isOptions(options)) return null;
      return { kind, ...common, value, initial, options: [...options] };
    case "checkbox":
      if (typeof value !== "boolean" || typeof initial !== "boolean") return null;
      return { kind, ...common, value, initial };
    case "button":
      if (!isNumber(value) || !isNumber(initial)) return null;
      return { kind, ...common, value, initial };
    case "text":
      if (typeof value !== "string" || typeof initial !== "string") return null;
      return { kind, ...common, value, initial, ...(isShort(placeholder) && { placeholder }) };
    default:
      return null;
  }
}

function ifNumber<Name extends string>(name: Name, value: unknown): { [_ in Name]?: number } {
  return isNumber(value) ? ({ [name]: value } as { [_ in Name]: number }) : {};
}

function isOptions(data: unknown): data is string[] {
  if (!Array.isArray(data) || data.length === 0 || data.length > INPUT_LIMITS.options) return false;
  // Copied, because `every` passes over holes.
  return [...data].every(isShort) && new Set(data).size === data.length;
}

function isShort(data: unknown): data is string {
  return typeof data === "string" && data.length <= INPUT_LIMITS.label;
}

function isNumber(data: unknown): data is number {
  return typeof data === "number" && Number.isFinite(data);
}
