import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { EditorFactory, Position } from "../editor";
import { asset } from "../layout/site";
import type { CellEditor } from "./cell-editor";
import { opensBy } from "./navigation";
import { useNotebook } from "./notebook";

/** Whether a cell is being edited, by which editor, and where its cursor is to be. */
export type Mode = { kind: "static" } | ({ kind: "editing"; at: Position | undefined } & Editing);

/** The editor, and what puts it into a cell. */
interface Editing {
  factory: EditorFactory;
  Editor: typeof CellEditor;
}

/** Loads what puts an editor into a cell. */
export const loadCellEditor = () => import("./cell-editor");

async function loadEditing(locale: "zh" | "en"): Promise<Editing> {
  const editor = import("../editor").then(({ loadEditor }) => loadEditor(locale, asset("")));
  const [factory, { CellEditor: Editor }] = await Promise.all([editor, loadCellEditor()]);
  return { factory, Editor };
}

/** A cell's going into its editor and out again. */
export function useEditing(id: string): {
  mode: Mode;
  /** The editor that colours this cell's code, once one has been open. */
  colours: EditorFactory | null;
  edit(at?: Position): void;
  leave(): void;
} {
  const { locale } = useNotebook();
  const [mode, setMode] = useState<Mode>({ kind: "static" });
  const [colours, setColours] = useState<EditorFactory | null>(null);
  const edit = useCallback(
    async (at?: Position) => {
      const editing = await loadEditing(locale);
      setColours(editing.factory);
      setMode({ kind: "editing", at, ...editing });
    },
    [locale],
  );
  const leave = useCallback(() => setMode({ kind: "static" }), []);
  useEffect(() => opensBy(id, () => void edit()), [id, edit]);
  // On paper an editor would show no more than fits into it.
  useEffect(() => {
    if (mode.kind !== "editing") return;
    const onPrint = () => flushSync(leave);
    window.addEventListener("beforeprint", onPrint);
    return () => window.removeEventListener("beforeprint", onPrint);
  }, [mode, leave]);
  return { mode, colours, edit, leave };
}
