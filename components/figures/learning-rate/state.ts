import { choiceField, countField, type Fields, numberField } from "@/lib/figures";
import { SURFACE_NAMES, SURFACES, type SurfaceName, steepest } from "@/lib/figures/learning-rate";

export type LearningRateState = {
  surface: SurfaceName;
  eta: number;
  /** Where it starts; `y` counts in the ravine only. */
  x: number;
  y: number;
  /** Steps taken. */
  n: number;
};

/** The slider's end as a multiple of 1/λ: far enough out for numbers to overflow while one watches. */
const END = 6;

export function mostEta(surface: SurfaceName): number {
  return END / steepest(surface);
}

export const LEARNING_RATE_FIELDS: Fields<LearningRateState> = {
  surface: choiceField("bowl", SURFACE_NAMES),
  eta: numberField({ initial: 0.1, min: 0, max: mostEta("bowl") }),
  x: numberField({ initial: SURFACES.bowl.start[0] ?? 0, min: -12, max: 12 }),
  y: numberField({ initial: SURFACES.ravine.start[1] ?? 0, min: -5, max: 5 }),
  n: countField({ initial: 0, min: 0, max: 500 }),
};
