import type { PlotModule } from "../plot";
import type { LibraryName } from "../protocol";

/** The compiler, which only changed cells need. */
export type Compiler = typeof import("./compiler");
/** The drawing half of lib/plot together with the real Plot. */
export type Drawing = typeof import("../plot/drawing") & { Plot: PlotModule };
/** The autograd library, and how its objects are shown. */
export type Gradbook = typeof import("./gradbook");

/** The parts of the kernel that are bundles of their own: each comes when a cell first needs it. */
export interface KernelParts extends Record<LibraryName, object> {
  compiler: Compiler;
  plot: Drawing;
  gradbook: Gradbook;
}

/** Loads a part; where that fails, the next call tries again. */
export type LoadPart = <Name extends LibraryName>(name: Name) => Promise<KernelParts[Name]>;
