import type { LiveAxis, LiveOptions, LiveSeries } from "../protocol";

/** Points that a series keeps at most. */
export const MAX_SERIES_POINTS = 4_000;

/** Bins of a stored series. Each keeps at most seven points: first, last, lowest and highest, and three that cannot be drawn. */
const BINS = 500;

/** The columns of a series. */
export type Columns = Pick<LiveSeries, "x" | "y">;

/**
 * A series with fewer points that looks the same: x is divided into equal bins (equal ratios on a logarithmic
 * axis), and of each the first, last, lowest and highest point are kept, in their order. Of those that
 * cannot be drawn (NaN, infinities, and what is not positive on a logarithmic y axis) the first and the last are kept,
 * and the first that is no finite number. If x goes back and forth, the bins hold equal numbers of points instead.
 *
 * @param bins default 500; at most seven points of each are kept
 */
export function thinSeries({ x, y }: Columns, options: LiveOptions, bins = BINS): Columns {
  const logX = options.x?.type === "log";
  const drawable = drawableOn(options.y?.type);
  const binOf = isSorted(x) ? positionBins(x, logX, bins) : (i: number) => Math.floor((i * bins) / x.length);
  const thinned: Columns = { x: [], y: [] };
  let next = x.length > 0 ? binOf(0) : 0;
  for (let from = 0; from < x.length; ) {
    const bin = next;
    let to = from + 1;
    while (to < x.length && (next = binOf(to)) === bin) to++;
    for (const i of chosen(y, from, to, drawable)) {
      thinned.x.push(x[i] ?? Number.NaN);
      thinned.y.push(y[i] ?? Number.NaN);
    }
    from = to;
  }
  return thinned;
}

/** Points of a run of which at most seven are kept. */
const RUN = 32;

/**
 * Fewer points of a series that is still coming in, by the same rule, of each run of 32 points: cheap enough to be done in
 * the midst of training.
 */
export function thinRuns({ x, y }: Columns, { y: axis }: LiveOptions): Columns {
  const drawable = drawableOn(axis?.type);
  const thinned: Columns = { x: [], y: [] };
  for (let from = 0; from < x.length; from += RUN) {
    for (const i of chosen(y, from, Math.min(from + RUN, x.length), drawable)) {
      thinned.x.push(x[i] ?? Number.NaN);
      thinned.y.push(y[i] ?? Number.NaN);
    }
  }
  return thinned;
}

function drawableOn(type: LiveAxis["type"]): (value: number) => boolean {
  return type === "log" ? (value) => value > 0 && value < Number.POSITIVE_INFINITY : Number.isFinite;
}

/** The points to keep of those from `from` to before `to`, in order. */
function chosen(y: number[], from: number, to: number, drawable: (value: number) => boolean): number[] {
  let first = -1;
  let last = -1;
  let low = -1;
  let high = -1;
  let firstGap = -1;
  let lastGap = -1;
  let firstLost = -1;
  for (let i = from; i < to; i++) {
    const value = y[i] ?? Number.NaN;
    if (!drawable(value)) {
      if (firstGap < 0) firstGap = i;
      lastGap = i;
      if (firstLost < 0 && !Number.isFinite(value)) firstLost = i;
      continue;
    }
    if (first < 0) first = low = high = i;
    last = i;
    if (value < (y[low] ?? value)) low = i;
    if (value > (y[high] ?? value)) high = i;
  }
  return [first, last, low, high, firstGap, lastGap, firstLost]
    .sort((a, b) => a - b)
    .filter((i, at, all) => i >= 0 && i !== all[at - 1]);
}

function isSorted(x: number[]): boolean {
  for (let i = 1; i < x.length; i++) if ((x[i] ?? 0) < (x[i - 1] ?? 0)) return false;
  return true;
}

/** The bin of each point by its x, on a linear or a logarithmic axis; what is not positive shares the first of the latter. */
function positionBins(x: number[], log: boolean, bins: number): (i: number) => number {
  // Halved, so that the difference of the greatest numbers is still one.
  const scale = log ? Math.log : (value: number) => value / 2;
  const first = log ? (x.find((value) => value > 0) ?? 1) : (x[0] ?? 0);
  const from = scale(first);
  const width = scale(x.at(-1) ?? 1) - from || 1;
  return (i) => {
    const value = x[i] ?? first;
    if (log && value <= 0) return -1;
    return Math.min(bins - 1, Math.floor(((scale(value) - from) / width) * bins));
  };
}
