export { type CellRuntime, type CompiledCell, compileCell, type Declared } from "./compile";
export { type CellErrorCode, CellSyntaxError } from "./errors";
export type { Kind } from "./lexical-scope";
export { nearest } from "./nearest";
export { type Assumptions, type Surroundings, stillHolds } from "./surroundings";
export type { Place } from "./text";
