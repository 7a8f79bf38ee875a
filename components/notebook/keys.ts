/** What keys can ask of a cell whose code is not being edited. */
export type CellCommand =
  | "edit"
  | "run"
  | "runAndAdvance"
  | "next"
  | "previous"
  | "first"
  | "last"
  | "stop"
  | "restart"
  | "addAbove"
  | "addBelow"
  | "remove"
  | "undoRemove"
  | "keys";

interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Keys without Ctrl, Cmd or Alt. */
const PLAIN: Readonly<Record<string, CellCommand>> = {
  Enter: "edit",
  ArrowDown: "next",
  j: "next",
  ArrowUp: "previous",
  k: "previous",
  Home: "first",
  End: "last",
  a: "addAbove",
  b: "addBelow",
  z: "undoRemove",
  h: "keys",
  "?": "keys",
};

/** Keys that have to be pressed twice: what they do is not meant by a slip. */
const TWICE: Readonly<Record<string, CellCommand>> = { i: "stop", 0: "restart", d: "remove" };

/**
 * The command of a key in a cell that is not being edited, as in Jupyter's command mode.
 *
 * @param before the key pressed just before, for those that count when pressed twice
 */
export function commandOf(pressed: Pressed, before: string | null): CellCommand | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (altKey) return null;
  if (ctrlKey || metaKey) return key === "Enter" && !shiftKey ? "run" : null;
  if (shiftKey) return key === "Enter" ? "runAndAdvance" : key === "?" ? "keys" : null;
  if (Object.hasOwn(TWICE, key)) return before === key ? (TWICE[key] ?? null) : null;
  return Object.hasOwn(PLAIN, key) ? (PLAIN[key] ?? null) : null;
}

/** The sheet of keys: what to press, and the name of its words. */
export const SHEET = {
  cell: [
    [["Shift", "Enter"], "keyRunAndAdvance"],
    [["Ctrl", "Enter"], "keyRun"],
    [["Enter"], "keyEdit"],
    [["j"], "keyNext"],
    [["k"], "keyPrevious"],
    [["Home"], "keyFirst"],
    [["End"], "keyLast"],
    [["a"], "keyAddAbove"],
    [["b"], "keyAddBelow"],
    [["d", "d"], "keyRemove"],
    [["z"], "keyUndoRemove"],
    [["i", "i"], "keyStop"],
    [["0", "0"], "keyRestart"],
    [["?"], "keySheet"],
  ],
  editor: [
    [["Esc"], "keyLeave"],
    [["Ctrl", "/"], "keyComment"],
    [["Ctrl", "F"], "keyFind"],
    [["Ctrl", "Z"], "keyUndo"],
    [["Alt", "Click"], "keyCursor"],
    [["Ctrl", "M"], "keyTab"],
  ],
} as const;
