export { type ExerciseWords, loadExerciseWords } from "./exercises";
export { type Details, type Explain, type ExplanationPart, loadExplanations } from "./explanations";
export * from "./locale";
export { type Messages, messages } from "./messages";
export { fromPortable, type PortableMessages, portable } from "./portable";
export { loadReaderWords, type ReaderWords } from "./reader";
