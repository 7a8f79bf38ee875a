"use client";

import type { Messages } from "@/lib/i18n";
import type { Activity, CellSession, KernelNotice, StaleReason, Truth, Validity } from "@/lib/notebook";
import { budgetWords } from "./budget-choice";
import { CellMenu } from "./cell-menu";
import { RunIcon, StopIcon } from "./icons";
import { useNotebook, useNotebookState } from "./notebook";

/** What can be done with a cell, and how it stands. */
export function CellBar({
  id,
  doing,
  truth,
  facts,
  changes,
}: {
  id: string;
  doing: Activity;
  truth: Truth;
  facts: CellSession;
  /** For a text that is not the author's: whether the differences are shown, and how to show or hide them. */
  changes: { shown: boolean; toggle(): void } | null;
}) {
  const { controller, words } = useNotebook();
  const discarded = useNotebookState((state) => state.discarded[id] !== undefined);
  const running = doing === "running";
  const long = useNotebookState((state) => running && state.long);
  const limit = useNotebookState((state) => budgetWords(words, state.budget));
  return (
    <div className="cell-bar">
      <button
        type="button"
        className="run-button"
        data-stop={running || undefined}
        aria-label={`${running ? words.stop : words.run} · ${words.cell(id)}`}
        title={running ? words.stop : words.runHint}
        onClick={() => (running ? controller.stop() : controller.run(id))}
      >
        {running ? <StopIcon /> : <RunIcon />}
        {running ? words.stop : words.run}
      </button>
      <span className="cell-count">[{running ? "*" : (facts.executionCount ?? " ")}]</span>
      <span className="cell-status" role="status">
        {statusText(words, doing, truth.validity, facts)}
        {truth.reason && doing === "idle" && (
          <span className="cell-mark">{staleText(words, truth, truth.reason)}</span>
        )}
        {long && <span className="cell-mark">{words.longRun(limit)}</span>}
      </span>
      {long && (
        <button type="button" className="quiet-button" onClick={() => controller.letRun()}>
          {words.letRun}
        </button>
      )}
      <span className="spacer" />
      {changes && (
        <button
          type="button"
          className="quiet-button cell-edited"
          aria-expanded={changes.shown}
          aria-label={`${words.edited} · ${words.cell(id)}`}
          title={words.showChanges}
          onClick={changes.toggle}
        >
          {words.edited}
        </button>
      )}
      {discarded && (
        <button type="button" className="quiet-button" onClick={() => controller.undoReset(id)}>
          {words.undoReset}
        </button>
      )}
      <CellMenu id={id} />
    </div>
  );
}

function statusText(words: Messages, doing: Activity, valid: Validity, facts: CellSession): string {
  if (doing !== "idle") return doing === "queued" ? words.queued : words.running;
  if (valid === "aborted") return abortText(words, facts.abortedBy);
  // A slider that is dragged would have this read out many times a second.
  return valid === "evaluated" && facts.elapsed !== null && !facts.byInput
    ? words.ran(duration(facts.elapsed))
    : "";
}

function abortText(words: Messages, by: KernelNotice | null): string {
  if (by === "died") return words.kernelDead;
  if (by === "flooded") return words.kernelFlooded;
  if (by === "overdue") return words.kernelOverdue;
  return by === "interrupted" ? words.kernelInterrupted : words.aborted;
}

function staleText(words: Messages, { name = "", cell = "" }: Truth, reason: StaleReason): string {
  switch (reason) {
    case "edited":
      return words.staleEdited;
    case "kernel":
      return words.staleKernel;
    case "visit":
      return words.staleVisit;
    case "upstream":
      return words.staleUpstream(name, cell);
    case "gone":
      return words.staleGone(name, cell);
  }
}

/** Milliseconds as people read them: three digits at most. */
function duration(milliseconds: number): string {
  if (milliseconds < 1) return "< 1 ms";
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
}
