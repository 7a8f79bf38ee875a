import {
  currentValue,
  INPUT_LIMITS,
  type Input,
  type InputKind,
  type InputRange,
  type InputValue,
  type InputValues,
  isOnStep,
  nearestOnStep,
  type Steps,
} from "../../protocol";
import { InputError } from "./input-error";
import { Options } from "./options";

/** Inputs of one run: more than anybody sets, and few enough for the page. */
export const MAX_INPUTS = 50;

/** Steps across a slider whose cell gives no step. */
const SLIDER_STEPS = 100;

/**
 * The inputs of one run of a cell. Each call shows an input below the cell, in its place among the outputs, and returns
 * the value that it has now: the one that the reader has set, else the initial one. When the reader sets another, the
 * page runs the cell again.
 *
 * All inputs take `label` (TeX between dollar signs) and `key`. What the reader has set is kept by the key: without
 * one, by the label; without a label, by the input's kind and its place among the cell's inputs.
 */
export class Inputs {
  readonly #set: InputValues;
  readonly #show: (input: Input) => void;
  readonly #keys = new Set<string>();

  /**
   * @param set what the reader has set
   * @param show puts an input below the cell
   */
  constructor(set: InputValues | undefined, show: (input: Input) => void) {
    this.#set = set ?? {};
    this.#show = show;
  }

  /**
   * A number between `min` (default 0) and `max` (default 1, or `min` + 1 where that is more), in steps of `step`
   * (default: a power of ten that makes at least 100 steps), at first `value` (default: the middle).
   *
   * @throws InputError
   */
  slider(given?: unknown): number {
    const options = new Options("slider", given, ["min", "max", "step", "value"]);
    const min = options.number("min") ?? 0;
    const max = options.number("max") ?? Math.max(1, min + 1);
    if (!(min < max && Number.isFinite(max - min))) throw options.wrong("max", max, `number > ${min}`);
    const step = options.step() ?? powerOfTen((max - min) / SLIDER_STEPS);
    if (step > max - min) throw options.wrong("step", step, `number ≤ ${max - min}`);
    const initial = initialNumber(options, { min, max, step }, (min + max) / 2);
    return this.#ask(options, { kind: "slider", min, max, step }, initial);
  }

  /**
   * A number that is typed, between `min` and `max` and in steps of `step` where these are given, at first `value`
   * (default: 0, or what is nearest to it).
   *
   * @throws InputError
   */
  number(given?: unknown): number {
    const options = new Options("number", given, ["min", "max", "step", "value"]);
    const steps: Steps = {};
    for (const bound of ["min", "max"] as const) {
      const value = options.number(bound);
      if (value !== undefined) steps[bound] = value;
    }
    const step = options.step();
    if (step !== undefined) steps.step = step;
    const { min, max } = steps;
    if (min !== undefined && max !== undefined && !(min <= max))
      throw options.wrong("max", max, `number ≥ ${min}`);
    return this.#ask(options, { kind: "number", ...steps }, initialNumber(options, steps, 0));
  }

  /**
   * One of `options`: a list of texts, numbers or truth values, or a record whose names are shown and whose values
   * are returned. At first `value` (default: the first): an item of the list, or a name of the record.
   *
   * @throws InputError
   */
  select(given?: unknown): unknown {
    const options = new Options("select", given, ["options", "value"]);
    const choices = readChoices(options);
    const names = choices.map(([name]) => name);
    const value = options.get("value");
    const initial = value === undefined ? names[0] : names.find((name) => name === nameOf(value));
    if (initial === undefined)
      throw options.wrongValue(
        value,
        names
          .map((name) => JSON.stringify(name))
          .join(" / ")
          .slice(0, 200),
      );
    const chosen = this.#ask(options, { kind: "select", options: names }, initial);
    return choices.find(([name]) => name === chosen)?.[1];
  }

  /**
   * Yes or no, at first `value` (default: false).
   *
   * @throws InputError
   */
  checkbox(given?: unknown): boolean {
    const options = new Options("checkbox", given, ["value"]);
    return this.#ask(options, { kind: "checkbox" }, options.boolean("value") ?? false);
  }

  /**
   * How many times the button has been pressed.
   *
   * @throws InputError
   */
  button(given?: unknown): number {
    return this.#ask(new Options("button", given), { kind: "button" }, 0);
  }

  /**
   * A line of text, at first `value` (default: empty); `placeholder` stands in it while it is empty.
   *
   * @throws InputError
   */
  text(given?: unknown): string {
    const options = new Options("text", given, ["value", "placeholder"]);
    const placeholder = options.text("placeholder");
    const initial = options.text("value", INPUT_LIMITS.text) ?? "";
    return this.#ask(options, { kind: "text", ...(placeholder !== undefined && { placeholder }) }, initial);
  }

  /** Shows the input, and gives the value that it has. */
  #ask<Value extends InputValue>(options: Options, range: Unnamed<InputRange>, initial: Value): Value {
    if (this.#keys.size >= MAX_INPUTS) throw tooMany();
    const label = options.text("label") ?? "";
    const key = this.#key(range.kind, options.text("key"), label);
    const unset = { ...range, key, label, value: initial, initial } as Input;
    const value = currentValue(unset, this.#set[key]);
    this.#show({ ...unset, value } as Input);
    return value as Value;
  }

  #key(input: InputKind, asked: string | undefined, label: string): string {
    if (asked && this.#keys.has(asked)) {
      const message = `${input}: the key ${JSON.stringify(asked)} is taken by another input of this cell`;
      throw new InputError("input-key-twice", { input, key: asked }, message);
    }
    const name = asked || label || `${input} ${this.#keys.size + 1}`;
    let key = name;
    // The same label again, for example in a loop.
    for (let count = 2; this.#keys.has(key); count++)
      key = `${name.slice(0, INPUT_LIMITS.label - 4)} #${count}`;
    this.#keys.add(key);
    return key;
  }
}

type Unnamed<Range> = Range extends unknown ? Omit<Range, "key" | "label"> : never;

/** The initial number, which has to be one that the reader can set; without one, the nearest to `otherwise` that is. */
function initialNumber(options: Options, steps: Steps, otherwise: number): number {
  const value = options.number("value");
  const near = nearestOnStep(steps, value ?? otherwise);
  if (near === undefined) throw options.wrong("step", steps.step, "min ≤ n × step ≤ max");
  if (value === undefined) return near;
  if (!isOnStep(steps, value)) throw options.wrongValue(value, String(near));
  return near;
}

/** The largest power of ten that is no larger than a number. */
function powerOfTen(bound: number): number {
  return Number(`1e${Math.floor(Math.log10(bound))}`);
}

function readChoices(options: Options): [name: string, value: unknown][] {
  const given = options.get("options");
  const wrong = (expected: string) => options.wrong("options", given, expected);
  if (typeof given !== "object" || given === null) throw wrong('["a", …] / { a: …, … }');
  const choices: [string, unknown][] = Array.isArray(given)
    ? [...given].map((item) => {
        const name = nameOf(item);
        if (name !== undefined) return [name, item];
        throw options.wrong("options", item, "string / number / boolean, { name: … }");
      })
    : Object.entries(given);
  const names = new Set(choices.map(([name]) => name));
  if (choices.length === 0 || choices.length > INPUT_LIMITS.options)
    throw wrong(`["a", …] (1 ≤ length ≤ ${INPUT_LIMITS.options})`);
  if (names.size < choices.length) throw wrong('["a", "b", …] (a ≠ b)');
  if (choices.some(([name]) => name.length > INPUT_LIMITS.label))
    throw wrong(`["a", …] (length of a ≤ ${INPUT_LIMITS.label})`);
  return choices;
}

/** A value's name among options; undefined for what is no text, number or truth value. */
function nameOf(value: unknown): string | undefined {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : undefined;
}

function tooMany(): InputError {
  return new InputError(
    "too-many-inputs",
    { limit: String(MAX_INPUTS) },
    `A cell shows at most ${MAX_INPUTS} inputs.`,
  );
}
