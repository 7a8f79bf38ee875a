export { inspect } from "./inspect";
export { createDisplay, type Display, type RichForm } from "./mime";
