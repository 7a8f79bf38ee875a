import { choiceField, countField, type Fields, numberField } from "@/lib/figures";
import { CURVE_NAMES, type CurveName, DESCENT_CURVES } from "@/lib/figures/descent";

export type DescentState = {
  curve: CurveName;
  /** Where the ball was let go. */
  x: number;
  eta: number;
  /** Steps taken since then. */
  n: number;
};

export const MOST_ETA = 1.2;

export const DESCENT_FIELDS: Fields<DescentState> = {
  curve: choiceField("bowl", CURVE_NAMES),
  x: numberField({ initial: DESCENT_CURVES.bowl.start, min: -6, max: 6 }),
  eta: numberField({ initial: DESCENT_CURVES.bowl.eta, min: 0, max: MOST_ETA }),
  n: countField({ initial: 0, min: 0, max: 40 }),
};
