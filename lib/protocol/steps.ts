/** A row of numbers: every `step` from `min` (or 0) on, between the bounds that there are. Without a step, all of them. */
export interface Steps {
  min?: number;
  max?: number;
  step?: number;
}

/** Steps that a number may be off, for what arithmetic does to its last digits. */
const SLACK = 1e-6;
/** The most decimals that `toFixed` writes. */
const MAX_DECIMALS = 100;

/** Whether a number is one of the row. */
export function isOnStep({ min, max, step }: Steps, value: number): boolean {
  const slack = (step ?? 0) * SLACK;
  if (!Number.isFinite(value) || value < (min ?? value) - slack || value > (max ?? value) + slack)
    return false;
  if (step === undefined) return true;
  const count = (value - (min ?? 0)) / step;
  return Math.abs(count - Math.round(count)) <= SLACK;
}

/**
 * The number of the row that is nearest to a number: as people write it, 0.3 and not 0.30000000000000004. Undefined
 * for a row without any number.
 */
export function nearestOnStep(steps: Steps, value: number): number | undefined {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step } = steps;
  const bounded = Math.min(Math.max(value, min), max);
  if (step === undefined) return isOnStep(steps, bounded) ? bounded : undefined;
  const start = steps.min ?? 0;
  const first = Math.ceil((min - start) / step - SLACK);
  const last = Math.floor((max - start) / step + SLACK);
  const count = Math.min(Math.max(Math.round((bounded - start) / step), first), last);
  const nearest = rounded(start + count * step, decimalsOf(steps));
  return isOnStep(steps, nearest) ? nearest : undefined;
}

/** How many decimals the numbers of the row have, as people write them. */
export function decimalsOf({ min, step }: Steps): number {
  return Math.max(decimals(min ?? 0), decimals(step ?? 0));
}

function decimals(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}

function rounded(value: number, digits: number): number {
  return digits > MAX_DECIMALS ? value : Number(value.toFixed(digits));
}
