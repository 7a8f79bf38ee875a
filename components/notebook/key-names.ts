/**
 * The keys of the sheet as they are called on a machine.
 *
 * @param platform as `navigator.platform` has it
 */
export function keysOn(platform: string, keys: readonly string[]): string[] {
  if (!/^(?:Mac|iP)/.test(platform)) return keys.map((key) => (key === "Mod" ? "Ctrl" : key));
  // There the editor has Ctrl+M for something else.
  if (keys[0] === "Ctrl") return ["Ctrl", "Shift", ...keys.slice(1)];
  return keys.map((key) => MAC_NAMES[key] ?? key);
}

const MAC_NAMES: Readonly<Record<string, string>> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" };

/** What lets Tab leave the editor, or indent again. */
export const TAB_KEYS = ["Ctrl", "M"] as const;

/** The sheet of keys: what to press (`Mod` is the key of commands), and the name of its words. */
export const SHEET = {
  cell: [
    [["Shift", "Enter"], "keyRunAndAdvance"],
    [["Mod", "Enter"], "keyRun"],
    [["Alt", "Enter"], "keyRunAndInsert"],
    [["Enter"], "keyEdit"],
    [["j"], "keyNext"],
    [["k"], "keyPrevious"],
    [["Home"], "keyFirst"],
    [["End"], "keyLast"],
    [["a"], "keyAddAbove"],
    [["b"], "keyAddBelow"],
    [["m"], "keyToMarkdown"],
    [["y"], "keyToCode"],
    [["c"], "keyCopyCell"],
    [["x"], "keyCutCell"],
    [["v"], "keyPasteCell"],
    [["d", "d"], "keyRemove"],
    [["z"], "keyUndoRemove"],
    [["i", "i"], "keyStop"],
    [["0", "0"], "keyRestart"],
    [["/"], "keySearch"],
    [["?"], "keySheet"],
  ],
  editor: [
    [["Esc"], "keyLeave"],
    [["Mod", "/"], "keyComment"],
    [["Shift", "Alt", "F"], "keyFormat"],
    [["Mod", "F"], "keyFind"],
    [["Mod", "Z"], "keyUndo"],
    [["Mod", "D"], "keyNextMatch"],
    [["Alt", "Click"], "keyCursor"],
    [TAB_KEYS, "keyTab"],
  ],
} as const;
