import type { LiveData, LiveSeries } from "../protocol";
import { fraction, isDrawable, logTickText, type SettledAxis, settleAxis, withRoom } from "./live-axis";
import { type EndLabel, labelMargin, placeLabels } from "./live-labels";
import { LIVE_HEIGHT } from "./live-options";
import { textWidth } from "./text-width";

/** Where a run stopped being numbers. */
export interface Divergence {
  /** Which of the series. */
  series: number;
  /** The x of the first value that is none. */
  x: number;
  value: number;
  /** The last point that could be drawn before it; absent if there was none. */
  last?: [x: number, y: number];
}

/** All that is settled of a live plot before anything is drawn. */
export interface LiveLayout {
  width: number;
  height: number;
  /** The frame's edges, in pixels from the picture's own. */
  frame: { left: number; right: number; top: number; bottom: number };
  x: SettledAxis;
  y: SettledAxis;
  divergences: Divergence[];
  /** Names beside the curves' ends; absent if there are none, or no room for them. */
  labels?: EndLabel[];
  /** Whether any series has a name. */
  named: boolean;
}

const NARROWEST = 240;
const MARGIN_TOP = 26;
/** Half of a tick's label stands beyond the axis' end. */
const MARGIN_RIGHT = 24;
const MARGIN_BOTTOM = 36;
const TICK_FONT = 11;

/** @param growing more points will come: the axes leave room for them */
export function layoutLive({ options, series }: LiveData, width: number, growing = false): LiveLayout {
  const size = { width: Math.max(NARROWEST, Math.round(width)), height: options.height ?? LIVE_HEIGHT };
  const exactX = settleAxis(options.x, columns(series, "x"), 0);
  const exactY = settleAxis(options.y, columns(series, "y"), 0.04);
  const x = growing ? withRoom(exactX, "after") : exactX;
  const y = growing ? withRoom(exactY, "both") : exactY;
  const divergences = divergencesOf(series, x, y);
  const named = series.some(({ name }) => name !== "");
  const names = series.map(({ name }) => name);
  const room = named ? labelMargin(names, size.width) : undefined;
  const bottom = size.height - MARGIN_BOTTOM;
  const labels = room === undefined ? undefined : endLabels(series, { x, y, divergences, bottom });
  const right = size.width - (labels && room ? room : MARGIN_RIGHT);
  const frame = { left: leftMargin(y), right, top: MARGIN_TOP, bottom };
  return { ...size, frame, x, y, divergences, named, ...(labels && { labels }) };
}

function columns(series: LiveSeries[], name: "x" | "y"): number[][] {
  return series.map((one) => one[name]);
}

/** Room for the widest tick label of the y axis. */
function leftMargin({ domain, ticks }: SettledAxis): number {
  const texts = ticks
    ? ticks.map(logTickText)
    : domain.map((value) => Number(value.toPrecision(2)).toLocaleString("en-US"));
  return Math.ceil(Math.max(24, ...texts.map((text) => textWidth(text, TICK_FONT)))) + 10;
}

/** Where each series that did so stopped being numbers. */
export function divergencesOf(series: LiveSeries[], x: SettledAxis, y: SettledAxis): Divergence[] {
  return series.flatMap((one, i) => divergenceOf(one, i, x.type, y.type) ?? []);
}

function divergenceOf(
  { x, y }: LiveSeries,
  series: number,
  xType: SettledAxis["type"],
  yType: SettledAxis["type"],
): Divergence | undefined {
  let last: [number, number] | undefined;
  for (let i = 0; i < y.length; i++) {
    const place = x[i] ?? Number.NaN;
    const value = y[i] ?? Number.NaN;
    if (!isDrawable(place, xType)) continue;
    if (!Number.isFinite(value))
      return last ? { series, x: place, value, last } : { series, x: place, value };
    if (isDrawable(value, yType)) last = [place, value];
  }
  return undefined;
}

/**
 * The name of each curve at the height of its last point, unless it diverged; undefined if they would not have room
 * above each other.
 */
export function endLabels(
  series: LiveSeries[],
  {
    x,
    y,
    divergences,
    bottom,
  }: { x: SettledAxis; y: SettledAxis; divergences: Divergence[]; bottom: number },
): EndLabel[] | undefined {
  const ended = new Set(divergences.map((place) => place.series));
  const ends = series.flatMap(({ name, x: xs, y: ys }, i) => {
    const at = ys.findLastIndex(
      (value, j) => isDrawable(value, y.type) && isDrawable(xs[j] ?? Number.NaN, x.type),
    );
    const value = ys[at];
    if (name === "" || value === undefined || ended.has(i)) return [];
    return [{ text: name, series: i, y: bottom - fraction(value, y) * (bottom - MARGIN_TOP) }];
  });
  return placeLabels(ends, MARGIN_TOP, bottom);
}
