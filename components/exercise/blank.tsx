"use client";

import { type ReactNode, useId, useRef } from "react";
import type { SolutionPolicy } from "@/lib/content";
import type { NumericExercise } from "@/lib/exercise";
import { useNotebook } from "../notebook/notebook";
import { useAuthorView } from "./author-view";
import { useAnswer } from "./use-answer";

const MARKS: Readonly<Record<string, string>> = { right: "✓", wrong: "✗", unreadable: "?" };

/** A number inside a sentence: Enter has it checked, and so does leaving the field. */
export function Blank({
  exercise,
  number,
  solutions,
}: {
  exercise: NumericExercise<ReactNode>;
  number: number;
  solutions: SolutionPolicy;
}) {
  const { words } = useNotebook();
  const box = useRef<HTMLSpanElement>(null);
  const answering = useAnswer(exercise, box, "");
  const { said, state, kit, progress } = answering;
  const feedback = useId();
  const matched = said && "matched" in said && typeof said.matched === "number" ? said.matched : null;
  const check = () => void answering.check();
  const author = useAuthorView();
  const solvable = solutions !== "never";
  const offered = progress.counted >= 2 && !progress.solved && !progress.revealed;
  return (
    <span
      ref={box}
      className="blank"
      id={`exercise-${exercise.id}`}
      data-outcome={state}
      data-ready={kit ? "" : undefined}
    >
      <input
        type="text"
        inputMode="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={words.blank(number)}
        aria-describedby={feedback}
        aria-invalid={state === "wrong" || state === "unreadable" || undefined}
        value={answering.text}
        onChange={(event) => answering.setText(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && check()}
        onBlur={() => !said && answering.text.trim() !== "" && check()}
      />
      <span className="blank-mark" aria-hidden="true">
        {MARKS[state] ?? ""}
      </span>
      <span id={feedback} className="blank-feedback" role="status" data-outcome={state}>
        {said && kit && (
          <kit.Verdict
            exercise={exercise}
            outcome={said}
            text={answering.text}
            words={kit.words}
            common={words}
            inline
          />
        )}
        {exercise.answers.map(({ why, match }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the author's answers are fixed
          <span key={index} hidden={!author && index !== matched}>
            {author && <code className="exercise-earning">{match}</code>}
            {why}
          </span>
        ))}
        {kit && solvable && (offered || progress.revealed || author) && (
          <span>
            {progress.revealed || author ? (
              <kit.RightAnswer exercise={exercise} answering={answering} words={kit.words} inline />
            ) : (
              <button type="button" className="quiet-button" onClick={answering.reveal}>
                {words.showSolution}
              </button>
            )}
          </span>
        )}
      </span>
    </span>
  );
}
