import type { ElementNode } from "../protocol";
import { elementsOf, textOf } from "./tree";

/** One kind of mark in a plot, by the name that Plot gives it, and how many of it are drawn. */
export interface MarkFact {
  /** For example `line`, `dot`, `rect`, `contour`. */
  kind: string;
  count: number;
}

/** What an axis or the colour scale shows: a range of numbers or times, or a list of names. */
export interface ScaleFact {
  label?: string;
  /** Plot's scale type, for example `linear`, `log`, `band`, `ordinal`. */
  type: string;
  /** First and last value; for names absent. */
  range?: [from: string, to: string];
  names?: string[];
}

/** What can be said of a plot in words. */
export interface PlotFacts {
  title?: string;
  marks: MarkFact[];
  /** Points that the lines and areas run through, before any was left out. */
  points: number;
  x?: ScaleFact;
  y?: ScaleFact;
  color?: ScaleFact;
  /** Number of facets; absent for one. */
  facets?: number;
  /** Series that became NaN or infinite, and the x at which they did. */
  diverged?: { name: string; at: string }[];
}

/** A scale as Plot exposes it: the part that is read here. */
export interface ExposedScale {
  type?: string;
  label?: unknown;
  domain?: unknown;
  range?: unknown;
}

/** Marks that are furniture, not data. */
const FURNITURE = /axis|grid|frame|tip|crosshair/;

/** Whether a kind of mark is furniture, and shows no data. */
export function isFurniture(kind: string): boolean {
  return FURNITURE.test(kind);
}

const SHAPES: ReadonlySet<string> = new Set([
  "path",
  "circle",
  "rect",
  "line",
  "text",
  "polygon",
  "polyline",
]);

/** Counts the marks that a tree draws, in the order in which they appear. */
export function countMarks(tree: ElementNode): MarkFact[] {
  const counts = new Map<string, number>();
  for (const group of elementsOf(tree)) {
    const kind = group.attributes["aria-label"];
    if (group.tag !== "g" || kind === undefined || isFurniture(kind)) continue;
    let count = 0;
    for (const element of elementsOf(group)) if (SHAPES.has(element.tag)) count++;
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return [...counts].filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }));
}

/** The title of a plot: the option's, or the label for screen readers. */
export function titleOf(tree: ElementNode, ariaLabel: unknown): string | undefined {
  for (const element of elementsOf(tree)) {
    if (element.attributes.class === "plot-title") return textOf(element);
  }
  return typeof ariaLabel === "string" ? ariaLabel : undefined;
}

/** The label that is drawn beside an axis, without the arrow that it has for the eye; undefined if there is none. */
export function axisLabel(tree: ElementNode, axis: "x" | "y"): string | undefined {
  for (const element of elementsOf(tree)) {
    if (element.attributes["aria-label"] === `${axis}-axis label`) return plainLabel(textOf(element));
  }
  return undefined;
}

/**
 * What a scale shows; undefined if the plot has no such scale.
 *
 * @param label used if the scale itself has none
 */
export function scaleFact(scale: ExposedScale | undefined, label?: string): ScaleFact | undefined {
  if (!scale || !Array.isArray(scale.domain) || scale.domain.length === 0) return undefined;
  const domain: unknown[] = scale.domain;
  const fact: ScaleFact = { type: scale.type ?? "linear" };
  const shown = typeof scale.label === "string" ? scale.label : label;
  if (shown) fact.label = shown;
  const first = domain[0];
  if (isContinuous(first) && !/^(?:band|point|ordinal|categorical)$/.test(fact.type)) {
    fact.range = [format(first), format(domain.at(-1))];
  } else fact.names = domain.map(format);
  return fact;
}

function plainLabel(label: string): string {
  return label.replace(/^[↑↓←→\s]+|[↑↓←→\s]+$/gu, "");
}

function isContinuous(value: unknown): boolean {
  return typeof value === "number" || value instanceof Date;
}

/** A value for reading aloud: numbers to four digits, times in ISO form without what is zero. */
function format(value: unknown): string {
  if (typeof value === "number") return String(Number(value.toPrecision(4)));
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "?" : value.toISOString().replace(/T00:00:00\.000Z$/, "");
  return String(value);
}
