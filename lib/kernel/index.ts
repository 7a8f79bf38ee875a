export { Kernel, type KernelHost } from "./kernel";
export type { LoadPart } from "./parts";
