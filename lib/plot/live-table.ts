import type { LiveData, LiveSeries, TableCell, TableData } from "../protocol";
import { thinSeries } from "./thin-series";

/** Rows of the table, about: each of many short series keeps a few. */
const MAX_ROWS = 1_000;

/** Points that are kept of one stretch of x, at most. */
const POINTS_OF_BIN = 7;

/**
 * The numbers of a live plot, series by series, as they have been kept. If there are more than a thousand, each series
 * is thinned as its curve is: peaks, and the places where it diverged, remain.
 */
export function liveTable({ options, series }: LiveData): TableData {
  const named = series.some(({ name }) => name !== "");
  const columns = [options.x?.label ?? "x", options.y?.label ?? "y"];
  if (named) columns.unshift(options.title ?? "series");
  const rowCount = series.reduce((count, { x }) => count + x.length, 0);
  const thinned = (one: LiveSeries) => {
    if (rowCount <= MAX_ROWS) return one;
    const share = (MAX_ROWS * one.x.length) / rowCount;
    return thinSeries(one, options, Math.max(1, Math.floor(share / POINTS_OF_BIN)));
  };
  const rows: TableCell[][] = [];
  for (const one of series) {
    const { name } = one;
    const { x, y } = thinned(one);
    for (let i = 0; i < x.length; i++) {
      const row: TableCell[] = [x[i] ?? null, y[i] ?? null];
      rows.push(named ? [name, ...row] : row);
    }
  }
  return { columns, rows, rowCount, columnCount: columns.length, indexed: named };
}
