/** Lines and areas with fewer points than this are drawn as they are. */
export const THIN_FROM = 4_000;

/** Width of a bin in pixels: half a pixel, so that nothing is lost on fine screens either. */
const BIN = 0.5;

/** Values in drawing order, by datum. */
type Values = ArrayLike<unknown>;

/** The channels that decide which points of a line may be left out, scaled to pixels. */
export interface LineChannels {
  /** Position along the line: a run of points in the same half pixel is one bin. */
  along: Values;
  /** Positions across, whose extremes in each bin are kept. */
  across: Values[];
  /** Series; absent for a single one. */
  z?: Values;
  /** Colours, opacities and the like: points that differ in them are not merged. */
  looks: Values[];
}

/**
 * The points of a line that make a difference on the screen: of each run of points in the same half pixel the
 * first and the last, and for each position across the smallest and the greatest. Gaps (undefined positions)
 * remain gaps. Series stay in the order of their first points, and points in theirs.
 */
export function thinIndex(index: ArrayLike<number>, channels: LineChannels): number[] {
  const kept: number[] = [];
  for (const series of groups(index, channels.z)) {
    let run: number[] = [];
    let bin: number | undefined;
    for (const i of series) {
      const next = binOf(i, channels);
      const last = run.at(-1);
      if (last !== undefined && (next !== bin || channels.looks.some((look) => look[i] !== look[last]))) {
        keepRun(run, bin, channels.across, kept);
        run = [];
      }
      run.push(i);
      bin = next;
    }
    keepRun(run, bin, channels.across, kept);
  }
  return kept;
}

const GAP = -1e9;

function binOf(i: number, { along, across }: LineChannels): number {
  const position = Number(along[i]);
  const defined = Number.isFinite(position) && across.every((values) => Number.isFinite(Number(values[i])));
  return defined ? Math.floor(position / BIN) : GAP;
}

function keepRun(run: number[], bin: number | undefined, across: Values[], kept: number[]): void {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return;
  if (bin === GAP) {
    kept.push(first);
    return;
  }
  const chosen = new Set([first, last]);
  for (const values of across) {
    let low = first;
    let high = first;
    for (const i of run) {
      if (Number(values[i]) < Number(values[low])) low = i;
      if (Number(values[i]) > Number(values[high])) high = i;
    }
    chosen.add(low).add(high);
  }
  for (const i of run) if (chosen.has(i)) kept.push(i);
}

function groups(
  index: ArrayLike<number>,
  z: Values | undefined,
): Iterable<ArrayLike<number> & Iterable<number>> {
  if (!z) return [Array.from(index)];
  const series = new Map<unknown, number[]>();
  for (const i of Array.from(index)) {
    const value = z[i];
    const key = value instanceof Date ? value.getTime() : value;
    const group = series.get(key);
    if (group) group.push(i);
    else series.set(key, [i]);
  }
  return series.values();
}
