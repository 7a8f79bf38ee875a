import type { LoadPart } from "@/lib/kernel";

/** The kernel's parts, without the page that hands them over in a browser. */
const PARTS = {
  compiler: () => import("@/lib/kernel/compiler"),
  gradbook: () => import("@/lib/kernel/gradbook"),
  plot: async () => ({
    Plot: await import("@observablehq/plot"),
    ...(await import("@/lib/plot/drawing")),
  }),
};

/** Loads parts of the kernel in Node. */
export const loadPart = ((name) => PARTS[name]()) as LoadPart;
