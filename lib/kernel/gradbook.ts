/** The door of the autograd library's own bundle: what cells import from it, and how its objects are shown. */
import { nn, Tensor } from "../autograd";

export * as library from "../autograd";
export { tensorForm } from "./display/tensor";

/** The library's own words for its objects: a tensor or a module prints as PyTorch would print it. */
export function describe(value: object): string | undefined {
  if (value instanceof Tensor) return value.toString();
  return value instanceof nn.Module ? value.toString() : undefined;
}
