export type * from "./example-network";
export * from "./number-text";
export * from "./scale";
export * from "./state";
