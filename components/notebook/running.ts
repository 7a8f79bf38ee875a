/**
 * What a page needs once something runs, and not before: the way to a kernel, the checks of all that comes from it, what
 * that makes of the notebook, and what draws it. Loaded by `running-loader`.
 */
export { received } from "@/lib/notebook";
export { OutputList } from "../output/output-list";
export { startKernel } from "./kernel-frame";
