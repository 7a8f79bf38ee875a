"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { SolutionPolicy } from "@/lib/content";
import type { Exercise } from "@/lib/exercise";
import { useNotebook } from "../notebook/notebook";
import { useAuthorView } from "./author-view";
import { Feedback, Mark } from "./feedback";
import { AnswerFields, initialText } from "./fields";
import { type Answering, useAnswer } from "./use-answer";

/**
 * An exercise. Its texts were rendered when the site was built, and stand in the page from the start; those that are for
 * later are hidden. What judges the answer is loaded when the reader comes near.
 */
export function ExerciseBlock({
  exercise,
  number,
  note,
  solutions,
}: {
  exercise: Exercise<ReactNode>;
  number: number;
  /** When the course lets readers see solutions. */
  solutions: SolutionPolicy;
  /** What is said beside the field from the start, such as the tolerance. */
  note?: string;
}) {
  const { words } = useNotebook();
  const section = useRef<HTMLElement>(null);
  const answering = useAnswer(exercise, section, initialText(exercise));
  const { kit, progress, combination } = answering;
  const [open, setOpen] = useState(false);
  const feedback = useId();
  const author = useAuthorView();
  // An author who is writing sees what readers never will.
  const allowed = solutions !== "never" || process.env.NODE_ENV === "development";
  const solved = allowed && (open || author);
  const name = exercise.kind === "predict" ? words.predictFirst : `${words.exercise} ${number}`;

  useEffect(() => {
    setOpen(progress.revealed);
  }, [progress.revealed]);
  useEffect(() => {
    if (section.current) kit?.showValues(section.current, exercise, combination);
  }, [kit, exercise, combination]);

  return (
    <section
      ref={section}
      className="exercise"
      id={`exercise-${exercise.id}`}
      aria-label={name}
      data-kind={exercise.kind}
      data-solutions={solutions}
      data-outcome={answering.state}
      data-ready={kit ? "" : undefined}
    >
      <p className="exercise-label">
        {name} <Mark progress={progress} />
      </p>
      <div className="exercise-prompt">{exercise.prompt}</div>
      <AnswerFields exercise={exercise} answering={answering} feedback={feedback} note={note} />
      <Feedback id={feedback} exercise={exercise} answering={answering} all={author} />
      <Hints hints={exercise.hints} opened={author ? exercise.hints.length : progress.hints} />
      <Help {...{ exercise, answering, open, setOpen, solutions }} />
      {author && kit && <kit.AuthorNotes exercise={exercise} words={kit.words} />}
      {exercise.kind !== "predict" && (
        <div className="exercise-solution" hidden={!solved || !hasSolution(exercise)}>
          <p className="exercise-label">{words.solution}</p>
          {solved && kit && <kit.RightAnswer exercise={exercise} answering={answering} words={kit.words} />}
          {exercise.solution}
        </div>
      )}
    </section>
  );
}

/** Whether there is more to be shown than what stands in place: the right options, steps and curves. */
function hasSolution({ kind, solution }: Exercise<ReactNode>): boolean {
  return solution !== undefined || kind === "numeric" || kind === "expr";
}

function Hints({ hints, opened }: { hints: readonly ReactNode[]; opened: number }) {
  const { words } = useNotebook();
  return (
    <ol className="exercise-hints" hidden={opened === 0}>
      {hints.map((hint, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hints are fixed, and open in order
        <li key={index} hidden={index >= opened}>
          <span className="exercise-label">{words.hint(index + 1, hints.length)}</span>
          {hint}
        </li>
      ))}
    </ol>
  );
}

/** Hints, the solution, other numbers: what the reader may ask for. */
function Help({
  exercise,
  answering,
  open,
  setOpen,
  solutions,
}: {
  exercise: Exercise<ReactNode>;
  answering: Answering;
  open: boolean;
  setOpen(open: boolean): void;
  solutions: SolutionPolicy;
}) {
  const { words } = useNotebook();
  const { kit, progress } = answering;
  if (exercise.kind === "predict") return null;
  const offered = progress.solved || progress.revealed || progress.counted >= 2;
  return (
    <div className="exercise-help">
      {progress.hints < exercise.hints.length && !progress.solved && (
        <button type="button" className="quiet-button" onClick={answering.hint}>
          {words.showHint}
        </button>
      )}
      {!open && (solutions === "anytime" || (solutions === "after-tries" && offered)) && (
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            answering.reveal();
            setOpen(true);
          }}
        >
          {offered ? words.showSolution : words.showMe}
        </button>
      )}
      {kit && kit.variants(exercise) > 1 && (
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            setOpen(false);
            answering.draw();
          }}
        >
          {kit.words.another}
        </button>
      )}
    </div>
  );
}
