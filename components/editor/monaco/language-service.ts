import { editor } from "monaco-editor/editor";

/** The library files that a cell sees: the language, without a page or a worker around it. */
const lib = ["lib.esnext.d.ts"];

let started: Promise<void> | undefined;

/**
 * Starts TypeScript's own service for all cells: completion, hovers, signatures, formatting, errors. It is the
 * heaviest part (its worker is more than 1 MB to load), so it comes only when it is asked for; calling again is free.
 */
export function startLanguageService(): Promise<void> {
  started ??= start().catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function start(): Promise<void> {
  // Monaco sets the service up by itself at the first TypeScript text; here that text has been before the service.
  editor.createModel("", "typescript").dispose();
  const [service, mode] = await Promise.all([
    import("monaco-editor/languages/features/typescript/register"),
    import("monaco-editor/languages/features/typescript/tsMode"),
  ]);
  const { typescriptDefaults, ScriptTarget, ModuleKind, ModuleResolutionKind } = service;
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    allowNonTsExtensions: true,
    strict: false,
    noEmit: true,
    lib,
  });
  mode.setupTypeScript(typescriptDefaults);
}
