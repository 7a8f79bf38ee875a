import type { LiveOptions } from "../protocol";
import { PlotError } from "./errors";
import { MAX_SERIES, MAX_SERIES_NAME } from "./live-data";
import { type Columns, thinRuns } from "./thin-series";

/** Points of one series since the last chunk, in columns, in the order in which they came. */
export interface LiveChunk {
  series: string;
  x: Float64Array;
  y: Float64Array;
}

/** What a live plot needs of its surroundings. */
export interface LivePlotHost {
  /** The time in milliseconds, of any origin. */
  now(): number;
  /** Calls back when so many milliseconds have passed and the program waits. */
  later(callback: () => void, milliseconds: number): void;
  /** Takes a chunk to the page. */
  send(chunk: LiveChunk): void;
}

/** A number, or a tensor of one element. */
export type LiveNumber = number | { item(): number };

/** Milliseconds between two batches of chunks: sixty a second. */
const INTERVAL = 1000 / 60;

/** Points of a series that wait to be sent. A page shows fewer of one batch: what is more is thinned, peaks kept. */
const MAX_PENDING = 2_048;
const MAX_SENT = 512;

/** Points that go by without a look at the clock, at most: looking takes longer than adding. */
const MAX_STRIDE = 16;
/** Milliseconds between two looks that are too few, and too many. */
const HASTE = 0.5;
const LEISURE = 4;

/** A plot that grows while the program runs: points go in one by one, and to the page in chunks. */
export class LivePlot {
  readonly options: LiveOptions;
  readonly #host: LivePlotHost;
  readonly #pending = new Map<string, Columns>();
  #flushed = Number.NEGATIVE_INFINITY;
  #looked = Number.NEGATIVE_INFINITY;
  #stride = 1;
  /** Points until the next look at the clock. */
  #unlooked = 0;
  /** Whether a flush is due when the program waits. */
  #due = false;

  /**
   * @param options as `liveOptions` returns them
   */
  constructor(options: LiveOptions, host: LivePlotHost) {
    this.options = options;
    this.#host = host;
  }

  /**
   * Adds a point. A y of NaN or infinity is shown as the place where the run diverged.
   *
   * @param x a finite number
   * @param y any number, or a tensor of one element
   * @param series the name of the curve that it belongs to; the legend shows it
   * @throws PlotError `live-number` or `live-too-many-series`
   */
  add(x: LiveNumber, y: LiveNumber, series: string | number = ""): void {
    const columns = this.#columns(String(series).slice(0, MAX_SERIES_NAME));
    const abscissa = toNumber("x", x);
    if (!Number.isFinite(abscissa)) throw notANumber("x", x);
    columns.y.push(toNumber("y", y));
    columns.x.push(abscissa);
    if (columns.x.length >= MAX_PENDING) Object.assign(columns, thinRuns(columns, this.options));
    if (this.#unlooked > 0) this.#unlooked -= 1;
    else this.#look();
  }

  /** Looks at the clock: seldom where points come fast, each time where they come slowly. */
  #look(): void {
    const now = this.#host.now();
    const passed = now - this.#looked;
    if (passed < HASTE) this.#stride = Math.min(MAX_STRIDE, this.#stride * 2);
    else if (passed > LEISURE) this.#stride = 1;
    this.#looked = now;
    this.#unlooked = this.#stride - 1;
    if (now - this.#flushed >= INTERVAL) this.flush();
    else if (!this.#due) {
      this.#due = true;
      this.#host.later(() => {
        this.#due = false;
        this.flush();
      }, INTERVAL);
    }
  }

  /** Sends what has not been sent yet. Whoever runs the program calls it at the end. */
  flush(): void {
    this.#flushed = this.#host.now();
    for (const [series, columns] of this.#pending) {
      if (columns.x.length === 0) continue;
      const { x, y } = columns.x.length > MAX_SENT ? thinRuns(columns, this.options) : columns;
      const chunk = { series, x: Float64Array.from(x), y: Float64Array.from(y) };
      columns.x = [];
      columns.y = [];
      this.#host.send(chunk);
    }
  }

  #columns(series: string): Columns {
    const known = this.#pending.get(series);
    if (known) return known;
    if (this.#pending.size >= MAX_SERIES) {
      throw new PlotError(
        "live-too-many-series",
        { limit: String(MAX_SERIES) },
        `a live plot shows at most ${MAX_SERIES} series; begin another livePlot for more`,
      );
    }
    const columns: Columns = { x: [], y: [] };
    this.#pending.set(series, columns);
    return columns;
  }
}

function toNumber(axis: "x" | "y", value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "object" && value !== null && "item" in value && typeof value.item === "function") {
    const item: unknown = value.item();
    if (typeof item === "number") return item;
  }
  throw notANumber(axis, value);
}

function notANumber(axis: "x" | "y", value: unknown): PlotError {
  const shown = String(value).slice(0, 80);
  return new PlotError(
    "live-number",
    { axis, value: shown },
    `livePlot: ${axis} must be a ${axis === "x" ? "finite " : ""}number or a tensor of one element: ${shown}`,
  );
}
