import type { LiveData, LiveOptions, LiveSeries } from "../protocol";
import { LIVE_HEIGHT, liveOptions } from "./live-options";
import { MAX_SERIES_POINTS, thinSeries } from "./thin-series";

/** Curves in one live plot. */
export const MAX_SERIES = 64;

/** Characters of a series' name. */
export const MAX_SERIES_NAME = 200;

/** A live plot without points. */
export function emptyLive(options: LiveOptions): LiveData {
  return { options, series: [] };
}

/**
 * A live plot with more points of one series. Points without a finite x are left out; a y of NaN or infinity is
 * kept. A series is thinned when it exceeds 4000 points, so that its peaks remain. A picture that was there no
 * longer fits and is dropped.
 *
 * @param series the name of the series; beyond the sixty-fourth name its points are left out
 * @param xs as long as `ys`; what is longer is cut
 */
export function addPoints(
  data: LiveData,
  series: string,
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
): LiveData {
  const name = series.slice(0, MAX_SERIES_NAME);
  const at = data.series.findIndex((other) => other.name === name);
  if (at < 0 && data.series.length >= MAX_SERIES) return data;
  const old = data.series[at] ?? { name, x: [], y: [] };
  const grown = grow(old, xs, ys, data.options);
  return {
    options: data.options,
    series: at < 0 ? [...data.series, grown] : data.series.with(at, grown),
  };
}

function grow(
  old: LiveSeries,
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  options: LiveOptions,
): LiveSeries {
  let columns = { x: old.x.slice(), y: old.y.slice() };
  const length = Math.min(xs.length, ys.length);
  for (let i = 0; i < length; i++) {
    const x = Number(xs[i]);
    if (!Number.isFinite(x)) continue;
    columns.x.push(x);
    columns.y.push(Number(ys[i]));
    if (columns.x.length > MAX_SERIES_POINTS) columns = thinSeries(columns, options);
  }
  return { name: old.name, ...columns };
}

/**
 * A live plot from a file or a message, checked and without its picture; null if it is none. Values of y that
 * JSON could not hold (it writes NaN and infinities as null) are NaN again.
 */
export function cleanLive(untrusted: unknown): LiveData | null {
  if (!isRecord(untrusted) || !Array.isArray(untrusted.series)) return null;
  let data = emptyLive(tolerantOptions(untrusted.options));
  for (const series of untrusted.series.slice(0, MAX_SERIES) as unknown[]) {
    if (!isRecord(series)) return null;
    const { name, x, y } = series;
    if (typeof name !== "string" || !isColumn(x) || !isColumn(y)) return null;
    data = addPoints(data, name, x.map(number), y.map(number));
  }
  return data;
}

function tolerantOptions(untrusted: unknown): LiveOptions {
  try {
    return liveOptions(untrusted);
  } catch {
    return { height: LIVE_HEIGHT };
  }
}

function isColumn(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length <= 100 * MAX_SERIES_POINTS;
}

function number(value: unknown): number {
  return typeof value === "number" ? value : Number.NaN;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
