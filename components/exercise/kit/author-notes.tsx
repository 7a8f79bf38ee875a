import type { ReactNode } from "react";
import {
  countCombinations,
  describeCombination,
  type Exercise,
  evaluateFormula,
  namesOf,
  parseFormula,
  writeNumber,
} from "@/lib/exercise";
import type { ExerciseWords } from "@/lib/i18n";

/** More variants than this are not listed: the check has gone through all of them. */
const MOST_LISTED = 60;

/** In the author's view: the exercise's id, its answer as written, and its variants with their answers. */
export function AuthorNotes({ exercise, words }: { exercise: Exercise<ReactNode>; words: ExerciseWords }) {
  const answer = "answer" in exercise ? exercise.answer : undefined;
  return (
    <div className="exercise-author">
      <p>
        <code>{exercise.id}</code>
        {answer !== undefined && (
          <>
            {" "}
            {words.theAnswer}: <code>{answer}</code>
          </>
        )}
      </p>
      {exercise.kind === "order" && (
        <>
          <p>
            {words.theAnswer}
            {exercise.before.length > 0 && (
              <>
                : <code>{exercise.before.map(([one, next]) => `${one + 1}<${next + 1}`).join(", ")}</code>
              </>
            )}
          </p>
          <ol>
            {exercise.items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are fixed
              <li key={index}>{item}</li>
            ))}
          </ol>
        </>
      )}
      {exercise.kind === "numeric" && <Variants exercise={exercise} words={words} />}
    </div>
  );
}

function Variants({
  exercise: { parameters, answer },
  words,
}: {
  exercise: Extract<Exercise<ReactNode>, { kind: "numeric" }>;
  words: ExerciseWords;
}) {
  const count = countCombinations(parameters);
  if (count <= 1) return null;
  const formula = parseFormula(answer);
  const listed = Array.from({ length: Math.min(count, MOST_LISTED) }, (_, index) => ({
    values: describeCombination(parameters, index),
    result: writeNumber(evaluateFormula(formula, namesOf(parameters, index))),
  }));
  return (
    <details>
      <summary>{words.variants(count)}</summary>
      <ul>
        {listed.map(({ values, result }) => (
          <li key={values}>
            {values} → {result}
          </li>
        ))}
      </ul>
    </details>
  );
}
