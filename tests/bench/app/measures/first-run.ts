import type { Page } from "@playwright/test";
import { FAST_4G } from "../bench";
import type { Measure, Row } from "../measure";
import { CELLS } from "../notebook";

interface FirstRun {
  html: number;
  heard: number;
  output: number;
}

async function firstRunOf(page: Page): Promise<FirstRun> {
  return page.evaluate(async () => {
    const run = await window.stopwatch.early;
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return { html: navigation?.responseEnd ?? 0, heard: run?.heard ?? 0, output: run?.output ?? 0 };
  });
}

/** How long a reader who clicks at once waits for the first number. */
export const firstRun: Measure = {
  name: "first-run",
  title: "From the start of navigation to the output of a first run, clicked as early as it works",
  async run(bench) {
    const measure = (options: object) =>
      bench.visits({ runAtOnce: CELLS.small, ...options }, ({ page }) => firstRunOf(page));
    const rows = (what: string, runs: FirstRun[], target?: string): Row[] => [
      { what: `HTML received${what}`, unit: "ms", samples: runs.map((run) => run.html) },
      { what: `first click that is heard${what}`, unit: "ms", samples: runs.map((run) => run.heard) },
      { what: `output${what}`, target, unit: "ms", samples: runs.map((run) => run.output) },
    ];
    const plain = await measure({});
    const slow = await measure({ throttle: FAST_4G });
    return {
      rows: [...rows("", plain, "under 1000 ms"), ...rows(", throttled", slow)],
      notes: [`throttled: ${FAST_4G.name}`],
    };
  },
};
