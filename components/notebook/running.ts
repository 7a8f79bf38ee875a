/**
 * What a page needs once something runs, and not before: the way to a kernel, the checks of all that comes from it, and
 * what draws that. Loaded by `running-loader`.
 */
export { OutputList } from "../output/output-list";
export { startKernel } from "./kernel-frame";
