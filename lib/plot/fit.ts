import type { ElementNode } from "../protocol";
import { textWidth } from "./text-width";
import { elementsOf, textOf } from "./tree";

/** Font size of tick labels, as `plot.css` has it. */
const FONT_SIZE = 11;

/** At most this much is added, so that the plot itself is not squeezed away. */
const MAX_EXTRA = 200;

/**
 * Widens a picture to the left when the tick labels of its left axis are longer than its margin: the view box
 * grows by what is missing, and the drawing is scaled to the width it had.
 */
export function fitTickLabels(svg: ElementNode): void {
  const box = svg.attributes.viewBox?.split(" ").map(Number);
  const width = Number(svg.attributes.width);
  const [x, y, boxWidth, boxHeight] = box ?? [];
  if (x === undefined || y === undefined || boxWidth === undefined || boxHeight === undefined || !width)
    return;
  const extra = missingRoom(svg);
  if (extra === 0) return;
  svg.attributes.viewBox = `${x - extra} ${y} ${boxWidth + extra} ${boxHeight}`;
  svg.attributes.height = String(Math.round((boxHeight * width) / (boxWidth + extra)));
}

/** By how many pixels the tick labels of the left axis are longer than the margin; 0 if they are not. */
export function missingRoom(svg: ElementNode): number {
  return Math.min(MAX_EXTRA, Math.ceil(-leftmostLabel(svg)));
}

/** Where the longest label of the left axis begins; 0 when there is none. */
function leftmostLabel(svg: ElementNode): number {
  let leftmost = 0;
  for (const group of elementsOf(svg)) {
    if (group.attributes["aria-label"] !== "y-axis tick label" || group.attributes["text-anchor"] !== "end")
      continue;
    const shift = translateX(group);
    for (const label of elementsOf(group)) {
      if (label.tag !== "text") continue;
      leftmost = Math.min(leftmost, shift + translateX(label) - textWidth(textOf(label), FONT_SIZE));
    }
  }
  return leftmost;
}

function translateX(element: ElementNode): number {
  return Number(/^translate\(([-+.\de]+)/.exec(element.attributes.transform ?? "")?.[1] ?? 0);
}
