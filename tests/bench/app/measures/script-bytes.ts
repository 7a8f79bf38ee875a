import type { Request } from "@playwright/test";
import type { Measure } from "../measure";
import { settled } from "../notebook";

/**
 * Strings that only our own code holds and that minifying keeps: attributes of cells, names under which things are
 * stored, addresses of the kernel and the editor. A file with any of them counts as ours, whole.
 */
const OURS = /data-cell|gradbook[:-]|vendor\/|useNotebook/;

/** Milliseconds without a request after which a page is taken to be idle for good. */
const QUIET = 3000;

const isScriptFile = (request: Request) => new URL(request.url()).pathname.endsWith(".js");

/** What a reader pays in JavaScript who only reads. */
export const scriptBytes: Measure = {
  name: "script-bytes",
  title: "JavaScript before the reader touches anything (gzip -9)",
  run: (bench) =>
    bench.visit({}, async ({ page, requests }) => {
      await settled(page);
      for (let seen = -1; seen !== requests.length; ) {
        seen = requests.length;
        await page.waitForTimeout(QUIET);
      }
      const files = requests.filter(isScriptFile);
      const stocking = await page.evaluate(
        (mark) => performance.timeOrigin + (performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN),
        "gradbook:stock-up",
      );
      const late = (request: Request) => request.timing().startTime >= stocking;
      const run = files.filter((request) => !late(request));
      const idle = files.filter(late);
      const urls = (some: Request[]) => [...new Set(some.map((request) => request.url()))];
      const size = (some: string[]) => [some.reduce((sum, url) => sum + bench.site.gzip(url), 0)];
      const isOurs = (url: string) => OURS.test(bench.site.file(url)?.toString() ?? "");
      const ours = urls(run).filter(isOurs);
      const theirs = urls(run).filter((url) => !isOurs(url));
      const named = (url: string) => `${url.split("/").at(-1)} ${bench.site.gzip(url).toFixed(1)}`;
      return {
        rows: [
          { what: "Next and React", target: "(about 135 kB)", unit: "kB", samples: size(theirs) },
          { what: "ours", target: "at most 35 kB", unit: "kB", samples: size(ours) },
          { what: "fetched ahead, when the page is at rest", unit: "kB", samples: size(urls(idle)) },
        ],
        notes: [
          `ours is a file that holds ${OURS.source}: ${ours.map(named).join(", ")}`,
          `the others: ${theirs.map(named).join(", ")}`,
          `when idle: ${urls(idle).map(named).join(", ") || "none"}`,
        ],
      };
    }),
};
