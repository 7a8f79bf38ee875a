import type { Bench, LeftBehind } from "../bench";
import type { Measure, Row } from "../measure";
import { CELLS, edited, run, runButton, settled } from "../notebook";

/** What goes wrong, each after a word that shows that it has begun; it is another word each time. */
const FAULTS: Readonly<Record<string, string>> = {
  "endless loop": "while (true) {}",
  "deep recursion, again and again":
    "const deeper = (n: number): number => deeper(n + 1) + 1;\nfor (;;) { try { deeper(0); } catch {} }",
  "promise storm":
    "const storm = (): Promise<void> => Promise.resolve().then(storm);\nfor (let i = 0; i < 1000; i++) storm();\nawait new Promise(() => {});",
  "1 GB of numbers":
    "const kept: Float64Array[] = [];\nfor (let i = 0; i < 128; i++) kept.push(new Float64Array(2 ** 20).fill(i));\nawait new Promise(() => {});",
};

/** Milliseconds for which each goes on. */
const LONG = 1500;

interface Sample {
  gap: number;
  stop: number;
  next: number;
}

async function faultsOf(bench: Bench, left: LeftBehind): Promise<Sample[]> {
  return bench.visit({ left }, async ({ page }) => {
    await settled(page, left);
    await run(page, CELLS.small);
    const samples: Sample[] = [];
    for (let round = 0; round <= bench.loads; round += 1) {
      const begun = page.evaluate((id) => window.stopwatch.nextOutput(id), CELLS.second);
      await page.evaluate(() => window.stopwatch.watchGaps());
      await runButton(page, CELLS.second).click();
      await begun;
      await page.waitForTimeout(LONG);
      const gap = await page.evaluate(() => window.stopwatch.longestGap());
      const ids = [CELLS.second, CELLS.small] as const;
      const times = await page.evaluate(([fault, other]) => window.stopwatch.stopThenRun(fault, other), ids);
      if (round > 0) samples.push({ gap, ...times });
    }
    return samples;
  });
}

/** How the page stands what cells can do to it. */
export const faults: Measure = {
  name: "faults",
  title: `Programs that never end, ${LONG / 1000} s each: the page's longest frame, Stop, and the next output`,
  async run(bench) {
    const rows: Row[] = [];
    for (const [what, program] of Object.entries(FAULTS)) {
      const left = await edited(bench, { [CELLS.second]: `print(Math.random());\n${program}` });
      const samples = await faultsOf(bench, left);
      rows.push(
        {
          what: `${what}: longest frame`,
          target: "at most 100 ms",
          unit: "ms",
          samples: samples.map(({ gap }) => gap),
        },
        {
          what: `${what}: from Stop to the stop`,
          target: "at most 100 ms",
          unit: "ms",
          samples: samples.map(({ stop }) => stop),
        },
        {
          what: `${what}: from Stop to another cell's output`,
          target: "at most 300 ms",
          unit: "ms",
          samples: samples.map(({ next }) => next),
        },
      );
    }
    return { rows };
  },
};
