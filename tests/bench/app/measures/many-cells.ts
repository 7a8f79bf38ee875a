import type { Page } from "@playwright/test";
import type { Bench } from "../bench";
import type { Measure, Row } from "../measure";
import { CELLS, codeOf, rowOf, runButton, settled } from "../notebook";
import { serveReference } from "../reference";
import { median } from "../statistics";

const MANY = 50;
const COUNTS = [1, 2, 3, MANY];
const CLICKS = 15;
const WARM_UP = 5;
/** Cells that are edited one after the other. */
const EDITED = 8;

async function early(page: Page): Promise<{ heard: number; output: number }> {
  return page.evaluate(
    async () => (await window.stopwatch.early) ?? { heard: Number.NaN, output: Number.NaN },
  );
}

/** The JavaScript heap once what is no longer needed has been given back, in MB. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}

async function clicksOf(page: Page, cell: string): Promise<number[]> {
  const samples: number[] = [];
  for (let click = 0; click < WARM_UP + CLICKS; click += 1) {
    const ended = page.evaluate((id) => window.stopwatch.nextEnd(id), cell);
    const measured = page.evaluate((id) => window.stopwatch.clickToOutput(id), cell);
    await runButton(page, cell).click();
    await ended;
    const sample = await measured;
    if (click >= WARM_UP) samples.push(sample.heard);
  }
  return samples;
}

/** Opens the editors of some cells, as a reader does who edits one after the other. */
async function editorsAlive(page: Page, cells: readonly string[]): Promise<number> {
  for (const cell of cells.slice(0, EDITED)) {
    const code = page.locator(`#cell-${cell} [data-code]`);
    await code.focus();
    await page.keyboard.press("Enter");
    await page.locator(`#cell-${cell} .monaco-editor`).first().waitFor();
  }
  return page.locator(".monaco-editor[role=code]").count();
}

async function rowsOf(bench: Bench, count: number, code: string): Promise<{ rows: Row[]; output: number }> {
  const { cells, left } = await rowOf(bench, count, code);
  const first = cells[0] ?? "";
  const last = cells.at(-1) ?? "";
  const runs = await bench.visits({ left, runAtOnce: last }, ({ page }) => early(page));
  const what = count === 1 ? "1 cell" : `${count} cells`;
  const rows: Row[] = [
    { what: `${what}: output of the last`, unit: "ms", samples: runs.map(({ output }) => output) },
  ];
  const rest = await bench.visit({ left }, async ({ page }) => {
    await settled(page, left);
    return {
      heap: await heapOf(page),
      first: await clicksOf(page, first),
      last: await clicksOf(page, last),
      editors: count === MANY ? await editorsAlive(page, cells) : null,
    };
  });
  rows.push(
    { what: `${what}: heap before the first edit`, target: "at most 8 MB", unit: "MB", samples: [rest.heap] },
    { what: `${what}: from click to output, first cell`, unit: "ms", samples: rest.first },
    {
      what: `${what}: from click to output, last cell`,
      target: "as the first",
      unit: "ms",
      samples: rest.last,
    },
  );
  if (rest.editors !== null)
    rows.push({
      what: `editors alive after ${EDITED} cells were edited`,
      target: "at most 3",
      unit: "",
      samples: [rest.editors],
    });
  return { rows, output: median(runs.map(({ output }) => output)) };
}

/** Whether a page of many cells is as quick as one of few. */
export const manyCells: Measure = {
  name: "many-cells",
  title: "Pages of 1, 2, 3 and 50 cells",
  limit: 900,
  async run(bench) {
    const code = await codeOf(bench, CELLS.small);
    const rows: Row[] = [];
    let ours = Number.NaN;
    for (const count of COUNTS) {
      const measured = await rowsOf(bench, count, code);
      rows.push(...measured.rows);
      ours = measured.output;
    }
    const reference = await serveReference();
    try {
      const cells = Array.from({ length: MANY }, (_, index) => `plain-${index}`);
      const runAtOnce = cells.at(-1) ?? "";
      const address = reference.address("textareas", cells, code);
      const runs = await bench.visits({ runAtOnce, address }, ({ page }) => early(page));
      const plain = runs.map(({ output }) => output);
      rows.push(
        { what: `${MANY} textareas with a worker: output of the last`, unit: "ms", samples: plain },
        { what: `${MANY} cells against them`, target: "1.2 x", unit: "x", samples: [ours / median(plain)] },
      );
    } finally {
      reference.close();
    }
    return {
      rows,
      notes: [
        "the chapter with so many cells: some of the author's taken out, or a reader's own added to them",
      ],
    };
  },
};
