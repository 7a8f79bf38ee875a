/** How a data set is cut into batches. */
export interface Cut {
  /** Batches that are used: the iterations of an epoch. */
  readonly batches: number;
  /** Samples in the last batch that is used; 0 if there is none. */
  readonly last: number;
  /** Samples that are left out in each epoch. */
  readonly dropped: number;
}

/**
 * ⌈N / B⌉ batches, the last with what remains; with `dropLast` ⌊N / B⌋ full ones, and what remains is left out.
 *
 * @param samples N, at least 1
 * @param size B, at least 1
 */
export function cutIntoBatches(samples: number, size: number, dropLast: boolean): Cut {
  const rest = samples % size;
  const full = (samples - rest) / size;
  if (rest === 0) return { batches: full, last: size, dropped: 0 };
  if (dropLast) return { batches: full, last: full > 0 ? size : 0, dropped: rest };
  return { batches: full + 1, last: rest, dropped: 0 };
}

/** Where an iteration stands: all counted from 0. */
export interface BatchPlace {
  readonly epoch: number;
  readonly batch: number;
  /** The first of its samples, and the one behind its last, in the epoch's order. */
  readonly from: number;
  readonly to: number;
}

export function batchAt(iteration: number, samples: number, size: number, { batches }: Cut): BatchPlace {
  const epoch = Math.floor(iteration / batches);
  const batch = iteration - epoch * batches;
  return { epoch, batch, from: batch * size, to: Math.min((batch + 1) * size, samples) };
}

/** The order in which an epoch takes its samples, dealt anew each time: a permutation of 0 … samples − 1, always the same. */
export function dealt(samples: number, epoch: number): number[] {
  const order = Array.from({ length: samples }, (_, index) => index);
  let seed = (epoch + 1) * 0x9e3779b1;
  // Fisher and Yates; the numbers come from a xorshift generator, 32 bits of state.
  for (let last = samples - 1; last > 0; last -= 1) {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    const other = (seed >>> 0) % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
