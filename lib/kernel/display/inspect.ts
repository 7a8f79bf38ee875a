/** How far to look into a value. */
export interface InspectOptions {
  /** Levels of nesting that are written out. Default 4. */
  depth?: number;
  /** Elements of one collection that are written out. Default 100. */
  items?: number;
  /** Width in characters within which a collection stays on one line. Default 76. */
  width?: number;
  /** Asked first for objects: its own words for a value (a tensor, a module), or undefined. */
  describe?: (value: object) => string | undefined;
}

type Settings = Required<InspectOptions>;

/** Longest text of one string inside a collection. */
const LONGEST_STRING = 10_000;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const TypedArray = Object.getPrototypeOf(Int8Array) as {
  new (): { length: number; [index: number]: number | bigint };
};

// Taken before any cell runs: iterating over a reader's subclass would run the reader's code.
const { apply } = Reflect;
const { entries } = Map.prototype;
const { values } = Set.prototype;

/** A map's pairs as the language itself goes through them. */
export function mapEntries(map: ReadonlyMap<unknown, unknown>): Iterable<[unknown, unknown]> {
  return apply(entries, map, []) as Iterable<[unknown, unknown]>;
}

/** A set's elements as the language itself goes through them. */
export function setValues(set: ReadonlySet<unknown>): Iterable<unknown> {
  return apply(values, set, []) as Iterable<unknown>;
}

/**
 * A value as text, in the manner of a JavaScript console. Never throws, never calls a getter, ends on cycles,
 * and costs no more than what it writes: a collection of 10^7 elements is summarised, not walked.
 */
export function inspect(value: unknown, options: InspectOptions = {}): string {
  const settings: Settings = { depth: 4, items: 100, width: 76, describe: () => undefined, ...options };
  try {
    return format(value, settings, settings.depth, "", []);
  } catch (error) {
    // A proxy may throw from any trap; the reader still gets to know that there is something.
    return `[cannot be shown: ${error instanceof Error ? error.message : "it threw"}]`;
  }
}

function format(value: unknown, settings: Settings, depth: number, indent: string, above: object[]): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return numberText(value);
    case "bigint":
      return `${value}n`;
    case "symbol":
      return value.toString();
    case "undefined":
    case "boolean":
      return String(value);
    case "function":
      return settings.describe(value) ?? formatFunction(value);
    default:
      return value === null ? "null" : formatObject(value as object, settings, depth, indent, above);
  }
}

/** The shortest decimal that is this number in single precision: 0.1, where double precision has 0.10000000149011612. */
function float32Text(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return numberText(short);
  }
  return numberText(value);
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function quote(text: string): string {
  const cut = text.length > LONGEST_STRING ? `${text.slice(0, LONGEST_STRING)}…` : text;
  return JSON.stringify(cut);
}

function formatFunction(value: object): string {
  const source = Function.prototype.toString.call(value);
  const name = dataProperty(value, "name");
  const kind = /^class\b/.test(source) ? "class" : "Function";
  return typeof name === "string" && name ? `[${kind}: ${name}]` : `[${kind} (anonymous)]`;
}

function formatObject(
  value: object,
  settings: Settings,
  depth: number,
  indent: string,
  above: object[],
): string {
  const own = settings.describe(value);
  if (own !== undefined) return own.split("\n").join(`\n${indent}`);
  if (above.includes(value)) return "[Circular]";
  if (value instanceof Error) return `${errorName(value)}: ${String(dataProperty(value, "message") ?? "")}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (value instanceof RegExp) return RegExp.prototype.toString.call(value);
  if (value instanceof Promise) return "Promise { … }";
  const name = constructorName(value);
  if (depth === 0) return Array.isArray(value) ? `[Array(${value.length})]` : `[${name}]`;
  const inside = (item: unknown) => format(item, settings, depth - 1, `${indent}  `, [...above, value]);

  if (Array.isArray(value)) {
    const prefix = name === "Array" ? "" : `${name}(${value.length}) `;
    return prefix + enclose("[", arrayItems(value, settings, inside), "]", indent, settings);
  }
  if (value instanceof TypedArray) {
    const items: string[] = [];
    const single = value instanceof Float32Array;
    for (let i = 0; i < Math.min(value.length, settings.items); i += 1)
      items.push(single ? float32Text(Number(value[i])) : inside(value[i]));
    if (value.length > settings.items) items.push(`… ${value.length - settings.items} more`);
    return `${name}(${value.length}) ${enclose("[", items, "]", indent, settings)}`;
  }
  if (value instanceof Map) {
    const items: string[] = [];
    for (const [key, item] of mapEntries(value)) {
      if (items.length === settings.items) break;
      items.push(`${inside(key)} => ${inside(item)}`);
    }
    if (value.size > items.length) items.push(`… ${value.size - items.length} more`);
    return `Map(${value.size}) ${enclose("{", items, "}", indent, settings)}`;
  }
  if (value instanceof Set) {
    const items: string[] = [];
    for (const item of setValues(value)) {
      if (items.length === settings.items) break;
      items.push(inside(item));
    }
    if (value.size > items.length) items.push(`… ${value.size - items.length} more`);
    return `Set(${value.size}) ${enclose("{", items, "}", indent, settings)}`;
  }
  const prefix = name === "Object" ? "" : `${name} `;
  return prefix + enclose("{", objectItems(value, settings, inside), "}", indent, settings);
}

function arrayItems(
  array: readonly unknown[],
  settings: Settings,
  inside: (item: unknown) => string,
): string[] {
  const items: string[] = [];
  for (let i = 0; i < Math.min(array.length, settings.items); i += 1) {
    items.push(i in array ? inside(array[i]) : "empty");
  }
  if (array.length > settings.items) items.push(`… ${array.length - settings.items} more`);
  return items;
}

function objectItems(value: object, settings: Settings, inside: (item: unknown) => string): string[] {
  const items: string[] = [];
  const keys = Reflect.ownKeys(value);
  for (const key of keys) {
    const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
    if (!descriptor?.enumerable) continue;
    if (items.length === settings.items) {
      items.push(`… ${keys.length - items.length} more`);
      break;
    }
    const label = typeof key === "symbol" ? `[${key.toString()}]` : IDENTIFIER.test(key) ? key : quote(key);
    items.push(`${label}: ${"value" in descriptor ? inside(descriptor.value) : "[Getter]"}`);
  }
  return items;
}

/** One line if it fits, else one item a line; numbers and other short items are packed. */
function enclose(open: string, items: string[], close: string, indent: string, settings: Settings): string {
  if (items.length === 0) return open + close;
  const pad = open === "{" ? " " : "";
  const oneLine = `${open}${pad}${items.join(", ")}${pad}${close}`;
  if (oneLine.length + indent.length <= settings.width && !oneLine.includes("\n")) return oneLine;
  const inner = `${indent}  `;
  const lines: string[] = [];
  let line = "";
  items.forEach((item, index) => {
    const text = index < items.length - 1 ? `${item},` : item;
    const packs = open === "[" && item.length <= 24 && !item.includes("\n");
    if (packs && line !== "" && inner.length + line.length + 1 + text.length <= settings.width)
      line += ` ${text}`;
    else {
      if (line !== "") lines.push(line);
      line = text;
    }
  });
  lines.push(line);
  return `${open}\n${inner}${lines.join(`\n${inner}`)}\n${indent}${close}`;
}

/** The name of a value's class, read without running the reader's code. */
export function constructorName(value: object): string {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null) return "[null prototype]";
  const maker = dataProperty(prototype, "constructor");
  const name = typeof maker === "function" ? dataProperty(maker, "name") : undefined;
  return typeof name === "string" && name ? name : "Object";
}

function errorName(error: Error): string {
  const name = dataProperty(error, "name") ?? constructorName(error);
  return typeof name === "string" ? name : "Error";
}

/** A property's value unless reading it would run the reader's code. */
function dataProperty(value: object, name: string): unknown {
  return Reflect.getOwnPropertyDescriptor(value, name)?.value as unknown;
}
