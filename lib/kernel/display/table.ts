import type { TableCell, TableData } from "../../protocol";
import { type Content, inside } from "./contents";
import { constructorName, inspect } from "./inspect";

/** Rows and columns that are sent, and characters of one cell. */
const MAX_ROWS = 1_000;
const MAX_COLUMNS = 50;
const MAX_CELL = 200;
/** Columns of the names and the values in `console.table`, as the platform's own has them. */
const INDEX = "(index)";
const VALUES = "Values";

type Row = Map<string, unknown>;

/**
 * The table that an array of alike objects is: two or more plain objects with the same keys, whose values are no
 * collections. Undefined for anything else.
 */
export function tableOf(value: unknown): TableData | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const columns = Object.keys((plainObject(value[0]) ? value[0] : {}) as object);
  if (columns.length === 0) return undefined;
  const rows: TableCell[][] = [];
  for (let index = 0; index < Math.min(value.length, MAX_ROWS); index++) {
    const row: unknown = value[index];
    if (!plainObject(row) || Object.keys(row).length !== columns.length) return undefined;
    const cells: TableCell[] = [];
    for (const name of columns) {
      const field = Reflect.getOwnPropertyDescriptor(row, name);
      if (!field || !("value" in field) || isCollection(field.value)) return undefined;
      if (cells.length < MAX_COLUMNS) cells.push(cellOf(field.value));
    }
    rows.push(cells);
  }
  return {
    columns: columns.slice(0, MAX_COLUMNS).map(short),
    rows,
    rowCount: value.length,
    columnCount: columns.length,
    indexed: false,
  };
}

/**
 * What `console.table` shows: a row for each of a collection's contents, a column for each property that any of them
 * has, and one for contents that are no collections. Undefined for what is no collection.
 *
 * @param wanted the only columns to show
 */
export function consoleTable(value: unknown, wanted?: readonly string[]): TableData | undefined {
  if (!isCollection(value)) return undefined;
  const { contents, more } = inside(value, MAX_ROWS);
  const names = new Set<string>(wanted);
  let bare = false;
  const rows = contents.map((content, index): Row => {
    const row: Row = new Map([[INDEX, value instanceof Set ? index : nameOf(content)]]);
    if ("getter" in content) return row.set(VALUES, "(…)");
    if (!isCollection(content.value)) {
      bare = true;
      return row.set(VALUES, content.value);
    }
    for (const field of inside(content.value, MAX_COLUMNS).contents) {
      const name = nameOf(field);
      if (!wanted) names.add(name);
      row.set(name, "getter" in field ? "(…)" : field.value);
    }
    return row;
  });
  const columns = [INDEX, ...names, ...(bare ? [VALUES] : [])];
  const shown = columns.slice(0, MAX_COLUMNS);
  return {
    columns: shown.map(short),
    rows: rows.map((row) => shown.map((name) => (row.has(name) ? cellOf(row.get(name)) : null))),
    rowCount: contents.length + more,
    columnCount: columns.length,
    indexed: true,
  };
}

function nameOf({ name, label }: Content): string {
  return name ?? label;
}

function cellOf(value: unknown): TableCell {
  if (typeof value === "number") return value;
  if (value === undefined) return null;
  if (typeof value === "string") return short(value);
  return short(inspect(value, { depth: 1, items: 6, width: Number.POSITIVE_INFINITY }));
}

function isCollection(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date || value instanceof Error);
}

function plainObject(value: unknown): value is object {
  return isCollection(value) && /^(Object|\[null prototype\])$/.test(constructorName(value));
}

function short(text: string): string {
  return text.length <= MAX_CELL ? text : `${text.slice(0, MAX_CELL)}…`;
}
