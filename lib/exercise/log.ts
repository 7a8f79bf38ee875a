/**
 * The door of the learner's record: what a page needs before anything is answered. The judging, which is most of the
 * room's weight, is behind the other one.
 */
export { type Attempt, chapterOf, exerciseKey, isAttempt, LONGEST_ANSWER } from "./attempt";
export {
  advance,
  type ExerciseProgress,
  foldLog,
  NO_PROGRESS,
  offersSolution,
  type ProgressSummary,
  summarize,
} from "./progress";
