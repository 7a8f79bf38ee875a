import { editor, Uri } from "monaco-editor/editor";
import type { EditorLanguage } from "../handle";

/** Texts outlive their editors: a model holds the undo history, so there is one a key until it is forgotten. */
export class Models {
  #cursors = new Map<string, editor.ICodeEditorViewState>();

  /** The model of `key`, with `value` as its text; a different text goes in as one edit that can be undone. */
  open(key: string, value: string, language: EditorLanguage): editor.ITextModel {
    const uri = uriOf(key, language);
    const known = editor.getModel(uri);
    if (known) {
      replaceText(known, value);
      return known;
    }
    const model = editor.createModel(value, language, uri);
    model.setEOL(editor.EndOfLineSequence.LF);
    model.updateOptions({
      tabSize: 2,
      indentSize: 2,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    return model;
  }

  /** The cursor that an editor of `key` had when it was taken away. */
  cursor(key: string): editor.ICodeEditorViewState | undefined {
    return this.#cursors.get(key);
  }

  keepCursor(key: string, state: editor.ICodeEditorViewState | null): void {
    if (state) this.#cursors.set(key, state);
  }

  forget(key: string): void {
    this.#cursors.delete(key);
    for (const language of ["typescript", "markdown"] as const)
      editor.getModel(uriOf(key, language))?.dispose();
  }
}

/** Replaces the whole text in one step of the undo history. */
export function replaceText(model: editor.ITextModel, text: string): void {
  if (model.getValue() === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}

/** The part of a model that Monaco's types leave out. */
interface Tokenized {
  tokenization: { forceTokenization(lineNumber: number): void };
}

/**
 * Colours the first `lines` lines now. Monaco colours in idle time, so an editor that takes the place of coloured
 * code would stand there half plain for a moment.
 */
export function colorNow(model: editor.ITextModel, lines = 200): void {
  const { tokenization } = model as editor.ITextModel & Tokenized;
  tokenization.forceTokenization(Math.min(lines, model.getLineCount()));
}

/** A cell may hold code first and text later: two texts, each with its history. */
const ENDINGS: Readonly<Record<EditorLanguage, string>> = { typescript: "ts", markdown: "md" };

const uriOf = (key: string, language: EditorLanguage): Uri =>
  Uri.from({ scheme: "inmemory", authority: "cell", path: `/${key}.${ENDINGS[language]}` });
