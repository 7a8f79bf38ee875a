import type { ElementContent } from "hast";

/** A place in a cell's text; line and column count from 1, columns in UTF-16 units, as compilers report them. */
export interface Position {
  line: number;
  column: number;
}

/** A cell as the others see it: its text, and the names that it defines. */
export interface TypedCell {
  id: string;
  text: string;
  declares: readonly string[];
}

/** What a cell is written in. Lines of code stay lines; those of text are broken where the cell ends. */
export type EditorLanguage = "typescript" | "markdown";

/** What the keys of an editor ask of the notebook. */
export interface EditorCommands {
  /**
   * Shift+Enter runs and advances to the next cell, Ctrl+Enter or Cmd+Enter runs and stays, Alt+Enter runs and inserts a
   * cell below.
   */
  run(then: "advance" | "stay" | "insert"): void;
  /** Escape, when there is nothing left in the editor to close: back to the cell itself. */
  escape(): void;
  /** The up arrow on the first line. */
  upFromFirstLine(): void;
  /** The down arrow on the last line. */
  downFromLastLine(): void;
}

export interface EditorOptions {
  /** Which text this is, unique in the page; the undo history lives under this name, longer than one editor. */
  key: string;
  /** An empty block element; the editor fills its width and sets its height. */
  element: HTMLElement;
  value: string;
  language: EditorLanguage;
  /** The accessible name, in the reader's language. */
  label: string;
  onChange(text: string): void;
  onCommand: EditorCommands;
  onFocus?(): void;
  onBlur?(): void;
  /**
   * Whether Tab now moves the focus (true) or indents (false): said when the editor takes the focus, and when Ctrl+M (on a
   * Mac Ctrl+Shift+M) changes it.
   */
  onTabMovesFocus?(moves: boolean): void;
}

export interface EditorHandle {
  /** Takes the focus; without a position the cursor stays where it was. */
  focus(position?: Position): void;
  getValue(): string;
  /** Replaces the text (in Monaco as one edit that can be undone); `onChange` hears of it. */
  setValue(text: string): void;
  /** Puts text in at the cursor as if it were typed: brackets are closed and lines indented as they would be. */
  type(text: string): void;
  /** Measures the element anew, after it was hidden or moved. */
  layout(): void;
  /** Marks a place with an error and its message; without a column the whole line. */
  markError(line: number, column: number | undefined, message: string): void;
  clearErrors(): void;
  /** Takes the editor out of its element. The undo history stays, under the key. */
  dispose(): void;
}

export interface EditorFactory {
  /** Which editor this page has: Monaco, or a plain text field on touch screens and where Monaco cannot load. */
  kind: "monaco" | "plain";
  /** Draws the editor before it returns, so that static code can be taken away in the same frame. */
  create(options: EditorOptions): EditorHandle;
  /** Forgets the undo history of a text that is gone. */
  forget(key: string): void;
  /** The text as the static code in the pages is coloured; one plain text node where there are no colours. */
  highlight(text: string): ElementContent[];
  /**
   * Starts completion, hovers, signatures, formatting and type errors for all editors: more than 1 MB to load, so on
   * demand. Calling it again is free; a plain text field has nothing to start.
   */
  startLanguageService(): Promise<void>;
  /** Tells the language service of all cells, so that each knows the others' names; free until it has started. */
  knowCells(cells: readonly TypedCell[]): void;
}
