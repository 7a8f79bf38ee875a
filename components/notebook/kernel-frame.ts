import type { Hold } from "@/lib/notebook";
import { cleanTree } from "@/lib/plot";
import {
  type LibraryName,
  type LibraryReply,
  type Message,
  PROTOCOL_VERSION,
  parseMessage,
  type Request,
} from "@/lib/protocol";
import { nextFrame } from "../layout/next-frame";
import { openFrame } from "./frame";
import { Inbox } from "./inbox";
import { Pulse } from "./pulse";

/** One kernel: a sandboxed frame, the worker in it, and the port to that worker. */
export interface Kernel {
  send(request: Request): void;
  /** Ends the worker and everything it was doing, at once. */
  dispose(): void;
}

export interface KernelEvents {
  onReady(): void;
  onMessage(message: Message): void;
  /** Now and then, while a cell runs. */
  onHold(hold: Hold): void;
  /** The worker no longer lives. */
  onDeath(): void;
}

export interface KernelSource {
  /** The kernel's text. */
  loadKernel(): Promise<string>;
  /** What a kernel asks for when a cell needs it. */
  loadLibrary(name: LibraryName): Promise<string>;
}

/** Messages that may come in one. */
const TOGETHER = 4;
/** Milliseconds between two heartbeats. */
const HEARTBEAT = 500;
const seconds = (beats: number) => (beats * HEARTBEAT) / 1000;

/**
 * Starts a kernel. The worker is made inside a frame with an opaque origin and `default-src 'none'`, because a worker
 * from a file takes its policy from the file's HTTP headers, of which a static host sends none.
 */
export async function startKernel(
  source: KernelSource,
  events: KernelEvents,
  signal: AbortSignal,
): Promise<Kernel> {
  const opening = openFrame();
  const kernelText = await source.loadKernel().catch(async (error: unknown) => {
    (await opening).remove();
    throw error;
  });
  const frame = await opening;
  if (signal.aborted) {
    frame.remove();
    signal.throwIfAborted();
  }

  const kernel = new MessageChannel();
  const control = new MessageChannel();
  const pulse = new Pulse();
  const inbox = new Inbox({
    now: () => performance.now(),
    nextFrame,
    deliver: (message) => alive && events.onMessage(message),
  });
  /** The cell of each request: the kernel may speak of nothing else. */
  const asked = new Map<string, string>();
  let alive = true;
  let ready = false;
  let timer = 0;

  function die() {
    if (!alive) return;
    dispose();
    events.onDeath();
  }
  function dispose() {
    alive = false;
    window.clearInterval(timer);
    kernel.port1.close();
    control.port1.close();
    frame.remove();
  }

  control.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data !== "worker_error") pulse.frameAnswered();
    // A kernel that runs outlives the errors of its cells; one whose script fails never runs.
    else if (!ready) die();
  };
  kernel.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    // What belongs together comes together.
    for (const one of Array.isArray(data) ? data.slice(0, TOGETHER) : [data]) hear(one);
  };
  function hear(data: unknown): void {
    const message = parseMessage(data, cleanTree);
    if (!message || !alive) return;
    if ("parent" in message && asked.get(message.parent) !== message.cell) return;
    pulse.heard(message);
    if (message.type === "kernel_ready") {
      if (ready) return;
      ready = true;
      if (message.version === PROTOCOL_VERSION) events.onReady();
      else die();
    } else if (message.type === "library_request") {
      void source
        .loadLibrary(message.name)
        .then(
          (text): LibraryReply => ({ type: "library_reply", name: message.name, source: text }),
          (error: unknown): LibraryReply => ({
            type: "library_reply",
            name: message.name,
            error: String(error),
          }),
        )
        .then((reply) => alive && send(reply));
    } else if (message.type !== "pong") inbox.put(message);
  }

  // An opaque origin can only be addressed by "*"; the frame's document is ours and takes the first such message only.
  frame.contentWindow?.postMessage({ source: kernelText }, "*", [kernel.port2, control.port2]);
  timer = window.setInterval(() => {
    if (document.visibilityState === "hidden") return;
    const { alive, askKernel, unbroken, quiet } = pulse.beat();
    if (!alive) return die();
    if (unbroken > 0) events.onHold({ unbroken: seconds(unbroken), quiet: seconds(quiet) });
    control.port1.postMessage("ping");
    if (askKernel) send({ type: "ping", id: "pulse" });
  }, HEARTBEAT);

  function send(request: Request): void {
    if (request.type === "execute_request") asked.set(request.id, request.cell);
    kernel.port1.postMessage(request);
  }
  return { send, dispose };
}
