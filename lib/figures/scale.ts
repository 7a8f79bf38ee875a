/** Where values lie along an axis or a slider: 0 at its beginning, 1 at its end. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  /** The place of a value; outside of 0 … 1 for values outside of the bounds. */
  at(value: number): number;
  /** The value of a place. */
  value(at: number): number;
  /** Round values to write at the axis. */
  readonly ticks: readonly number[];
}

/** Equal distances are equal differences. `count`: about so many ticks. */
export function linearScale(min: number, max: number, count = 5): Scale {
  return {
    min,
    max,
    at: (value) => (value - min) / (max - min),
    value: (at) => min + at * (max - min),
    ticks: roundValues(min, max, count),
  };
}

/** Equal distances are equal ratios. Both bounds are positive. Ticks are the powers of ten. */
export function logScale(min: number, max: number): Scale {
  const [low, high] = [Math.log10(min), Math.log10(max)];
  const step = Math.max(1, Math.ceil((high - low) / 8));
  const ticks: number[] = [];
  for (let power = Math.ceil(low / step - 1e-9) * step; power <= high + 1e-9; power += step)
    ticks.push(10 ** power);
  return {
    min,
    max,
    at: (value) => (Math.log10(value) - low) / (high - low),
    value: (at) => 10 ** (low + at * (high - low)),
    ticks,
  };
}

/** From 0, with more room for small values: places are the square roots of values. */
export function rootScale(max: number): Scale {
  return {
    min: 0,
    max,
    at: (value) => Math.sqrt(Math.max(0, value) / max),
    value: (at) => max * at ** 2,
    ticks: roundValues(0, max, 5),
  };
}

/** A whole number with its first two digits only, as people choose counts: 7, 42, 1300. */
export function roundCount(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / unit) * unit;
}

/** Multiples of 1, 2 or 5 times a power of ten between two bounds, about `count` of them. */
function roundValues(min: number, max: number, count: number): number[] {
  const rough = (max - min) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough * 0.99) ?? 10);
  const values: number[] = [];
  for (let n = Math.ceil(min / step - 1e-9); n <= Math.floor(max / step + 1e-9); n += 1)
    values.push(Number((n * step).toPrecision(12)));
  return values;
}

/** A value moved to the nearest multiple of a step, and between the bounds. */
export function snapped(
  value: number,
  { min, max, step }: { min: number; max: number; step: number },
): number {
  const nearest = Math.round(value / step) * step;
  return Number(Math.min(max, Math.max(min, nearest)).toPrecision(12));
}
