import { shorten, textWidth } from "./text-width";

/** A curve's name beside its end. */
export interface EndLabel {
  text: string;
  /** Baseline's middle, in pixels. */
  y: number;
  /** Which of the series. */
  series: number;
}

/** Pixels between two labels. */
const SPACING = 14;

const FONT_SIZE = 11;
const MAX_WIDTH = 150;
const GAP = 8;

/** The right margin that the names need; undefined if they would take more than a third of the width. */
export function labelMargin(names: string[], width: number): number | undefined {
  const widest = Math.max(...names.map((name) => Math.min(MAX_WIDTH, textWidth(name, FONT_SIZE))));
  return widest + GAP > width / 3 ? undefined : Math.ceil(widest) + GAP + 4;
}

/**
 * Moves labels apart that would overlap: each stays as near to its curve's end as the others allow, in the order
 * of the ends, between `top` and `bottom`. Undefined if there is no room for all.
 */
export function placeLabels(labels: EndLabel[], top: number, bottom: number): EndLabel[] | undefined {
  if (labels.length * SPACING > bottom - top + SPACING) return undefined;
  const placed = labels
    .map((label) => ({ ...label, text: shorten(label.text, MAX_WIDTH, FONT_SIZE) }))
    .sort((a, b) => a.y - b.y);
  let free = top;
  for (const label of placed) {
    label.y = Math.max(label.y, free);
    free = label.y + SPACING;
  }
  free = bottom;
  for (const label of placed.toReversed()) {
    label.y = Math.min(label.y, free);
    free = label.y - SPACING;
  }
  return placed;
}
