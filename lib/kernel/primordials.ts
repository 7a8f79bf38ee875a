/**
 * The built-ins on which the kernel's line to the page rests, taken before any cell runs. A reader's program may
 * patch `MessagePort.prototype.postMessage` or `MessageEvent.prototype.data`: it then breaks its own cells, never
 * that line, and it does not get hold of the port by way of a patched method's `this`.
 */

/** The clock, in milliseconds. */
export const now: () => number = performance.now.bind(performance);

const { setTimeout } = globalThis;

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
  const getter = Reflect.getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get;
  if (!getter) throw new Error("MessageEvent has no data");
  const { apply } = Reflect;
  return (event) => apply(getter, event, []) as unknown;
}
