export * from "./number-text";
export { remembering } from "./remember";
export * from "./scale";
export * from "./state";
