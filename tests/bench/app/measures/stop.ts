import type { Bench, LeftBehind } from "../bench";
import type { Measure } from "../measure";
import { CELLS, edited, run, runButton, settled } from "../notebook";

/** It says another word each time, so that its output is seen to come. */
const ENDLESS = "print(Math.random());\nwhile (true) {}";
/** Milliseconds for which the loop runs: time enough for a spare kernel to be there, and none at all. */
const LONG = 1000;
const SHORT = 0;

async function stops(bench: Bench, left: LeftBehind, patience: number): Promise<number[]> {
  return bench.visit({ left }, async ({ page }) => {
    await settled(page, left);
    await run(page, CELLS.small);
    const samples: number[] = [];
    for (let stop = 0; stop < bench.loads; stop += 1) {
      const looping = page.evaluate((id) => window.stopwatch.nextOutput(id), CELLS.second);
      await runButton(page, CELLS.second).click();
      await looping;
      await page.waitForTimeout(patience);
      const ids = [CELLS.second, CELLS.small] as const;
      samples.push(await page.evaluate(([loop, other]) => window.stopwatch.stopAndRun(loop, other), ids));
    }
    return samples;
  });
}

/** How soon the notebook works again after a program that never yields. */
export const stop: Measure = {
  name: "stop",
  title: "From a click on Stop in an endless loop to the output of another cell that is run at once",
  async run(bench) {
    const left = await edited(bench, { [CELLS.second]: ENDLESS });
    return {
      rows: [
        {
          what: `stopped ${LONG / 1000} s after the loop began`,
          target: "under 300 ms",
          unit: "ms",
          samples: await stops(bench, left, LONG),
        },
        {
          what: "stopped as soon as the loop began",
          target: "under 300 ms",
          unit: "ms",
          samples: await stops(bench, left, SHORT),
        },
      ],
    };
  },
};
