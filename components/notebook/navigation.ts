import type { NotebookController } from "./controller";

/** The cell as it stands in the page. */
function element(cell: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"]`);
}

/** Puts the focus on a cell's code. */
export function focusCell(cell: string): void {
  // Static code is focusable itself; an editor has a text field somewhere inside.
  const code = element(cell)?.querySelector<HTMLElement>(
    "[data-code], [data-code-host] textarea, [data-code-host] [role=textbox]",
  );
  code?.focus({ preventScroll: true });
  code?.scrollIntoView({ block: "nearest" });
}

/** Runs a cell and moves to the next, as Shift+Enter does in Jupyter; the last keeps the focus. */
export function runAndAdvance(controller: NotebookController, cell: string): void {
  controller.run(cell);
  const ids = controller.ids();
  focusCell(ids[ids.indexOf(cell) + 1] ?? cell);
}
