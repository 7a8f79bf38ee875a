import type { PlotOptions } from "@observablehq/plot";
import type { ElementNode } from "../protocol";
import { dataTable } from "./data-table";
import { PlotDocument } from "./document";
import type { DrawnElement } from "./drawn";
import { PlotError, unsupported } from "./errors";
import { axisLabel, countMarks, type ExposedScale, type PlotFacts, scaleFact, titleOf } from "./facts";
import { fitTickLabels, missingRoom } from "./fit";
import { MAX_SIZE } from "./limits";
import { PlotOutput } from "./output";
import { listenToMarks, type PlotMark, type RecordedClasses, record } from "./record";
import { onStage } from "./stage";
import { repaint, seriesColors } from "./theme";
import { countPoints, type Render, thinLines } from "./thin-lines";
import { tipsOf } from "./tips";
import { elementsOf, toTree } from "./tree";

/** The real library, as a module. */
export type PlotModule = typeof import("@observablehq/plot");

/**
 * The library as a cell sees it: Plot's own, but what it draws is a `PlotOutput` rather than an element of a page.
 * Marks' own `plot` returns one too, though Plot's types, which are kept here as they are, call it an element.
 */
export type PlotLibrary = Omit<PlotModule, "plot" | "legend"> & {
  plot(options?: PlotOptions): PlotOutput;
  legend(options?: Parameters<PlotModule["legend"]>[0]): PlotOutput;
};

/** Width in CSS pixels where the page's is not known: that of its column for outputs. */
export const DEFAULT_WIDTH = 672;

/** On pages narrower than this, plots are lower as well. */
const ROOMY = 480;

/** Height of a plot on such a page, axes included, if nobody says otherwise. */
const LOW_HEIGHT = 280;

/** The options of a plot, as far as they are read here. */
type Options = Record<string, unknown>;

/** What Plot returns, drawn on our document. */
interface Figure extends DrawnElement {
  scale(name: string): ExposedScale | undefined;
  legend(name: string, options?: object): DrawnElement | undefined;
}

/** The module without the page's types. */
interface Drawing {
  plot(options: Options): Figure;
  legend(options: Options): DrawnElement;
  scale(options: Options): ExposedScale;
  Mark: RecordedClasses["Mark"] & { prototype: { plot: unknown } };
  Tip: RecordedClasses["Tip"];
  Line: { prototype: { render: Render } };
  Area: { prototype: { render: Render } };
}

/** Plot's own left margin. */
const PLOT_MARGIN = 40;

/** What is known of the page that plots are drawn for. */
export interface PlotPage {
  /** In CSS pixels. */
  width(): number;
}

const UNKNOWN_PAGE: PlotPage = { width: () => DEFAULT_WIDTH };

/** One for each module, since a module's marks can be told only once where to draw. */
const libraries = new WeakMap<object, PlotLibrary>();

/**
 * Makes the real Plot draw where there is no page: `plot`, `legend` and every mark's `plot` return a `PlotOutput`.
 * Defaults differ from Plot's in three things: the width is the page's (and plots are lower where that is narrow),
 * categorical colours are the page's series colours, and the picture is widened where tick labels are longer than the
 * left margin. Lines and areas of many points are thinned so that peaks remain. Tips are drawn only where they are always shown; pointers do nothing.
 *
 * The module's mark classes are changed in place: a module that has been wrapped no longer draws on pages.
 *
 * @param Plot the module `@observablehq/plot`
 * @param page only the first that is named for a module counts
 */
export function wrapPlot(Plot: PlotModule, page: PlotPage = UNKNOWN_PAGE): PlotLibrary {
  const known = libraries.get(Plot);
  if (known) return known;
  const drawing = Plot as unknown as Drawing;
  const plot = (options: Options = {}) => {
    if (options.width !== undefined) return drawPlot(drawing, options);
    const drawn = (width: number) => drawPlot(drawing, { ...options, width });
    return drawn(page.width()).redrawnBy(drawn);
  };
  drawing.Mark.prototype.plot = function (this: unknown, { marks = [], ...options }: Options = {}) {
    return plot({ ...options, marks: [marks, this] });
  };
  thinLines(drawing.Line.prototype, drawing.Area.prototype);
  listenToMarks(drawing);
  const legend = (options: Options = {}) =>
    drawLegend(
      drawing,
      () => drawing.legend({ ...options, className: "plot", document: new PlotDocument() }),
      options.color,
    );
  const library = Object.freeze({ ...Plot, ...CROSSHAIRS, plot, legend } as unknown as PlotLibrary);
  libraries.set(Plot, library);
  return library;
}

/** Marks that are nothing but an answer to a pointer, which is the page's business. */
const CROSSHAIRS = Object.fromEntries(
  ["crosshair", "crosshairX", "crosshairY"].map((name) => [
    name,
    () => {
      throw unsupported(`Plot.${name}`, "the option tip: true of another mark");
    },
  ]),
);

function drawPlot(drawing: Drawing, options: Options): PlotOutput {
  checkOptions(options);
  const { result: stage, points } = fitted(drawing, options);
  const { result: figure, recording } = stage.result;
  const tree = toTree(figure);
  const svg = pictureOf(tree);
  checkSize("width", svg?.attributes.width);
  checkSize("height", svg?.attributes.height);
  if (svg && options.marginLeft === undefined && options.margin === undefined) fitTickLabels(svg);
  const newer = colorsOf(drawing, options.color);
  repaint(tree, newer);
  return new PlotOutput({
    tree,
    facts: factsOf(tree, figure, options, points),
    warnings: stage.warnings,
    readings: () => ({
      tips: tipsOf(recording.tips, marksOf(options)).map((group) => ({
        ...group,
        ...(group.colors && { colors: group.colors.map(newer) }),
      })),
      table: dataTable(recording.marks, (name) => asOptions(options[name]).label),
    }),
    scale: (name) => figure.scale(name),
    legend: (name, legendOptions) => {
      if (!figure.scale(name)) return undefined;
      return drawLegend(
        drawing,
        () => figure.legend(name, { ...legendOptions, className: "plot" }),
        options.color,
      );
    },
  });
}

function drawnOnStage(drawing: Drawing, options: Options) {
  return countPoints(() =>
    onStage(() =>
      record(() =>
        drawing.plot({ width: DEFAULT_WIDTH, ...options, className: "plot", document: new PlotDocument() }),
      ),
    ),
  );
}

/** Drawn; on a narrow page once more, where Plot's own height or margin does not suit it. */
function fitted(drawing: Drawing, options: Options) {
  const drawn = drawnOnStage(drawing, options);
  if (!(Number(options.width) < ROOMY)) return drawn;
  const figure = drawn.result.result.result;
  const svg = pictureOf(toTree(figure));
  const missing =
    svg && options.marginLeft === undefined && options.margin === undefined ? missingRoom(svg) : 0;
  const low = isTallByDefault(figure, options);
  if (!low && missing === 0) return drawn;
  return drawnOnStage(drawing, {
    ...options,
    ...(low && { height: LOW_HEIGHT }),
    ...(missing > 0 && { marginLeft: Math.min(PLOT_MARGIN + missing, Number(options.width) / 2) }),
  });
}

/** Whether nothing but Plot's own default decided how high a plot is: on a narrow page it would stand upright. */
function isTallByDefault(figure: Figure, options: Options): boolean {
  const given = [options.height, options.aspectRatio, options.projection];
  if (given.some((option) => option !== undefined)) return false;
  const { type } = figure.scale("y") ?? {};
  return type !== undefined && !/^(?:band|point|ordinal)$/.test(type) && figure.scale("fy") === undefined;
}

function asOptions(value: unknown): Options {
  return typeof value === "object" && value !== null ? (value as Options) : {};
}

function marksOf({ marks }: Options): PlotMark[] {
  const all: unknown[] = Array.isArray(marks) ? marks.flat(Number.POSITIVE_INFINITY) : [];
  return all.filter((mark) => typeof mark === "object" && mark !== null) as PlotMark[];
}

function drawLegend(drawing: Drawing, draw: () => DrawnElement | undefined, color: unknown): PlotOutput {
  const { result, warnings } = onStage(draw);
  if (!result) throw new Error("this scale has no legend");
  const tree = toTree(result);
  repaint(tree, colorsOf(drawing, color));
  return new PlotOutput({
    tree,
    facts: { marks: [], points: 0 },
    warnings,
    readings: () => ({}),
    scale: () => undefined,
    legend: () => undefined,
  });
}

/** Refuses early what would be drawn in vain, by the name that the reader gave it. */
function checkOptions(options: Options): void {
  checkSize("width", options.width);
  checkSize("height", options.height);
}

function checkSize(option: "width" | "height", value: unknown): void {
  if (value === undefined || value === null) return;
  const pixels = Number(value);
  if (pixels > 0 && pixels <= MAX_SIZE) return;
  throw new PlotError(
    "plot-size",
    { option, value: String(value).slice(0, 40), limit: String(MAX_SIZE) },
    `a plot's ${option} must be more than 0 and at most ${MAX_SIZE} pixels: ${String(value).slice(0, 40)}`,
  );
}

/** The page's series colours for a plot whose author chose none. */
function colorsOf(drawing: Drawing, color: unknown): (color: string) => string {
  const { scheme, range } = asOptions(color);
  if (scheme !== undefined || range !== undefined) return (same) => same;
  const standard = drawing.scale({ color: { type: "categorical", domain: ["a"] } });
  return seriesColors(Array.isArray(standard.range) ? standard.range : []);
}

/** The picture itself, without titles and legends. */
function pictureOf(tree: ElementNode): ElementNode | undefined {
  for (const element of elementsOf(tree)) {
    if (element.tag === "svg" && element.attributes.class === "plot") return element;
  }
  return undefined;
}

function factsOf(tree: ElementNode, figure: Figure, options: Options, points: number): PlotFacts {
  const facts: PlotFacts = { marks: countMarks(tree), points };
  const title = titleOf(tree, options.ariaLabel);
  if (title) facts.title = title;
  const x = scaleFact(figure.scale("x"), axisLabel(tree, "x"));
  const y = scaleFact(figure.scale("y"), axisLabel(tree, "y"));
  const color = scaleFact(figure.scale("color"));
  Object.assign(facts, x && { x }, y && { y }, color && { color });
  const facets = facetsOf(figure.scale("fx")) * facetsOf(figure.scale("fy"));
  if (facets > 1) facts.facets = facets;
  return facts;
}

function facetsOf(scale: ExposedScale | undefined): number {
  return Array.isArray(scale?.domain) ? scale.domain.length : 1;
}
