export * from "./messages";
export * from "./output";
