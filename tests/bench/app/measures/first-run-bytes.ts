import type { Bench, LeftBehind } from "../bench";
import type { Measure, Row } from "../measure";
import { CELLS, edited } from "../notebook";

interface Bytes {
  kB: number;
  requests: number;
  /** Beyond what every visit loads: the kernel and its parts. */
  files: string[];
}

/** All that has been asked for when the first output stands in the document. */
async function bytes(bench: Bench, cell: string, left?: LeftBehind): Promise<Bytes> {
  return bench.visit({ runAtOnce: cell, left }, async ({ page }) => {
    const urls = await page.evaluate(async () => {
      const run = await window.stopwatch.early;
      return window.stopwatch.requestsUntil(run?.output ?? 0);
    });
    const scripts = [...new Set(urls)].filter((url) => new URL(url).pathname.endsWith(".js"));
    const size = (url: string) => bench.site.gzip(url);
    return {
      kB: scripts.reduce((sum, url) => sum + size(url), 0),
      requests: urls.length + 1,
      files: scripts
        .filter((url) => !url.includes("/_next/"))
        .map((url) => `${url.split("/").at(-1)} ${size(url).toFixed(1)}`),
    };
  });
}

/** What has come over the line when a first run shows its output. */
export const firstRunBytes: Measure = {
  name: "first-run-bytes",
  title: "Asked for before the output of a first run, clicked as early as it works (JavaScript gzip -9)",
  async run(bench) {
    const changed = await edited(bench, { [CELLS.small]: "const answer: number = 6 * 7;\nprint(answer);" });
    const cases = {
      "the author's cell": await bytes(bench, CELLS.small),
      "a changed cell": await bytes(bench, CELLS.small, changed),
      "a cell with a plot": await bytes(bench, CELLS.plot),
    };
    const rows = Object.entries(cases).flatMap(([what, { kB, requests }]): Row[] => [
      { what: `JavaScript, ${what}`, target: "at most 230 kB", unit: "kB", samples: [kB] },
      { what: `requests, ${what}`, target: "at most 15", unit: "", samples: [requests] },
    ]);
    const notes = Object.entries(cases).map(
      ([what, { files }]) => `${what}: the page and ${files.join(", ")}`,
    );
    return { rows, notes: [...notes, "requests of every kind, the document's own among them"] };
  },
};
