import type { ReactNode } from "react";
import { type Exercise, evaluateFormula, namesOf, parseFormula, writeNumber } from "@/lib/exercise";
import type { ExerciseWords } from "@/lib/i18n";
import type { Answering } from "../use-answer";

/** The right answer in short, before the author's words about it; options, steps and curves show theirs in place. */
export function RightAnswer({
  exercise,
  answering,
  words,
  inline = false,
}: {
  exercise: Exercise<ReactNode>;
  answering: Answering;
  words: ExerciseWords;
  /** Inside a sentence, where no paragraph can stand. */
  inline?: boolean;
}) {
  const Line = inline ? "span" : "p";
  if (exercise.kind === "numeric") {
    const names = namesOf(exercise.parameters, answering.combination);
    const value = evaluateFormula(parseFormula(exercise.answer), names);
    return (
      <Line>
        {words.theAnswer}: <strong>{writeNumber(value)}</strong>
      </Line>
    );
  }
  if (exercise.kind !== "expr") return null;
  return (
    <Line>
      {words.theAnswer}: <code>{exercise.answer}</code>
    </Line>
  );
}
