"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type Attempt, type ExerciseProgress, foldLog, NO_PROGRESS, summarize } from "@/lib/exercise";
import { useNotebook } from "../notebook/notebook";

interface Log {
  progress: ReadonlyMap<string, ExerciseProgress>;
  add(attempt: Attempt): void;
  keys: readonly string[];
}

const LogContext = createContext<Log | null>(null);

/** Keeps what the learner does in the chapter's exercises: in memory at once, in the browser's storage right after. */
export function ExerciseLog({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  const { controller, storage } = useNotebook();
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const { chapter } = controller;

  useEffect(() => {
    let wanted = true;
    storage.attempts(chapter).then(
      (before) => wanted && setAttempts((since) => [...before, ...since]),
      // Without storage the exercises work all the same; the notebook's panel says that nothing is kept.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [storage, chapter]);

  const add = useCallback(
    (attempt: Attempt) => {
      setAttempts((before) => [...before, attempt]);
      storage.addAttempt({ chapter, attempt }).catch(() => controller.storageFailed());
    },
    [storage, chapter, controller],
  );
  const log = useMemo(() => ({ progress: foldLog(attempts), add, keys }), [attempts, add, keys]);
  return <LogContext value={log}>{children}</LogContext>;
}

function useLog(): Log {
  const log = useContext(LogContext);
  if (!log) throw new Error("Exercises belong inside an ExerciseLog.");
  return log;
}

/** Where the learner stands with one exercise, and how to record what is done next. */
export function useExercise(key: string): { progress: ExerciseProgress; add: Log["add"] } {
  const { progress, add } = useLog();
  return { progress: progress.get(key) ?? NO_PROGRESS, add };
}

/** How many of the chapter's exercises are solved, in words. */
export function ExerciseSummary() {
  const { progress, keys } = useLog();
  const { words } = useNotebook();
  if (keys.length === 0) return null;
  return <p className="exercise-summary">{words.progress(summarize(progress, keys).solved, keys.length)}</p>;
}
