export { Kernel, type KernelHost } from "./kernel";
