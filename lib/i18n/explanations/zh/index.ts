import { autograd } from "./autograd";
import { cells } from "./cells";
import { inputs } from "./inputs";
import { plots } from "./plots";
import { running } from "./running";

/** What errors mean, Chinese, by their codes. The other languages must have the same codes. */
export const zh = { ...autograd, ...cells, ...running, ...plots, ...inputs };
