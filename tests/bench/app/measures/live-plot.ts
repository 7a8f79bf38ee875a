import type { Page } from "@playwright/test";
import type { Measure, Row } from "../measure";
import { CELLS, edited, printedNumber, run, settled } from "../notebook";
import type { Frames } from "../stopwatch";

const UPDATES = 400_000;
const ROUNDS = 5;
/** How many times slower the slow processor is. */
const SLOWER = 4;

/** The chapter's training, for longer; prints the milliseconds that it took. */
const training = (plotted: boolean) => `${
  plotted
    ? `const benchCurve = livePlot({
  title: "Loss",
  x: { label: "updates", type: "log" },
  y: { label: "loss", type: "log" },
});
`
    : "let benchLast = 0;\n"
}const ${plotted ? "plotted" : "bare"}Began = performance.now();
train(0.5, ${UPDATES}, (updates, loss) => {
  ${plotted ? "benchCurve.add(updates, loss);" : "benchLast = loss;"}
});
print(performance.now() - ${plotted ? "plotted" : "bare"}Began);`;

/** A million points of noise, which nothing but the plot has to do with. */
const MILLION = `const millionCurve = livePlot({ title: "noise" });
const millionBegan = performance.now();
for (let i = 0; i < 1_000_000; i++) millionCurve.add(i, Math.sin(i / 5e4) + (i % 97) / 97);
print(performance.now() - millionBegan);`;

/** Whether a live plot is live, and what it costs the program that feeds it. */
export const livePlot: Measure = {
  name: "live-plot",
  title: `A live plot of ${UPDATES.toLocaleString("en")} updates of training`,
  async run(bench) {
    // The third cell trains without a plot; the cells between define the network, and stay the author's.
    const left = await edited(bench, {
      [CELLS.train]: training(true),
      [CELLS.third]: training(false),
      [CELLS.small]: MILLION,
    });
    const frames: Frames[] = [];
    const plotted: number[] = [];
    const bare: number[] = [];
    const ratios: number[] = [];
    const million: number[] = [];
    await bench.visit({ left, withoutCopy: true }, async ({ page }) => {
      await settled(page, left);
      for (const cell of ["net", "program", "loop"]) await run(page, cell);
      const alone = async () => {
        await run(page, CELLS.third);
        return printedNumber(page, CELLS.third);
      };
      const withPlot = async () => {
        const seen = page.evaluate((id) => window.stopwatch.frames(id), CELLS.train);
        await run(page, CELLS.train);
        return { frames: await seen, time: await printedNumber(page, CELLS.train) };
      };
      // The first round loads what draws.
      await withPlot();
      for (let round = 0; round < ROUNDS; round += 1) {
        // Before and after: what else the machine does changes by the second.
        const before = await alone();
        const one = await withPlot();
        const after = await alone();
        frames.push(one.frames);
        plotted.push(one.time);
        bare.push(before, after);
        ratios.push(one.time / ((before + after) / 2));
        await run(page, CELLS.small);
        million.push(await printedNumber(page, CELLS.small));
      }
    });
    return {
      rows: [
        ...frameRows(frames, "(60 /s)"),
        { what: "training with the plot", unit: "ms", samples: plotted },
        { what: "training without it", unit: "ms", samples: bare },
        { what: "with against without", target: "1.1 x", unit: "x", samples: ratios },
        { what: "adding a million points", unit: "ms", samples: million },
      ],
    };
  },
};

/** The same on a processor that is four times slower. */
export const livePlotSlow: Measure = {
  name: "live-plot-slow",
  title: "A live plot on a processor four times slower",
  async run(bench) {
    const left = await edited(bench, { [CELLS.train]: training(true) });
    const frames: Frames[] = [];
    await bench.visit({ left, withoutCopy: true }, async ({ page }) => {
      await settled(page, left);
      await slowDown(page);
      for (const cell of ["net", "program", "loop"]) await run(page, cell);
      for (let round = 0; round <= ROUNDS; round += 1) {
        const seen = page.evaluate((id) => window.stopwatch.frames(id), CELLS.train);
        await run(page, CELLS.train);
        frames.push(await seen);
      }
    });
    // The first round loads what draws.
    return { rows: frameRows(frames.slice(1), "30 /s") };
  },
};

/** Slows the processor down for the page and for its kernels, whose frames may live in processes of their own. */
async function slowDown(page: Page): Promise<void> {
  for (const target of [page, ...page.frames().slice(1)]) {
    try {
      const session = await page.context().newCDPSession(target);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    } catch {
      // A frame in the page's own process is slowed down with it.
    }
  }
}

function frameRows(frames: readonly Frames[], target: string): Row[] {
  const perSecond = (pick: (one: Frames) => number) => frames.map((one) => pick(one) / one.seconds);
  return [
    { what: "frames of the page", target, unit: "/s", samples: perSecond((one) => one.frames) },
    { what: "different pictures of the curve", unit: "/s", samples: perSecond((one) => one.pictures) },
    { what: "longest gap between frames", unit: "ms", samples: frames.map((one) => one.longestGap) },
  ];
}
