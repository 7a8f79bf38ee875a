import { STORAGE_NAME } from "../layout/site";

/** This tab's alone, and it outlives the tab's being lost. */
const KEY = `${STORAGE_NAME}:running`;

/** Notes which cell is running, or that none is. */
export function noteRun(chapter: string, cell: string | null): void {
  try {
    if (cell === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify([chapter, cell]));
  } catch {
    // Without it a lost tab is not spoken of.
  }
}

/** The cell that was running when this tab was lost with the chapter in it; null if all is well. */
export function lostRun(chapter: string): string | null {
  try {
    const note: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    if (!Array.isArray(note) || note[0] !== chapter || typeof note[1] !== "string") return null;
    return note[1];
  } catch {
    return null;
  }
}
