import { setTimeout } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";
import type { Bench } from "../bench";
import type { Measure, Row } from "../measure";

/** How many times slower the slow processor is. */
const SLOWER = 4;
/** How often each thing is done, after once that only warms up. */
const ROUNDS = 2;
/** Moves of the pointer in one drag, and milliseconds from one to the next. */
const MOVES = 120;
const PACE = 1000 / 60;

/** What moves a figure: a press on Play, or a drag of so many pixels back and forth. */
interface Case {
  figure: string;
  state?: string;
  drag?: { what: string; by: number };
}

const CASES: readonly Case[] = [
  { figure: "descent", drag: { what: ".fig-handle", by: -220 } },
  { figure: "learning-rate", drag: { what: ".fig-slider input", by: 200 } },
  { figure: "learning-rate", state: "eta:0.9" },
  { figure: "batches", state: "samples:50000,size:256" },
  { figure: "derivatives", state: "f:sigmoid", drag: { what: ".fig-handle", by: 160 } },
  { figure: "forward", drag: { what: ".fig-entry", by: 200 } },
  { figure: "chain", state: "step:0" },
  { figure: "paths", state: "step:0" },
  { figure: "error-flow", state: "step:0" },
  { figure: "error-flow", drag: { what: ".fig-slider input", by: 120 } },
];

/** What was seen while a figure moved. */
interface Moved {
  /** Frames that showed something new, in a second. */
  rate: number;
  /** Milliseconds. */
  longest: number;
  /** Milliseconds of the page's main thread for each of those frames. */
  work: number;
}

/** Whether the figures are smooth while they are dragged or play, on a processor four times slower. */
export const figures: Measure = {
  name: "figures",
  title: "Figures that move, on a processor four times slower",
  limit: 900,
  async run(bench) {
    const rows: Row[] = [];
    for (const one of CASES) {
      const what = `${one.figure}, ${one.drag ? "dragged" : "playing"}`;
      const seen = await watched(bench, one);
      rows.push(
        { what: `${what}: new pictures`, target: "30 /s", unit: "/s", samples: seen.map(({ rate }) => rate) },
        { what: `${what}: longest frame`, unit: "ms", samples: seen.map(({ longest }) => longest) },
        { what: `${what}: work a frame`, target: "33 ms", unit: "ms", samples: seen.map(({ work }) => work) },
      );
    }
    return { rows };
  },
};

function watched(bench: Bench, { figure, state, drag }: Case): Promise<Moved[]> {
  const query = state === undefined ? "" : `?${figure}=${state}`;
  const address = `${bench.site.url}en/figure/${figure}/${query}`;
  return bench.visit({ address, withoutCopy: true }, async ({ page }) => {
    await page.locator('.fig[data-live="true"]').waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const seen: Moved[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const moved = await during(page, session, () => (drag ? dragged(page, session, drag) : played(page)));
      if (round > 0) seen.push(moved);
    }
    return seen;
  });
}

/** Looks at the frames on which something in the figure changes. */
async function during(page: Page, session: CDPSession, move: () => Promise<void>): Promise<Moved> {
  await page.evaluate(() => {
    const view = document.querySelector(".fig-view");
    if (!view) throw new Error("no figure");
    const times: number[] = [];
    let changed = false;
    const observer = new MutationObserver(() => {
      changed = true;
    });
    observer.observe(view, { attributes: true, characterData: true, childList: true, subtree: true });
    let watching = true;
    const frame = (now: number) => {
      if (changed) times.push(now);
      changed = false;
      if (watching) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, {
      framesSeen: () => {
        watching = false;
        observer.disconnect();
        return times;
      },
    });
  });
  const before = await busy(session);
  await move();
  const work = (await busy(session)) - before;
  const times: number[] = await page.evaluate("framesSeen()");
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return { rate: gaps.length / seconds, longest: Math.max(...gaps), work: (work * 1000) / times.length };
}

/** Seconds for which the page's main thread has been busy. */
async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}

async function played(page: Page): Promise<void> {
  // A figure that has not moved yet has nothing to go back to: its button says so, and does nothing.
  await page.locator(".fig-stepper .fig-button").first().dispatchEvent("click");
  await page.locator('.fig-stepper [data-main="true"]').click();
  await page.waitForTimeout(2_500);
  const playing = page.getByRole("button", { name: "Pause" });
  if ((await playing.count()) > 0) await playing.dispatchEvent("click");
}

/** There and back at a hand's pace: moves come when they come, whether or not the page has drawn the last one. */
async function dragged(
  page: Page,
  session: CDPSession,
  { what, by }: { what: string; by: number },
): Promise<void> {
  const box = await page.locator(what).first().boundingBox();
  if (!box) throw new Error(`there is no ${what}`);
  // A slider is taken where it stands.
  const at = await page
    .locator(what)
    .first()
    .evaluate((element) =>
      element instanceof HTMLInputElement ? Number(element.value) / Number(element.max || 1) : 0.5,
    );
  const [x, y] = [box.x + box.width * Math.min(0.98, Math.max(0.02, at)), box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const moves: Promise<unknown>[] = [];
  const start = performance.now();
  for (let i = 1; i <= MOVES; i += 1) {
    const along = x + (by * (1 - Math.cos((2 * Math.PI * i) / MOVES))) / 2;
    moves.push(
      session.send("Input.dispatchMouseEvent", {
        type: "mouseMoved",
        x: along,
        y,
        button: "left",
        buttons: 1,
      }),
    );
    await setTimeout(Math.max(0, start + i * PACE - performance.now()));
  }
  await Promise.all(moves);
  await page.mouse.up();
}
