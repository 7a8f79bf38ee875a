import type { Message } from "../protocol";
import { append, isArray, keys, lengthOfNumbers, Numbers } from "./primordials";

/** Characters of one message, and values in it. A plot as large as the page draws one stays below. */
export const MAX_CHARACTERS = 10_000_000;
export const MAX_VALUES = 1_000_000;

/** What is left of a message's size. */
interface Room {
  characters: number;
  values: number;
}

/** A cell put out something that would make the page stand still while it is unpacked. */
class OutputTooLargeError extends RangeError {
  override readonly name = "RangeError";
  readonly code = "output-too-large";
  readonly details = { characters: String(MAX_CHARACTERS), values: String(MAX_VALUES) };
  constructor() {
    super("The output is too large to be shown.");
  }
}

/**
 * A copy of a message as it goes over the port: plain objects and arrays of texts, numbers and truth values. Cells can
 * patch every built-in that shaped the message, so what comes out of them is checked here, at the last moment and with
 * built-ins of the kernel's own.
 *
 * @throws RangeError `output-too-large`
 */
export function pack(message: Message): unknown {
  return packValue(message);
}

/**
 * The same for any value of a cell.
 *
 * @throws RangeError `output-too-large`
 */
export function packValue(value: unknown): unknown {
  return copy(value, { characters: MAX_CHARACTERS, values: MAX_VALUES });
}

function copy(value: unknown, room: Room): unknown {
  room.values -= 1;
  if (typeof value === "string") room.characters -= value.length;
  if (room.values < 0 || room.characters < 0) throw new OutputTooLargeError();
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return undefined;
  const length = lengthOfNumbers(value);
  if (length >= 0) return copyNumbers(value as Float64Array, length, room);
  return isArray(value) ? copyList(value, room) : copyRecord(value as Record<string, unknown>, room);
}

function copyList(list: readonly unknown[], room: Room): unknown[] {
  const copies: unknown[] = [];
  for (let index = 0; index < list.length; index++) append(copies, copy(list[index], room));
  return copies;
}

function copyRecord(record: Record<string, unknown>, room: Room): object {
  // Neither a setter nor the name `__proto__` means anything to an object without a prototype.
  const copies = { __proto__: null } as unknown as Record<string, unknown>;
  const names = keys(record);
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? "";
    room.characters -= name.length;
    copies[name] = copy(record[name], room);
  }
  return copies;
}

function copyNumbers(numbers: Float64Array, length: number, room: Room): Float64Array {
  room.values -= length;
  if (room.values < 0) throw new OutputTooLargeError();
  const copies = new Numbers(length);
  for (let index = 0; index < length; index++) copies[index] = numbers[index] ?? 0;
  return copies;
}
