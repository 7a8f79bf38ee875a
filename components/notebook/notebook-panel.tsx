"use client";

import { staleCells } from "@/lib/notebook";
import { BudgetChoice } from "./budget-choice";
import { useNotebook, useNotebookState } from "./notebook";

/** The notebook as a whole: how the kernel stands, and what can be asked of all cells at once. */
export function NotebookPanel() {
  const { controller, words } = useNotebook();
  const kernel = useNotebookState((state) => state.session.kernel);
  const notice = useNotebookState((state) => state.session.notice);
  const storage = useNotebookState((state) => state.storage);
  const left = useNotebookState((state) => state.session.left.join(", "));
  const stale = useNotebookState(() => staleCells(controller.truth()).length);
  const changed = useNotebookState(
    ({ edits, arrangement: { placed, removed } }) =>
      Object.keys(edits).length > 0 || removed.length > 0 || Object.keys(placed).length > 0,
  );
  const removal = useNotebookState((state) => state.removals.at(-1)?.cell ?? null);
  const state = {
    none: words.kernelNone,
    starting: words.kernelStarting,
    idle: words.kernelIdle,
    busy: words.kernelBusy,
    failed: words.kernelFailed,
  }[kernel];
  const said =
    notice &&
    {
      interrupted: words.kernelInterrupted,
      overdue: words.kernelOverdue,
      died: words.kernelDead,
      flooded: words.kernelFlooded,
      restarted: "",
    }[notice];
  return (
    <div className="rail-notebook">
      <p className="kernel-state" data-kernel={kernel} role="status">
        {state}
      </p>
      {said && (
        <p className="kernel-notice" role="alert">
          {said} {left && words.notRestored(left)}
        </p>
      )}
      <div className="rail-tools">
        <button type="button" className="quiet-button" onClick={() => void controller.runAll()}>
          {words.runAll}
        </button>
        {kernel === "busy" ? (
          <button type="button" className="quiet-button" onClick={() => controller.stop()}>
            {words.stop}
          </button>
        ) : (
          <>
            <button
              type="button"
              className="quiet-button"
              disabled={kernel === "none"}
              onClick={() => controller.restart()}
            >
              {words.restart}
            </button>
            <button
              type="button"
              className="quiet-button"
              disabled={kernel === "none"}
              onClick={() => void controller.restartAndRunAll()}
            >
              {words.restartAndRunAll}
            </button>
          </>
        )}
        {stale > 0 && (
          <button type="button" className="quiet-button" onClick={() => void controller.runStale()}>
            {words.runStale(stale)}
          </button>
        )}
        {removal !== null && (
          <button type="button" className="quiet-button" onClick={() => controller.undoRemove()}>
            {words.undoRemove(removal)}
          </button>
        )}
        {changed && (
          <button
            type="button"
            className="quiet-button"
            title={words.resetChapterHint}
            onClick={() => controller.resetChapter()}
          >
            {words.resetChapter}
          </button>
        )}
        <button type="button" className="quiet-button" onClick={() => controller.showKeys(true)}>
          {words.keys}
        </button>
      </div>
      <BudgetChoice />
      {storage === "failed" && <p className="storage-state">{words.notSaved}</p>}
      {storage !== "failed" && changed && (
        <p className="storage-state">{storage === "saved" ? words.saved : words.saving}</p>
      )}
    </div>
  );
}
