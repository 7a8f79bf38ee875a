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

/**
 * Fetches what running, editing and the explanation of errors will need, without running any code of it: a reader who then
 * loses the network can still do everything.
 */
export async function stockUp(locale: Locale): Promise<void> {
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
  const results = await Promise.allSettled(parts);
  if (results.every(({ status }) => status === "fulfilled")) document.documentElement.dataset.stocked = "";
}
