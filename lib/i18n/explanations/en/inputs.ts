import type { Explanation } from "../explanation";
import type { inputs as zh } from "../zh/inputs";

/** What inputs refuse. Most of their messages say what to do. */
export const inputs: Record<keyof typeof zh, Explanation> = {
  "unknown-input-option": null,
  "input-option": null,
  "input-value":
    "The initial value has to be one that the reader can come back to: change it, or the bounds and steps.",
  "input-key-twice": "What the reader sets is kept by the key: give one of them another `key`.",
  "too-many-inputs": "Perhaps a call such as `slider()` stands inside a loop.",
};
