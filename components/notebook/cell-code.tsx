"use client";

import { type MouseEvent, type ReactNode, useRef } from "react";
import type { ErrorOutput } from "@/lib/protocol";
import type { Then } from "./navigation";
import { useNotebook } from "./notebook";
import { colouredCode, StaticCode } from "./static-code";
import { useCellKeys } from "./use-cell-keys";
import { useEditing } from "./use-editing";

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
  onRun(then: Then): void;
}) {
  const { words } = useNotebook();
  const { mode, colours, edit, leave, ahead } = useEditing(id);
  const onKeyDown = useCellKeys(id, { edit: () => edit(), run: onRun, leave, ahead });
  const shell = useRef<HTMLDivElement>(null);

  function onClick({ clientX, clientY }: MouseEvent) {
    // Selecting text to copy it is not asking for an editor.
    if (window.getSelection()?.isCollapsed === false) return;
    const code = shell.current?.querySelector("code");
    if (!code) return edit();
    const box = code.getBoundingClientRect();
    // By the time the editor comes, the reader may have scrolled.
    edit((locate) => {
      const now = code.getBoundingClientRect();
      return locate(code, clientX - box.x + now.x, clientY - box.y + now.y);
    });
  }

  if (mode.kind === "editing") {
    return (
      <mode.Editor
        id={id}
        text={text}
        language="typescript"
        factory={mode.factory}
        at={mode.at}
        typed={mode.typed}
        error={error}
        onRun={onRun}
        onLeave={leave}
      />
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
        aria-busy={mode.kind === "opening" || undefined}
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
