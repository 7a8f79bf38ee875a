import type { Tensor } from "../autograd";
import type { RichForms } from "./display";
import type { GraphOutput } from "./graph";
import type { Gradbook, LoadPart } from "./parts";

/** What cells may import. */
const SPECIFIERS = ["gradbook"] as const;

type Specifier = (typeof SPECIFIERS)[number];

function isSpecifier(text: string): text is Specifier {
  return (SPECIFIERS as readonly string[]).includes(text);
}

/** The libraries for cells. Each is fetched when the first cell imports it, and stays. */
export class Libraries {
  private readonly loaded: Partial<Record<Specifier, Gradbook>> = {};

  constructor(private readonly load: LoadPart) {}

  /** Fetches those of the libraries that are named and not yet here; names of others are left to who imports them. */
  async fetch(specifiers: Iterable<string>): Promise<void> {
    for (const specifier of specifiers) {
      if (isSpecifier(specifier)) this.loaded[specifier] ??= await this.load(specifier);
    }
  }

  /** Fetches what a text may import: nothing can be imported by `import … from` without being named in it. */
  fetchFor(code: string): Promise<void> {
    return this.fetch(SPECIFIERS.filter((specifier) => code.includes(specifier)));
  }

  /** The names that a library exports, once it has been fetched; undefined for one that there is not. */
  exportsOf(specifier: string): readonly string[] | undefined {
    const library = this.find(specifier)?.library;
    return library && Object.keys(library);
  }

  /** A library that has been fetched. Throws if there is none of that name. */
  module(specifier: string): object {
    const found = this.find(specifier);
    if (!found) throw new UnknownModuleError(specifier);
    return found.library;
  }

  /** A library, fetched if need be. Rejects if there is none of that name. */
  async import(specifier: string): Promise<object> {
    await this.fetch([specifier]);
    return this.module(specifier);
  }

  /** A library's own words for its objects; its objects cannot be there before itself. */
  describe(value: object): string | undefined {
    return this.loaded.gradbook?.describe(value);
  }

  /** What a library's object is beyond its words. */
  form(value: unknown): RichForms | undefined {
    return this.loaded.gradbook?.richForm(value);
  }

  /**
   * A tensor's graph, with the names that cells have for what is in it.
   *
   * @throws what `graphOf` throws; TypeError for what is no tensor
   */
  graph(of: Tensor, variables: Iterable<readonly [string, unknown]>): GraphOutput {
    // Without the library there are no tensors.
    if (!this.loaded.gradbook) throw new NotTensorError(of);
    return this.loaded.gradbook.graphOf(of, variables);
  }

  private find(specifier: string): Gradbook | undefined {
    return isSpecifier(specifier) ? this.loaded[specifier] : undefined;
  }
}

/** Something else was taken for a tensor. The library says the same of it, where it is there. */
class NotTensorError extends TypeError {
  readonly code = "not_tensor";
  readonly details: { op: string; got: string };
  constructor(given: unknown) {
    const got = typeof given;
    super(`graph: a tensor is needed, not ${got}; torch.tensor(…) makes one of numbers and arrays`);
    this.details = { op: "graph", got };
  }
}

/** A cell asked for a library that there is not. */
class UnknownModuleError extends Error {
  override readonly name = "UnknownModuleError";
  readonly code = "unknown-module";
  readonly details: { module: string };
  constructor(specifier: string) {
    super(`There is no library "${specifier}". Cells can import: ${SPECIFIERS.join(", ")}.`);
    this.details = { module: specifier };
  }
}
