export * from "./outputs";
export * from "./session";
export * from "./storage";
