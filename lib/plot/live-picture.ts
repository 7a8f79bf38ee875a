import type { LiveData, LiveOptions, LiveSeries, PlotData } from "../protocol";
import { describePlot, type PlotLocale } from "./describe";
import { PlotDocument } from "./document";
import type { DrawnElement } from "./drawn";
import { type PlotFacts, scaleFact } from "./facts";
import type { PlotModule } from "./library";
import { isDrawable, logTickText, type SettledAxis, settleAxis } from "./live-axis";
import { type EndLabel, labelMargin, placeLabels } from "./live-labels";
import { LIVE_HEIGHT } from "./live-options";
import { onStage } from "./stage";
import { textWidth } from "./text-width";
import { SERIES_COLORS } from "./theme";
import { thinSeries } from "./thin-series";
import { toTree } from "./tree";

/** How a live plot is drawn. */
export interface LivePictureOptions {
  /** In CSS pixels. */
  width: number;
  locale: PlotLocale;
}

/** The part of Plot that live plots need, without the page's types. */
interface Drawing {
  plot(options: object): DrawnElement;
  line(data: object, options: object): object;
  dot(data: object, options: object): object;
  text(data: object, options: object): object;
  ruleX(data: object, options: object): object;
}

/** Where a run stopped being numbers. */
interface Divergence {
  /** Which of the series. */
  series: number;
  /** The x of the first value that is none. */
  x: number;
  value: number;
  /** The last point that could be drawn before it; absent if there was none. */
  last?: [x: number, y: number];
}

const NARROWEST = 240;
const MARGIN_TOP = 26;
/** Half of a tick's label stands beyond the axis' end. */
const MARGIN_RIGHT = 24;
const MARGIN_BOTTOM = 36;
const TICK_FONT = 11;

/**
 * Draws a live plot with the real Plot: a line for each series, its name at its end (or swatches where there is no
 * room), and a marked place where a run became NaN or infinite. Values that are not positive are left out on
 * logarithmic axes. The colours are the page's series colours.
 */
export function livePicture(
  Plot: PlotModule,
  data: LiveData,
  { width, locale }: LivePictureOptions,
): PlotData {
  const drawing = Plot as unknown as Drawing;
  const { options, series } = data;
  const size = { width: Math.max(NARROWEST, Math.round(width)), height: options.height ?? LIVE_HEIGHT };
  const x = settleAxis(options.x, columns(series, "x"), 0);
  const y = settleAxis(options.y, columns(series, "y"), 0.04);
  const divergences = series.flatMap((one, i) => divergenceOf(one, i, x.type, y.type) ?? []);
  const named = series.some(({ name }) => name !== "");
  const bottom = size.height - MARGIN_BOTTOM;
  const room = named
    ? labelMargin(
        series.map(({ name }) => name),
        size.width,
      )
    : undefined;
  const ended = new Set(divergences.map((place) => place.series));
  const ends = endLabels(series, x, y, bottom).filter((label) => !ended.has(label.series));
  const labels = room === undefined ? undefined : placeLabels(ends, MARGIN_TOP, bottom);
  const { result } = onStage(() =>
    drawing.plot({
      ...size,
      marginTop: MARGIN_TOP,
      marginBottom: MARGIN_BOTTOM,
      marginLeft: leftMargin(y),
      marginRight: labels && room ? room : MARGIN_RIGHT,
      className: "plot",
      document: new PlotDocument(),
      title: options.title,
      x: { ...axisOptions(x), line: true, ...(labels && { labelAnchor: "center", labelArrow: "none" }) },
      y: { ...axisOptions(y), grid: true, tickSize: 0 },
      ...(named && !labels && { color: swatches(series) }),
      marks: [
        ...series.map((one, i) => curve(drawing, visible(one, options, size.width), i, x, y)),
        ...divergences.map((place) =>
          divergenceMarks(drawing, place, labels ? series[place.series]?.name : ""),
        ),
        labels ? labelMarks(drawing, labels) : null,
      ],
    }),
  );
  return { tree: toTree(result), description: describePlot(factsOf(data, x, y, divergences), locale) };
}

function columns(series: LiveSeries[], name: "x" | "y"): number[][] {
  return series.map((one) => one[name]);
}

function axisOptions({ type, domain, ticks, label }: SettledAxis): object {
  if (type === "log") return { type, domain, label, ticks, tickFormat: logTickText };
  return { type, domain, label, ticks: 5 };
}

/** Room for the widest tick label of the y axis. */
function leftMargin({ domain, ticks }: SettledAxis): number {
  const texts = ticks
    ? ticks.map(logTickText)
    : domain.map((value) => Number(value.toPrecision(2)).toLocaleString("en-US"));
  return Math.ceil(Math.max(24, ...texts.map((text) => textWidth(text, TICK_FONT)))) + 10;
}

function colorOf(series: number): string {
  return SERIES_COLORS[series % SERIES_COLORS.length] ?? "currentColor";
}

function swatches(series: LiveSeries[]): object {
  return {
    type: "categorical",
    domain: series.map(({ name }) => name),
    range: series.map((_, i) => colorOf(i)),
    legend: true,
  };
}

/** The points of a series that make a difference at a width: the extremes of every two pixels. */
function visible(series: LiveSeries, options: LiveOptions, width: number): LiveSeries {
  if (series.x.length < 2 * width) return series;
  return { name: series.name, ...thinSeries(series, options, Math.round(width / 2)) };
}

function curve(
  drawing: Drawing,
  { x, y }: LiveSeries,
  i: number,
  xAxis: SettledAxis,
  yAxis: SettledAxis,
): object {
  const points = {
    x: x.map((value) => (isDrawable(value, xAxis.type) ? value : Number.NaN)),
    y: y.map((value) => (isDrawable(value, yAxis.type) ? value : Number.NaN)),
    stroke: colorOf(i),
  };
  // A single point is no line.
  if (x.length === 1) return drawing.dot({ length: 1 }, { ...points, r: 2 });
  return drawing.line({ length: x.length }, { ...points, strokeWidth: 1.5, strokeLinejoin: "round" });
}

function divergenceOf(
  { x, y }: LiveSeries,
  series: number,
  xType: SettledAxis["type"],
  yType: SettledAxis["type"],
): Divergence | undefined {
  let last: [number, number] | undefined;
  for (const [i, value] of y.entries()) {
    const place = x[i] ?? Number.NaN;
    if (!isDrawable(place, xType)) continue;
    if (!Number.isFinite(value))
      return last ? { series, x: place, value, last } : { series, x: place, value };
    if (isDrawable(value, yType)) last = [place, value];
  }
  return undefined;
}

/**
 * A cross where the curve ends, and a dashed rule where the first lost value would be, which says what became of
 * it. As its curve does not reach the right edge, the series' name stands there too.
 */
function divergenceMarks(drawing: Drawing, { series, x, value, last }: Divergence, name = ""): object[] {
  const color = colorOf(series);
  const what = Number.isNaN(value) ? "NaN" : value > 0 ? "+∞" : "−∞";
  const marks = [
    drawing.ruleX([x], { stroke: color, strokeDasharray: "2,3" }),
    drawing.text([x], {
      x: [x],
      text: [name === "" ? what : `${name}: ${what}`],
      frameAnchor: "top",
      dy: -4,
      fill: color,
      lineAnchor: "bottom",
    }),
  ];
  if (last) {
    marks.push(
      drawing.dot([last], {
        x: [last[0]],
        y: [last[1]],
        symbol: "times",
        stroke: color,
        strokeWidth: 2,
        r: 4,
      }),
    );
  }
  return marks;
}

/** The name of each curve at the height of its last point. */
function endLabels(series: LiveSeries[], xAxis: SettledAxis, yAxis: SettledAxis, bottom: number): EndLabel[] {
  return series.flatMap(({ name, x, y }, i) => {
    const at = y.findLastIndex(
      (value, j) => isDrawable(value, yAxis.type) && isDrawable(x[j] ?? 0, xAxis.type),
    );
    const value = y[at];
    if (name === "" || value === undefined) return [];
    return [{ text: name, series: i, y: bottom - fraction(value, yAxis) * (bottom - MARGIN_TOP) }];
  });
}

/** Where a value lies between the ends of an axis, from 0 to 1. */
function fraction(value: number, { type, domain: [low, high] }: SettledAxis): number {
  const place = type === "log" ? Math.log : (v: number) => v / 2;
  return (place(value) - place(low)) / (place(high) - place(low));
}

function labelMarks(drawing: Drawing, labels: EndLabel[]): object[] {
  return labels.map(({ text, y, series }) =>
    drawing.text([text], {
      text: [text],
      frameAnchor: "top-right",
      textAnchor: "start",
      lineAnchor: "middle",
      dx: 8,
      dy: y - MARGIN_TOP,
      fill: colorOf(series),
    }),
  );
}

function factsOf(
  { options, series }: LiveData,
  x: SettledAxis,
  y: SettledAxis,
  divergences: Divergence[],
): PlotFacts {
  const facts: PlotFacts = {
    marks: series.length > 0 ? [{ kind: "line", count: series.length }] : [],
    // Nobody knows how many there were before the series was thinned.
    points: 0,
  };
  if (options.title) facts.title = options.title;
  const names = series.map(({ name }) => name).filter((name) => name !== "");
  if (names.length > 0) facts.color = { type: "ordinal", names };
  const scales = { x: scaleFact(x), y: scaleFact(y) };
  if (series.length > 0) Object.assign(facts, scales);
  if (divergences.length > 0) {
    facts.diverged = divergences.map(({ series: i, x: at }) => ({
      name: series[i]?.name ?? "",
      at: String(at),
    }));
  }
  return facts;
}
