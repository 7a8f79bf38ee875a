"use client";

import type { ReactNode } from "react";
import type { Exercise, ExerciseProgress } from "@/lib/exercise";
import { useNotebook } from "../notebook/notebook";
import type { Answering } from "./use-answer";

/** Beside the exercise's number: whether it is solved, and how. */
export function Mark({ progress }: { progress: ExerciseProgress }) {
  const { words } = useNotebook();
  const { solved, firstTry, helped, revealed } = progress;
  if (!solved && !revealed) return null;
  const said = !solved
    ? words.shownMark
    : firstTry
      ? words.solvedFirst
      : helped
        ? words.solvedHelped
        : words.solved;
  return (
    <span className={solved ? "exercise-done" : "exercise-shown"}>
      {solved ? "✓" : "–"} {said}
    </span>
  );
}

/** What the author says of answers: one text for each that he foresaw. */
function reasonsOf(exercise: Exercise<ReactNode>): ReactNode[] {
  if ("answers" in exercise) return exercise.answers.map(({ why }) => why);
  return exercise.kind === "choice" ? exercise.options.map(({ why }) => why) : [];
}

/**
 * What is said of the answer: a live region that belongs to its field. The author's words stand in it from the start,
 * hidden; which of them is shown is all that changes.
 */
export function Feedback({
  id,
  exercise,
  answering,
  all,
}: {
  id: string;
  exercise: Exercise<ReactNode>;
  answering: Answering;
  /** Whether everything is shown that could be said, each with the answer that earns it. */
  all: boolean;
}) {
  const { words } = useNotebook();
  const { said, state, kit, busy, failed } = answering;
  const shown = shownReasons(exercise, answering);
  const reasons = reasonsOf(exercise);
  return (
    <div id={id} className="exercise-feedback" role="status" data-outcome={failed ? "wrong" : state}>
      <div className="exercise-said" hidden={!all && !said && !busy && !failed}>
        {busy && <p>{kit?.words.checking ?? "…"}</p>}
        {failed && <p>{words.loadingFailed}</p>}
        {!busy && said && !kit && (said.kind === "right" || said.kind === "wrong") && (
          <p>
            <strong>{said.kind === "right" ? `✓ ${words.right}` : `✗ ${words.wrong}`}</strong>
          </p>
        )}
        {!busy && said && kit && (
          <kit.Verdict
            exercise={exercise}
            outcome={said}
            text={answering.text}
            words={kit.words}
            common={words}
          />
        )}
        {reasons.map((why, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the author's answers are fixed
          <div key={index} className="exercise-why" hidden={!all && (busy || !shown.includes(index))}>
            {all && <Earning exercise={exercise} index={index} />}
            {why}
          </div>
        ))}
      </div>
    </div>
  );
}

function shownReasons(exercise: Exercise<ReactNode>, { said, text }: Answering): number[] {
  if (!said) return [];
  if (exercise.kind === "choice" && said.kind === "right") return text.split(" ").map(Number);
  if (exercise.kind === "choice" && said.kind === "revealed")
    return exercise.options.flatMap(({ right }, index) => (right ? [index] : []));
  return "matched" in said && typeof said.matched === "number" ? [said.matched] : [];
}

/** In the author's view: the answer that earns a text. */
function Earning({ exercise, index }: { exercise: Exercise<ReactNode>; index: number }) {
  if ("answers" in exercise) {
    const { match, verdict } = exercise.answers[index] ?? {};
    return (
      <code className="exercise-earning">
        {match} {verdict !== "wrong" && `::${verdict}`}
      </code>
    );
  }
  if (exercise.kind !== "choice") return null;
  return <code className="exercise-earning">{exercise.options[index]?.right ? "[x]" : "[ ]"}</code>;
}
