import type { LearnerRealm, Reply } from "@/lib/exercise";
import type { Message } from "@/lib/protocol";
import type { Kernel } from "../../notebook/kernel-frame";
import { kernelSource } from "../../notebook/kernel-source";
import { loadRunning } from "../../notebook/running-loader";

type Loaded = Reply & { line?: number; column?: number };

/** A learner's realm that also tells when it is no more. */
export interface FrameRealm extends LearnerRealm {
  died: Promise<void>;
}

/** Starts a fresh kernel for one program. It ends with the signal. */
export async function startRealm(signal: AbortSignal): Promise<FrameRealm> {
  let ready: () => void = () => undefined;
  let dead: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const died = new Promise<void>((resolve) => {
    dead = resolve;
  });
  const waiting = new Map<string, { reply: Loaded; resolve(reply: Loaded): void }>();
  const { startKernel } = await loadRunning();
  const kernel: Kernel = await startKernel(
    kernelSource,
    {
      onReady: ready,
      onDeath: dead,
      onMessage: (message) => hear(message, waiting),
      // A check has a time limit of its own.
      onHold: () => undefined,
    },
    signal,
  );
  signal.addEventListener("abort", () => kernel.dispose());
  await Promise.race([started, died]);

  let count = 0;
  const execute = (cell: string, code: string): Promise<Loaded> =>
    new Promise((resolve) => {
      count += 1;
      const id = String(count);
      waiting.set(id, { reply: { kind: "value", value: undefined }, resolve });
      kernel.send({ type: "execute_request", id, cell, code, locale: "en", plain: true });
    });
  return {
    load: (code) => execute("answer", code),
    ask: (code) => execute(`ask-${count}`, code),
    died,
  };
}

function hear(message: Message, waiting: Map<string, { reply: Loaded; resolve(reply: Loaded): void }>): void {
  const one = "parent" in message ? waiting.get(message.parent) : undefined;
  if (!one || !("parent" in message)) return;
  if (message.type === "execute_result") {
    one.reply = { kind: "value", value: message.data["application/vnd.gradbook.plain+json"] };
  } else if (message.type === "error") {
    const place = message.traceback.find((frame) => frame.cell === message.cell);
    const missing = message.code === "undefined-name" ? message.details?.name : undefined;
    one.reply = {
      kind: "error",
      message: `${message.name}: ${message.message}`,
      ...(missing !== undefined && { missing }),
      ...(place && { line: place.line, column: place.column }),
    };
  } else if (message.type === "status" && message.state === "idle") {
    waiting.delete(message.parent);
    one.resolve(one.reply);
  }
}
