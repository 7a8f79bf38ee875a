"use client";

import { LateMarkdown } from "../output/markdown-loader";
import { CellConcern } from "../reader/lazy";
import { CellMenu } from "./cell-menu";
import { focusSoon, runAnd, type Then } from "./navigation";
import { useNotebook, useNotebookState } from "./notebook";
import { useCellKeys } from "./use-cell-keys";
import { useEditing } from "./use-editing";

/** A text that the reader has put between the cells: Markdown, shown as it is meant until it is being written. */
export function TextCell({ id }: { id: string }) {
  const { controller, words } = useNotebook();
  const text = useNotebookState((state) => state.edits[id] ?? "");
  const { mode, edit, leave, ahead } = useEditing(id);
  const editing = mode.kind === "editing";
  const finish = (then: Then) => {
    leave();
    if (then === "stay") focusSoon(id);
    else runAnd(then, controller, id);
  };
  const onKeyDown = useCellKeys(id, { edit: () => edit(), run: finish, leave, ahead });
  return (
    <section
      className="cell cell-of-text"
      id={`cell-${id}`}
      data-cell={id}
      data-kind="markdown"
      aria-label={words.textCell(id)}
    >
      {editing ? (
        <mode.Editor
          id={id}
          text={text}
          language="markdown"
          factory={mode.factory}
          at={mode.at}
          typed={mode.typed}
          error={null}
          onRun={finish}
          onLeave={leave}
        />
      ) : (
        <div
          className="cell-text"
          role="group"
          aria-label={`${words.text} · ${words.textCell(id)}`}
          aria-describedby="notebook-keys"
          aria-busy={mode.kind === "opening" || undefined}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the cell takes keys, as code does
          tabIndex={0}
          data-code
          onKeyDown={onKeyDown}
          onDoubleClick={() => edit()}
        >
          {text.trim() === "" ? (
            <p className="cell-text-empty">{words.emptyText}</p>
          ) : (
            <LateMarkdown text={text} links="followed" />
          )}
        </div>
      )}
      <CellConcern id={id} />
      <div className="cell-bar">
        <button
          type="button"
          className="quiet-button"
          aria-label={`${editing ? words.done : words.edit} · ${words.textCell(id)}`}
          onClick={() => (editing ? finish("stay") : edit())}
        >
          {editing ? words.done : words.edit}
        </button>
        <span className="spacer" />
        <CellMenu id={id} />
      </div>
    </section>
  );
}
