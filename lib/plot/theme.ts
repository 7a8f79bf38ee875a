import type { ElementNode } from "../protocol";
import { elementsOf } from "./tree";

/** Colours that the page defines for series, `--series-1` … `--series-8`, in both its themes. */
export const SERIES_COLORS: readonly string[] = Array.from({ length: 8 }, (_, i) => `var(--series-${i + 1})`);

const PAINTS = ["fill", "stroke", "stop-color"] as const;

/**
 * Gives the page's colours to a plot that chose none: each colour of Plot's default categorical range becomes the
 * series variable of the same place, so that the page's theme decides. Colours beyond the eighth stay as they are.
 */
export function applySeriesColors(tree: ElementNode, range: readonly unknown[]): void {
  const variables = new Map<string, string>();
  range.forEach((color, i) => {
    const variable = SERIES_COLORS[i];
    if (typeof color === "string" && variable && !variables.has(color)) variables.set(color, variable);
  });
  for (const { attributes } of elementsOf(tree)) {
    for (const paint of PAINTS) {
      const variable = variables.get(attributes[paint] ?? "");
      if (variable) attributes[paint] = variable;
    }
  }
}
