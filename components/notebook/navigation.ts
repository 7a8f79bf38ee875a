import type { NotebookController } from "./controller";

/** What opens the editor of each cell on the page. */
const openers = new Map<string, () => void>();

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

/** Moves the focus to a cell that is only now being drawn. */
export function focusSoon(cell: string | null): void {
  if (cell !== null) requestAnimationFrame(() => focusCell(cell));
}

/** Opens the editor of a cell that is only now being drawn. */
export function editSoon(cell: string): void {
  requestAnimationFrame(() => {
    focusCell(cell);
    openers.get(cell)?.();
  });
}

/** A cell says how its editor is opened. @returns forgets it */
export function opensBy(cell: string, open: () => void): () => void {
  openers.set(cell, open);
  return () => {
    if (openers.get(cell) === open) openers.delete(cell);
  };
}

/** Moves the focus to the code of the cell so many places on, or to the first or last; false if it is there already. */
export function moveFocus(id: string, by: number): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("[data-cell]")];
  const place = all.findIndex((cell) => cell.dataset.cell === id) + by;
  const next = all[Math.max(0, Math.min(place, all.length - 1))]?.dataset.cell;
  if (!next || next === id) return false;
  focusCell(next);
  return true;
}

/** What follows a run: the next cell (Shift+Enter), nothing (Ctrl+Enter), or a new cell (Alt+Enter), as in Jupyter. */
export type Then = "advance" | "stay" | "insert";

/** Runs a cell, which for text is nothing, and goes on; after the last cell the focus stays there. */
export function runAnd(then: Then, controller: NotebookController, cell: string): void {
  controller.run(cell);
  if (then === "insert") editSoon(controller.addCell(cell, "below"));
  else if (then === "advance") {
    const ids = controller.ids();
    focusCell(ids[ids.indexOf(cell) + 1] ?? cell);
  }
}
