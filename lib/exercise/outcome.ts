import type { UnreadableCode } from "./number";

/** What became of an answer: one type for every kind of exercise. */
export type Outcome =
  /** Nothing was answered. Costs nothing. */
  | { kind: "untouched" }
  /** The answer cannot be understood. Costs nothing; `code` and `details` say what is expected. */
  | { kind: "unreadable"; code: UnreadableCode; details: Record<string, string> }
  /** `matched` is the wrong answer's place in the exercise's list; null if the author did not foresee it. */
  | { kind: "wrong"; matched: number | null }
  | { kind: "right" }
  /** The learner asked for the solution. */
  | { kind: "revealed" };
