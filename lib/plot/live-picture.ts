import type { ElementNode, LiveData, LiveSeries, PlotData } from "../protocol";
import { compactTree } from "./compact";
import { describePlot, type PlotLocale } from "./describe";
import { PlotDocument } from "./document";
import type { DrawnElement } from "./drawn";
import { type PlotFacts, scaleFact } from "./facts";
import type { PlotModule } from "./library";
import { isDrawable, logTickText, type SettledAxis } from "./live-axis";
import { visiblePoints } from "./live-curve";
import type { EndLabel } from "./live-labels";
import { type Divergence, type LiveLayout, layoutLive } from "./live-layout";
import { NARROW_WIDTH } from "./output";
import { onStage } from "./stage";
import { SERIES_COLORS } from "./theme";
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
  const layout = layoutLive(data, width);
  return { tree: drawLive(Plot, data, layout), description: describePlot(liveFacts(data, layout), locale) };
}

/** A live plot for a page's HTML: as wide as the page allows, and for narrow ones. */
export function savedLivePicture(Plot: PlotModule, data: LiveData, options: LivePictureOptions): PlotData {
  const { tree, description } = livePicture(Plot, data, options);
  const narrow = drawLive(Plot, data, layoutLive(data, NARROW_WIDTH));
  return { tree: compactTree(tree), narrow: compactTree(narrow), description };
}

/** Draws a live plot whose axes are settled; see `livePicture`. */
export function drawLive(Plot: PlotModule, data: LiveData, layout: LiveLayout): ElementNode {
  const drawing = Plot as unknown as Drawing;
  const { options, series } = data;
  const { width, height, frame, x, y, divergences, labels, named } = layout;
  const { result } = onStage(() =>
    drawing.plot({
      width,
      height,
      marginTop: frame.top,
      marginBottom: height - frame.bottom,
      marginLeft: frame.left,
      marginRight: width - frame.right,
      className: "plot",
      document: new PlotDocument(),
      title: options.title,
      x: { ...axisOptions(x), line: true, ...(labels && { labelAnchor: "center", labelArrow: "none" }) },
      y: { ...axisOptions(y), grid: true, tickSize: 0 },
      ...(named && !labels && { color: swatches(series) }),
      marks: [
        ...series.map((one, i) => curve(drawing, visiblePoints(one, data, width), i, x, y)),
        ...divergences.map((place) =>
          divergenceMarks(drawing, place, labels ? series[place.series]?.name : ""),
        ),
        labels ? labelMarks(drawing, labels, frame.top) : null,
      ],
    }),
  );
  return toTree(result);
}

function axisOptions({ type, domain, ticks, label }: SettledAxis): object {
  if (type === "log") return { type, domain, label, ticks, tickFormat: logTickText };
  return { type, domain, label, ticks: 5 };
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

function labelMarks(drawing: Drawing, labels: EndLabel[], top: number): object[] {
  return labels.map(({ text, y, series }) =>
    drawing.text([text], {
      text: [text],
      frameAnchor: "top-right",
      textAnchor: "start",
      lineAnchor: "middle",
      dx: 8,
      dy: y - top,
      fill: colorOf(series),
    }),
  );
}

/** What can be said of a live plot in words. */
export function liveFacts({ options, series }: LiveData, { x, y, divergences }: LiveLayout): PlotFacts {
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
