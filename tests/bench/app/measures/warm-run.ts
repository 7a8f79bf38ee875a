import type { Bench, LeftBehind } from "../bench";
import type { Measure } from "../measure";
import { CELLS, edited, runButton, settled } from "../notebook";
import { serveReference } from "../reference";
import type { Click } from "../stopwatch";

const CLICKS = 30;
/** Runs that are not counted: they start the kernel and its spare. */
const WARM_UP = 5;

/** Thirty lines with types, as a reader may write them. */
const LONG_CELL = `${`interface Point { x: number; y: number }
const add = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
let at: Point = { x: 0, y: 0 };
`}${Array.from({ length: 26 }, (_, line) => `at = add(at, { x: ${line} as number, y: 0.5 * at.x });\n`).join("")}print(at.x, at.y);`;

async function clicks(bench: Bench, left?: LeftBehind, address?: string): Promise<Click[]> {
  return bench.visit({ left, address }, async ({ page }) => {
    if (address === undefined) await settled(page, left);
    else await page.waitForLoadState("networkidle");
    const samples: Click[] = [];
    for (let click = 0; click < WARM_UP + CLICKS; click += 1) {
      const ended = page.evaluate((id) => window.stopwatch.nextEnd(id), CELLS.small);
      const measured = page.evaluate((id) => window.stopwatch.clickToOutput(id), CELLS.small);
      await runButton(page, CELLS.small).click();
      await ended;
      const sample = await measured;
      if (click >= WARM_UP) samples.push(sample);
    }
    return samples;
  });
}

/** How long a click on Run takes once the kernel is warm. */
export const warmRun: Measure = {
  name: "warm-run",
  title: "From a click on Run to the first of its output in the document, warm",
  async run(bench) {
    const changed = await edited(bench, { [CELLS.small]: LONG_CELL });
    const reference = await serveReference();
    const address = reference.address("codemirror", [CELLS.small], LONG_CELL);
    const bare = await clicks(bench, undefined, address).finally(() => reference.close());
    const heard = (samples: readonly Click[]) => samples.map((click) => click.heard);
    const made = (samples: readonly Click[]) => samples.map((click) => click.made);
    const long = await clicks(bench, changed);
    const target = "3 ms, p95 15";
    return {
      rows: [
        { what: "the author's first cell", target, unit: "ms", samples: heard(await clicks(bench)) },
        { what: "a changed cell of 30 lines of TypeScript", target, unit: "ms", samples: heard(long) },
        { what: "the same in a bare page with a worker", unit: "ms", samples: heard(bare) },
        { what: "ours, with the click's way to the page", unit: "ms", samples: made(long) },
        { what: "the bare page's, with that way", unit: "ms", samples: made(bare) },
      ],
      notes: ["a click counts from when the page hears of it; its way there is the browser's"],
    };
  },
};
