import type { Kind } from "../compile";
import { UndefinedNameError } from "./undefined-name";

// Taken before any cell can patch them.
const { defineProperty, hasOwn } = Object;

/** What is known of a name besides its value. */
export interface NameState {
  readonly name: string;
  /** The cell that declares it. */
  owner?: string;
  kind?: Kind;
  /** Whether a function of a cell that has run mentions it. It may still be called, so this is never taken back. */
  captured: boolean;
  /** Whether the owner is running now. */
  running: boolean;
}

/**
 * The place of one name's value, the same for as long as the kernel lives, so that every function of every cell sees
 * the value that the name has now.
 *
 * A name with a value is a plain property `v` of its box, which engines read and write at the speed of a variable. A
 * name without one has no such property; reading and writing `v` then come to the accessors below. Every box has a
 * class of its own: engines then learn the type of each name's value by itself, and keep for example a number that
 * changes in every step of a loop unboxed in its place.
 */
export abstract class Box {
  declare protected readonly state: NameState;

  /** The value. */
  get v(): unknown {
    throw noValue(this.state);
  }

  set v(_value: unknown) {
    throw noValue(this.state);
  }

  /** Gives the name its first value, by declaration. */
  set init(value: unknown) {
    const { kind } = this.state;
    const writable = kind === "let" || kind === "var" || kind === "function";
    defineProperty(this, "v", { value, writable, enumerable: true, configurable: true });
  }

  /** The value for `typeof`, which may ask for names that nobody defines. */
  get peek(): unknown {
    if (hasOwn(this, "v")) return this.v;
    if (this.state.running) throw noValue(this.state);
    return undefined;
  }
}

/** A box without a value. */
export function createBox(state: NameState): Box {
  class NamedBox extends Box {}
  defineProperty(NamedBox.prototype, "state", { value: state });
  return new NamedBox();
}

/** Whether the box's name has a value. */
export function hasValue(box: Box): boolean {
  return hasOwn(box, "v");
}

/** Takes the value away. */
export function clear(box: Box): void {
  delete (box as { v?: unknown }).v;
}

function noValue({ name, owner, running }: NameState): UndefinedNameError {
  if (running) return new UndefinedNameError("name-before-initialization", { name });
  return new UndefinedNameError("undefined-name", owner === undefined ? { name } : { name, cell: owner });
}

/** The engine's own words when a constant is assigned to, which speak of the box. */
const CONSTANT_MESSAGE = messageOfConstant();

/**
 * Whether an error is that of an assignment to a constant which could not be seen when the assigning cell was
 * compiled: a function of one cell assigns a name that another cell has later declared as `const`.
 */
export function assignsConstant(error: unknown): boolean {
  return error instanceof TypeError && error.message === CONSTANT_MESSAGE;
}

function messageOfConstant(): string {
  const box = createBox({ name: "", kind: "const", captured: false, running: false });
  box.init = 0;
  try {
    box.v = 1;
  } catch (error) {
    if (error instanceof TypeError) return error.message;
  }
  throw new Error("a constant can be assigned to");
}
