"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type Attempt, type ExerciseProgress, foldLog, NO_PROGRESS, summarize } from "@/lib/exercise/log";
import { useNotebook } from "../notebook/notebook";

interface Log {
  progress: ReadonlyMap<string, ExerciseProgress>;
  add(attempt: Attempt): void;
  /** Reads the storage anew, after it was changed as a whole. */
  reread(): void;
  keys: readonly string[];
}

const LogContext = createContext<Log | null>(null);

/** Keeps what the learner does in the chapter's exercises: in memory at once, in the browser's storage right after. */
export function ExerciseLog({
  keys,
  renamed,
  children,
}: {
  keys: readonly string[];
  /** Keys of earlier versions of the chapter, and what they are now. */
  renamed: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const { controller, storage } = useNotebook();
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const { chapter } = controller;

  useEffect(() => {
    let wanted = true;
    storage.attempts(chapter).then(
      (before) => wanted && setAttempts((since) => [...withNewKeys(before, renamed), ...since]),
      // Without storage the exercises work all the same; the notebook's panel says that nothing is kept.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [storage, chapter, renamed]);

  const add = useCallback(
    (attempt: Attempt) => {
      setAttempts((before) => [...before, attempt]);
      storage.addAttempt({ chapter, attempt }).catch((error: unknown) => controller.storageFailed(error));
    },
    [storage, chapter, controller],
  );
  const reread = useCallback(() => {
    storage.attempts(chapter).then(
      (kept) => setAttempts(withNewKeys(kept, renamed)),
      (error: unknown) => controller.storageFailed(error),
    );
  }, [storage, chapter, controller, renamed]);
  const log = useMemo(
    () => ({ progress: foldLog(attempts), add, reread, keys }),
    [attempts, add, reread, keys],
  );
  return <LogContext value={log}>{children}</LogContext>;
}

/** What was done under an exercise's earlier id counts for it. */
function withNewKeys(attempts: readonly Attempt[], renamed: Readonly<Record<string, string>>): Attempt[] {
  return attempts.map((attempt) => ({ ...attempt, exercise: renamed[attempt.exercise] ?? attempt.exercise }));
}

export function useLog(): Log {
  const log = useContext(LogContext);
  if (!log) throw new Error("Exercises belong inside an ExerciseLog.");
  return log;
}

/** Where the learner stands with one exercise, and how to record what is done next. */
export function useExercise(key: string): { progress: ExerciseProgress; add: Log["add"] } {
  const { progress, add } = useLog();
  return { progress: progress.get(key) ?? NO_PROGRESS, add };
}

type Dialog = typeof import("./progress-dialog");

/** Loads the dialog with the learner's record. */
export const loadProgressDialog = (): Promise<Dialog> => import("./progress-dialog");

/** How many of the chapter's exercises are solved and how, the next one, and the way to the whole record. */
export function ExerciseSummary() {
  const { progress, keys } = useLog();
  const { words } = useNotebook();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  if (keys.length === 0) return null;
  const { solved, firstTry, helped } = summarize(progress, keys);
  const next = keys.find((key) => {
    const one = progress.get(key) ?? NO_PROGRESS;
    return !one.solved && !one.revealed;
  });
  const id = next?.slice(next.indexOf("/") + 1);
  return (
    <div className="exercise-summary">
      <div className="exercise-row">
        <p>{words.progress(solved, keys.length)}</p>
        <progress max={keys.length} value={solved} aria-label={words.progress(solved, keys.length)} />
        <button
          type="button"
          className="quiet-button"
          onClick={() => loadProgressDialog().then(setDialog, () => undefined)}
        >
          {words.progressOpen}
        </button>
      </div>
      {solved > 0 && <p className="exercise-how">{words.progressHow(firstTry, helped)}</p>}
      {id !== undefined && solved > 0 && (
        <a className="quiet-button" href={`#exercise-${id}`}>
          {words.nextExercise(keys.indexOf(next ?? "") + 1)}
        </a>
      )}
      {dialog && <dialog.ProgressDialog onClose={() => setDialog(null)} />}
    </div>
  );
}
