import type { Kind } from "./lexical-scope";
import type { Names, Reference } from "./names";
import type { Inquiry } from "./surroundings";
import { boundNames } from "./syntax";

/** How the text of a cell speaks of one shared name. */
export interface Variable {
  name: string;
  /** The parameter that is given the name's box. */
  box: string;
  /** How this cell declares the name; undefined for a name of another cell. */
  kind?: Kind;
  /** The cell's own variable that stands for the box at top level, where it is faster. */
  local?: Local;
}

export interface Local {
  name: string;
  /** Top-level code from this offset on uses the variable; before it the name has no value yet. */
  from: number;
  /** When the box is given the variable's value. */
  published: "with its initialization" | "after its declarator" | "at the end" | "never";
}

const CONSTANT: ReadonlySet<Kind | undefined> = new Set<Kind>(["const", "class", "enum", "import"]);

/** Whether a name that was declared so can never be assigned to. */
export function isConstant(kind: Kind | undefined): boolean {
  return CONSTANT.has(kind);
}

/**
 * Decides for every shared name of a cell how its text speaks of it. The box is always right. A variable of the
 * cell's own is faster (an engine can keep it in a register) and as right where nobody could see a difference: for
 * constants, and for names that no function mentions, since only functions run while the cell does.
 */
export class Variables {
  readonly #variables = new Map<string, Variable>();
  readonly #prefix: string;
  /** The name of the parameter after the boxes. */
  readonly runtime: string;
  /** The names that functions of the cell mention. */
  readonly captured: ReadonlySet<string>;

  constructor(names: Names, references: readonly Reference[], inquiry: Inquiry) {
    this.#prefix = unusedPrefix(names.identifiers);
    // A name cannot begin with a digit, so these are no box's.
    this.runtime = `${this.#prefix}0`;
    this.captured = new Set(references.filter((one) => one.inFunction).map((one) => one.name));
    const atTopLevel = new Set(references.filter((one) => isPlainUse(one)).map((one) => one.name));
    const assigned = new Set(references.filter((one) => one.use === "assign").map((one) => one.name));
    const places = initializations(names);
    const exclusive = (name: string) => !this.captured.has(name) && inquiry.isExclusive(name);

    for (const { identifier, kind } of names.declared) {
      const { name } = identifier;
      const variable = this.#add(name, kind);
      if (!atTopLevel.has(name) || kind === "function") continue;
      const place = places.get(name);
      if (isConstant(kind)) {
        if (!place?.inPattern) this.#keep(variable, place?.end ?? 0, "with its initialization");
        else if (exclusive(name)) this.#keep(variable, place.end, "after its declarator");
      } else if (exclusive(name)) {
        this.#keep(variable, kind === "var" ? 0 : (place?.end ?? 0), "at the end");
      }
    }
    for (const { name } of references) {
      if (this.#variables.has(name)) continue;
      const variable = this.#add(name);
      const kind = inquiry.kindOf(name);
      if (!kind || !atTopLevel.has(name)) continue;
      if (isConstant(kind)) this.#keep(variable, 0, "never");
      else if (exclusive(name)) this.#keep(variable, 0, assigned.has(name) ? "at the end" : "never");
    }
  }

  has(name: string): boolean {
    return this.#variables.has(name);
  }

  get(name: string): Variable {
    const variable = this.#variables.get(name);
    if (!variable) throw new Error(`no variable ${name}`);
    return variable;
  }

  all(): Variable[] {
    return [...this.#variables.values()];
  }

  #add(name: string, kind?: Kind): Variable {
    const variable: Variable = { name, box: `${this.#prefix}${name}`, kind };
    this.#variables.set(name, variable);
    return variable;
  }

  #keep(variable: Variable, from: number, published: Local["published"]): void {
    variable.local = { name: `${this.#prefix}1${variable.name}`, from, published };
  }
}

/** Whether a reference is one that a local variable would serve. */
function isPlainUse(reference: Reference): boolean {
  return !reference.inFunction && reference.use !== "initialize";
}

/** A prefix with which no identifier of the text begins. */
function unusedPrefix(identifiers: ReadonlySet<string>): string {
  let prefix = "$";
  const all = [...identifiers];
  while (all.some((name) => name.startsWith(prefix))) prefix += "$";
  return prefix;
}

interface Initialization {
  /** From here on the name has its value. */
  end: number;
  /** Whether a destructuring pattern gives the value. */
  inPattern: boolean;
}

/** Where the cell's names are initialized. Imports and functions are before the first line. */
function initializations({ variables, classes, enums }: Names): Map<string, Initialization> {
  const places = new Map<string, Initialization>();
  for (const { declaration } of variables) {
    for (const { id, end } of declaration.declarations) {
      for (const { name } of boundNames(id)) places.set(name, { end, inPattern: id.type !== "Identifier" });
    }
  }
  for (const { id, end } of classes) places.set(id.name, { end, inPattern: false });
  for (const { declaration } of enums) {
    const { id, end } = declaration;
    if (!places.has(id.name)) places.set(id.name, { end, inPattern: false });
  }
  return places;
}
