import { type Locale, loadExplanations, loadReaderWords } from "@/lib/i18n";
import { LIBRARY_NAMES } from "@/lib/protocol";
import { loadKit } from "../exercise/kit";
import { loadProgressDialog } from "../exercise/log";
import { loadFiguresOf } from "../figures/kit/figure-shell";
import { loadGraphParts } from "../output/graph-loader";
import { loadInputs } from "../output/input-output";
import { loadMarkdown } from "../output/markdown-loader";
import { loadPlotTools } from "../output/plot-tools-loader";
import { loadRichOutput } from "../output/rich-loader";
import { loadDialogs } from "../reader/dialogs";
import { loadNotices } from "../reader/lazy";
import { loadDiff } from "./cell-changes";
import { kernelSource, loadCheckWorker } from "./kernel-source";
import { loadKeys } from "./key-sheet";
import { loadRunning } from "./running-loader";
import { loadCellEditor } from "./use-editing";

/** Milliseconds after the page has loaded before anything is fetched ahead: its own business comes first. */
const PATIENCE = 2000;

/** The moment at which that begins, for whoever measures the page. */
const STOCK_UP = "gradbook:stock-up";

/**
 * Fetches what running, editing and the explanation of errors will need, without running any code of it, once the
 * page is at rest: a reader who then loses the network can still do everything. Left out where the reader asks to
 * save data.
 *
 * @returns ends the waiting
 */
export function stockUp(locale: Locale): () => void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return () => undefined;
  let timer = 0;
  const fetchAll = () => {
    performance.mark(STOCK_UP);
    // A failure here is no event: whoever needs the file asks again, and says so if it cannot be had.
    const parts = [
      loadRunning(),
      kernelSource.loadKernel(),
      ...LIBRARY_NAMES.map(kernelSource.loadLibrary),
      import("../editor"),
      loadCellEditor(),
      loadKeys(),
      loadInputs(),
      loadRichOutput(),
      loadPlotTools(),
      loadMarkdown().then(({ fetchMarkdown }) => fetchMarkdown()),
      loadDiff(),
      loadGraphParts(),
      loadExplanations(locale),
      loadFiguresOf(document),
      loadKit(locale),
      loadProgressDialog(),
      loadDialogs(),
      loadNotices(),
      loadReaderWords(locale),
      import("./kept-outputs"),
      import("../exercise/kit/judge-program"),
      loadCheckWorker(),
    ];
    Promise.allSettled(parts).then((results) => {
      if (results.every(({ status }) => status === "fulfilled"))
        document.documentElement.dataset.stocked = "";
    });
  };
  const wait = () => {
    timer = window.setTimeout(() => {
      if ("requestIdleCallback" in window) requestIdleCallback(fetchAll);
      else fetchAll();
    }, PATIENCE);
  };
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
  return () => {
    window.removeEventListener("load", wait);
    window.clearTimeout(timer);
  };
}
