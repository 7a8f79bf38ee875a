import { editor, type IDisposable } from "monaco-editor/editor";
import type { TypedCell } from "../handle";
import { globalsOf, moduleOf } from "./cell-types";

type Defaults = typeof import("monaco-editor/languages/features/typescript/register")["typescriptDefaults"];

/** The library files that a cell sees: the language, without a page or a worker around it. */
const lib = ["lib.esnext.d.ts"];

/** Where the types of the library and of the cells stand for the service. */
const LIBRARY = "file:///library";
const CELLS = "file:///cells";

/**
 * TypeScript's own service for all cells: completion, hovers, signatures, formatting, errors. It is the heaviest
 * part of the editor (its worker is more than 1 MB to load), so it comes only when it is asked for.
 */
export class LanguageService {
  private started: Promise<Defaults> | undefined;
  private cells: readonly TypedCell[] = [];
  private readonly known = new Map<string, { text: string; added: IDisposable }>();

  /** @param loadTypes the types of the library, by path */
  constructor(private readonly loadTypes: () => Promise<Record<string, string>>) {}

  /** Starts the service; calling again is free, and after a failure it is tried again. */
  async start(): Promise<void> {
    this.started ??= this.load().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    this.tell(await this.started);
  }

  /** The notebook's cells as they stand, in its order. */
  know(cells: readonly TypedCell[]): void {
    this.cells = cells;
    void this.started?.then(
      (defaults) => this.tell(defaults),
      () => undefined,
    );
  }

  private tell(defaults: Defaults): void {
    const files = new Map(this.cells.map((cell) => [`${CELLS}/${cell.id}.ts`, moduleOf(cell)]));
    files.set(`${CELLS}/globals.d.ts`, globalsOf(this.cells, CELLS));
    for (const [path, { added }] of this.known) {
      if (files.has(path)) continue;
      added.dispose();
      this.known.delete(path);
    }
    for (const [path, text] of files) {
      if (this.known.get(path)?.text === text) continue;
      this.known.set(path, { text, added: defaults.addExtraLib(text, path) });
    }
  }

  private async load(): Promise<Defaults> {
    // Monaco sets the service up by itself at the first TypeScript text; here that text has been before the service.
    editor.createModel("", "typescript").dispose();
    const [service, mode, types] = await Promise.all([
      import("monaco-editor/languages/features/typescript/register"),
      import("monaco-editor/languages/features/typescript/tsMode"),
      this.loadTypes(),
    ]);
    const { typescriptDefaults, ScriptTarget, ModuleKind, ModuleResolutionKind } = service;
    typescriptDefaults.setCompilerOptions({
      target: ScriptTarget.ESNext,
      module: ModuleKind.ESNext,
      moduleResolution: ModuleResolutionKind.NodeJs,
      // A cell is a module even without an import: its names are its own, and it may await.
      moduleDetection: 3,
      allowNonTsExtensions: true,
      strict: false,
      noEmit: true,
      skipLibCheck: true,
      baseUrl: "file:///",
      paths: { gradbook: [`${LIBRARY}/autograd/index`] },
      lib,
    });
    // A name that its own cell does not use is there for the others: it is no suggestion to take it away.
    typescriptDefaults.setDiagnosticsOptions({ noSuggestionDiagnostics: true });
    for (const [path, text] of Object.entries(types))
      typescriptDefaults.addExtraLib(text, `${LIBRARY}/${path}`);
    mode.setupTypeScript(typescriptDefaults);
    return typescriptDefaults;
  }
}
