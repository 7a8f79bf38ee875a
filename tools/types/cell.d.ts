/** What every cell may use without an import: the editor knows these names by this file alone. */
import type { LivePlot } from "./plot/live-plot";
import type { LiveOptions } from "./protocol/output";

declare global {
  /** Prints values below the cell, on one line, separated by spaces. */
  function print(...values: unknown[]): void;
  /** Shows a value below the cell: a tensor, a plot, a table, anything. `update` of what it returns shows another in its place. */
  function display(value: unknown): { update(value: unknown): void };
  /** Takes away what the cell has put out; with `wait`, when the next output comes, so that nothing flickers. */
  function clearOutput(options?: { wait?: boolean }): void;
  /** Goes through `source` (a number n is 0, …, n − 1) and shows how far it has come. */
  function progress(count: number, options?: ProgressOptions): Iterable<number>;
  function progress<Item>(source: Iterable<Item>, options?: ProgressOptions): Iterable<Item>;
  function progress<Item>(source: AsyncIterable<Item>, options?: ProgressOptions): AsyncIterable<Item>;
  /** A piece of HTML, to be shown or put into another: only harmless elements and attributes are drawn. */
  function html(strings: TemplateStringsArray, ...values: unknown[]): object;
  /** A picture, written as SVG. Its `<title>` is what those hear who cannot see it. */
  function svg(strings: TemplateStringsArray, ...values: unknown[]): object;
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
    table(value: unknown, columns?: string[]): void;
    dir(value: unknown): void;
    assert(holds?: unknown, ...values: unknown[]): void;
    count(label?: string): void;
    time(label?: string): void;
    timeEnd(label?: string): void;
    group(...values: unknown[]): void;
    groupEnd(): void;
  };
  const performance: { now(): number };
  function setTimeout(callback: () => void, milliseconds?: number): number;
  function setInterval(callback: () => void, milliseconds?: number): number;
  function clearTimeout(id?: number): void;
  function clearInterval(id?: number): void;
  function queueMicrotask(callback: () => void): void;
  function structuredClone<Value>(value: Value): Value;
}
