/** What exercises need once a reader comes near: judging, and all that is more than a text field. */
export { AfterGuess } from "./after-guess";
export { AuthorNotes } from "./author-notes";
export { dragStep } from "./drag";
export { combinationOf, judge, showValues, valuesOf, variants } from "./judge";
export { ProgramField } from "./program-field";
export { RightAnswer } from "./right-answer";
export { SketchField } from "./sketch-field";
export { Verdict } from "./verdict";
