import type { ReactNode } from "react";
import type { PredictExercise } from "@/lib/exercise";
import type { ExerciseWords } from "@/lib/i18n";
import { useNotebook } from "../../notebook/notebook";

/** After the guess: runs the cell that shows what happens, and goes there. */
export function AfterGuess({
  exercise,
  words,
  onRun,
}: {
  exercise: PredictExercise<ReactNode>;
  words: ExerciseWords;
  onRun(): void;
}) {
  const { controller } = useNotebook();
  function run() {
    controller.run(exercise.cell);
    onRun();
    document.getElementById(`cell-${exercise.cell}`)?.scrollIntoView({ block: "nearest" });
  }
  return (
    <p className="exercise-guess">
      {words.guessSaved}{" "}
      <button type="button" className="exercise-check" onClick={run}>
        {words.runToSee}
      </button>
    </p>
  );
}
