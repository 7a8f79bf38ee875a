/**
 * The script of the sandboxed frame in which a kernel's worker lives. The frame has an opaque origin and a policy of
 * its own, so the worker inherits both: no network, no storage, no page. All it does is start the worker with the
 * text and the port that the page sends, and answer the page's heartbeat from outside the worker's thread.
 */

interface Start {
  source?: string;
}

// Without the sandbox the worker would have the page's origin: then nothing is started.
if (self.origin !== "null") throw new Error("The kernel's frame must be sandboxed.");

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The frame inherits the page's demand for Trusted Types; its policy is made once, and lets one address through. */
function trusted(url: string): string {
  const { trustedTypes } = self as { trustedTypes?: TrustedTypes };
  return (
    trustedTypes
      ?.createPolicy("gradbook-kernel", { createScriptURL: (given) => given })
      .createScriptURL(url) ?? url
  );
}

// The page is this frame's parent; nobody else may start a worker here.
const { parent } = self as unknown as {
  parent: MessageEventSource & { postMessage(message: unknown, targetOrigin: string): void };
};

let worker: Worker | undefined;
/** Tells the page that the worker's script failed; called late, if it has not been told yet. */
let report: (() => void) | undefined;
let failed = false;

/** The worker of this frame; without a text, the one that there is. */
function workerOf(source: string | undefined): Worker | undefined {
  if (worker || source === undefined) return worker;
  worker = new Worker(trusted(URL.createObjectURL(new Blob([source], { type: "text/javascript" }))));
  worker.onerror = () => {
    failed = true;
    report?.();
  };
  return worker;
}

addEventListener("message", function start(event: MessageEvent<Start | "hello">) {
  if (event.source !== parent) return;
  if (event.data === "hello") {
    parent.postMessage("here", "*");
    return;
  }
  // The text may come ahead of the ports: then the kernel is there when they come.
  const started = workerOf(event.data.source);
  const [kernelPort, controlPort] = event.ports;
  if (!started || !kernelPort || !controlPort) return;
  removeEventListener("message", start);
  report = () => controlPort.postMessage("worker_error");
  if (failed) report();
  started.postMessage(null, [kernelPort]);
  controlPort.onmessage = (ping: MessageEvent<unknown>) => controlPort.postMessage(ping.data);
});
