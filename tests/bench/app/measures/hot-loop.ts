import type { Page } from "@playwright/test";
import type { Measure } from "../measure";
import { CELLS, edited, printedNumber, run, settled } from "../notebook";

const ITERATIONS = 50_000_000;
const ROUNDS = 7;

/** The loop over names with a prefix: no two cells are to define the same. */
const declarations = (prefix: string) => `let ${prefix}Sum = 0;\nconst ${prefix}Weight = 0.5;\n`;
const loop = (prefix: string, report: string) =>
  `const ${prefix}Began = performance.now();
for (let i = 0; i < ${ITERATIONS}; i++) ${prefix}Sum += i * ${prefix}Weight;
${report}(((performance.now() - ${prefix}Began) * 1e6) / ${ITERATIONS});`;

const MODULE = declarations("plain") + loop("plain", "postMessage");

/** The loop in a worker that is a plain module, on a page of its own. */
async function inModule(page: Page): Promise<number> {
  return page.evaluate(async (text) => {
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(url, { type: "module" });
    const time = await new Promise<number>((resolve) => {
      worker.addEventListener("message", (event: MessageEvent<number>) => resolve(event.data));
    });
    worker.terminate();
    return time;
  }, MODULE);
}

async function inCell(page: Page, cell: string): Promise<number> {
  await run(page, cell);
  return printedNumber(page, cell);
}

/** What sharing names between cells costs a loop that does nothing else. */
export const hotLoop: Measure = {
  name: "hot-loop",
  title: `A loop of ${ITERATIONS.toExponential(0)} iterations, time an iteration`,
  async run(bench) {
    const left = await edited(bench, {
      [CELLS.small]: declarations("own") + loop("own", "print"),
      [CELLS.second]: declarations("other"),
      [CELLS.third]: `const restarted = (otherSum = 0);\n${loop("other", "print")}`,
    });
    const reference: number[] = [];
    const own: number[] = [];
    const other: number[] = [];
    await bench.visit({ html: "<!doctype html><title>module</title>" }, ({ page: plain }) =>
      bench.visit({ left }, async ({ page }) => {
        await settled(page, left);
        await run(page, CELLS.second);
        for (let round = 0; round <= ROUNDS; round += 1) {
          const times = [
            await inModule(plain),
            await inCell(page, CELLS.small),
            await inCell(page, CELLS.third),
          ] as const;
          if (round === 0) continue;
          reference.push(times[0]);
          own.push(times[1]);
          other.push(times[2]);
        }
      }),
    );
    const ratio = (times: number[]) => times.map((time, round) => time / (reference[round] ?? Number.NaN));
    return {
      rows: [
        { what: "in a plain module worker", unit: "ns", samples: reference },
        { what: "over names of its own cell", unit: "ns", samples: own },
        { what: "over names of another cell", unit: "ns", samples: other },
        { what: "own cell against module", target: "1.2 x", unit: "x", samples: ratio(own) },
        { what: "other cell against module", target: "2 x", unit: "x", samples: ratio(other) },
      ],
    };
  },
};
