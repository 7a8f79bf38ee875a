/** The value below which the given part of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.ceil(part * sorted.length) - 1;
  return sorted[Math.max(0, rank)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  const upper = quantile(samples, 0.5);
  if (samples.length % 2 === 1) return upper;
  const sorted = [...samples].sort((a, b) => a - b);
  return (upper + (sorted[samples.length / 2] ?? Number.NaN)) / 2;
}
