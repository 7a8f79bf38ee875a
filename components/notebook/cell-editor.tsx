"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ErrorOutput } from "@/lib/protocol";
import type { EditorFactory, EditorHandle, EditorLanguage, Position } from "../editor";
import { EditorPool } from "../editor/pool";
import { keysOn, TAB_KEYS } from "./key-names";
import { focusSoon, moveFocus, type Then } from "./navigation";
import { useNotebook } from "./notebook";
import type { TypedAhead } from "./typed-ahead";

/** Editors of the page, by cell: only a few live at once. */
const evictions = new Map<string, () => void>();
const pool = new EditorPool((key) => evictions.get(key)?.());

/** Milliseconds of quiet before the editor is told what the cells say now. */
const LEARNING_DELAY = 400;

/** A living editor of a cell's text. */
export function CellEditor({
  id,
  text,
  language,
  factory,
  at,
  typed,
  error,
  onRun,
  onLeave,
}: {
  id: string;
  text: string;
  language: EditorLanguage;
  factory: EditorFactory;
  /** Where the cursor is to be; where it was by default. */
  at: Position | undefined;
  /** What the reader has typed before the editor was there. */
  typed: TypedAhead;
  /** The error that ended the last run, to be marked at its line. */
  error: ErrorOutput | null;
  onRun(then: Then): void;
  onLeave(): void;
}) {
  const { controller, words } = useNotebook();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle | null>(null);
  const [tab, setTab] = useState<"indents" | "leaves" | null>(null);
  const key = `${controller.chapter}/${id}`;
  const latest = useRef({ text, onRun, onLeave, at });
  latest.current = { text, onRun, onLeave, at };

  useLayoutEffect(() => {
    if (!host.current) return;
    const leave = () => latest.current.onLeave();
    const name =
      language === "markdown" ? `${words.text} · ${words.textCell(id)}` : `${words.code} · ${words.cell(id)}`;
    const handle = factory.create({
      key,
      element: host.current,
      value: latest.current.text,
      language,
      label: `${name}. ${words.editorKeys}`,
      onChange: (value) => controller.edit(id, value),
      onFocus: () => pool.focused(key),
      onBlur: () => setTab(null),
      onTabMovesFocus: (moves) => setTab(moves ? "leaves" : "indents"),
      onCommand: {
        run: (then) => latest.current.onRun(then),
        escape: () => {
          leave();
          focusSoon(id);
        },
        upFromFirstLine: () => void moveFocus(id, -1),
        downFromLastLine: () => void moveFocus(id, 1),
      },
    });
    editor.current = handle;
    evictions.set(key, leave);
    pool.focused(key);
    handle.focus(latest.current.at);
    return () => {
      editor.current = null;
      evictions.delete(key);
      pool.released(key);
      handle.dispose();
    };
  }, [factory, key, id, language, controller, words]);

  // Once the reader writes, the editor learns the language and the other cells' names.
  useEffect(() => {
    if (language !== "typescript") return;
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
  }, [factory, language, controller]);

  // A reset or another tab may change the text under a living editor.
  useEffect(() => {
    if (editor.current && editor.current.getValue() !== text) editor.current.setValue(text);
  }, [text]);

  // After the effect above, which would take it back.
  useEffect(() => {
    const { text: early, run } = typed.take();
    if (early !== "") editor.current?.type(early);
    if (run) latest.current.onRun(run);
  }, [typed]);

  useEffect(() => {
    const place = error?.traceback.find((frame) => frame.cell === id);
    if (!editor.current) return;
    if (place && error) editor.current.markError(place.line, place.column, error.message);
    else editor.current.clearErrors();
  }, [error, id]);

  const tabKeys = keysOn(navigator.platform, TAB_KEYS).join("+");
  return (
    <div className="code-shell" data-editing data-code-host>
      <div ref={host} className="code-editor" />
      <p className="tab-hint" data-tab={tab ?? undefined} role="status">
        {tab !== null && (tab === "leaves" ? words.tabLeaves(tabKeys) : words.tabIndents(tabKeys))}
      </p>
    </div>
  );
}
