"use client";

import { staleCells } from "@/lib/notebook";
import { RunIcon, StopIcon } from "./icons";
import { useNotebook, useNotebookParts } from "./notebook";
import { NotebookMenu } from "./notebook-menu";
import { recoveryWords, sentences, stopWords } from "./stop-words";

/** The notebook as a whole: how the kernel stands, and what can be asked of all cells at once. */
export function NotebookPanel() {
  const { controller, words } = useNotebook();
  const { kernel, notice, stale } = useNotebookParts(({ session }) => ({
    kernel: session.kernel,
    notice:
      session.notice === null
        ? ""
        : sentences(words, stopWords(words, session.notice), recoveryWords(words, session)),
    stale: staleCells(controller.truth()).length,
  }));
  const busy = kernel === "busy";
  const state = {
    none: words.kernelNone,
    starting: words.kernelStarting,
    idle: words.kernelIdle,
    busy: words.kernelBusy,
    failed: words.kernelFailed,
  }[kernel];
  return (
    <div className="rail-notebook">
      <div className="kernel-row">
        <p className="kernel-state" data-kernel={kernel} role="status">
          {state}
        </p>
        <StorageState />
        <NotebookMenu />
      </div>
      {notice && (
        <p className="kernel-notice" role="alert">
          {notice}
        </p>
      )}
      <div className="panel-actions">
        <button
          type="button"
          className="run-button"
          data-stop={busy || undefined}
          onClick={() => (busy ? controller.stop() : void controller.runAll())}
        >
          {busy ? <StopIcon /> : <RunIcon />}
          {busy ? words.stop : words.runAll}
        </button>
        {stale > 0 && (
          <button type="button" className="quiet-button run-stale" onClick={() => void controller.runStale()}>
            {words.runStale(stale)}
          </button>
        )}
      </div>
    </div>
  );
}

/** Whether what the reader has changed is kept. */
function StorageState() {
  const { controller, words } = useNotebook();
  const { storage, changed } = useNotebookParts((state) => ({
    storage: state.storage,
    changed: controller.isChanged(),
  }));
  if (storage === "failed")
    return (
      <p className="storage-state" data-failed>
        {words.notSaved}
      </p>
    );
  if (!changed) return null;
  return (
    <p className="storage-state" title={words.savedHint}>
      {storage === "saved" ? words.saved : words.saving}
    </p>
  );
}
