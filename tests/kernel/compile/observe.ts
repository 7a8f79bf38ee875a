import { transform } from "esbuild";
import { importText, TestNotebook } from "./notebook";

/** What a program told by calling `observe`, how it ended, and where its error was thrown and passed through. */
export interface Observed {
  told: unknown[];
  error?: string;
  places: string[];
}

declare global {
  /** For programs under test: notes what they see. */
  var observe: (...values: unknown[]) => void;
}

const text = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/** Runs a program as the only cell of a notebook. */
export async function observeCell(code: string): Promise<Observed> {
  const notebook = new TestNotebook();
  const told: unknown[] = [];
  globalThis.observe = (...values) => told.push(...values);
  let compiled: ReturnType<TestNotebook["compile"]> | undefined;
  try {
    compiled = notebook.compile("cell", code);
    await notebook.run("cell", code);
    return { told, places: [] };
  } catch (error) {
    const places = notebook.trace(error).map((place) => place.replace("cell:", ""));
    return { told, error: compiled ? compiled.originalNames(text(error)) : text(error), places };
  }
}

/** Runs the same program as a module of its own, its types taken out by esbuild. */
export async function observeModule(code: string): Promise<Observed> {
  const { code: plain } = await transform(code, {
    loader: "ts",
    target: "esnext",
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
  });
  return observePlain(plain);
}

/** Runs a program of plain JavaScript as a module. */
export async function observePlain(code: string): Promise<Observed> {
  const told: unknown[] = [];
  globalThis.observe = (...values) => told.push(...values);
  try {
    await importText(code);
    return { told, places: [] };
  } catch (error) {
    const places = [...String((error as Error).stack).matchAll(/#\d+:(\d+:\d+)\)?$/gm)].map(
      ([, at]) => at ?? "",
    );
    return { told, error: text(error), places };
  }
}
