import { choiceField, countField, type Fields, numberField } from "@/lib/figures";
import { PARAMETERS, type ParameterName } from "@/lib/figures/network";
import { entry } from "@/lib/figures/paths";
import type { Playback } from "../kit/definition";

/** Which parameter is asked for, how far along its paths the reader is, and how the network was trained before. */
export type PathsState = Readonly<{
  pick: ParameterName;
  step: number;
  eta: number;
  /** Updates that have been made. */
  updates: number;
}>;

export const MOST_UPDATES = 200;
export const MOST_ETA = 2;
/** Steps of the longest path: its five slopes, and the sum. */
const LONGEST = 6;

export const PATHS_FIELDS: Fields<PathsState> = {
  pick: choiceField("w1", PARAMETERS),
  step: numberField({ initial: LONGEST, min: 0, max: LONGEST }),
  eta: numberField({ initial: 0.5, min: 0, max: MOST_ETA }),
  updates: countField({ initial: 0, min: 0, max: MOST_UPDATES }),
};

/** Its slopes, one by one, then the sum of the products. */
export function pathSteps(pick: ParameterName): number {
  return entry(pick).startsWith("o") ? 4 : LONGEST;
}

export const PATHS_PLAYBACK: Playback<PathsState> = {
  length: ({ pick }) => pathSteps(pick),
  position: ({ pick, step }) => Math.min(step, pathSteps(pick)),
  at: (state, step) => ({ ...state, step }),
  pace: () => 1,
};
