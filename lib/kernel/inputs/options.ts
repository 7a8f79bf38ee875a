import { INPUT_LIMITS, type InputKind } from "../../protocol";
import { InputError } from "./input-error";

/** Characters of a value in an error's text. */
const MAX_SHOWN = 80;
/** Options that every input has. */
const COMMON = ["label", "key"];

/** The options that a cell gave to an input, read one by one and checked. */
export class Options {
  readonly #input: InputKind;
  readonly #given: Readonly<Record<string, unknown>>;

  /**
   * @param known the options that this kind of input has besides `label` and `key`
   * @throws InputError `input-option` for what is no record of options, `unknown-input-option` for one too many
   */
  constructor(input: InputKind, given: unknown = {}, known: readonly string[] = []) {
    this.#input = input;
    if (typeof given !== "object" || given === null || Array.isArray(given))
      throw this.wrong("options", given, "{ label, … }");
    this.#given = given as Record<string, unknown>;
    const names = [...COMMON, ...known];
    const option = Object.keys(given).find((name) => !names.includes(name));
    if (option === undefined) return;
    throw new InputError(
      "unknown-input-option",
      { input, option: short(option), known: names.join(", ") },
      `${input}: unknown option ${short(option)}; known: ${names.join(", ")}`,
    );
  }

  get(option: string): unknown {
    return this.#given[option];
  }

  number(option: string): number | undefined {
    const value = this.#given[option];
    if (value === undefined || (typeof value === "number" && Number.isFinite(value))) return value;
    throw this.wrong(option, value, "number");
  }

  /** A step: a number above zero. */
  step(): number | undefined {
    const step = this.number("step");
    if (step !== undefined && !(step > 0)) throw this.wrong("step", step, "number > 0");
    return step;
  }

  text(option: string, limit: number = INPUT_LIMITS.label): string | undefined {
    const value = this.#given[option];
    if (value === undefined || (typeof value === "string" && value.length <= limit)) return value;
    throw this.wrong(option, value, `string (length ≤ ${limit})`);
  }

  boolean(option: string): boolean | undefined {
    const value = this.#given[option];
    if (value === undefined || typeof value === "boolean") return value;
    throw this.wrong(option, value, "true / false");
  }

  /** @param expected in notation that is the same in every language */
  wrong(option: string, value: unknown, expected: string): InputError {
    const [input, shown] = [this.#input, written(value)];
    return new InputError(
      "input-option",
      { input, option, value: shown, expected },
      `${input}: invalid ${option}: ${shown}; expected ${expected}`,
    );
  }

  /** The initial value is none that the reader could set. */
  wrongValue(value: unknown, expected: string): InputError {
    const [input, shown] = [this.#input, written(value)];
    return new InputError(
      "input-value",
      { input, value: shown, expected },
      `${input}: value ${shown} cannot be set here; expected ${expected}`,
    );
  }
}

function written(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(short(value));
  if (typeof value === "function") return "a function";
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "an array" : "an object";
  return short(String(value));
}

function short(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}
