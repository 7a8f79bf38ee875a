export * from "./downstream";
export * from "./input-runs";
export * from "./outputs";
export * from "./session";
export * from "./storage";
