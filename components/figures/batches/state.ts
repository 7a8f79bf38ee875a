import { countField, type Fields, flagField } from "@/lib/figures";
import { type Cut, cutIntoBatches } from "@/lib/figures/batches";

export type BatchesState = {
  samples: number;
  size: number;
  epochs: number;
  dropLast: boolean;
  /** Iterations done. */
  n: number;
};

export const MOST_SAMPLES = 100_000;
export const MOST_EPOCHS = 20;

export const BATCHES_FIELDS: Fields<BatchesState> = {
  samples: countField({ initial: 50, min: 1, max: MOST_SAMPLES }),
  size: countField({ initial: 8, min: 1, max: MOST_SAMPLES }),
  epochs: countField({ initial: 3, min: 1, max: MOST_EPOCHS }),
  dropLast: flagField(false),
  n: countField({ initial: 0, min: 0, max: MOST_SAMPLES * MOST_EPOCHS }),
};

/** N and B that are worth a look: of the chapters, and of famous data sets. */
export const PRESETS = [
  [10, 3],
  [50, 8],
  [100, 7],
  [50_000, 256],
  [60_000, 64],
] as const;

export function cutOf({ samples, size, dropLast }: BatchesState): Cut {
  return cutIntoBatches(samples, size, dropLast);
}

/** Iterations of all epochs. */
export function totalOf(state: BatchesState): number {
  return cutOf(state).batches * state.epochs;
}
