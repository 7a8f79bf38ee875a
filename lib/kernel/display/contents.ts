import { constructorName, mapEntries, setValues } from "./inspect";

/**
 * One thing inside a value, or the fact that reading it would run the reader's code. `label` is as code would have it,
 * `name` a property's name as it is.
 */
export type Content = { label: string; name?: string } & ({ value: unknown } | { getter: true });

/** What is inside a value: what it is called as a whole, and its first contents. */
export interface Inside {
  /** For example `Array(3)`, `Map(2)` or a class's name. */
  head: string;
  contents: Content[];
  /** How many contents there are besides. */
  more: number;
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const TypedArray = Object.getPrototypeOf(Int8Array) as {
  new (): { readonly length: number; readonly [index: number]: number | bigint };
};
/**
 * Looks into an object: at most `limit` of its contents, without calling a getter. Costs no more than what it returns,
 * but for the names of a plain object's properties.
 */
export function inside(value: object, limit: number): Inside {
  if (Array.isArray(value) || value instanceof TypedArray) return indexed(value, limit);
  if (value instanceof Map) {
    const head = `${constructorName(value)}(${value.size})`;
    const pairs = mapEntries(value);
    return counted(head, value.size, limit, pairs, ([key, item]) => ({ label: keyText(key), value: item }));
  }
  if (value instanceof Set) {
    const head = `${constructorName(value)}(${value.size})`;
    const items = setValues(value);
    return counted(head, value.size, limit, items, (item) => ({ label: "", value: item }));
  }
  return properties(value, limit);
}

function indexed(value: readonly unknown[] | InstanceType<typeof TypedArray>, limit: number): Inside {
  const contents: Content[] = [];
  const shown = Math.min(value.length, limit);
  for (let index = 0; index < shown; index++) {
    const getter = Array.isArray(value) && Reflect.getOwnPropertyDescriptor(value, index)?.get;
    const label = String(index);
    if (getter) contents.push({ label, getter: true });
    else if (index in value) contents.push({ label, value: value[index] });
  }
  return { head: `${constructorName(value)}(${value.length})`, contents, more: value.length - shown };
}

function counted<Item>(
  head: string,
  size: number,
  limit: number,
  items: Iterable<Item>,
  content: (item: Item) => Content,
): Inside {
  const contents: Content[] = [];
  for (const item of items) {
    if (contents.length === limit) break;
    contents.push(content(item));
  }
  return { head, contents, more: size - contents.length };
}

function properties(value: object, limit: number): Inside {
  const contents: Content[] = [];
  let more = 0;
  for (const key of Reflect.ownKeys(value)) {
    if (contents.length === limit) {
      more += 1;
      continue;
    }
    const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
    if (!descriptor?.enumerable) continue;
    const label = keyName(key);
    const name = typeof key === "string" ? key : label;
    contents.push(
      "value" in descriptor ? { label, name, value: descriptor.value } : { label, name, getter: true },
    );
  }
  return { head: constructorName(value), contents, more };
}

function keyName(key: string | symbol): string {
  if (typeof key === "symbol") return `[${key.toString()}]`;
  return IDENTIFIER.test(key) ? key : JSON.stringify(key);
}

/** A map's key, as far as it is a name. */
function keyText(key: unknown): string {
  if (typeof key === "string") return JSON.stringify(key);
  if (typeof key === "bigint") return `${key}n`;
  if (typeof key === "symbol") return key.toString();
  if (typeof key === "object" && key !== null) return `{${constructorName(key)}}`;
  return typeof key === "function" ? "{function}" : String(key);
}
