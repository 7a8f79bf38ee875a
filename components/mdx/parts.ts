import type { ElementContent, Root, RootContent } from "hast";

/** A stretch of the chapter from one main heading to the next. */
export interface Part {
  runs: Run[];
  size: Size;
}

/** The one figure that is only looked at. */
const STILL_FIGURE = "network";

/** Blocks that follow each other, and whether scripts have anything to do with them. */
export interface Run {
  live: boolean;
  blocks: RootContent[];
}

/** Roughly how much room a part will take. */
export interface Size {
  /** Letters of running text; a Chinese character counts as two. */
  letters: number;
  /** Lines that are there however wide the page is. */
  lines: number;
}

/** Elements that come alive on the page. */
const LIVE = new Set(["gb-cell", "gb-exercise", "gb-blank"]);

/**
 * Cuts the text at its main headings, and each part into what is still and what is live.
 *
 * @param linesOfCell roughly how many lines of text are as high as a cell
 */
export function cut(body: Root, linesOfCell: (id: string) => number): Part[] {
  const parts: Part[] = [];
  for (const block of body.children) {
    if (block.type === "text" && block.value.trim() === "") continue;
    const starts = block.type === "element" && block.tagName === "h2";
    const part = starts || parts.length === 0 ? open(parts) : (parts.at(-1) ?? open(parts));
    const live = isLive(block);
    const run = part.runs.at(-1);
    if (run && run.live === live) run.blocks.push(block);
    else part.runs.push({ live, blocks: [block] });
    measure(block, part.size, linesOfCell);
  }
  return parts;
}

function open(parts: Part[]): Part {
  const part: Part = { runs: [], size: { letters: 0, lines: 0 } };
  parts.push(part);
  return part;
}

function isLive(node: RootContent | ElementContent): boolean {
  if (node.type !== "element") return false;
  if (node.tagName === "gb-figure") return node.properties.name !== STILL_FIGURE;
  return LIVE.has(node.tagName) || node.children.some(isLive);
}

/** Lines that a block takes beyond its running text, the space above it included. */
const LINES: Readonly<Record<string, number>> = {
  p: 0.9,
  h2: 3,
  h3: 2.5,
  li: 0.6,
  tr: 1.1,
  "gb-exercise": 8,
  "gb-figure": 12,
  "gb-difference": 2,
  "gb-details": 2,
  "gb-key": 1,
};
/** A figure to touch, with its controls and readings. */
const LIVE_FIGURE = 24;
/** A displayed formula. */
const FORMULA = 2.6;
/** A line of code, which is set closer than text. */
export const CODE = 0.7;

function measure(node: RootContent | ElementContent, size: Size, linesOfCell: (id: string) => number): void {
  if (node.type === "text") size.letters += lettersOf(node.value);
  if (node.type !== "element") return;
  const math = [node.properties.className].flat().includes("math-display");
  const liveFigure = node.tagName === "gb-figure" && isLive(node);
  size.lines += math ? FORMULA : liveFigure ? LIVE_FIGURE : (LINES[node.tagName] ?? 0);
  if (node.tagName === "gb-cell") size.lines += linesOfCell(String(node.properties.id));
  else if (node.tagName === "gb-listing") size.lines += CODE * lineCount(node);
  // What is folded away, or stands in the margin, takes no room; a formula's elements are no running text.
  else if (!math && node.tagName !== "gb-details" && node.tagName !== "gb-aside")
    for (const child of node.children) measure(child, size, linesOfCell);
}

function lineCount(node: RootContent | ElementContent): number {
  if (node.type === "text") return node.value.split("\n").length - 1;
  return "children" in node ? node.children.reduce((sum, child) => sum + lineCount(child), 0) : 0;
}

function lettersOf(text: string): number {
  return text.length + (text.match(/[⺀-鿿＀-￯]/g)?.length ?? 0);
}
