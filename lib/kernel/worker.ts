import { type LibraryName, type LibraryReply, PROTOCOL_VERSION, type Request } from "../protocol";
import { Kernel } from "./kernel";
import { paced } from "./pace";
import { pack } from "./pack";
import type { LoadPart } from "./parts";
import { boundPost, dataReader, now, prevent } from "./primordials";
import { together } from "./together";

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
  const send = paced(boundPost(port), now);
  const post = together(send, pack);
  const read = dataReader();
  const { createObjectURL, revokeObjectURL } = URL;
  const BlobConstructor = Blob;

  const address = (source: string) =>
    createObjectURL(new BlobConstructor([source], { type: "text/javascript" }));
  const importUrl = (url: string): Promise<unknown> => import(/* @vite-ignore */ url);
  const loading = new Map<LibraryName, { promise: Promise<unknown>; settle(reply: LibraryReply): void }>();

  /** A part of the kernel that the page hands over on demand; after a failure it is asked for anew. */
  function load(name: LibraryName): Promise<unknown> {
    const known = loading.get(name);
    if (known) return known.promise;
    let settle: (reply: LibraryReply) => void = () => undefined;
    const reply = new Promise<LibraryReply>((resolve) => {
      settle = resolve;
    });
    const promise = reply.then(({ source, error }) => {
      if (source !== undefined) return importUrl(address(source));
      loading.delete(name);
      throw new LibraryError(name, error ?? "");
    });
    loading.set(name, { promise, settle });
    post({ type: "library_request", name });
    return promise;
  }

  const kernel = new Kernel({
    post,
    load: load as LoadPart,
    forSaving: false,
    module(source) {
      const url = address(source);
      return {
        url,
        load: () => importUrl(url) as Promise<{ default: unknown }>,
        release: () => revokeObjectURL(url),
      };
    },
  });
  // A worker that closes itself is gone without a word to the page. Nothing else gives this method back to a cell.
  Reflect.deleteProperty(globalThis, "close");
  for (const [name, value] of Object.entries(kernel.globals())) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
  addEventListener("unhandledrejection", (event) => {
    prevent(event);
    void kernel.stray(event.reason);
  });
  addEventListener("error", (event) => {
    prevent(event);
    void kernel.stray(event.error ?? event.message);
  });

  port.onmessage = (event) => {
    const request = read(event) as Request;
    if (request.type === "execute_request") void kernel.execute(request);
    else if (request.type === "forget_cell") void kernel.forget(request.cell);
    else if (request.type === "library_reply") loading.get(request.name)?.settle(request);
    else if (request.type === "stream_request") kernel.sendRest(request);
    else if (request.type === "ping") post({ type: "pong", id: request.id });
  };
  post({ type: "kernel_ready", version: PROTOCOL_VERSION });
}

const PARTS: Record<LibraryName, string> = {
  compiler: "compiler",
  plot: "plotting library",
  gradbook: "autograd library",
};

/** The page could not hand over a part of the kernel, for example because the network is away. */
class LibraryError extends Error {
  override readonly name = "LibraryError";
  readonly code = "library-unavailable";
  readonly details: { library: string };
  constructor(library: LibraryName, reason: string) {
    super(`The ${PARTS[library]} could not be loaded. ${reason}`.trim());
    this.details = { library };
  }
}
