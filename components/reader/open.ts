/** The dialogs of the reader's menu. */
export type DialogName = "search" | "work" | "history" | "share" | "print";

/** Which one is asked for, and for which cell. */
export interface DialogAsked {
  name: DialogName;
  cell?: string;
}

type Listener = (asked: DialogAsked) => void;

let listener: Listener | null = null;

/** Opens a dialog, from wherever on the page. */
export function openDialog(name: DialogName, cell?: string): void {
  listener?.({ name, cell });
}

/** The page's one place for dialogs hears of them. @returns stops that */
export function onDialog(hear: Listener): () => void {
  listener = hear;
  return () => {
    if (listener === hear) listener = null;
  };
}
