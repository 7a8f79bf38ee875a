import type { Locator, Page } from "@playwright/test";
import { type Bench, FAST_4G, type VisitOptions } from "../bench";
import type { Measure, Row } from "../measure";
import { CELLS, runButton, settled } from "../notebook";
import type { Shift } from "../stopwatch";

/** Milliseconds after which nothing that was set in motion moves any more. */
const CALM = 700;

/** So many of a phase's largest shifts are named, unless they are too small for the eye. */
const NAMED = 2;
const TINY = 0.0005;

type Phases = Record<string, Shift[]>;

const press = (place: Locator, phone: boolean) => (phone ? place.tap() : place.click());

async function reading(page: Page, phone: boolean): Promise<Phases> {
  const shifts = async () => {
    await page.waitForTimeout(CALM);
    return page.evaluate(() => window.stopwatch.takeShifts());
  };
  async function runInView(cell: string): Promise<void> {
    await page.locator(`#cell-${cell}`).scrollIntoViewIfNeeded();
    await runButton(page, cell).evaluate((button) =>
      button.scrollIntoView({ block: "center", behavior: "instant" }),
    );
    const ended = page.evaluate((id) => window.stopwatch.nextEnd(id), cell);
    await press(runButton(page, cell), phone);
    await ended;
    await page.waitForTimeout(CALM);
  }

  const phases: Phases = {};
  await settled(page);
  phases["load and hydration"] = await shifts();
  await runInView(CELLS.small);
  phases["run of the first cell"] = await shifts();
  for (const cell of await page.locator("[data-cell]").all()) {
    await runInView((await cell.getAttribute("data-cell")) ?? "");
  }
  phases["run of every cell"] = await shifts();
  const code = page.locator(`#cell-${CELLS.small} [data-code]`);
  await code.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  await press(code, phone);
  await page.locator(`#cell-${CELLS.small} [data-code-host]`).waitFor();
  await page.waitForLoadState("networkidle");
  phases["opening the editor"] = await shifts();
  return phases;
}

const sum = (shifts: readonly Shift[]) => shifts.reduce((total, { value }) => total + value, 0);

async function rowsFor(
  bench: Bench,
  what: string,
  options: VisitOptions,
): Promise<{ rows: Row[]; notes: string[] }> {
  const phases = await bench.visit(options, ({ page }) => reading(page, options.phone ?? false));
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const [phase, shifts] of Object.entries(phases)) {
    const counted = shifts.filter((shift) => !shift.afterInput);
    rows.push({ what: `${what}: ${phase}`, target: "0", unit: "shift", samples: [sum(counted)] });
    if (sum(shifts) > sum(counted)) {
      rows.push({
        what: `${what}: ${phase}, with what came after input`,
        target: "0",
        unit: "shift",
        samples: [sum(shifts)],
      });
    }
    for (const shift of [...shifts].sort((a, b) => b.value - a.value).slice(0, NAMED)) {
      if (shift.value < TINY) continue;
      const when = shift.afterInput ? "after input" : "unasked";
      notes.push(`${what}, ${phase}: ${shift.value.toFixed(4)} ${when}: ${shift.what}`);
    }
  }
  return { rows, notes };
}

/** What moves on the page without having been moved. */
export const layoutShift: Measure = {
  name: "layout-shift",
  title: "Layout shift, summed (a shift within 0.5 s of a click does not count for the usual score)",
  async run(bench) {
    const parts = [
      await rowsFor(bench, "1440 wide", {}),
      await rowsFor(bench, "390 wide, touch", { phone: true }),
      await rowsFor(bench, "1440 wide, throttled", { throttle: FAST_4G }),
      await rowsFor(bench, "390 wide, touch, throttled", { phone: true, throttle: FAST_4G }),
    ];
    return { rows: parts.flatMap((part) => part.rows), notes: parts.flatMap((part) => part.notes) };
  },
};
