import type { ReactNode } from "react";
import { type Exercise, evaluateFormula, namesOf, parseFormula, writeNumber } from "@/lib/exercise";
import type { ExerciseWords } from "@/lib/i18n";
import type { Answering } from "../use-answer";

/** The right answer in short, before the author's words about it. */
export function RightAnswer({
  exercise,
  answering,
  words,
  inline = false,
}: {
  exercise: Exercise<ReactNode>;
  answering: Answering;
  words: ExerciseWords;
  inline?: boolean;
}) {
  const Line = inline ? "span" : "p";
  switch (exercise.kind) {
    case "numeric": {
      const value = evaluateFormula(
        parseFormula(exercise.answer),
        namesOf(exercise.parameters, answering.combination),
      );
      return (
        <Line>
          {words.theAnswer}: <strong>{writeNumber(value)}</strong>
        </Line>
      );
    }
    case "expr":
      return (
        <p>
          {words.theAnswer}: <code>{exercise.answer}</code>
        </p>
      );
    case "choice":
      return <RightOptions exercise={exercise} />;
    case "order":
      return (
        <ol>
          {exercise.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the author's order is fixed
            <li key={index}>{wordsOf(item, answering.name, index)}</li>
          ))}
        </ol>
      );
    case "sketch":
      return <p>{words.theCurve}</p>;
    default:
      return null;
  }
}

/** The options stand above, each in its place; here they are named by their words. */
function RightOptions({ exercise }: { exercise: Extract<Exercise<ReactNode>, { kind: "choice" }> }) {
  const place = document.getElementById(`exercise-${exercise.id}`);
  const labels = [...(place?.querySelectorAll(".exercise-options label") ?? [])];
  const right = exercise.shown.flatMap((index, at) =>
    exercise.options[index]?.right ? [labels[at]?.textContent ?? ""] : [],
  );
  return (
    <ul>
      {right.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** A rich text stands on the page once; what is said of it elsewhere is its words. */
function wordsOf(_item: ReactNode, key: string, index: number): string {
  const id = key.slice(key.indexOf("/") + 1);
  const row = document.querySelector(`#exercise-${id} [data-item="${index}"] .exercise-step`);
  return row?.textContent ?? "";
}
