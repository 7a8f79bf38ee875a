import type { Position } from "./handle";

/**
 * The place in static code that lies under a point of the window (of a click, say), so that an editor that takes the
 * code's place can put its cursor there; `undefined` when the point is not over the code.
 */
export function positionAtPoint(code: HTMLElement, x: number, y: number): Position | undefined {
  const caret = caretAtPoint(code.ownerDocument, x, y);
  if (!caret || !code.contains(caret.node)) return undefined;
  const before = code.ownerDocument.createRange();
  before.setStart(code, 0);
  before.setEnd(caret.node, caret.offset);
  const lines = before.toString().split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

function caretAtPoint(document: Document, x: number, y: number): { node: Node; offset: number } | undefined {
  if ("caretPositionFromPoint" in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  // Safari before 18.4 has only the older name.
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
