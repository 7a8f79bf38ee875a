export * from "./number-text";
export * from "./scale";
export * from "./state";
