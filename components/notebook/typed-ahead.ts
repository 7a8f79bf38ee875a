import type { Then } from "./navigation";

type Pressed = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/** Keys that belong to an editor beside letters. */
const INSIDE = /^(?:Enter|Backspace|Delete|Home|End|Arrow.*|Page.*)$/;

/**
 * What is typed while an editor is on its way. The cell still has the focus then, where letters are commands: none of
 * them may be taken for one.
 */
export class TypedAhead {
  #text = "";
  #run: Then | null = null;

  /** Whether the editor has nothing to catch up with. */
  get isEmpty(): boolean {
    return this.#text === "" && this.#run === null;
  }

  /**
   * Hears a key.
   *
   * @returns what the key asks for at once: `leave` for not editing after all, `run` for a run that waits for no text; null
   *   if it waits with the others, or means nothing here; undefined if it is the browser's own, such as Ctrl+C
   */
  press({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): "leave" | "run" | null | undefined {
    if (key === "Enter" && (shiftKey || ctrlKey || metaKey || altKey)) {
      if (this.isEmpty) return "run";
      this.#run ??= altKey ? "insert" : shiftKey ? "advance" : "stay";
      return null;
    }
    if (key === "Escape") return "leave";
    // AltGr, by which many keyboards write brackets, is told as Ctrl and Alt.
    const isWritten = [...key].length === 1 && ((!ctrlKey && !metaKey) || (ctrlKey && altKey));
    if (!isWritten && (ctrlKey || metaKey || !INSIDE.test(key))) return undefined;
    // A run was asked for: what comes after it is not for this text.
    if (this.#run) return null;
    if (isWritten) this.#text += key;
    else if (key === "Enter") this.#text += "\n";
    else if (key === "Backspace") this.#text = this.#text.slice(0, -1);
    return null;
  }

  /** All that was typed, for the editor that has come; which run a key has asked for. Given once. */
  take(): { text: string; run: Then | null } {
    const taken = { text: this.#text, run: this.#run };
    this.#text = "";
    this.#run = null;
    return taken;
  }
}
