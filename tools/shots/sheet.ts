import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import type { Shot } from "./shot";

/** Pictures side by side on one sheet, as large as they are; wide ones at two thirds. */
const COLUMNS = { wide: { count: 3, width: 470 }, narrow: { count: 5, width: 350 } };

/** How many rows' worth of pictures one sheet has. */
const ROWS = { wide: 4, narrow: 3 };

/** Sheets with all pictures of one form, so that they can be compared at a glance. */
export async function writeSheets(
  browser: Browser,
  shots: readonly Shot[],
  folder: string,
  title: string,
): Promise<string[]> {
  const files: string[] = [];
  for (const form of new Set(shots.map((shot) => shot.form))) {
    const size = form.width > 700 ? "wide" : "narrow";
    const { count, width } = COLUMNS[size];
    const own = shots.filter((shot) => shot.form.name === form.name);
    const page = await browser.newPage({ viewport: { width: count * (width + 16) + 16, height: 600 } });
    for (let from = 0, number = 1; from < own.length; from += count * ROWS[size], number += 1) {
      const cells = own.slice(from, from + count * ROWS[size]).map(({ file, title: name }) => {
        const data = readFileSync(file).toString("base64");
        return `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${data}"></figure>`;
      });
      await page.setContent(`<!doctype html><meta charset="utf-8"><style>
        body { display: grid; grid-template-columns: repeat(${count}, ${width}px); gap: 16px; align-items: start; margin: 16px; background: #888; font: 12px sans-serif; }
        figure { margin: 0; } img { display: block; max-width: 100%; }
      </style>${cells.join("")}`);
      const path = join(folder, `sheet-${title}-${form.name}-${number}.png`);
      await page.screenshot({ path, fullPage: true });
      files.push(path);
    }
    await page.close();
  }
  return files;
}
