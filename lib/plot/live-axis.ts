import type { LiveAxis } from "../protocol";

/** An axis of a live plot, settled: its kind, its ends, and where its ticks are. */
export interface SettledAxis {
  type: "linear" | "log";
  domain: [number, number];
  /** For a logarithmic axis; a linear one has Plot's own. */
  ticks?: number[];
  label: string | null;
}

/** Whether a value has a place on an axis. */
export function isDrawable(value: number, type: LiveAxis["type"]): boolean {
  return Number.isFinite(value) && (type !== "log" || value > 0);
}

/**
 * The axis for the drawable values of all series.
 *
 * @param margin part of the axis' length that remains free at either end
 */
export function settleAxis(axis: LiveAxis | undefined, columns: number[][], margin: number): SettledAxis {
  const type = axis?.type ?? "linear";
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const values of columns) {
    for (const value of values) {
      if (!isDrawable(value, type)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  const domain = widen(low, high, type, margin);
  const settled: SettledAxis = { type, domain, label: axis?.label ?? null };
  if (type === "log") settled.ticks = logTicks(...domain);
  return settled;
}

/** Part of the axis that a growing curve finds free before it. */
const ROOM = 0.15;

/**
 * The axis with room for points that are still to come, so that it stands still while a curve grows into it.
 *
 * @param sides the end or ends at which more may come
 */
export function withRoom(axis: SettledAxis, sides: "after" | "both"): SettledAxis {
  const { type, domain } = axis;
  const [low, high] = domain;
  const place = type === "log" ? Math.log : (value: number) => value;
  const value = type === "log" ? Math.exp : (position: number) => position;
  const room = (place(high) - place(low)) * ROOM;
  const before = sides === "after" ? low : Math.max(value(place(low) - room), least(type, low));
  const after = Math.min(value(place(high) + room), Number.MAX_VALUE);
  if (!Number.isFinite(room) || !(before < after)) return axis;
  const roomy: SettledAxis = { ...axis, domain: [before, after] };
  if (axis.ticks) roomy.ticks = logTicks(before, after);
  return roomy;
}

/** Losses end at zero: an axis that does not go below it need not do so for what may come. */
function least(type: "linear" | "log", low: number): number {
  if (type === "log") return SMALLEST;
  return low >= 0 ? 0 : -Number.MAX_VALUE;
}

/** Where a value lies between the ends of an axis, from 0 to 1. */
export function fraction(value: number, { type, domain: [low, high] }: SettledAxis): number {
  // Halved, so that the difference of the greatest numbers is still one.
  const place = type === "log" ? Math.log : (v: number) => v / 2;
  return (place(value) - place(low)) / (place(high) - place(low));
}

/** Numbers nearer to zero than this have too few digits left for ticks. */
const SMALLEST = 1e-300;

function widen(low: number, high: number, type: "linear" | "log", margin: number): [number, number] {
  if (low > high) return type === "log" ? [1, 10] : [0, 1];
  if (type === "log") {
    const span = Math.log(high) - Math.log(low);
    const ratio = span < 1e-9 ? 2 : Math.exp(span * margin);
    return [
      Math.max(low / ratio, SMALLEST),
      Math.min(Math.max(high * ratio, SMALLEST * 10), Number.MAX_VALUE),
    ];
  }
  // Values that differ in their last digits only, or hardly from zero, are one value: no tick could tell them apart.
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const flat = high - low <= Math.max(largest * 1e-9, SMALLEST);
  const gap = flat ? (largest > SMALLEST ? largest * 0.1 : 1) : (high - low) * margin;
  return [Math.max(low - gap, -Number.MAX_VALUE), Math.min(high + gap, Number.MAX_VALUE)];
}

/** Powers of ten, thinned to at most nine; with 2 and 5 times as well where there are fewer than three of them. */
export function logTicks(low: number, high: number): number[] {
  const from = Math.floor(Math.log10(low));
  const to = Math.ceil(Math.log10(high));
  const step = Math.ceil((to - from) / 8);
  const ticks: number[] = [];
  const factors = Math.log10(high) - Math.log10(low) < 2.5 ? [1, 2, 5] : [1];
  // From a multiple of the step, so that ticks stay in place while the axis grows.
  for (let power = Math.floor(from / step) * step; power <= to; power += step) {
    for (const factor of factors) {
      const tick = Number(`${factor}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A tick of a logarithmic axis: plain from 0.001 to 100,000, else a power of ten such as 2×10⁻⁵. */
export function logTickText(value: number): string {
  const [mantissa = "1", exponent = "0"] = value.toExponential(0).split("e");
  const power = Number(exponent);
  if (power >= -3 && power <= 5) return value.toLocaleString("en-US", { maximumFractionDigits: 6 });
  const digits = [...String(Math.abs(power))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `${mantissa === "1" ? "" : `${mantissa}×`}10${power < 0 ? "⁻" : ""}${digits}`;
}
