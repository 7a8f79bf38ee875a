import type { LiveData, TableCell, TableData } from "../protocol";

/** Rows of the table. */
const MAX_ROWS = 1_000;

/** The numbers of a live plot, series by series, as they have been kept: evenly spaced ones if there are many. */
export function liveTable({ options, series }: LiveData): TableData {
  const named = series.some(({ name }) => name !== "");
  const columns = [options.x?.label ?? "x", options.y?.label ?? "y"];
  if (named) columns.unshift(options.title ?? "series");
  const rowCount = series.reduce((count, { x }) => count + x.length, 0);
  const step = Math.max(1, Math.ceil(rowCount / MAX_ROWS));
  const rows: TableCell[][] = [];
  for (const { name, x, y } of series) {
    for (let i = 0; i < x.length; i += step) {
      const row: TableCell[] = [x[i] ?? null, y[i] ?? null];
      rows.push(named ? [name, ...row] : row);
    }
  }
  return { columns, rows, rowCount, columnCount: columns.length, indexed: named };
}
