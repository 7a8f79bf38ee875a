export * from "./locale";
export { type Messages, messages } from "./messages";
