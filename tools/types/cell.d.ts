/** What every cell may use without an import: the editor knows these names by this file alone. */
import type { Tensor } from "./autograd";
import type { LivePlot } from "./plot/live-plot";
import type { LiveOptions } from "./protocol/output";

/** What all inputs take. */
interface InputOptions {
  /** What stands beside the control; TeX between dollar signs. */
  label?: string;
  /** The name by which the reader's value is kept (default: the label). */
  key?: string;
}

interface NumberOptions {
  min?: number;
  max?: number;
  step?: number;
  value?: number;
}

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
  /**
   * Shows a slider below the cell and returns its number; when the reader moves it, the cell runs again. It goes from
   * `min` (default 0) to `max` (default 1, or `min` + 1 where that is more) in steps of `step` (default: a power of ten
   * that makes at least 100 steps), and begins at `value` (default: the middle).
   */
  function slider(options?: InputOptions & NumberOptions): number;
  /**
   * Shows a field for a number and returns the number; when the reader writes another, the cell runs again. `min`, `max`
   * and `step` bound it where they are given; it begins at `value` (default: 0, or what is nearest to it).
   */
  function number(options?: InputOptions & NumberOptions): number;
  /**
   * Shows a choice and returns what is chosen; when the reader chooses another, the cell runs again. `options` is a list
   * of texts, numbers or truth values, or a record whose names are shown and whose values are returned. It begins at
   * `value` (default: the first): an item of the list, or a name of the record.
   */
  function select<const Item extends string | number | boolean>(
    options: InputOptions & { options: readonly Item[]; value?: NoInfer<Item> },
  ): Item;
  function select<Choices extends object>(
    options: InputOptions & { options: Choices; value?: NoInfer<keyof Choices> },
  ): Choices[keyof Choices];
  /**
   * Shows a box to tick and returns whether it is ticked; when the reader ticks or clears it, the cell runs again. It
   * begins at `value` (default: false).
   */
  function checkbox(options?: InputOptions & { value?: boolean }): boolean;
  /** Shows a button and returns how many times it has been pressed; each press runs the cell again. */
  function button(options?: InputOptions): number;
  /**
   * Shows a field for a line of text and returns the text; when the reader writes another, the cell runs again. It
   * begins at `value` (default: empty); `placeholder` stands in it while it is empty.
   */
  function text(options?: InputOptions & { value?: string; placeholder?: string }): string;
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
  /** A text in Markdown, with TeX between dollar signs: md`The loss is **${loss}**, so $\hat y$ is off.` */
  function md(strings: TemplateStringsArray, ...values: unknown[]): Markdown;
  /** What `md` makes. */
  interface Markdown {
    readonly source: string;
  }
  /** What `html` and `svg` make. */
  interface Fragment {
    readonly kind: "html" | "svg";
    readonly markup: string;
  }
  /** Opens a plot that grows while the program runs; add points to it with `add(x, y, series?)`. */
  function livePlot(options?: LiveOptions): LivePlot;
  /**
   * The computational graph of a tensor, as it is now: `graph(loss)` as the last line of a cell shows every operation with its
   * value and gradient, and lets the reader go through it step by step. For gradients the tensor must be a single number,
   * and its backward must not have been called yet.
   */
  function graph(of: Tensor): ComputationalGraph;
  /** What `graph` returns. */
  interface ComputationalGraph {
    toString(): string;
  }
  /** Observable Plot: `Plot.lineY([1, 2, 3]).plot()` as the last line of a cell shows a curve. */
  const Plot: typeof import("./observablehq-plot/index");
  /** Pictures of training and of networks, one line each: `plots.losses(losses)`, `plots.decision(net, data)`. */
  const plots: import("./plot/plots/index").Plots;

  /** Pixels: red, green, blue and opacity (0 to 255) of each, row by row. As a value they are shown as a picture. */
  class ImageData {
    constructor(width: number, height: number);
    constructor(data: Uint8ClampedArray, width: number, height?: number);
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
  }
  /** A canvas to draw on. As a value it is shown as what was drawn. */
  class OffscreenCanvas {
    constructor(width: number, height: number);
    width: number;
    height: number;
    getContext(kind: "2d"): CanvasDrawing;
  }
  /** The commands that pictures on a canvas are mostly made of. */
  interface CanvasDrawing {
    fillStyle: string;
    strokeStyle: string;
    lineWidth: number;
    globalAlpha: number;
    font: string;
    textAlign: "start" | "end" | "left" | "right" | "center";
    textBaseline: "top" | "middle" | "alphabetic" | "bottom";
    fillRect(x: number, y: number, width: number, height: number): void;
    strokeRect(x: number, y: number, width: number, height: number): void;
    clearRect(x: number, y: number, width: number, height: number): void;
    fillText(text: string, x: number, y: number, maxWidth?: number): void;
    beginPath(): void;
    closePath(): void;
    moveTo(x: number, y: number): void;
    lineTo(x: number, y: number): void;
    arc(x: number, y: number, radius: number, from: number, to: number, counterclockwise?: boolean): void;
    rect(x: number, y: number, width: number, height: number): void;
    fill(): void;
    stroke(): void;
    save(): void;
    restore(): void;
    translate(x: number, y: number): void;
    rotate(angle: number): void;
    scale(x: number, y: number): void;
    getImageData(x: number, y: number, width: number, height: number): ImageData;
    putImageData(pixels: ImageData, x: number, y: number): void;
  }

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
