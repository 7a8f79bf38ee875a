import { Worker } from "node:worker_threads";
import type { Chapter } from "@/lib/content";
import { EMPTY_BOX, type OutputBox, receive } from "@/lib/notebook";
import type { Message, Output, PrecompiledCell } from "@/lib/protocol";

/** What a cell put out when the site was built. */
export interface CellRun {
  outputs: Output[];
  declares: string[];
  /** The cell as the kernel compiled it. */
  precompiled: PrecompiledCell | undefined;
}

/** A cell that failed, with the line of the cell on which it did. */
export interface CellFailure {
  cell: string;
  line: number;
  column: number;
  message: string;
}

/** Milliseconds that one cell may take. */
const BUDGET = 20_000;

/**
 * Runs a chapter's cells in order in a fresh kernel. Stops at the first that throws, does not end in time, or puts out
 * too much: what follows would stand on nothing.
 */
export async function runCells(
  chapter: Chapter,
  kernelFile: URL,
): Promise<{ runs: Record<string, CellRun>; failure: CellFailure | null }> {
  const worker = new Worker(kernelFile, { stdout: true, stderr: true });
  const runs: Record<string, CellRun> = {};
  try {
    for (const { id, code } of chapter.cells) {
      const { run, failure } = await runCell(worker, id, code, chapter.locale);
      if (failure) return { runs, failure };
      runs[id] = run;
    }
    return { runs, failure: null };
  } finally {
    await worker.terminate();
  }
}

function runCell(
  worker: Worker,
  cell: string,
  code: string,
  locale: Chapter["locale"],
): Promise<{ run: CellRun; failure: CellFailure | null }> {
  return new Promise((resolve) => {
    let box: OutputBox = EMPTY_BOX;
    let declares: string[] = [];
    let precompiled: PrecompiledCell | undefined;
    const finish = (failure: Omit<CellFailure, "cell"> | null) => {
      clearTimeout(timer);
      worker.off("message", onMessage);
      worker.off("error", onDeath);
      resolve({
        run: { outputs: [...box.outputs], declares, precompiled },
        failure: failure && { cell, ...failure },
      });
    };
    const onMessage = (message: Message) => {
      if (!("parent" in message)) return;
      switch (message.type) {
        case "status":
          if (message.state === "idle") finish(null);
          break;
        case "execute_input":
          break;
        case "execute_reply":
          ({ declares, precompiled } = message);
          break;
        case "error": {
          const place = message.traceback.find((frame) => frame.cell === cell);
          finish({
            line: place?.line ?? 1,
            column: place?.column ?? 1,
            message: `${message.name}: ${message.message}`,
          });
          break;
        }
        case "live_points":
          // The picture comes when the run has ended, and takes their place.
          break;
        default:
          box = receive(box, message);
          if (box.flooded)
            finish({ line: 1, column: 1, message: "The cell puts out more than the page takes." });
      }
    };
    const onDeath = (error: Error) =>
      finish({ line: 1, column: 1, message: `The kernel died: ${error.message}` });
    const timer = setTimeout(
      () => finish({ line: 1, column: 1, message: `The cell did not end within ${BUDGET / 1000} seconds.` }),
      BUDGET,
    );
    worker.on("message", onMessage);
    worker.on("error", onDeath);
    worker.postMessage({ type: "execute_request", id: cell, cell, code, locale });
  });
}
