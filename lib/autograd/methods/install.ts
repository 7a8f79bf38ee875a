import { Tensor } from "../tensor";

/** Gives tensors a group of methods. Each group installs its own, so that a small program can do without the others. */
export function install(methods: object): void {
  Object.assign(Tensor.prototype, methods);
}
