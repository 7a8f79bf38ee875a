/** The door of the autograd library's own bundle: what cells import from it, and how its objects are shown. */
import { nn, Tensor } from "../autograd";
import type { RichForms } from "./display";
import { tensorForm } from "./display/tensor";
import { GraphOutput } from "./graph";

export * as library from "../autograd";
export { graphOf } from "./graph";

/** The library's own words for its objects: a tensor or a module prints as PyTorch would print it. */
export function describe(value: object): string | undefined {
  if (value instanceof Tensor) return value.toString();
  if (value instanceof nn.Module) return value.toString();
  return value instanceof GraphOutput ? value.toString() : undefined;
}

/** What a tensor or a graph is beyond its words. */
export function richForm(value: unknown): RichForms | undefined {
  const graph = GraphOutput.dataOf(value);
  return graph ? { "application/vnd.gradbook.graph+json": graph } : tensorForm(value);
}
