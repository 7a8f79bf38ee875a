import type { CompiledCell, Kind, Surroundings } from "../compile";
import { type Box, clear, createBox, hasValue, type NameState } from "./box";

interface Entry {
  box: Box;
  state: NameState;
}

/**
 * The names that the cells of a notebook share. One cell runs at a time: between `begin` and `end` no other may.
 *
 * What belongs to a name lies in objects without a prototype, so that a cell that patches `Map` or `Array` does not
 * take the scope with it.
 */
export class Scope {
  readonly #entries: Record<string, Entry> = Object.create(null);

  /** The box of a name, made when it is first asked for. */
  box(name: string): Box {
    return this.#entry(name).box;
  }

  /** The boxes that a compiled cell takes, in its order. */
  boxes({ parameters }: Pick<CompiledCell, "parameters">): Box[] {
    const boxes: Box[] = [];
    for (let index = 0; index < parameters.length; index++) boxes[index] = this.box(parameters[index] ?? "");
    return boxes;
  }

  /**
   * A run of the cell begins. What its last run defined is gone, and so are the values that other cells gave to the
   * names it declares now: those are its own from here on.
   */
  begin(cell: string, { declares, captures }: Pick<CompiledCell, "declares" | "captures">): void {
    this.forget(cell);
    for (let index = 0; index < declares.length; index++) {
      const declared = declares[index];
      if (!declared) continue;
      const { box, state } = this.#entry(declared.name);
      clear(box);
      state.owner = cell;
      state.kind = declared.kind;
      state.running = true;
      if (declared.kind === "var") box.init = undefined;
    }
    for (let index = 0; index < captures.length; index++) {
      const name = captures[index];
      if (name !== undefined) this.#entry(name).state.captured = true;
    }
  }

  /** The run of the cell has ended, well or with an error. */
  end(cell: string): void {
    for (const name in this.#entries) {
      const { state } = this.#entry(name);
      if (state.owner === cell) state.running = false;
    }
  }

  /** Takes away everything that the cell defines. */
  forget(cell: string): void {
    for (const name in this.#entries) {
      const { box, state } = this.#entry(name);
      if (state.owner !== cell) continue;
      clear(box);
      state.owner = undefined;
      state.kind = undefined;
      state.running = false;
    }
  }

  /** The cell that declares the name. */
  ownerOf(name: string): string | undefined {
    return this.#entries[name]?.state.owner;
  }

  /** How the name is declared. */
  kindOf(name: string): Kind | undefined {
    return this.#entries[name]?.state.kind;
  }

  /** Whether the name has a value. */
  has(name: string): boolean {
    const entry = this.#entries[name];
    return entry !== undefined && hasValue(entry.box);
  }

  /** The names that have a value. */
  names(): string[] {
    const names: string[] = [];
    for (const name in this.#entries) if (this.has(name)) names[names.length] = name;
    return names;
  }

  /**
   * What the compiler has to know of the other cells to compile `cell`.
   *
   * @param platform tells the platform's names, and what the libraries export
   */
  around(cell: string, platform: Pick<Surroundings, "isGlobal" | "exportsOf">): Surroundings {
    const ownedByOther = (name: string) => {
      const owner = this.ownerOf(name);
      return owner !== undefined && owner !== cell;
    };
    return {
      isGlobal: (name) => !ownedByOther(name) && platform.isGlobal(name),
      exportsOf: (specifier) => platform.exportsOf?.(specifier),
      kindOf: (name) => (ownedByOther(name) && this.has(name) ? this.kindOf(name) : undefined),
      isExclusive: (name) => !(this.#entries[name]?.state.captured ?? false),
    };
  }

  #entry(name: string): Entry {
    const known = this.#entries[name];
    if (known) return known;
    const state: NameState = { name, captured: false, running: false };
    const entry = { box: createBox(state), state };
    this.#entries[name] = entry;
    return entry;
  }
}
