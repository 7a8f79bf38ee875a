/** Shades from none to full. */
const STEPS = 12;

/** How numbers become shades. */
export interface HeatScale {
  least: number;
  most: number;
  /** Numbers of both signs: two colours, and none at zero. */
  diverging: boolean;
}

/**
 * The scale of the finite numbers among these; null if there are none.
 *
 * @param range the least and the greatest of all, where these are a sample
 */
export function heatScale(values: ArrayLike<number>, range?: readonly [number, number]): HeatScale | null {
  if (range) return scaleOf(range[0], range[1]);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (least > most) return null;
  return scaleOf(least, most);
}

function scaleOf(least: number, most: number): HeatScale {
  return { least, most, diverging: least < 0 && most > 0 };
}

/** A number's shade: −12 to 12 where there are two colours, else 0 to 12; null for what is not finite. */
export function shadeOf(value: number, { least, most, diverging }: HeatScale): number | null {
  if (!Number.isFinite(value)) return null;
  if (diverging) return Math.round((value / Math.max(-least, most)) * STEPS);
  return most === least ? 0 : Math.round(((value - least) / (most - least)) * STEPS);
}

/** The page's colour of a shade. */
export function shadeColor(shade: number): string {
  const ink = shade < 0 ? "var(--backward)" : "var(--forward)";
  return `color-mix(in oklab, ${ink} ${Math.round((Math.abs(shade) / STEPS) * 100)}%, var(--paper-sunk))`;
}

/** The scale as a strip of colours, from the least number to the most. */
export function stripOf({ least, most, diverging }: HeatScale): string {
  if (!diverging) return `linear-gradient(to right, ${shadeColor(0)}, ${shadeColor(STEPS)})`;
  const far = Math.max(-least, most);
  const ends = [least, 0, most].map((value) => shadeColor((value / far) * STEPS));
  const zero = Math.round((-least / (most - least)) * 100);
  return `linear-gradient(to right, ${ends[0]}, ${ends[1]} ${zero}%, ${ends[2]})`;
}
