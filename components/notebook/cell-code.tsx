"use client";

import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { ErrorOutput } from "@/lib/protocol";
import type { EditorFactory, EditorHandle, Position } from "../editor";
import { positionAtPoint } from "../editor/caret";
import { EditorPool } from "../editor/pool";
import { asset } from "../layout/site";
import { type CellCommand, commandOf } from "./keys";
import { focusCell } from "./navigation";
import { useNotebook } from "./notebook";
import { colouredCode, StaticCode } from "./static-code";

/** Editors of the page, by cell: only a few live at once. */
const evictions = new Map<string, () => void>();
const pool = new EditorPool((key) => evictions.get(key)?.());

/** Milliseconds of quiet before the editor is told what the cells say now. */
const LEARNING_DELAY = 400;

/** The editor; a touch of the code is soon followed by a click, so the asking begins with the pointer. */
async function editorFactory(locale: "zh" | "en"): Promise<EditorFactory> {
  const { loadEditor } = await import("../editor");
  return loadEditor(locale, asset(""));
}

type Mode = { kind: "static" } | { kind: "editing"; factory: EditorFactory; at: Position | undefined };

/** A cell's code: static and highlighted until the reader comes to change it, then an editor in the same place. */
export function CellCode({
  id,
  text,
  author,
  error,
  onRun,
}: {
  id: string;
  text: string;
  /** The author's text in its colours, null if the reader's differs. */
  author: ReactNode;
  /** The error that ended the last run, to be marked at its line. */
  error: ErrorOutput | null;
  onRun(advance: boolean): void;
}) {
  const { controller, locale, words } = useNotebook();
  const [mode, setMode] = useState<Mode>({ kind: "static" });
  const [colours, setColours] = useState<EditorFactory | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const shell = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle | null>(null);
  const before = useRef<string | null>(null);
  const key = `${controller.chapter}/${id}`;
  const latest = useRef({ text, onRun });
  latest.current = { text, onRun };

  const edit = useCallback(
    async (at?: Position) => {
      const loaded = await editorFactory(locale);
      setColours(loaded);
      setMode({ kind: "editing", factory: loaded, at });
    },
    [locale],
  );
  const leave = useCallback(() => setMode({ kind: "static" }), []);

  useLayoutEffect(() => {
    if (mode.kind !== "editing" || !host.current) return;
    const handle = mode.factory.create({
      key,
      element: host.current,
      value: latest.current.text,
      language: "typescript",
      label: `${words.code} · ${words.cell(id)}. ${words.editorKeys}`,
      onChange: (value) => controller.edit(id, value),
      onFocus: () => pool.focused(key),
      onCommand: {
        run: (then) => latest.current.onRun(then === "advance"),
        escape: () => {
          leave();
          requestAnimationFrame(() => focusCell(id));
        },
        upFromFirstLine: () => void moveFocus(id, -1),
        downFromLastLine: () => void moveFocus(id, 1),
      },
    });
    editor.current = handle;
    evictions.set(key, leave);
    pool.focused(key);
    handle.focus(mode.at);
    return () => {
      editor.current = null;
      evictions.delete(key);
      pool.released(key);
      handle.dispose();
    };
  }, [mode, key, id, controller, words, leave]);

  // Once the reader writes, the editor learns the language and the other cells' names.
  useEffect(() => {
    if (mode.kind !== "editing") return;
    const { factory } = mode;
    let timer = 0;
    const know = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        factory.knowCells(controller.typedCells());
        // Without it the editor still edits.
        factory.startLanguageService().catch(() => undefined);
      }, LEARNING_DELAY);
    };
    know();
    const unsubscribe = controller.subscribe(know);
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
    };
  }, [mode, controller]);

  // A reset or another tab may change the text under a living editor.
  useEffect(() => {
    if (editor.current && editor.current.getValue() !== text) editor.current.setValue(text);
  }, [text]);

  useEffect(() => {
    const place = error?.traceback.find((frame) => frame.cell === id);
    if (!editor.current || mode.kind !== "editing") return;
    if (place && error) editor.current.markError(place.line, place.column, error.message);
    else editor.current.clearErrors();
  }, [error, id, mode]);

  function onKeyDown(event: KeyboardEvent) {
    if (mode.kind === "editing") return;
    const command = commandOf(event, before.current);
    before.current = event.key;
    if (!command) return;
    event.preventDefault();
    // A key that counts when pressed twice does not count three times.
    before.current = null;
    obey[command]();
  }

  const obey: Record<CellCommand, () => void> = {
    edit: () => void edit(),
    run: () => onRun(false),
    runAndAdvance: () => onRun(true),
    next: () => void moveFocus(id, 1),
    previous: () => void moveFocus(id, -1),
    first: () => void moveFocus(id, Number.NEGATIVE_INFINITY),
    last: () => void moveFocus(id, Number.POSITIVE_INFINITY),
    stop: () => controller.stop(),
    restart: () => controller.restart(),
    addAbove: () => focusSoon(controller.addCell(id, "above")),
    addBelow: () => focusSoon(controller.addCell(id, "below")),
    remove: () => {
      if (!moveFocus(id, 1)) moveFocus(id, -1);
      controller.removeCell(id);
    },
    undoRemove: () => focusSoon(controller.undoRemove()),
    keys: () => controller.showKeys(true),
  };

  function onClick(event: MouseEvent) {
    // Selecting text to copy it is not asking for an editor.
    if (mode.kind === "editing" || window.getSelection()?.isCollapsed === false) return;
    const code = shell.current?.querySelector<HTMLElement>("code");
    void edit(code ? positionAtPoint(code, event.clientX, event.clientY) : undefined);
  }

  if (mode.kind === "editing") {
    return (
      <div className="code-shell" data-editing data-code-host ref={shell}>
        <div ref={host} className="code-editor" />
      </div>
    );
  }
  return (
    <div className="code-shell" ref={shell}>
      <StaticCode
        lines={text.split("\n").length}
        role="textbox"
        aria-multiline
        aria-readonly
        aria-label={`${words.code} · ${words.cell(id)}`}
        aria-describedby="notebook-keys"
        tabIndex={0}
        data-code
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {author ?? (colours ? colouredCode(colours.highlight(text)) : text)}
      </StaticCode>
    </div>
  );
}

/** Moves the focus to the code of the cell so many places on, or to the first or last; false if it is there already. */
function moveFocus(id: string, by: number): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("[data-cell]")];
  const place = all.findIndex((cell) => cell.dataset.cell === id) + by;
  const next = all[Math.max(0, Math.min(place, all.length - 1))]?.dataset.cell;
  if (!next || next === id) return false;
  focusCell(next);
  return true;
}

/** Moves the focus to a cell that is only now being drawn. */
function focusSoon(cell: string | null): void {
  if (cell !== null) requestAnimationFrame(() => focusCell(cell));
}
