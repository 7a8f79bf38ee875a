import type { Kind } from "./lexical-scope";

/** What a cell finds around it when it is compiled. */
export interface Surroundings {
  /** Whether a name that no cell declares is one of the platform's, such as `Math` or `console`. */
  isGlobal(name: string): boolean;
  /** How another cell declared the name; undefined for a name that has no value now. Default: no name has. */
  kindOf?(name: string): Kind | undefined;
  /**
   * Whether nothing but the top level of the cell can read or write the name while the cell runs: no function of any
   * cell mentions it. Such a name may live in a variable of the cell for the length of the run. Default: false.
   */
  isExclusive?(name: string): boolean;
  /** The names that a library exports; undefined for a library that there is not. Default: there is none. */
  exportsOf?(specifier: string): readonly string[] | undefined;
}

/** The answers of the surroundings on which a compiled text rests. */
export interface Assumptions {
  globals: ReadonlySet<string>;
  kinds: ReadonlyMap<string, Kind | undefined>;
  exclusive: ReadonlyMap<string, boolean>;
}

/** Keeps note of what a cell asked about the names around it. */
export class Inquiry {
  readonly globals = new Set<string>();
  readonly kinds = new Map<string, Kind | undefined>();
  readonly exclusive = new Map<string, boolean>();
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Whether a name that the cell does not declare belongs to the platform and to no cell. */
  isGlobal(name: string): boolean {
    if (this.globals.has(name)) return true;
    const global = this.kindOf(name) === undefined && this.#surroundings.isGlobal(name);
    if (global) this.globals.add(name);
    return global;
  }

  kindOf(name: string): Kind | undefined {
    if (!this.kinds.has(name)) this.kinds.set(name, this.#surroundings.kindOf?.(name));
    return this.kinds.get(name);
  }

  isExclusive(name: string): boolean {
    const known = this.exclusive.get(name);
    if (known !== undefined) return known;
    const exclusive = this.#surroundings.isExclusive?.(name) ?? false;
    this.exclusive.set(name, exclusive);
    return exclusive;
  }
}

/** Whether a text that was compiled under some assumptions may be run as it is under the present surroundings. */
export function stillHolds(assumptions: Assumptions, surroundings: Surroundings): boolean {
  // Every name that the cell does not declare was asked for its kind.
  for (const [name, kind] of assumptions.kinds) {
    if (surroundings.kindOf?.(name) !== kind) return false;
    if (kind === undefined && surroundings.isGlobal(name) !== assumptions.globals.has(name)) return false;
  }
  for (const [name, was] of assumptions.exclusive) {
    // A name that has become exclusive costs speed only.
    if (was && !surroundings.isExclusive?.(name)) return false;
  }
  return true;
}
