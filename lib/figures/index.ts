export * from "./example-network";
