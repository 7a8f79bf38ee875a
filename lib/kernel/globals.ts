import type { Tensor } from "../autograd";
import type { LivePlot } from "../plot";
import type { InputKind, LiveOptions, TableData } from "../protocol";
import { createConsole } from "./console";
import {
  consoleTable,
  type Display,
  type Fragment,
  fragmentTag,
  type Markdown,
  markdownTag,
} from "./display";
import type { GraphOutput } from "./graph";
import type { Inputs } from "./inputs";
import { now } from "./primordials";
import type { ProgressOptions } from "./progress";
import type { DisplayHandle, Run } from "./run";

/** The names that every cell may use without an import. Outside of a run they do nothing. The inputs are among them. */
export interface CellGlobals extends Pick<Inputs, InputKind> {
  /** Prints values in a line, with a space between two. */
  print(...values: unknown[]): void;
  /** Shows a value in its richest form. `update` of what it returns shows another in the same place. */
  display(value: unknown): DisplayHandle;
  /** Takes away what the cell has put out; with `wait`, when the next output comes, so that nothing flickers. */
  clearOutput(options?: { wait?: boolean }): void;
  /** Goes through `source` (a number n is 0, …, n − 1) and shows how far it has come. */
  progress(count: number, options?: ProgressOptions): Iterable<number>;
  progress<Item>(source: Iterable<Item>, options?: ProgressOptions): Iterable<Item>;
  progress<Item>(source: AsyncIterable<Item>, options?: ProgressOptions): AsyncIterable<Item>;
  /** A plot that grows while the program runs. */
  livePlot(options?: LiveOptions): LivePlot;
  /** The computational graph of a tensor, as it is now. */
  graph(of: Tensor): GraphOutput;
  /** A piece of HTML, to be shown or put into another: only harmless elements and attributes are drawn. */
  html(strings: TemplateStringsArray, ...values: unknown[]): Fragment;
  /** A picture, written as SVG. Its `<title>` is what those hear who cannot see it. */
  svg(strings: TemplateStringsArray, ...values: unknown[]): Fragment;
  /** A text in Markdown with TeX, to be shown. */
  md(strings: TemplateStringsArray, ...values: unknown[]): Markdown;
  console: Record<string, (...values: never[]) => void>;
}

/**
 * @param current the run that is going on
 * @param warn says what is odd about a value that is about to be shown
 * @param graph looks at a tensor's graph, and finds the names that cells have for what is in it
 */
export function cellGlobals(
  current: () => Run | null,
  display: Display,
  warn: (value: unknown) => void,
  graph: CellGlobals["graph"],
): CellGlobals {
  const running = (name: string): Run => {
    const run = current();
    if (!run) throw new Error(`${name}: no cell is running`);
    return run;
  };
  const progress = (source: unknown, options?: ProgressOptions) =>
    running("progress").progress(source, options);
  return {
    print: (...values) => current()?.print(values),
    display: (value) => {
      warn(value);
      return running("display").show(value);
    },
    clearOutput: (options) => current()?.clear(options?.wait === true),
    progress: progress as CellGlobals["progress"],
    livePlot: (options) => running("livePlot").livePlot(options),
    slider: (options) => running("slider").inputs.slider(options),
    number: (options) => running("number").inputs.number(options),
    select: (options) => running("select").inputs.select(options),
    checkbox: (options) => running("checkbox").inputs.checkbox(options),
    button: (options) => running("button").inputs.button(options),
    text: (options) => running("text").inputs.text(options),
    graph,
    html: fragmentTag("html", display.text),
    svg: fragmentTag("svg", display.text),
    md: markdownTag(display.text),
    console: createConsole({
      text: (value) => {
        const text = display.text(value);
        current()?.note(value, text);
        return text;
      },
      write: (name, text) => current()?.streams.write(name, text),
      table: (value, columns): TableData | undefined => consoleTable(value, columns),
      showTable: (table, value) =>
        current()?.showBundle({
          "text/plain": display.bundle(value)["text/plain"],
          "application/vnd.gradbook.table+json": table,
        }),
      clear: () => current()?.clear(false),
      now,
      run: current,
    }),
  };
}
