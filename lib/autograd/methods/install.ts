import { Tensor } from "../tensor";

/** Gives tensors a group of methods. Each group installs its own, so that a small program can do without the others. */
export function install(methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(Tensor.prototype, name, { value, writable: true, configurable: true });
  }
}
