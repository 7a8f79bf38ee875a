import * as autograd from "../autograd";
import { Fragment } from "./display";
import { GraphOutput } from "./graph";

/** What cells may import, by specifier. */
export const LIBRARIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { gradbook: autograd };

/** Bundlers rename classes, but programs print their names: those by which a library exports them. */
function nameClasses(library: object): void {
  for (const [name, value] of Object.entries(library)) {
    if (typeof value === "object" && value !== null) nameClasses(value);
    else if (typeof value === "function" && /^[A-Z]/.test(name) && value.name !== name)
      Object.defineProperty(value, "name", { value: name, configurable: true });
  }
}
nameClasses(autograd);

/** A library by its specifier; only those above can be had. */
export function importLibrary(specifier: string): object {
  const library = Object.hasOwn(LIBRARIES, specifier) ? LIBRARIES[specifier] : undefined;
  if (!library) throw new UnknownModuleError(specifier);
  return library;
}

/** A cell asked for a library that there is not. */
class UnknownModuleError extends Error {
  override readonly name = "UnknownModuleError";
  readonly code = "unknown-module";
  readonly details: { module: string };
  constructor(specifier: string) {
    super(`There is no library "${specifier}". Cells can import: ${Object.keys(LIBRARIES).join(", ")}.`);
    this.details = { module: specifier };
  }
}

/** A library's own words for its objects: a tensor or a module prints as PyTorch would print it. */
export function describe(value: object): string | undefined {
  if (value instanceof autograd.Tensor) return value.toString();
  if (value instanceof autograd.nn.Module) return value.toString();
  if (value instanceof GraphOutput) return value.toString();
  if (value instanceof Fragment) return value.markup;
  return undefined;
}
