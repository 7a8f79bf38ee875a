/** What every cell may use without an import: the editor knows these names by this file alone. */
import type { LivePlot } from "./plot/live-plot";
import type { LiveOptions } from "./protocol/output";

declare global {
  /** Prints values below the cell, on one line, separated by spaces. */
  function print(...values: unknown[]): void;
  /** Shows a value below the cell: a tensor, a plot, a number, anything. */
  function display(value: unknown): DisplayHandle;
  /** What `display` returns. */
  interface DisplayHandle {
    /** Shows another value in the same place, at most sixty times a second; the last one always. */
    update(value: unknown): void;
  }
  /** Takes away what the cell has put out; with `wait` not before the next output, so that nothing flickers. */
  function clearOutput(options?: { wait?: boolean }): void;
  /** Counts from 0 to `count` - 1, and shows below the cell how far the loop has come: `for (const i of progress(100))`. */
  function progress(count: number, options?: ProgressOptions): Iterable<number>;
  /** Goes through an array or anything else, and shows below the cell how far the loop has come. */
  function progress<Item>(source: Iterable<Item>, options?: ProgressOptions): Iterable<Item>;
  /** Goes through what comes one by one (`for await`), and shows below the cell how far the loop has come. */
  function progress<Item>(source: AsyncIterable<Item>, options?: ProgressOptions): AsyncIterable<Item>;
  interface ProgressOptions {
    /** What the loop does, in front of the bar. */
    label?: string;
    /** How many there will be, where the source does not know it itself. */
    total?: number;
  }
  /** A piece of HTML, to be shown or put into another: html`<b>${value}</b>`. Only harmless elements are drawn. */
  function html(strings: TemplateStringsArray, ...values: unknown[]): Fragment;
  /** A picture: svg`<svg width="10">…</svg>`. Its `<title>` is for those who cannot see it. */
  function svg(strings: TemplateStringsArray, ...values: unknown[]): Fragment;
  /** What `html` and `svg` make. */
  interface Fragment {
    readonly kind: "html" | "svg";
    readonly markup: string;
  }
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
    trace(...values: unknown[]): void;
    /** Shows a collection as a table, which sorts by a click on a column's name. */
    table(value: unknown, columns?: readonly string[]): void;
    dir(value: unknown): void;
    dirxml(...values: unknown[]): void;
    /** Complains if the condition does not hold. */
    assert(condition: unknown, ...values: unknown[]): void;
    /** Prints how often it was called with this label. */
    count(label?: string): void;
    countReset(label?: string): void;
    /** Starts a stopwatch, which `timeLog` and `timeEnd` read. */
    time(label?: string): void;
    timeLog(label?: string, ...values: unknown[]): void;
    timeEnd(label?: string): void;
    /** Indents what follows, until `groupEnd`. */
    group(...values: unknown[]): void;
    groupCollapsed(...values: unknown[]): void;
    groupEnd(): void;
    clear(): void;
  };
  const performance: { now(): number };
  function setTimeout(callback: () => void, milliseconds?: number): number;
  function setInterval(callback: () => void, milliseconds?: number): number;
  function clearTimeout(id?: number): void;
  function clearInterval(id?: number): void;
  function queueMicrotask(callback: () => void): void;
  function structuredClone<Value>(value: Value): Value;
}
