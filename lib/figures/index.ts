export * from "./chain";
export * from "./network";
export * from "./paths";
