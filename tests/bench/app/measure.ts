import type { Bench } from "./bench";

/** In what a figure is given: kB are 1000 bytes; a shift is a layout shift score. */
export type Unit = "ms" | "kB" | "MB" | "ns" | "x" | "/s" | "shift" | "";

/** One line of the table. */
export interface Row {
  what: string;
  /** What the project has set itself, in words; absent where the figure only explains another. */
  target?: string;
  unit: Unit;
  samples: readonly number[];
}

/** One subject of the bench: it gathers samples for a few rows of the table. */
export interface Measure {
  /** What `--only` asks for. */
  name: string;
  /** What the table is headed with. */
  title: string;
  /** Seconds after which it is given up. Default 300. */
  limit?: number;
  run(bench: Bench): Promise<Result>;
}

export interface Result {
  rows: Row[];
  /** How the figures came about, and what was noticed on the way. */
  notes?: string[];
}
