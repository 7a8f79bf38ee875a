export * from "./input";
export * from "./messages";
export * from "./output";
export * from "./parse";
export * from "./parse-input";
export * from "./steps";
