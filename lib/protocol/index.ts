export * from "./messages";
export * from "./output";
export * from "./parse";
export type { CleanTree } from "./parse-bundle";
