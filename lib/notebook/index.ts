export * from "./arrangement";
export * from "./downstream";
export * from "./input-runs";
export * from "./outputs";
export * from "./restore";
export * from "./session";
export * from "./storage";
export * from "./truth";
