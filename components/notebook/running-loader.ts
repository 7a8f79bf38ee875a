import { wasClickedEarly } from "./early";

type Running = typeof import("./running");

let loaded: Running | null = null;
let loading: Promise<Running> | null = null;

/** Loads what runs need. After a failure it can be asked for again. */
export function loadRunning(): Promise<Running> {
  loading ??= import("./running").then(
    (module) => {
      loaded = module;
      return module;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** What runs need, if it is there: it always is once a kernel has answered. */
export function running(): Running | null {
  return loaded;
}

// Whoever was faster than the page does not wait for React before it comes. A failure is met again, and said, by the run.
if (wasClickedEarly()) loadRunning().catch(() => undefined);
