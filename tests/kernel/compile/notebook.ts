import vm from "node:vm";
import { type CellRuntime, type CompiledCell, compileCell } from "../../../lib/kernel/compile";
import { Scope } from "../../../lib/kernel/scope";

// The test runner rewrites import(): this one is Node's own, so that stacks are those of the compiled text.
export const importModule = new vm.Script("(url) => import(url)", {
  importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}).runInThisContext() as (url: string) => Promise<{ default: (...parameters: unknown[]) => unknown }>;

let modules = 0;

/** The default export of a module given as a text, and the number by which stacks call that module. */
export async function importText(
  source: string,
): Promise<{ id: number; run: (...parameters: unknown[]) => unknown }> {
  const id = ++modules;
  const url = `data:text/javascript;charset=utf-8,${encodeURIComponent(source)}#${id}`;
  return { id, run: (await importModule(url)).default };
}

/** A small library, such as the kernel lends to cells. */
export const LIBRARY = {
  torch: { tanh: Math.tanh, version: "1" },
  nn: { Linear: class Linear {} },
  optim: { SGD: "sgd" },
  default: "the default",
};

const LIBRARIES: Record<string, object> = { gradbook: LIBRARY };

const runtime: CellRuntime = {
  module: (specifier) => {
    const found = LIBRARIES[specifier];
    if (!found) throw new Error(`no library ${specifier}`);
    return found;
  },
  import: async (specifier) => {
    const found = LIBRARIES[String(specifier)];
    if (!found) throw Object.assign(new TypeError(`no library ${specifier}`), { code: "unknown-module" });
    return found;
  },
};

/** A place in a cell, written `cell:line:column`. */
export type PlaceName = string;

/** Cells that run one after the other in one scope, as in the kernel, but without a kernel. */
export class TestNotebook {
  readonly scope = new Scope();
  /** What the cells printed. */
  readonly printed: unknown[][] = [];
  readonly #runs = new Map<number, { name: string; compiled: CompiledCell }>();

  compile(name: string, code: string): CompiledCell {
    return compileCell(
      code,
      this.scope.around(name, {
        isGlobal: (one) => one in globalThis,
        exportsOf: (specifier) => {
          const library = LIBRARIES[specifier];
          return library && Object.keys(library);
        },
      }),
    );
  }

  /** Runs a cell and gives the value that it shows, in an array so that a promise is not waited for. */
  async run(name: string, code: string): Promise<readonly [unknown] | undefined> {
    const compiled = this.compile(name, code);
    const { id, run } = await importText(compiled.source);
    this.#runs.set(id, { name, compiled });
    this.scope.begin(name, compiled);
    const { log } = console;
    console.log = (...values) => this.printed.push(values);
    try {
      return (await run(...this.scope.boxes(compiled), runtime)) as readonly [unknown] | undefined;
    } finally {
      console.log = log;
      this.scope.end(name);
    }
  }

  /** Where an error passed through cells, innermost first. */
  trace(error: unknown): PlaceName[] {
    const places: PlaceName[] = [];
    for (const match of String((error as Error).stack).matchAll(/#(\d+):(\d+):(\d+)\)?$/gm)) {
      const cell = this.#runs.get(Number(match[1]));
      if (!cell) continue;
      const { line, column } = cell.compiled.originalPosition(Number(match[2]), Number(match[3]));
      places.push(`${cell.name}:${line}:${column}`);
    }
    return places;
  }
}
