import type { Attempt } from "./attempt";
import type { Outcome } from "./outcome";

/** Where a learner stands with one exercise. */
export interface ExerciseProgress {
  /** What became of the latest answer; `revealed` once the solution was asked for before it was found. */
  outcome: Outcome;
  /** The latest answer, as typed. */
  text: string;
  /** Right and wrong answers up to the first right one. Untouched and unreadable ones are not counted. */
  counted: number;
  /** How many hints were opened. They open in order. */
  hints: number;
  /** Answered rightly before the solution was shown. */
  solved: boolean;
  /** Solved by the first counted answer, without a hint. */
  firstTry: boolean;
  /** Solved with at least one hint. */
  helped: boolean;
  /** The solution was asked for before the exercise was solved; other numbers are another chance. */
  revealed: boolean;
  /** The solution was asked for at some time before: what is solved after that is solved with help. */
  shown: boolean;
  /** Which of its variants the learner has: 0 at first. */
  draw: number;
  /** A counted answer was wrong, perhaps with other numbers. */
  missed: boolean;
  /** The learner's guess, if the exercise is one to be guessed. */
  guess: string | null;
}

/** The solution is offered after this many counted answers that were wrong. */
const WRONG_BEFORE_SOLUTION = 2;

/** An exercise that nobody has touched. */
export const NO_PROGRESS: ExerciseProgress = {
  outcome: { kind: "untouched" },
  text: "",
  counted: 0,
  hints: 0,
  solved: false,
  firstTry: false,
  helped: false,
  revealed: false,
  shown: false,
  draw: 0,
  missed: false,
  guess: null,
};

/** One more entry of the log. Pure: the same progress and entry give the same result. */
export function advance(progress: ExerciseProgress, attempt: Attempt): ExerciseProgress {
  switch (attempt.kind) {
    case "hint":
      return { ...progress, hints: Math.max(progress.hints, attempt.hint + 1) };
    case "reveal":
      if (progress.solved) return progress;
      return { ...progress, revealed: true, shown: true, outcome: { kind: "revealed" } };
    case "draw":
      return {
        ...progress,
        draw: attempt.draw,
        revealed: false,
        outcome: { kind: "untouched" },
        text: "",
        counted: progress.solved ? progress.counted : 0,
      };
    case "predict":
      return { ...progress, guess: attempt.text };
    case "answer":
      return answered({ ...progress, outcome: attempt.outcome, text: attempt.text });
  }
}

/** Takes the newest outcome into account. What was decided (solved, or revealed) stays decided. */
function answered(progress: ExerciseProgress): ExerciseProgress {
  const { kind } = progress.outcome;
  if (progress.solved || progress.revealed || (kind !== "right" && kind !== "wrong")) return progress;
  const counted = progress.counted + 1;
  const solved = kind === "right";
  const helped = solved && (progress.hints > 0 || progress.shown);
  const first = solved && counted === 1 && !progress.missed;
  return { ...progress, counted, solved, helped, firstTry: first && !helped, missed: !solved };
}

/** Where the learner stands with every exercise that the log mentions, by key. The log is read in its own order. */
export function foldLog(log: Iterable<Attempt>): Map<string, ExerciseProgress> {
  const all = new Map<string, ExerciseProgress>();
  for (const attempt of log) {
    all.set(attempt.exercise, advance(all.get(attempt.exercise) ?? NO_PROGRESS, attempt));
  }
  return all;
}

/** Whether the page offers the solution of its own accord: after two wrong answers, and after success. */
export function offersSolution(progress: ExerciseProgress): boolean {
  return progress.solved || progress.revealed || progress.counted >= WRONG_BEFORE_SOLUTION;
}

/** How many of some exercises are solved, and how. */
export interface ProgressSummary {
  total: number;
  solved: number;
  firstTry: number;
  helped: number;
  revealed: number;
}

/** Sums up the exercises with these keys, for example those of a chapter. */
export function summarize(
  progress: ReadonlyMap<string, ExerciseProgress>,
  keys: readonly string[],
): ProgressSummary {
  const count = (test: (one: ExerciseProgress) => boolean) =>
    keys.filter((key) => test(progress.get(key) ?? NO_PROGRESS)).length;
  return {
    total: keys.length,
    solved: count((one) => one.solved),
    firstTry: count((one) => one.firstTry),
    helped: count((one) => one.helped),
    revealed: count((one) => one.revealed),
  };
}
