import { fail } from "../errors";
import * as mistake from "../mistakes";
import type { Tensor } from "../tensor";
import { mean, sum } from "./reduce";

/** How the losses of the elements are put together: their mean, their sum, or not at all. */
export type Reduction = "mean" | "sum" | "none";

/** Options of all losses. */
export interface LossOptions {
  /** Default "mean". */
  readonly reduction?: Reduction;
}

/** @internal Puts the losses of the elements together. */
export function reduced(op: string, losses: Tensor, options: LossOptions | undefined): Tensor {
  const reduction = checkReduction(op, options);
  return reduction === "mean" ? mean(losses) : reduction === "sum" ? sum(losses) : losses;
}

/** @internal Refuses a reduction that there is not. */
export function checkReduction(op: string, options: LossOptions | undefined): Reduction {
  const reduction: string = options?.reduction ?? "mean";
  if (reduction !== "mean" && reduction !== "sum" && reduction !== "none") {
    fail(mistake.optionChoice, { op, option: "reduction", got: reduction, choices: ["mean", "sum", "none"] });
  }
  return reduction;
}
