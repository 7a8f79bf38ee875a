export { positionAtPoint } from "./caret";
export { policyName } from "./environment";
export type {
  EditorCommands,
  EditorFactory,
  EditorHandle,
  EditorLanguage,
  EditorOptions,
  Position,
  TypedCell,
} from "./handle";
export { loadEditor, prefersPlainField } from "./load";
export { createPlainEditor, plainFactory } from "./plain-editor";
export { EditorPool } from "./pool";
