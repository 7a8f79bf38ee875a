import type { LiveData, LiveSeries } from "../protocol";
import { fraction, isDrawable } from "./live-axis";
import type { LiveLayout } from "./live-layout";
import { thinSeries } from "./thin-series";

/** The points of a series that make a difference at a width: the extremes of every two pixels. */
export function visiblePoints(series: LiveSeries, { options }: LiveData, width: number): LiveSeries {
  if (series.x.length < 2 * width) return series;
  return { name: series.name, ...thinSeries(series, options, Math.round(width / 2)) };
}

/**
 * A curve as SVG path data, as Plot's line mark writes it, but to a tenth of a pixel; null if it leaves the layout's frame, or if it has
 * a single point, which Plot draws as a dot.
 */
export function curvePath(series: LiveSeries, data: LiveData, layout: LiveLayout): string | null {
  const { x, y, frame } = layout;
  if (series.x.length < 2) return null;
  const points = visiblePoints(series, data, layout.width);
  const width = frame.right - frame.left;
  const height = frame.bottom - frame.top;
  let path = "";
  let run = 0;
  for (let i = 0; i < points.x.length; i++) {
    const abscissa = points.x[i] ?? Number.NaN;
    const ordinate = points.y[i] ?? Number.NaN;
    if (!isDrawable(abscissa, x.type) || !isDrawable(ordinate, y.type)) {
      if (run === 1) path += "Z";
      run = 0;
      continue;
    }
    if (!isWithin(abscissa, x.domain) || !isWithin(ordinate, y.domain)) return null;
    const left = frame.left + fraction(abscissa, x) * width;
    const top = frame.bottom - fraction(ordinate, y) * height;
    path += `${run === 0 ? "M" : "L"}${tenth(left)},${tenth(top)}`;
    run += 1;
  }
  return run === 1 ? `${path}Z` : path;
}

/** So that a curve which nobody would see change is the same, and is not painted anew. */
function tenth(place: number): number {
  return Math.round(place * 10) / 10;
}

function isWithin(value: number, [low, high]: [number, number]): boolean {
  return value >= low && value <= high;
}
