/** What every cell may use without an import: the editor knows these names by this file alone. */
import type { LivePlot } from "./plot/live-plot";
import type { LiveOptions } from "./protocol/output";

declare global {
  /** Prints values below the cell, on one line, separated by spaces. */
  function print(...values: unknown[]): void;
  /** Shows a value below the cell: a tensor, a plot, a number, anything. */
  function display(value: unknown): void;
  /** Opens a plot that grows while the program runs; add points to it with `add(x, y, series?)`. */
  function livePlot(options?: LiveOptions): LivePlot;
  /** Observable Plot: `Plot.lineY([1, 2, 3]).plot()` as the last line of a cell shows a curve. */
  const Plot: typeof import("./observablehq-plot/index");

  const console: {
    log(...values: unknown[]): void;
    info(...values: unknown[]): void;
    debug(...values: unknown[]): void;
    warn(...values: unknown[]): void;
    error(...values: unknown[]): void;
    table(value: unknown): void;
    dir(value: unknown): void;
  };
  const performance: { now(): number };
  function setTimeout(callback: () => void, milliseconds?: number): number;
  function setInterval(callback: () => void, milliseconds?: number): number;
  function clearTimeout(id?: number): void;
  function clearInterval(id?: number): void;
  function queueMicrotask(callback: () => void): void;
  function structuredClone<Value>(value: Value): Value;
}
