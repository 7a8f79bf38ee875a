"use client";

import type { Messages } from "@/lib/i18n";
import {
  type Activity,
  type CellSession,
  cellOf,
  placeInQueue,
  type Session,
  type StaleReason,
  type Truth,
} from "@/lib/notebook";
import { budgetWords } from "./budget-choice";
import { CellMenu } from "./cell-menu";
import { RunIcon, StopIcon } from "./icons";
import { useNotebook, useNotebookParts } from "./notebook";
import { recoveryWords, sentences, stopWords } from "./stop-words";

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
  const running = doing === "running";
  const { discarded, long, limit, status } = useNotebookParts((state) => ({
    discarded: state.discarded[id] !== undefined,
    long: running && state.long,
    limit: budgetWords(words, state.budget),
    status: statusText(words, doing, truth.validity, state.session, id),
  }));
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
        {status}
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
      {!controller.isAuthors(id) && <span className="cell-added">{words.added}</span>}
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

/** How the cell stands, in words; what came of a stop is told until the reader's next run. */
function statusText(
  words: Messages,
  doing: Activity,
  valid: Truth["validity"],
  session: Session,
  id: string,
): string {
  const facts = cellOf(session, id);
  if (doing === "running") return words.running;
  if (doing === "queued") return words.queued(placeInQueue(session, id));
  if (valid === "aborted") {
    const by = facts.abortedBy ?? "interrupted";
    const then = session.notice === by ? recoveryWords(words, session) : "";
    return sentences(words, stopWords(words, by) || words.aborted, then);
  }
  // A slider that is dragged would have this read out many times a second.
  return valid === "evaluated" && facts.elapsed !== null && !facts.byInput
    ? words.ran(duration(facts.elapsed))
    : "";
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
