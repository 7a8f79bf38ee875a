import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { EditorFactory, Position } from "../editor";
import { asset } from "../layout/site";
import { opensBy } from "./navigation";
import { useNotebook } from "./notebook";

/** Whether a cell is being edited, by which editor, and where its cursor is to be. */
export type Mode = { kind: "static" } | { kind: "editing"; factory: EditorFactory; at: Position | undefined };

/** The editor; a touch of the code is soon followed by a click, so the asking begins with the pointer. */
async function editorFactory(locale: "zh" | "en"): Promise<EditorFactory> {
  const { loadEditor } = await import("../editor");
  return loadEditor(locale, asset(""));
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
      const factory = await editorFactory(locale);
      setColours(factory);
      setMode({ kind: "editing", factory, at });
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
