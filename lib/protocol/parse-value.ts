import { isRecord, isString, isWhole } from "./checks";
import type { ValueEntry, ValueKind, ValueNode } from "./output";

/** Nodes and levels of one value's tree, and characters of one text: a kernel sends no more. */
const MAX_NODES = 2_000;
const MAX_DEPTH = 16;
const MAX_TEXT = 10_000;

const KINDS: ReadonlySet<unknown> = new Set<ValueKind>([
  ...(["string", "number", "word", "function", "error", "object"] as const),
]);

/** A value's tree, built anew; null if it is none, or too big. */
export function parseValue(data: unknown): ValueNode | null {
  let room = MAX_NODES;

  const node = (given: unknown, depth: number): ValueNode | null => {
    room -= 1;
    if (room < 0 || depth > MAX_DEPTH || !isRecord(given)) return null;
    const { kind, text, preview, entries, more } = given;
    if (!KINDS.has(kind) || !isString(text)) return null;
    const read: ValueNode = { kind: kind as ValueKind, text: text.slice(0, MAX_TEXT) };
    if (isString(preview)) read.preview = preview.slice(0, MAX_TEXT);
    if (isWhole(more)) read.more = more;
    if (Array.isArray(entries)) {
      if (entries.length > room) return null;
      const all = Array.from(entries, (one: unknown) => entry(one, depth + 1));
      if (!all.every((one) => one !== null)) return null;
      read.entries = all;
    }
    return read;
  };

  const entry = (given: unknown, depth: number): ValueEntry | null => {
    if (!isRecord(given) || !isString(given.label)) return null;
    const value = node(given.value, depth);
    return value && { label: given.label.slice(0, MAX_TEXT), value };
  };

  return node(data, 0);
}
