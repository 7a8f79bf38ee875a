import type { Measure, Row } from "../measure";
import { CELLS, edited, run, settled } from "../notebook";

const COUNTS: Readonly<Record<string, string | undefined>> = { 100000: "at most 250 ms", 1000000: undefined };

/** What many printed lines cost, and whether the page goes on meanwhile. */
export const lines: Measure = {
  name: "lines",
  title: "Lines printed one by one, from the click to the run's end",
  async run(bench) {
    const rows: Row[] = [];
    for (const [count, target] of Object.entries(COUNTS)) {
      const left = await edited(bench, {
        [CELLS.small]: `for (let i = 0; i < ${count}; i++) print("line", i);`,
      });
      const times: number[] = [];
      const gaps: number[] = [];
      const nodes: number[] = [];
      await bench.visit({ left }, async ({ page }) => {
        await settled(page, left);
        for (let round = 0; round <= bench.loads; round += 1) {
          await page.evaluate(() => window.stopwatch.watchGaps());
          const time = page.evaluate((id) => window.stopwatch.clickToEnd(id), CELLS.small);
          await run(page, CELLS.small);
          const took = await time;
          const gap = await page.evaluate(() => window.stopwatch.longestGap());
          // The first round starts the kernel.
          if (round === 0) continue;
          times.push(took);
          gaps.push(gap);
          nodes.push(await page.locator(`#cell-${CELLS.small} *`).count());
        }
      });
      const what = `${Number(count).toLocaleString("en")} lines`;
      rows.push(
        { what, target, unit: "ms", samples: times },
        { what: `${what}: longest frame`, target: "at most 100 ms", unit: "ms", samples: gaps },
        { what: `${what}: elements of the cell`, target: "at most 500", unit: "", samples: nodes },
      );
    }
    return { rows };
  },
};
