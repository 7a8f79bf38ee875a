export { type Attempt, exerciseKey, isAttempt } from "./attempt";
export type { Exercise, FormulaValue, NumericExercise, Tolerance, WrongNumber } from "./exercise";
export {
  type BinaryOperator,
  evaluateBindings,
  evaluateFormula,
  type Formula,
  FormulaError,
  type FormulaErrorCode,
  type Names,
  parseFormula,
} from "./formula";
export { type NumberReading, readNumber, type UnreadableCode } from "./number";
export { agrees, checkNumeric, DEFAULT_TOLERANCE } from "./numeric";
export type { Outcome } from "./outcome";
export {
  advance,
  type ExerciseProgress,
  foldLog,
  NO_PROGRESS,
  offersSolution,
  type ProgressSummary,
  summarize,
} from "./progress";
