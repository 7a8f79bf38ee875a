"use client";

import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react";
import {
  checkNumeric,
  exerciseKey,
  type NumericExercise,
  type Outcome,
  offersSolution,
} from "@/lib/exercise";
import type { Messages } from "@/lib/i18n";
import { useNotebook } from "../notebook/notebook";
import { useExercise } from "./log";

/**
 * A question with a number for its answer. The rich texts were rendered when the site was built, and stand in the page
 * from the start; those that are for later are hidden.
 */
export function Numeric({ exercise, number }: { exercise: NumericExercise<ReactNode>; number: number }) {
  const { controller, words } = useNotebook();
  const key = exerciseKey(controller.chapter, exercise.id);
  const { progress, add } = useExercise(key);
  const [text, setText] = useState<string | null>(null);
  const [said, setSaid] = useState<Outcome | null>(null);
  const [open, setOpen] = useState(false);
  const field = useId();
  const feedback = useId();
  const outcome = said ?? (progress.solved || progress.outcome.kind === "wrong" ? progress.outcome : null);
  const right = outcome?.kind === "right" || (progress.solved && outcome?.kind !== "wrong");
  const state = right ? "right" : (outcome?.kind ?? "untouched");

  // What was typed at the last visit stands in the field again.
  const shown = text ?? progress.text;
  useEffect(() => {
    if (progress.revealed) setOpen(true);
  }, [progress.revealed]);

  function check(event: FormEvent) {
    event.preventDefault();
    const result = checkNumeric(exercise, shown);
    setSaid(result);
    if (result.kind === "right" || result.kind === "wrong")
      add({ exercise: key, at: Date.now(), kind: "answer", text: shown, outcome: result });
  }

  return (
    <section
      className="exercise"
      id={`exercise-${exercise.id}`}
      aria-label={`${words.exercise} ${number}`}
      data-outcome={state}
    >
      <p className="exercise-label">
        {words.exercise} {number}
        {progress.solved && <span className="exercise-done"> ✓</span>}
      </p>
      <div className="exercise-prompt">{exercise.prompt}</div>
      <form className="exercise-form" onSubmit={check} noValidate>
        <label htmlFor={field} className="visually-hidden">
          {words.yourAnswer}
        </label>
        <input
          id={field}
          type="text"
          inputMode="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={shown}
          aria-invalid={state === "wrong" || state === "unreadable" || undefined}
          aria-describedby={feedback}
          onChange={(event) => {
            setText(event.target.value);
            setSaid(null);
          }}
        />
        <button type="submit" className="exercise-check">
          {words.check}
        </button>
        <span className="exercise-tolerance">{words.tolerance(toleranceText(exercise))}</span>
      </form>
      <div id={feedback} className="exercise-feedback" role="status" data-outcome={state}>
        <Feedback words={words} outcome={text === null || said ? outcome : null} exercise={exercise} />
      </div>
      <ol className="exercise-hints" hidden={progress.hints === 0}>
        {exercise.hints.map((hint, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hints are fixed, and open in order
          <li key={index} hidden={index >= progress.hints}>
            <span className="exercise-label">{words.hint(index + 1, exercise.hints.length)}</span>
            {hint}
          </li>
        ))}
      </ol>
      <div className="exercise-help">
        {progress.hints < exercise.hints.length && !progress.solved && (
          <button
            type="button"
            className="quiet-button"
            onClick={() => add({ exercise: key, at: Date.now(), kind: "hint", hint: progress.hints })}
          >
            {words.showHint}
          </button>
        )}
        {exercise.solution !== undefined && !open && offersSolution(progress) && (
          <button
            type="button"
            className="quiet-button"
            onClick={() => {
              if (!progress.solved) add({ exercise: key, at: Date.now(), kind: "reveal" });
              setOpen(true);
            }}
          >
            {words.showSolution}
          </button>
        )}
      </div>
      {exercise.solution !== undefined && (
        <div className="exercise-solution" hidden={!open}>
          <p className="exercise-label">{words.solution}</p>
          {exercise.solution}
        </div>
      )}
    </section>
  );
}

function Feedback({
  words,
  outcome,
  exercise,
}: {
  words: Messages;
  outcome: Outcome | null;
  exercise: NumericExercise<ReactNode>;
}) {
  const matched = outcome?.kind === "wrong" ? outcome.matched : null;
  return (
    <>
      {outcome && <Verdict words={words} outcome={outcome} />}
      {exercise.wrong.map(({ why }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: wrong answers are fixed
        <div key={index} hidden={index !== matched}>
          <strong>✗ {words.wrong}</strong> {why}
        </div>
      ))}
    </>
  );
}

/** What is said of an answer for which the author has no words of his own. */
function Verdict({ words, outcome }: { words: Messages; outcome: Outcome }) {
  switch (outcome.kind) {
    case "right":
      return (
        <p>
          <strong>✓ {words.right}</strong>
        </p>
      );
    case "wrong":
      return (
        outcome.matched === null && (
          <p>
            <strong>✗ {words.wrongOther}</strong>
          </p>
        )
      );
    case "unreadable":
      return <p>{words.unreadable}</p>;
    case "untouched":
      return <p>{words.untouched}</p>;
    case "revealed":
      return <p>{words.revealed}</p>;
  }
}

function toleranceText({ tolerance }: NumericExercise<ReactNode>): string {
  if (tolerance.kind === "absolute") return String(tolerance.value);
  return `${Number((tolerance.value * 100).toPrecision(6))}%`;
}
