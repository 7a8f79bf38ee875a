import type { TipGroup } from "../protocol";
import { PlotDocument } from "./document";
import { DrawnElement, type DrawnNode } from "./drawn";
import { type Index, indexOf, type PlotMark, type WaitingTip } from "./record";
import { thinIndex } from "./thin-index";

/** Points of one plot that tips can be shown at. */
export const MAX_TIPS = 2_000;

/** Points that are put into words on one document, which takes only so many elements. */
const BATCH = 200;

/**
 * Where tips can be shown, and what they say, in Plot's own words: each is drawn once, aside, and read.
 *
 * @param given the marks as the program gave them
 */
export function tipsOf(tips: readonly WaitingTip[], given: readonly PlotMark[]): TipGroup[] {
  const kinds = pointersOf(given);
  const own = new Set(given);
  const implicit: PlotMark[] = [];
  const groups: TipGroup[] = [];
  let left = MAX_TIPS;
  for (const tip of tips) {
    if (!own.has(tip.mark) && !implicit.includes(tip.mark)) implicit.push(tip.mark);
    const pointer = own.has(tip.mark) ? "xy" : (kinds[implicit.indexOf(tip.mark)] ?? "xy");
    const group = groupOf(tip, pointer, left);
    if (group.x.length === 0) continue;
    left -= group.x.length;
    groups.push(group);
  }
  return groups;
}

/** How pointers find the tips that marks ask for, in the order in which Plot makes these. */
function pointersOf(given: readonly PlotMark[]): TipGroup["pointer"][] {
  return given.flatMap(({ tip }) => {
    if (!tip) return [];
    const pointer = typeof tip === "object" && "pointer" in tip ? tip.pointer : tip;
    const name = String(pointer).toLowerCase();
    return [name === "x" || name === "y" ? name : "xy"];
  });
}

function groupOf(tip: WaitingTip, pointer: TipGroup["pointer"], most: number): TipGroup {
  const { state, index } = tip;
  const all = indexOf(tip, index.fi);
  const chosen = few(all, tip, most);
  const group: TipGroup = { pointer, labels: [], x: [], y: [], values: [] };
  const colors: string[] = [];
  for (let from = 0; from < chosen.length; from += BATCH) {
    const batch: Index = Object.assign(chosen.slice(from, from + BATCH), facetOf(index));
    for (const { x, y, lines, color } of read(tip, batch)) {
      group.x.push(x);
      group.y.push(y);
      group.values.push(lined(lines, group.labels));
      colors.push(color);
    }
  }
  if (colors.some((color) => color !== "")) group.colors = colors;
  const z = state.channels.z?.value;
  if (z) {
    const names = [...new Set(chosen.map((i) => z[i]))];
    group.series = chosen.map((i) => names.indexOf(z[i]));
  }
  return group;
}

function facetOf({ fx, fy, fi }: Index): object {
  return { fx, fy, fi };
}

/** As many points as may be, the extremes of each stretch among them. */
function few(index: Index, { values, state }: WaitingTip, most: number): number[] {
  const all = Array.from(index);
  if (all.length <= most) return all;
  const { x = values.x2, y = values.y2 } = values;
  const z = state.channels.z?.value;
  const thinned = x && y ? thinIndex(all, { along: x, across: [y], looks: [], ...(z && { z }) }) : all;
  if (thinned.length <= most) return thinned;
  const pairs = Math.max(1, Math.floor(most / 2));
  const stretch = Math.ceil(thinned.length / pairs);
  return Array.from({ length: pairs }, (_, i) =>
    extremes(thinned.slice(i * stretch, (i + 1) * stretch), y),
  ).flat();
}

/** The lowest and the highest of some points, in their order; without heights, the first. */
function extremes(points: readonly number[], y: ArrayLike<unknown> | undefined): number[] {
  const height = (i: number) => Number(y?.[i]);
  let [low] = points;
  if (low === undefined) return [];
  let high = low;
  for (const i of points) {
    if (height(i) < height(low)) low = i;
    if (height(i) > height(high)) high = i;
  }
  return low === high ? [low] : [low, high].sort((a, b) => points.indexOf(a) - points.indexOf(b));
}

interface ReadTip {
  x: number;
  y: number;
  lines: [label: string, value: string][];
  color: string;
}

/** Draws tips aside and reads them. */
function read({ mark, scales, values, dimensions, context, render }: WaitingTip, index: Index): ReadTip[] {
  const aside = { ...context, document: new PlotDocument() };
  const drawn = undeferred(() => render.call(mark, index, scales, values, dimensions, aside));
  if (!(drawn instanceof DrawnElement)) return [];
  const { fx, fy } = scales;
  const [left, top] = shift(drawn);
  const facetLeft = fx ? fx(index.fx) - dimensions.marginLeft : 0;
  const facetTop = fy ? fy(index.fy) - dimensions.marginTop : 0;
  return drawn.children.map((tip, at) => {
    const [x, y] = shift(tip);
    const i = index[at] ?? 0;
    const place = (channel: "px" | "py", anchor: number) => Number(values[channel]?.[i] ?? anchor);
    return {
      x: place("px", x) + left + facetLeft,
      y: place("py", y) + top + facetTop,
      ...readLines(tip),
    };
  });
}

/** Without what Plot would do on the next frame: the tip's box is not needed. */
function undeferred<Result>(draw: () => Result): Result {
  const frames = Object.getOwnPropertyDescriptor(globalThis, "requestAnimationFrame");
  Object.defineProperty(globalThis, "requestAnimationFrame", { configurable: true, value: undefined });
  try {
    return draw();
  } finally {
    if (frames) Object.defineProperty(globalThis, "requestAnimationFrame", frames);
    else Reflect.deleteProperty(globalThis, "requestAnimationFrame");
  }
}

function shift(element: DrawnElement): [x: number, y: number] {
  const [, x = "0", y = "0"] =
    /^translate\(([-+.\de]+),([-+.\de]+)\)/.exec(element.getAttribute("transform") ?? "") ?? [];
  return [Number(x), Number(y)];
}

function readLines(tip: DrawnElement): Pick<ReadTip, "lines" | "color"> {
  const lines: [string, string][] = [];
  let color = "";
  const text = tip.children.find(({ localName }) => localName === "text");
  for (const line of text?.children ?? []) {
    let label = "";
    let value = "";
    let whole = "";
    for (const part of line.childNodes) {
      if (!(part instanceof DrawnElement)) value += part.textContent;
      else if (part.localName === "title") whole = part.textContent;
      else if (part.getAttribute("fill") !== null) color = paint(part);
      else label += part.textContent;
    }
    lines.push([label, clean(whole || value)]);
  }
  return { lines, color };
}

function paint(swatch: DrawnNode): string {
  return swatch instanceof DrawnElement ? (swatch.getAttribute("fill") ?? "") : "";
}

/** Plot puts a space of no width before each line. */
function clean(text: string): string {
  return text.replaceAll("\u200b", "").trim();
}

/** The values in the order of the labels, which grow by those that are new. */
function lined(lines: [label: string, value: string][], labels: string[]): string[] {
  const values: string[] = [];
  const used = new Set<number>();
  for (const [label, value] of lines) {
    let at = labels.findIndex((known, i) => known === label && !used.has(i));
    if (at < 0) at = labels.push(label) - 1;
    used.add(at);
    values[at] = value;
  }
  return Array.from(labels, (_, i) => values[i] ?? "");
}
