import type { Explanation } from "../explanation";
import type { zh } from "../zh";
import { autograd } from "./autograd";
import { cells } from "./cells";
import { inputs } from "./inputs";
import { plots } from "./plots";
import { running } from "./running";

/** What errors mean, English, by their codes. */
export const en: Record<keyof typeof zh, Explanation> = {
  ...autograd,
  ...cells,
  ...running,
  ...plots,
  ...inputs,
};
