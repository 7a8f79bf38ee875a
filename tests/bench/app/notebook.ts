import type { Page } from "@playwright/test";
import type { Bench, LeftBehind } from "./bench";

/** The cells of the chapter that the bench runs. */
export const CELLS = {
  /** The first: a few lines of numbers, without any library. */
  small: "forward",
  /** The two below it. */
  second: "nudge",
  third: "by-hand",
  /** Draws a plot, and uses no name of another cell. */
  plot: "parabola",
  /** Trains with a live plot; needs the names of the cells before. */
  train: "train",
} as const;

/** Waits until nothing is being fetched any more, and the page has come alive and shows what was left behind. */
export async function settled(page: Page, left?: LeftBehind): Promise<void> {
  await page.waitForLoadState("load");
  await page.waitForLoadState("networkidle");
  await page.waitForFunction((cell) => window.stopwatch.alive(cell), CELLS.small);
  for (const [cell, text] of Object.entries(left?.texts ?? {})) {
    await page.waitForFunction(
      ([id, wanted]) => document.querySelector(`#cell-${id} code`)?.textContent === wanted,
      [cell, text] as const,
    );
  }
}

export function runButton(page: Page, cell: string) {
  return page.locator(`#cell-${cell} .run-button`);
}

/** Runs a cell by its button; ends when the run has. */
export async function run(page: Page, cell: string): Promise<void> {
  const ended = page.evaluate((id) => window.stopwatch.nextEnd(id), cell);
  await runButton(page, cell).click();
  await ended;
}

/** Everything that a cell has printed. */
export async function printed(page: Page, cell: string): Promise<string> {
  return (await page.locator(`#cell-${cell} .output-text`).allInnerTexts()).join("\n");
}

/** The one number that a cell has printed. */
export async function printedNumber(page: Page, cell: string): Promise<number> {
  const text = await printed(page, cell);
  const outputs = await page.locator(`#cell-${cell} .outputs`).textContent();
  if (!Number.isFinite(Number.parseFloat(text)))
    throw new Error(`Cell ${cell} printed no number: ${outputs}`);
  return Number.parseFloat(text);
}

/**
 * What a reader's browser keeps who has changed some cells: made by changing them in the page itself, in the plain text
 * field that small screens get. Later visits begin with it, and with an empty cache.
 */
export async function edited(bench: Bench, texts: Record<string, string>): Promise<LeftBehind> {
  return bench.visit({ phone: true }, async ({ page }) => {
    await settled(page);
    for (const [cell, text] of Object.entries(texts)) {
      const field = page.locator(`#cell-${cell} [data-code-host] textarea`);
      await page.locator(`#cell-${cell} [data-code]`).click();
      await field.fill(text);
    }
    const wanted = Object.values(texts).map((text) => JSON.stringify(text));
    for (;;) {
      const storage = await page.context().storageState({ indexedDB: true });
      const kept = JSON.stringify(storage);
      if (wanted.every((text) => kept.includes(text))) return { storage, texts };
      await page.waitForTimeout(50);
    }
  });
}
