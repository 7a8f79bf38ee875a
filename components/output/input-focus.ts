let wanted: { cell: string; key: string } | null = null;

/** The control that has the focus is about to be replaced: its successor is to take the focus. */
export function handOverFocus(cell: string, key: string): void {
  wanted = { cell, key };
}

/** Whether a control that has just come is the one that takes the focus. If the reader has gone elsewhere, none is. */
export function takesFocus(cell: string, key: string): boolean {
  if (wanted?.cell !== cell || wanted.key !== key) return false;
  wanted = null;
  return document.activeElement === null || document.activeElement === document.body;
}
