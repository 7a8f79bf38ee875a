/** How wide the outputs of a cell stand on the page, in CSS pixels; undefined where there is no place for them. */
export function outputWidth(cell: string): number | undefined {
  const outputs = document.querySelector(`[data-cell="${CSS.escape(cell)}"] .outputs`);
  // The box around them has a width before there is anything in them.
  const around = outputs?.parentElement?.clientWidth ?? 0;
  if (!outputs || around === 0) return undefined;
  const { paddingLeft, paddingRight } = getComputedStyle(outputs);
  return Math.floor(around - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
}
