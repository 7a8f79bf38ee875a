import { Worker } from "node:worker_threads";

/** Milliseconds without a sign of life after which nothing more is to be expected. */
const PATIENCE = 15_000;

/** Runs in a thread of its own: this one may have none left to speak. Written by hand, for it is no module of ours. */
const WATCH = `
const { parentPort } = require("node:worker_threads");
const { writeSync } = require("node:fs");
let timer;
parentPort.on("message", (sentence) => {
  clearTimeout(timer);
  if (sentence === null) return;
  timer = setTimeout(() => {
    writeSync(2, sentence + "\\n");
    process.kill(process.pid, "SIGKILL");
  }, ${PATIENCE});
});
`;

let watch: Worker | null = null;

/**
 * Does work that may never give the thread back. If it does not, there is no way on: the sentence is written, and the
 * process ends.
 *
 * @param sentence a problem's line, as the author is to read it
 */
export async function unlessEndless<Result>(sentence: string, work: () => Promise<Result>): Promise<Result> {
  if (!watch) {
    watch = new Worker(WATCH, { eval: true });
    // It need not keep the process waiting.
    watch.unref();
  }
  const alive = () => watch?.postMessage(sentence);
  alive();
  const beat = setInterval(alive, 1000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    watch?.postMessage(null);
  }
}
