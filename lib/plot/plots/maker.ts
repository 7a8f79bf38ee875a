import type { PlotLibrary, PlotModule, PlotPage } from "../library";
import type { Words } from "./words";

/** What every helper draws with. */
export interface Maker {
  /** The library as cells see it. */
  plot: PlotLibrary;
  /** The real one. */
  Plot: PlotModule;
  words: Words;
  /** In CSS pixels. */
  width: number;
  host: PlotsHost;
}

/** What helpers need of the library that the cells compute with. */
export interface PlotsHost extends PlotPage {
  locale(): "zh" | "en";
  /** A tensor of rows of numbers, for models. */
  tensor(rows: number[][]): unknown;
  /** Runs without recording a graph. */
  noGrad<Result>(run: () => Result): Result;
}
