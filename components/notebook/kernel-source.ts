import kernel from "@/.generated/kernel.json";
import vendor from "@/.generated/vendor.json";
import type { LibraryName } from "@/lib/protocol";
import { asset } from "../layout/site";
import { earlyKernel } from "./early";
import type { KernelSource } from "./kernel-frame";

/** Fetches a text once; a failure is forgotten, so that the next ask tries again. */
function once(path: string): () => Promise<string> {
  let text: Promise<string> | null = null;
  return () => {
    text ??= fetch(asset(path)).then((response) => {
      if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
      return response.text();
    });
    text.catch(() => {
      text = null;
    });
    return text;
  };
}

/** The worker in which the checks of programs run. */
export const loadCheckWorker = once(kernel.check);

const loadKernel = once(kernel.script);
const libraries: Record<LibraryName, () => Promise<string>> = {
  compiler: once(kernel.compiler),
  gradbook: once(kernel.gradbook),
  plot: once(vendor.plot),
};

/** Where this site's kernels come from. */
export const kernelSource: KernelSource = {
  loadKernel: () => earlyKernel()?.catch(loadKernel) ?? loadKernel(),
  loadLibrary: (name) => libraries[name](),
};
