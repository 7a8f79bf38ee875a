import type { MarkFact, PlotFacts, ScaleFact } from "./facts";
import { shorten } from "./text-width";

/** The languages in which a plot can be described. */
export type PlotLocale = "zh" | "en";

/** A kind of mark in words: English singular and plural, Chinese noun with its measure word. */
type Words = [one: string, many: string, zh: string];

const WORDS: Record<string, Words> = {
  line: ["line", "lines", "条线"],
  area: ["area", "areas", "个面"],
  dot: ["point", "points", "个点"],
  rect: ["rectangle", "rectangles", "个矩形"],
  bar: ["bar", "bars", "根柱"],
  cell: ["cell", "cells", "个格"],
  rule: ["rule", "rules", "条标线"],
  tick: ["tick", "ticks", "条刻线"],
  text: ["text", "texts", "处文字"],
  contour: ["contour line", "contour lines", "条等高线"],
  density: ["density contour", "density contours", "条密度等高线"],
  arrow: ["arrow", "arrows", "个箭头"],
  vector: ["vector", "vectors", "个向量"],
  link: ["link", "links", "条连线"],
  waffle: ["waffle bar", "waffle bars", "个华夫块"],
  geo: ["region", "regions", "个区域"],
  "linear-regression": ["regression line", "regression lines", "条回归线"],
};

const MAX_NAMES = 8;
const MAX_LABEL = 600;

/** One sentence that says what a plot shows: its marks, its title, its axes and their ranges, its series. */
export function describePlot(facts: PlotFacts, locale: PlotLocale): string {
  return locale === "zh" ? chinese(facts) : english(facts);
}

function english(facts: PlotFacts): string {
  const curve = firstCurve(facts);
  const marks = facts.marks.map((mark) => {
    const [one, many] = WORDS[mark.kind] ?? [mark.kind, mark.kind];
    const through =
      mark === curve ? ` through ${facts.points} ${facts.points === 1 ? "point" : "points"}` : "";
    return `${mark.count} ${mark.count === 1 ? one : many}${through}`;
  });
  const parts = [
    `Plot${facts.title ? ` “${short(facts.title)}”` : ""}: ${marks.join(", ") || "nothing drawn"}`,
  ];
  if (facts.facets) parts.push(`${facts.facets} panels`);
  if (facts.color) parts.push(`colour${englishScale(facts.color)}`);
  if (facts.x) parts.push(`horizontal axis${englishScale(facts.x)}`);
  if (facts.y) parts.push(`vertical axis${englishScale(facts.y)}`);
  for (const { name, at } of facts.diverged ?? [])
    parts.push(`${short(name) || "the run"} diverged at ${at}`);
  return `${parts.join("; ")}.`;
}

function englishScale({ label, range, names, type }: ScaleFact): string {
  const name = label ? ` ${short(label)}` : "";
  if (range) return `${name} from ${range[0]} to ${range[1]}${type === "log" ? " (logarithmic)" : ""}`;
  return `${name}: ${list(names ?? [], ", ", (more) => ` and ${more} more`)}`;
}

function chinese(facts: PlotFacts): string {
  const curve = firstCurve(facts);
  const marks = facts.marks.map((mark) => {
    const through = mark === curve ? `（经过 ${facts.points} 个点）` : "";
    return `${mark.count} ${WORDS[mark.kind]?.[2] ?? `个 ${mark.kind}`}${through}`;
  });
  const parts = [`图${facts.title ? `“${short(facts.title)}”` : ""}：${marks.join("、") || "没有图形"}`];
  if (facts.facets) parts.push(`${facts.facets} 个分面`);
  if (facts.color) parts.push(`颜色${chineseScale(facts.color)}`);
  if (facts.x) parts.push(`横轴${chineseScale(facts.x)}`);
  if (facts.y) parts.push(`纵轴${chineseScale(facts.y)}`);
  for (const { name, at } of facts.diverged ?? [])
    parts.push(`${name ? `“${short(name)}”` : "训练"}在 ${at} 处发散`);
  return `${parts.join("；")}。`;
}

function chineseScale({ label, range, names, type }: ScaleFact): string {
  const name = label ? `“${short(label)}”` : "";
  if (range) return `${name}从 ${range[0]} 到 ${range[1]}${type === "log" ? "（对数）" : ""}`;
  return `${name}：${list(names ?? [], "、", (more) => ` 等，另有 ${more} 个`)}`;
}

/** The mark whose points are counted. */
function firstCurve({ marks, points }: PlotFacts): MarkFact | undefined {
  return points > 0 ? marks.find(({ kind }) => kind === "line" || kind === "area") : undefined;
}

function list(names: string[], separator: string, more: (count: number) => string): string {
  const rest = names.length - MAX_NAMES;
  return names.slice(0, MAX_NAMES).map(short).join(separator) + (rest > 0 ? more(rest) : "");
}

/** Labels come from the reader's code and may be of any length. */
function short(label: string): string {
  return shorten(label.replace(/\s+/g, " ").trim(), MAX_LABEL);
}
