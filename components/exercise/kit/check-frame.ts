import { type Ask, parseVerdict, type Verdict } from "@/lib/exercise";
import { openFrame } from "../../notebook/frame";
import { loadCheckWorker } from "../../notebook/kernel-source";

/**
 * Starts a worker for a check, in a sandboxed frame of its own: the learner's program is never there. What comes back
 * runs the check, with somebody who asks the program.
 */
export async function startCheck(
  check: string,
  signal: AbortSignal,
): Promise<(ask: Ask) => Promise<Verdict>> {
  const [frame, source] = await Promise.all([openFrame(), loadCheckWorker()]);
  const worker = new MessageChannel();
  const control = new MessageChannel();
  const end = () => {
    worker.port1.close();
    control.port1.close();
    frame.remove();
  };
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  const ready = new Promise<void>((resolve) => {
    worker.port1.onmessage = () => resolve();
  });
  // An opaque origin can only be addressed by "*"; the frame's document is ours.
  frame.contentWindow?.postMessage({ source }, "*", [worker.port2, control.port2]);
  await ready;

  return (ask) =>
    new Promise((resolve, reject) => {
      worker.port1.onmessage = ({
        data,
      }: MessageEvent<{ type: string; code?: unknown; verdict?: unknown }>) => {
        if (data.type === "ask" && typeof data.code === "string") {
          void ask(data.code).then((reply) => worker.port1.postMessage({ reply }));
        } else if (data.type === "verdict") {
          const verdict = parseVerdict(data.verdict);
          if (verdict) resolve(verdict);
          else reject(new Error("The check came to no verdict."));
        }
      };
      worker.port1.postMessage({ check });
    });
}
