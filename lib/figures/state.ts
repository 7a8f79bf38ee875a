/** What a figure shows: plain values by name. Everything that is drawn follows from them. */
export type FigureState = Readonly<Record<string, number | string | boolean>>;

/** One value of a figure's state: where it starts, and how it is written in an address. */
export interface Field<Value> {
  readonly initial: Value;
  write(value: Value): string;
  /** The value that a text stands for; undefined if it stands for none that the figure can show. */
  read(text: string): Value | undefined;
}

export type Fields<State> = { readonly [Name in keyof State]: Field<State[Name]> };

/** A number between two bounds, which belong to it. */
export function numberField({
  initial,
  min,
  max,
}: {
  initial: number;
  min: number;
  max: number;
}): Field<number> {
  return {
    initial,
    write: (value) => String(Number(value.toPrecision(12))),
    read(text) {
      const value = Number(text);
      return text.trim() !== "" && value >= min && value <= max ? value : undefined;
    },
  };
}

/** A whole number between two bounds, which belong to it; on the way to the next it is written as the one before. */
export function countField(bounds: { initial: number; min: number; max: number }): Field<number> {
  const field = numberField(bounds);
  return {
    ...field,
    write: (value) => String(Math.floor(value)),
    read(text) {
      const value = field.read(text);
      return Number.isInteger(value) ? value : undefined;
    },
  };
}

/** One of several names. */
export function choiceField<Name extends string>(
  initial: NoInfer<Name>,
  names: readonly Name[],
): Field<Name> {
  return { initial, write: (value) => value, read: (text) => names.find((name) => name === text) };
}

/** Yes or no. */
export function flagField(initial: boolean): Field<boolean> {
  return {
    initial,
    write: (value) => (value ? "1" : "0"),
    read: (text) => (text === "1" ? true : text === "0" ? false : undefined),
  };
}

/** The state as text, `x:1.5,curve:waves`, without what is as it was at first. */
export function writeState<State extends FigureState>(fields: Fields<State>, state: State): string {
  const names: (keyof State & string)[] = Object.keys(fields);
  return names
    .map((name) => [name, fields[name].write(state[name])] as const)
    .filter(([name, text]) => text !== fields[name].write(fields[name].initial))
    .map(([name, text]) => `${name}:${text}`)
    .join(",");
}

/** The state that a text stands for. What is missing in it, or cannot be shown, is as at first: texts come from anywhere. */
export function readState<State extends FigureState>(fields: Fields<State>, text: string): State {
  const given = new Map(partsOf(text));
  const names: (keyof State & string)[] = Object.keys(fields);
  const entries = names.map((name) => {
    const [field, own] = [fields[name], given.get(name)];
    return [name, (own === undefined ? undefined : field.read(own)) ?? field.initial];
  });
  return Object.fromEntries(entries) as State;
}

/** The parts of a text that stand for nothing, for authors: `x:lots`, a name that the figure does not have. */
export function notUnderstood<State extends FigureState>(fields: Fields<State>, text: string): string[] {
  if (text.trim() === "") return [];
  return partsOf(text)
    .filter(([name, value]) => !Object.hasOwn(fields, name) || fields[name]?.read(value) === undefined)
    .map(([name, value]) => `${name}:${value}`);
}

function partsOf(text: string): [name: string, value: string][] {
  return text.split(",").map((part) => {
    const colon = part.indexOf(":");
    return [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
  });
}
