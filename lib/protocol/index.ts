export * from "./input";
export * from "./messages";
export * from "./output";
export * from "./parse";
export type { CleanTree } from "./parse-bundle";
export * from "./parse-input";
export * from "./picture";
export * from "./steps";
