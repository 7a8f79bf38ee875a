import type { Measure } from "../measure";
import { CELLS, edited, printedNumber, run, runButton, settled } from "../notebook";
import type { Frames } from "../stopwatch";

const UPDATES = 400_000;
const ROUNDS = 5;

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

/** Whether a live plot is live, and what it costs the program that feeds it. */
export const livePlot: Measure = {
  name: "live-plot",
  title: `A live plot of ${UPDATES.toLocaleString("en")} updates of training`,
  async run(bench) {
    // The third cell trains without a plot; the cells between define the network, and stay the author's.
    const left = await edited(bench, { [CELLS.train]: training(true), [CELLS.third]: training(false) });
    const frames: Frames[] = [];
    const plotted: number[] = [];
    const bare: number[] = [];
    await bench.visit({ left }, async ({ page }) => {
      await settled(page, left);
      for (const cell of ["net", "program", "loop"]) await run(page, cell);
      for (let round = 0; round <= ROUNDS; round += 1) {
        await run(page, CELLS.third);
        bare.push(await printedNumber(page, CELLS.third));
        const seen = page.evaluate((id) => window.stopwatch.frames(id), CELLS.train);
        const ended = page.evaluate((id) => window.stopwatch.nextEnd(id), CELLS.train);
        await runButton(page, CELLS.train).click();
        frames.push(await seen);
        await ended;
        plotted.push(await printedNumber(page, CELLS.train));
      }
    });
    // The first round loads what draws.
    for (const samples of [frames, plotted, bare]) samples.shift();
    const perSecond = (pick: (one: Frames) => number) => frames.map((one) => pick(one) / one.seconds);
    return {
      rows: [
        {
          what: "frames of the page",
          target: "(60 /s)",
          unit: "/s",
          samples: perSecond((one) => one.frames),
        },
        {
          what: "different pictures of the curve",
          unit: "/s",
          samples: perSecond((one) => one.pictures),
        },
        { what: "longest gap between frames", unit: "ms", samples: frames.map((one) => one.longestGap) },
        { what: "training with the plot", unit: "ms", samples: plotted },
        { what: "training without it", unit: "ms", samples: bare },
        {
          what: "with against without",
          unit: "x",
          samples: plotted.map((time, round) => time / (bare[round] ?? Number.NaN)),
        },
      ],
    };
  },
};
