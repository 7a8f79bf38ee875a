import { choiceField, type Fields, numberField } from "@/lib/figures";
import { FUNCTION_NAMES, type FunctionName } from "@/lib/figures/derivatives";

export type DerivativesState = {
  f: FunctionName;
  x: number;
};

export const DERIVATIVES_FIELDS: Fields<DerivativesState> = {
  f: choiceField("square", FUNCTION_NAMES),
  x: numberField({ initial: 1, min: -7, max: 7 }),
};
