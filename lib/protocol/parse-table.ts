import { isRecord, isString, isWhole } from "./checks";
import type { TableCell, TableData } from "./output";

/** Rows, columns and characters of a cell in one table: a kernel sends no more. */
const MAX_ROWS = 1_000;
const MAX_COLUMNS = 50;
const MAX_CELL = 1_000;
/** Characters of a column's name. */
const MAX_LABEL = 200;

/** A table, checked; null if it is none. */
export function parseTable(data: unknown): TableData | null {
  if (!isRecord(data) || !Array.isArray(data.columns) || !Array.isArray(data.rows)) return null;
  const { rowCount, columnCount, indexed } = data;
  if (!isWhole(rowCount) || !isWhole(columnCount) || typeof indexed !== "boolean") return null;
  if (data.columns.length === 0 || data.columns.length > MAX_COLUMNS || data.rows.length > MAX_ROWS)
    return null;
  const columns = Array.from(data.columns, (name: unknown) =>
    isString(name) ? name.slice(0, MAX_LABEL) : "",
  );
  const rows = Array.from(data.rows, (row: unknown) =>
    columns.map((_, column) => (Array.isArray(row) ? parseCell(row[column]) : null)),
  );
  return { columns, rows, rowCount, columnCount, indexed };
}

function parseCell(data: unknown): TableCell {
  if (typeof data === "number") return data;
  return isString(data) ? data.slice(0, MAX_CELL) : null;
}
