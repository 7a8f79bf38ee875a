"use client";

import type { Messages } from "@/lib/i18n";
import { definerOf } from "@/lib/notebook";
import type { ErrorOutput, TraceFrame } from "@/lib/protocol";
import { focusCell } from "../notebook/navigation";
import { useNotebook, useNotebookState } from "../notebook/notebook";
import { ErrorExplanation } from "./error-explanation";

/** An error: what happened, what to do about it, and where, in the reader's own lines. */
export function ErrorOutputView({ cell, error }: { cell: string; error: ErrorOutput }) {
  const { words, controller, locale } = useNotebook();
  const missing = error.code === "undefined-name" ? error.details?.name : undefined;
  const definer = useNotebookState((state) => (missing ? definerOf(state.session, missing) : null));
  const author = missing ? controller.definerInText(missing) : null;
  const place = definer ?? author;
  const elsewhere = place !== null && place !== cell;
  const notRun = missing && author ? controller.notRunAbove(cell) : [];
  return (
    <div className="output-error" role="alert">
      <p className="error-title">
        {error.name}: {error.message}
      </p>
      {missing && (
        <p className="error-hint">
          {elsewhere ? words.errorDefinedIn(missing, place) : words.errorUndefinedName(missing)}{" "}
          {notRun.length > 0 && (
            <button
              type="button"
              className="quiet-button"
              onClick={() => void controller.runAll([...notRun, cell])}
            >
              {words.runAbove}
            </button>
          )}
        </p>
      )}
      {!(missing && elsewhere) && <ErrorExplanation error={error} locale={locale} />}
      {error.traceback.length > 0 && (
        <ol className="error-trace">
          {error.traceback.map((frame, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: frames of one traceback never move
            <li key={index}>
              <button type="button" className="quiet-button" onClick={() => focusCell(frame.cell)}>
                {frameText(words, cell, frame)}
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function frameText(words: Messages, cell: string, frame: TraceFrame): string {
  const where = frame.cell === cell ? words.errorAtHere(frame.line) : words.errorAt(frame.cell, frame.line);
  return frame.name ? `${where} · ${words.inFunction(frame.name)}` : where;
}
