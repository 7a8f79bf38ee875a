import type { Measure, Result, Row, Unit } from "./measure";
import { median, quantile } from "./statistics";

/** Below so many samples the 95th percentile says nothing. */
const MANY = 20;
const COLUMNS = { what: 72, target: 18, figure: 11 };

const DECIMALS: Record<Unit, number> = { ms: 1, kB: 1, MB: 1, ns: 2, x: 2, "/s": 1, shift: 4, "": 0 };

function figure(value: number, unit: Unit): string {
  const number = value.toFixed(DECIMALS[unit]);
  return unit === "" || unit === "shift" ? number : `${number} ${unit}`;
}

function line(
  what: string,
  ...rest: [target: string, median: string, best: string, p95: string, n: string]
): string {
  const [target, ...figures] = rest;
  return (
    what.padEnd(COLUMNS.what) +
    target.padEnd(COLUMNS.target) +
    figures.map((text) => text.padStart(COLUMNS.figure)).join("")
  ).trimEnd();
}

export const HEADING = line("", "target", "median", "best", "p95", "samples");

function formatRow({ what, target = "", unit, samples }: Row): string {
  const p95 = samples.length >= MANY ? figure(quantile(samples, 0.95), unit) : "";
  const middle = samples.length > 0 ? figure(median(samples), unit) : "none";
  // What the machine can do when nothing else disturbs it.
  const best = unit === "/s" ? Math.max(...samples) : Math.min(...samples);
  const undisturbed = samples.length > 1 ? figure(best, unit) : "";
  return line(`  ${what}`, target, middle, undisturbed, p95, String(samples.length));
}

/** A subject's part of the table. */
export function format(measure: Measure, { rows, notes = [] }: Result): string {
  return [measure.title, ...rows.map(formatRow), ...notes.map((note) => `    ${note}`)].join("\n");
}
