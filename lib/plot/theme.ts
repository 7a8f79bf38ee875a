import type { ElementNode } from "../protocol";
import { elementsOf } from "./tree";

/** Colours that the page defines for series, `--series-1` … `--series-8`, in both its themes. */
export const SERIES_COLORS: readonly string[] = Array.from({ length: 8 }, (_, i) => `var(--series-${i + 1})`);

const PAINTS = ["fill", "stroke", "stop-color"] as const;

/**
 * The page's colours for a plot that chose none: each colour of Plot's default categorical range is the series variable
 * of the same place, so that the page's theme decides. Other colours stay as they are.
 */
export function seriesColors(range: readonly unknown[]): (color: string) => string {
  const variables = new Map<string, string>();
  range.forEach((color, i) => {
    const variable = SERIES_COLORS[i];
    if (typeof color === "string" && variable && !variables.has(color)) variables.set(color, variable);
  });
  return (color) => variables.get(color) ?? color;
}

/** Changes the colours that a tree is painted in. */
export function repaint(tree: ElementNode, newer: (color: string) => string): void {
  for (const { attributes } of elementsOf(tree)) {
    for (const paint of PAINTS) {
      const color = attributes[paint];
      if (color !== undefined) attributes[paint] = newer(color);
    }
  }
}
