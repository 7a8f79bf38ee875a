import type { Page } from "@playwright/test";
import { type Bench, CHAPTER, type LeftBehind } from "./bench";

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

/** The text of one of the author's cells. */
export async function codeOf(bench: Bench, cell: string): Promise<string> {
  return bench.visit({}, async ({ page }) => (await page.locator(`#cell-${cell} code`).textContent()) ?? "");
}

/**
 * What a reader's browser keeps who has made the chapter one of `count` cells: by taking out the author's last ones, or
 * by adding others, with the given text, at the end.
 */
export async function rowOf(
  bench: Bench,
  count: number,
  code: string,
): Promise<{ cells: string[]; left: LeftBehind }> {
  return bench.visit({}, async ({ page }) => {
    await settled(page);
    const author = await page
      .locator("[data-cell]")
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.cell ?? ""));
    const added = Array.from(
      { length: Math.max(0, count - author.length) },
      (_, index) => `mine-${index + 1}`,
    );
    const anchor = author.at(-1) ?? "";
    const [, chapter = ""] = CHAPTER.split("/");
    const common = { chapter, base: "", revision: 1, savedAt: 0 };
    const records = [
      ...author.slice(count).map((cell) => ({ ...common, cell, text: "", removed: true })),
      ...added.map((cell, rank) => ({ ...common, cell, text: code, place: { anchor, side: "below", rank } })),
    ];
    await page.evaluate(async (all) => {
      const [known] = await indexedDB.databases();
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(known?.name ?? "");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("cells", "readwrite");
          for (const record of all) transaction.objectStore("cells").put(record);
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        };
      });
    }, records);
    const storage = await page.context().storageState({ indexedDB: true });
    const texts = Object.fromEntries(added.map((cell) => [cell, code]));
    return { cells: [...author.slice(0, count), ...added], left: { storage, texts } };
  });
}

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
