import type { Page } from "@playwright/test";
import { type Bench, FAST_4G, type Visit, type VisitOptions } from "../bench";
import type { Measure, Row } from "../measure";
import { settled } from "../notebook";

interface Paint {
  paint: number;
  contentful: number;
  largest: number;
}

const entry = (page: Page, name: string) =>
  page.evaluate((wanted) => performance.getEntriesByName(wanted)[0]?.startTime ?? 0, name);

async function paintOf(page: Page): Promise<Paint> {
  // Asked from here: without scripts the page cannot wait for itself.
  while ((await entry(page, "first-contentful-paint")) === 0) await page.waitForTimeout(20);
  await page.waitForLoadState("networkidle");
  return {
    paint: await entry(page, "first-paint"),
    contentful: await entry(page, "first-contentful-paint"),
    // Nor has it a stopwatch then.
    largest: await page.evaluate(() => window.stopwatch?.largestPaint() ?? Number.NaN),
  };
}

const paints = (bench: Bench, options: VisitOptions) => bench.visits(options, ({ page }) => paintOf(page));

/** Milliseconds for which scripts are held back in the visits that show whether the text waits for them. */
const HELD = 2000;

async function weigh(bench: Bench, { page, requests }: Visit): Promise<Row[]> {
  await settled(page);
  const kinds = { HTML: "document", "style sheets": "stylesheet", fonts: "font" };
  return Object.entries(kinds).map(([what, kind]): Row => {
    const urls = requests
      .filter((request) => request.resourceType() === kind)
      .map((request) => request.url());
    // Fonts are packed already.
    const size = (url: string) =>
      kind === "font" ? (bench.site.file(url)?.length ?? 0) / 1000 : bench.site.gzip(url);
    const files = `${urls.length} file${urls.length === 1 ? "" : "s"}`;
    const packed = kind === "font" ? "as they are" : "gzip -9";
    return {
      what: `weight: ${what}, ${files}, ${packed}`,
      unit: "kB",
      samples: [urls.reduce((sum, url) => sum + size(url), 0)],
    };
  });
}

/** When there is something to read, and what it weighs. */
export const paint: Measure = {
  name: "paint",
  title: "First paint, from the start of navigation",
  async run(bench) {
    const plain = await paints(bench, {});
    const without = await paints(bench, { javaScript: false });
    const held = await paints(bench, { holdScripts: HELD });
    const slow = await paints(bench, { throttle: FAST_4G });
    return {
      rows: [
        { what: "first paint", unit: "ms", samples: plain.map((one) => one.paint) },
        { what: "first contentful paint", unit: "ms", samples: plain.map((one) => one.contentful) },
        { what: "largest contentful paint", unit: "ms", samples: plain.map((one) => one.largest) },
        {
          what: "first contentful paint, JavaScript off",
          target: "there is one",
          unit: "ms",
          samples: without.map((one) => one.contentful),
        },
        {
          what: `first contentful paint, scripts held back ${HELD / 1000} s`,
          target: "waits for none",
          unit: "ms",
          samples: held.map((one) => one.contentful),
        },
        {
          what: "first contentful paint, throttled",
          unit: "ms",
          samples: slow.map((one) => one.contentful),
        },
        {
          what: "largest contentful paint, throttled",
          unit: "ms",
          samples: slow.map((one) => one.largest),
        },
        ...(await bench.visit({}, (visit) => weigh(bench, visit))),
      ],
      notes: [`throttled: ${FAST_4G.name}`],
    };
  },
};
