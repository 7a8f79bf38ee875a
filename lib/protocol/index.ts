export * from "./messages";
export * from "./output";
export * from "./parse";
