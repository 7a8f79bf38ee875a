import type { Page } from "@playwright/test";
import { type Bench, FAST_4G, type VisitOptions } from "../bench";
import type { Measure } from "../measure";
import { CELLS, codeOf } from "../notebook";
import { serveReference } from "../reference";
import { median } from "../statistics";

const firstOutput = (page: Page) =>
  page.evaluate(async () => (await window.stopwatch.early)?.output ?? Number.NaN);

/** Visits of two kinds in turn, so that whatever else the machine does slows down both. */
async function both(
  bench: Bench,
  one: VisitOptions,
  other: VisitOptions,
): Promise<[one: number[], other: number[]]> {
  const samples: [number[], number[]] = [[], []];
  for (let load = 0; load <= bench.loads; load += 1) {
    const pair = [
      await bench.visit(one, ({ page }) => firstOutput(page)),
      await bench.visit(other, ({ page }) => firstOutput(page)),
    ] as const;
    // The first visits only warm the browser up.
    if (load === 0) continue;
    samples[0].push(pair[0]);
    samples[1].push(pair[1]);
  }
  return samples;
}

/** How a first output compares with that of the least page that has an editor and a worker. */
export const coldPage: Measure = {
  name: "cold-page",
  title: "From the start of navigation to a first output, against a bare page with CodeMirror and a worker",
  async run(bench) {
    const code = await codeOf(bench, CELLS.small);
    const reference = await serveReference();
    try {
      const address = reference.address("codemirror", [CELLS.small], code);
      const runAtOnce = CELLS.small;
      const [ours, bare] = await both(bench, { runAtOnce }, { runAtOnce, address });
      const slow = { runAtOnce, throttle: FAST_4G };
      const [oursSlow, bareSlow] = await both(bench, slow, { ...slow, address });
      return {
        rows: [
          { what: "ours", unit: "ms", samples: ours },
          { what: "bare page", unit: "ms", samples: bare },
          { what: "ours against it", target: "1.3 x", unit: "x", samples: [median(ours) / median(bare)] },
          { what: "ours, throttled", unit: "ms", samples: oursSlow },
          { what: "bare page, throttled", unit: "ms", samples: bareSlow },
          {
            what: "ours against it, throttled",
            target: "1.5 x",
            unit: "x",
            samples: [median(oursSlow) / median(bareSlow)],
          },
        ],
        notes: [
          "bare page: CodeMirror 6 with TypeScript's colours, a worker with sucrase, nothing to read, gzip",
          `throttled: ${FAST_4G.name}`,
        ],
      };
    } finally {
      reference.close();
    }
  },
};
