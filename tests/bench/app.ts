/**
 * What a reader of the built site waits for and pays, measured in Chromium and set beside what the project wants. It
 * judges nothing: the figures belong to the machine that they were taken on.
 *
 *   npm run build && npm run bench:app -- [--loads 7] [--only name] [--only name]
 */
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Bench, CHAPTER } from "./app/bench";
import type { Measure, Result } from "./app/measure";
import { coldPage } from "./app/measures/cold-page";
import { faults } from "./app/measures/faults";
import { figures } from "./app/measures/figures";
import { firstRun } from "./app/measures/first-run";
import { firstRunBytes } from "./app/measures/first-run-bytes";
import { hotLoop } from "./app/measures/hot-loop";
import { layoutShift } from "./app/measures/layout-shift";
import { lines } from "./app/measures/lines";
import { livePlot, livePlotSlow } from "./app/measures/live-plot";
import { manyCells } from "./app/measures/many-cells";
import { paint } from "./app/measures/paint";
import { scriptBytes } from "./app/measures/script-bytes";
import { stop } from "./app/measures/stop";
import { warmRun } from "./app/measures/warm-run";
import { serveSite } from "./app/site";
import { format, HEADING } from "./app/table";

const MEASURES: readonly Measure[] = [
  scriptBytes,
  firstRunBytes,
  paint,
  firstRun,
  coldPage,
  warmRun,
  manyCells,
  stop,
  faults,
  lines,
  layoutShift,
  hotLoop,
  livePlot,
  livePlotSlow,
  figures,
];

/** What was asked for on the command line; null with a word of advice if it makes no sense. */
function wanted(): { loads: number; measures: readonly Measure[] } | null {
  const { values } = parseArgs({
    options: { loads: { type: "string", default: "7" }, only: { type: "string", multiple: true } },
  });
  const loads = Number(values.loads);
  const names = values.only ?? MEASURES.map(({ name }) => name);
  const unknown = names.filter((name) => !MEASURES.some((measure) => measure.name === name));
  if (Number.isInteger(loads) && loads > 0 && unknown.length === 0)
    return { loads, measures: MEASURES.filter(({ name }) => names.includes(name)) };
  console.error(
    `bench:app takes --loads with a whole number, and --only with one of: ${MEASURES.map(({ name }) => name).join(", ")}.`,
  );
  return null;
}

/** Seconds that a measure may take. */
const LIMIT = 300;

class OverdueError extends Error {}

/** A measure that hangs is given up, so that the others are taken all the same. */
async function limited(measure: Measure, bench: Bench): Promise<Result> {
  const { limit = LIMIT } = measure;
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OverdueError(`not done in ${limit} s`)), limit * 1000);
  });
  const running = measure.run(bench);
  // Once it is given up, its browser goes, and it fails for want of it.
  running.catch(() => undefined);
  return Promise.race([running, overdue]).finally(() => clearTimeout(timer));
}

async function main(): Promise<number> {
  const asked = wanted();
  if (!asked) return 1;
  const site = await serveSite(fileURLToPath(new URL("../../out", import.meta.url)));
  if (!site) {
    console.error("There is no built site in out/: run npm run build first.");
    return 1;
  }
  const bench = await Bench.start(site, asked.loads);
  const load = () => `load average ${loadavg()[0]?.toFixed(2)}`;
  let failed = 0;
  try {
    console.log(
      `Gradbook in Chromium ${bench.version}, headless; ${cpus().length} cores, ${load()}; ` +
        `${CHAPTER} under "${site.base}/", ${asked.loads} loads with an empty cache each\n`,
    );
    console.log(HEADING);
    for (const measure of asked.measures) {
      try {
        console.log(`${format(measure, await limited(measure, bench))}\n`);
      } catch (error) {
        failed += 1;
        if (error instanceof OverdueError) await bench.startAgain();
        // The browser's own log may follow the first line.
        const [reason] = String(error).split("\n");
        console.log(`${measure.title}\n  ${measure.name} could not be measured: ${reason}\n`);
      }
    }
    console.log(`In the end: ${load()}.`);
    for (const complaint of bench.complaints) console.log(`A page complained: ${complaint}`);
    return failed > 0 ? 1 : 0;
  } finally {
    await bench.close();
    site.close();
  }
}

// Connections that browsers keep open would hold the process.
process.exit(await main());
