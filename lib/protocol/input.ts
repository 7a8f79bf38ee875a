import { isOnStep, nearestOnStep } from "./steps";

/** What a reader can set: a number, a text, yes or no. */
export type InputValue = number | string | boolean;

/** The values that a reader has set in one cell, by the inputs' keys. */
export type InputValues = Readonly<Record<string, InputValue>>;

interface Setting<Kind extends string, Value extends InputValue> {
  kind: Kind;
  /** Names the input among those of its cell, for as long as the cell's text asks for it. */
  key: string;
  /** What stands beside the control; TeX between dollar signs. May be empty. */
  label: string;
  /** What the program was given. */
  value: Value;
  /** What the program is given until the reader sets something else. */
  initial: Value;
}

/** A number between two others, in steps from the lower one. */
export interface SliderInput extends Setting<"slider", number> {
  min: number;
  max: number;
  step: number;
}

/** A number that is typed. Its steps count from `min`, or from 0 where there is none. */
export interface NumberInput extends Setting<"number", number> {
  min?: number;
  max?: number;
  step?: number;
}

/** One of several; the values are the options' names. */
export interface SelectInput extends Setting<"select", string> {
  options: readonly string[];
}

export type CheckboxInput = Setting<"checkbox", boolean>;

/** Its value is how many times it has been pressed. */
export type ButtonInput = Setting<"button", number>;

/** A line of text. */
export interface TextInput extends Setting<"text", string> {
  placeholder?: string;
}

/** Something in a cell's output that the reader can set, and that the cell's program gets the value of. */
export type Input = SliderInput | NumberInput | SelectInput | CheckboxInput | ButtonInput | TextInput;

export type InputKind = Input["kind"];

export const INPUT_KINDS = ["slider", "number", "select", "checkbox", "button", "text"] as const;

/** Characters of a label, a key, a placeholder or an option's name; options of one input; characters of a text. */
export const INPUT_LIMITS = { label: 200, options: 500, text: 10_000 } as const;

/** An input without the values: what decides which values it takes. */
export type InputRange<Of extends Input = Input> = Of extends Input ? Omit<Of, "value" | "initial"> : never;

/** Whether an input takes a value: of its kind, between its bounds, on one of its steps, among its options. */
export function fits(input: InputRange, value: unknown): value is InputValue {
  switch (input.kind) {
    case "slider":
    case "number":
      return typeof value === "number" && isOnStep(input, value);
    case "select":
      return typeof value === "string" && input.options.includes(value);
    case "checkbox":
      return typeof value === "boolean";
    case "button":
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case "text":
      return typeof value === "string" && value.length <= INPUT_LIMITS.text;
  }
}

/**
 * The value that an input has: what the reader has set, if the input takes it (the program may have changed since),
 * else its initial one. Numbers come as people write them, 0.3 and not 0.30000000000000004.
 */
export function currentValue<Of extends Input>(input: Of, set: InputValue | undefined): Of["value"] {
  if (set === undefined || !fits(input, set)) return input.initial;
  if (typeof set !== "number" || (input.kind !== "slider" && input.kind !== "number")) return set;
  return nearestOnStep(input, set) ?? set;
}
