import type { PlotModule } from "../plot";
import { type LibraryReply, PROTOCOL_VERSION, type Request } from "../protocol";
import { Kernel } from "./kernel";
import { boundPost, dataReader } from "./primordials";

/**
 * The worker's entry: joins a kernel to the port that the page sends through the frame. The port stays in this
 * closure; everything a cell can reach of it goes through methods that were bound before any cell ran.
 */
addEventListener(
  "message",
  (event: MessageEvent) => {
    const [port] = event.ports;
    if (port) start(port);
  },
  { once: true },
);

function start(port: MessagePort): void {
  const post = boundPost(port);
  const read = dataReader();
  const { createObjectURL, revokeObjectURL } = URL;
  const BlobConstructor = Blob;
  let plot: { promise: Promise<PlotModule>; settle(reply: LibraryReply): void } | null = null;

  const address = (source: string) =>
    createObjectURL(new BlobConstructor([source], { type: "text/javascript" }));

  function loadPlot(): Promise<PlotModule> {
    if (plot) return plot.promise;
    let settle: (reply: LibraryReply) => void = () => undefined;
    const promise = new Promise<LibraryReply>((resolve) => {
      settle = resolve;
    }).then((reply) => {
      if (reply.source === undefined) {
        plot = null;
        throw new LibraryError(reply.error ?? "");
      }
      return import(/* @vite-ignore */ address(reply.source)) as Promise<PlotModule>;
    });
    plot = { promise, settle };
    post({ type: "library_request", name: "plot" });
    return promise;
  }

  const kernel = new Kernel({
    post,
    loadPlot,
    pictures: false,
    module(source) {
      const url = address(source);
      return {
        url,
        load: () => import(/* @vite-ignore */ url) as Promise<{ default: unknown }>,
        release: () => revokeObjectURL(url),
      };
    },
  });
  for (const [name, value] of Object.entries(kernel.globals())) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    kernel.stray(event.reason);
  });
  addEventListener("error", (event) => {
    event.preventDefault();
    kernel.stray(event.error);
  });

  port.onmessage = (event) => {
    const request = read(event) as Request;
    if (request.type === "execute_request") void kernel.execute(request);
    else if (request.type === "library_reply") plot?.settle(request);
    else if (request.type === "ping") post({ type: "pong", id: request.id });
  };
  post({ type: "kernel_ready", version: PROTOCOL_VERSION });
}

/** The page could not hand over a library, for example because the network is away. */
class LibraryError extends Error {
  readonly code = "library-unavailable";
  override readonly name = "LibraryError";
  constructor(reason: string) {
    super(`The plotting library could not be loaded. ${reason}`.trim());
  }
}
