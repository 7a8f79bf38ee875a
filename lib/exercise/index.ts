export { ANY_OTHER } from "./answers";
export * from "./check";
export { checkChoice } from "./choice";
export {
  fromJson,
  type ImportErrorCode,
  type ImportReading,
  newAttempts,
  type ProgressFile,
  toCsv,
  toJson,
} from "./exchange";
export type {
  Axis,
  ChoiceExercise,
  CodeExercise,
  Exercise,
  ExprExercise,
  FreeName,
  ListedAnswer,
  NumericExercise,
  Option,
  OrderExercise,
  PredictExercise,
  SketchExercise,
  Tolerance,
} from "./exercise";
export { checkExpr, equivalent } from "./expr";
export {
  type BinaryOperator,
  evaluateFormula,
  type Formula,
  FormulaError,
  type FormulaErrorCode,
  type Names,
  parseFormula,
} from "./formula";
export { readIndexes } from "./indexes";
export * from "./log";
export { type NumberReading, readNumber } from "./number";
export { agrees, checkNumeric, DEFAULT_TOLERANCE } from "./numeric";
export { checkOrder, firstMisplaced, readPair } from "./order";
export type { Outcome, UnreadableCode, WrongCode } from "./outcome";
export {
  chosenValues,
  countCombinations,
  describeCombination,
  drawCombination,
  MOST_COMBINATIONS,
  NO_PARAMETERS,
  namesOf,
  type Parameters,
  parseParameters,
  shuffled,
} from "./parameters";
export {
  checkSketch,
  DEFAULT_SKETCH_TOLERANCE,
  readSketch,
  sketchCurve,
  sketchPlaces,
  writeSketch,
} from "./sketch";
export { fillSlot, slotError, splitTemplate, type TemplatePiece, writeNumber } from "./template";
