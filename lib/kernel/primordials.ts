/**
 * The built-ins on which the kernel's line to the page rests, taken before any cell runs. A reader's program may
 * patch `MessagePort.prototype.postMessage` or `String.prototype.slice`: it then breaks its own cells, never that
 * line, and it does not get hold of the port by way of a patched method's `this`.
 */

const { apply, defineProperty } = Reflect;
const { setTimeout } = globalThis;
const { preventDefault } = Event.prototype;
const { slice: sliceString, indexOf: indexInString, lastIndexOf: lastIndexInString } = String.prototype;
const TypedArray = Object.getPrototypeOf(Float64Array.prototype) as object;
const typeTag = getterOf(TypedArray, Symbol.toStringTag);
const typedLength = getterOf(TypedArray, "length");

export const { isArray } = Array;
export const { keys } = Object;
export const Numbers = Float64Array;

/** The clock, in milliseconds. */
export const now: () => number = performance.now.bind(performance);

/** Calls back after so many milliseconds. */
export function later(callback: () => void, milliseconds: number): void {
  setTimeout(callback, milliseconds);
}

/** `port.postMessage`, bound for good. */
export function boundPost(port: MessagePort): (message: unknown) => void {
  const post = port.postMessage.bind(port) as (message: unknown) => void;
  return (message) => post(message);
}

/** Reads `event.data` without asking the prototypes that the reader can change. */
export function dataReader(): (event: MessageEvent) => unknown {
  const data = getterOf(MessageEvent.prototype, "data");
  return (event) => apply(data, event, []) as unknown;
}

/** `event.preventDefault()` */
export function prevent(event: Event): void {
  apply(preventDefault, event, []);
}

/** `text.slice(start, end)` */
export function slice(text: string, start: number, end?: number): string {
  return apply(sliceString, text, [start, end]) as string;
}

/** `text.indexOf(part, start)` */
export function indexOf(text: string, part: string, start: number): number {
  return apply(indexInString, text, [part, start]) as number;
}

/** `text.lastIndexOf(part, start)` */
export function lastIndexOf(text: string, part: string, start: number): number {
  return apply(lastIndexInString, text, [part, start]) as number;
}

/** Gives an array its next item, whatever setters its prototype has. */
export function append(list: unknown[], value: unknown): void {
  // Without a prototype, a descriptor has no more to it than what stands here.
  const descriptor = { __proto__: null, value, writable: true, enumerable: true, configurable: true };
  defineProperty(list, list.length, descriptor as PropertyDescriptor);
}

/** The length of a genuine Float64Array, or -1 for anything else. */
export function lengthOfNumbers(value: object): number {
  return apply(typeTag, value, []) === "Float64Array" ? (apply(typedLength, value, []) as number) : -1;
}

function getterOf(object: object, name: PropertyKey): () => unknown {
  const getter = Reflect.getOwnPropertyDescriptor(object, name)?.get;
  if (!getter) throw new Error(`no getter ${String(name)}`);
  return getter;
}
