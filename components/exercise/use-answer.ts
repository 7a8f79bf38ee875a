import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Exercise, Outcome } from "@/lib/exercise";
import { type ExerciseProgress, exerciseKey } from "@/lib/exercise/log";
import { useNotebook } from "../notebook/notebook";
import { type Kit, loadKit, useKit } from "./kit";
import { useExercise } from "./log";

/** What an exercise's parts need to know of its answer, and may do with it. */
export interface Answering {
  /** The exercise's key in the log. */
  name: string;
  progress: ExerciseProgress;
  /** The answer as the log would keep it: as it is now, or of the last visit. */
  text: string;
  setText(text: string): void;
  /** What is to be said of the answer; null while it is being changed. */
  said: Outcome | null;
  /** `right`, `wrong`, … for the eye: what was said, or what stands in the log. */
  state: Outcome["kind"];
  busy: boolean;
  /** The kit could not be loaded. */
  failed: boolean;
  kit: Kit | null;
  /** Which of its variants the reader has. */
  combination: number;
  check(): Promise<void>;
  hint(): void;
  reveal(): void;
  draw(): void;
}

/** An exercise's answer: what is typed, what is said of it, and what the log holds. */
export function useAnswer(
  exercise: Exercise,
  element: RefObject<HTMLElement | null>,
  initial: string,
): Answering {
  const { controller, locale } = useNotebook();
  const name = exerciseKey(controller.chapter, exercise.id);
  const { progress, add } = useExercise(name);
  const near = useKit(element, locale);
  const [asked, setAsked] = useState<Kit | null>(null);
  const kit = near ?? asked;
  const [draft, setDraft] = useState<string | null>(null);
  const [said, setSaid] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [combination, setCombination] = useState(0);
  const current = useRef(0);
  const text = draft ?? (progress.text === "" ? initial : progress.text);

  // The page comes with the first variant; the reader's own is known here alone.
  useEffect(() => {
    if (kit) setCombination(kit.combinationOf(exercise, name, progress.draw));
  }, [kit, exercise, name, progress.draw]);

  const setText = useCallback((next: string) => {
    current.current += 1;
    setDraft(next);
    setSaid(null);
    setBusy(false);
  }, []);

  async function check() {
    current.current += 1;
    const turn = current.current;
    setBusy(true);
    setFailed(false);
    const loaded = await loadKit(locale).catch(() => null);
    if (turn !== current.current) return;
    setAsked(loaded);
    if (!loaded) {
      setBusy(false);
      setFailed(true);
      return;
    }
    const index = loaded.combinationOf(exercise, name, progress.draw);
    const outcome = await loaded.judge(exercise, text, index);
    // What was changed meanwhile is another answer.
    if (turn !== current.current) return;
    setBusy(false);
    if (exercise.kind === "predict" && outcome.kind === "right") {
      add({ exercise: name, at: Date.now(), kind: "predict", text });
      return;
    }
    setSaid(outcome);
    if (outcome.kind === "right" || outcome.kind === "wrong") {
      const values = loaded.valuesOf(exercise, index);
      add({ exercise: name, at: Date.now(), kind: "answer", text, outcome, ...(values && { values }) });
    }
  }

  const settled = said ?? (draft === null || draft === progress.text ? fromLog(progress) : null);
  return {
    name,
    progress,
    text,
    setText,
    said: settled,
    state: settled?.kind ?? "untouched",
    busy,
    failed,
    kit,
    combination,
    check,
    hint: () => add({ exercise: name, at: Date.now(), kind: "hint", hint: progress.hints }),
    reveal: () => {
      if (!progress.solved) add({ exercise: name, at: Date.now(), kind: "reveal" });
    },
    draw: () => {
      current.current += 1;
      setDraft(null);
      setSaid(null);
      add({ exercise: name, at: Date.now(), kind: "draw", draw: progress.draw + 1 });
    },
  };
}

/** What a visit before has left to be said. */
function fromLog({ outcome }: ExerciseProgress): Outcome | null {
  return outcome.kind === "untouched" ? null : outcome;
}
