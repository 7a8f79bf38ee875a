import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { EditorFactory, Position } from "../editor";
import { asset } from "../layout/site";
import type { CellEditor } from "./cell-editor";
import { opensBy } from "./navigation";
import { useNotebook } from "./notebook";
import { TypedAhead } from "./typed-ahead";

/** Whether a cell is being edited, by which editor, where its cursor is to be, and what was typed before it came. */
export type Mode =
  | { kind: "static" }
  | { kind: "opening" }
  | ({ kind: "editing"; at: Position | undefined; typed: TypedAhead } & Editing);

/** The editor, and what puts it into a cell. */
interface Editing {
  factory: EditorFactory;
  Editor: typeof CellEditor;
}

/** Loads what puts an editor into a cell. */
export const loadCellEditor = () => import("./cell-editor");

/** Finds the place in code that lies under a point of the window. */
type Locate = typeof import("../editor").positionAtPoint;

async function loadEditing(locale: "zh" | "en"): Promise<Editing & { locate: Locate }> {
  const editor = import("../editor");
  const [{ positionAtPoint: locate }, factory, { CellEditor: Editor }] = await Promise.all([
    editor,
    editor.then(({ loadEditor }) => loadEditor(locale, asset(""))),
    loadCellEditor(),
  ]);
  return { factory, Editor, locate };
}

/** What has the focus, if the reader has gone from the cell meanwhile. */
function focusOutside(id: string): HTMLElement | null {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || here === document.body) return null;
  return here.closest<HTMLElement>("[data-cell]")?.dataset.cell === id ? null : here;
}

/** A cell's going into its editor and out again. */
export function useEditing(id: string): {
  mode: Mode;
  /** The editor that colours this cell's code, once one has been open. */
  colours: EditorFactory | null;
  /** @param find the cursor's place, while the code still stands where the reader pointed */
  edit(find?: (locate: Locate) => Position | undefined): void;
  leave(): void;
  /** What is typed while the editor is on its way; null if none is. */
  ahead(): TypedAhead | null;
} {
  const { locale } = useNotebook();
  const [mode, setMode] = useState<Mode>({ kind: "static" });
  const [colours, setColours] = useState<EditorFactory | null>(null);
  const opening = useRef<TypedAhead | null>(null);
  const edit = useCallback(
    async (find?: (locate: Locate) => Position | undefined) => {
      if (opening.current) return;
      const typed = new TypedAhead();
      opening.current = typed;
      setMode({ kind: "opening" });
      try {
        const { locate, ...editing } = await loadEditing(locale);
        if (opening.current !== typed) return;
        setColours(editing.factory);
        const elsewhere = focusOutside(id);
        if (elsewhere && typed.isEmpty) {
          setMode({ kind: "static" });
          return;
        }
        // At once: no key may fall between what listens now and the editor.
        flushSync(() => setMode({ kind: "editing", at: find?.(locate), typed, ...editing }));
        elsewhere?.focus();
      } catch (error) {
        if (opening.current === typed) setMode({ kind: "static" });
        throw error;
      } finally {
        if (opening.current === typed) opening.current = null;
      }
    },
    [id, locale],
  );
  const leave = useCallback(() => {
    opening.current = null;
    setMode({ kind: "static" });
  }, []);
  const ahead = useCallback(() => opening.current, []);
  useEffect(() => opensBy(id, () => void edit()), [id, edit]);
  // On paper an editor would show no more than fits into it.
  useEffect(() => {
    if (mode.kind !== "editing") return;
    const onPrint = () => flushSync(leave);
    window.addEventListener("beforeprint", onPrint);
    return () => window.removeEventListener("beforeprint", onPrint);
  }, [mode, leave]);
  return { mode, colours, edit, leave, ahead };
}
