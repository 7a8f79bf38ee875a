import { livePicture, type PlotModule, PlotOutput, wrapPlot } from "../plot";
import type { ErrorOutput, ExecuteRequest, Message } from "../protocol";
import { type CellRuntime, CellSyntaxError, type CompiledCell, compileCell } from "./compile";
import { createDisplay } from "./display";
import { describe, importLibrary, LIBRARIES } from "./libraries";
import { now } from "./primordials";
import { Run } from "./run";
import { Scope } from "./scope";
import { traceback } from "./traceback";

/** What a kernel needs of the place where it runs: a worker in a page, or Node at build time. */
export interface KernelHost {
  post(message: Message): void;
  /** Makes a module of a text: its address, which error stacks will name, and a way to load it. */
  module(source: string): { url: string; load(): Promise<{ default: unknown }>; release(): void };
  /** Loads the real Plot. */
  loadPlot(): Promise<PlotModule>;
  /** Whether live plots are wanted as pictures at the end of a run, as in saved outputs. */
  pictures: boolean;
}

/** A library that becomes a name of the notebook when a cell first mentions it. */
const PLOT = "Plot";
/** The owner of names that no cell defines. */
const BUILT_IN = "";

/** The value of a cell's last expression, in an array of one, or undefined when there is none to show. */
type Shown = [unknown] | undefined;

/** The platform's names. Plot is none of them, although every cell may use it: it is only loaded when one does. */
const platform = {
  isGlobal: (name: string) => name !== PLOT && name in globalThis,
  exportsOf: (specifier: string) => {
    const library = LIBRARIES[specifier];
    return library && Object.keys(library);
  },
};

/** What a compiled cell asks of the kernel. */
const runtime: CellRuntime = {
  module: importLibrary,
  // async, so that a refusal is a rejection, as it is of the platform's import().
  import: async (specifier) => importLibrary(String(specifier)),
};

/** Runs cells one after the other in one scope, and tells the page what comes of it. */
export class Kernel {
  private readonly scope = new Scope();
  /** Cells by the address of the module that was made of them. */
  private readonly modules = new Map<string, { cell: string; compiled: CompiledCell }>();
  private last: Promise<void> = Promise.resolve();
  private current: Run | null = null;
  private executionCount = 0;
  private plot: PlotModule | null = null;
  private locale: "zh" | "en" = "en";

  private readonly display = createDisplay(describe, [
    (value) =>
      value instanceof PlotOutput
        ? { "application/vnd.gradbook.plot+json": value.toData(this.locale) }
        : undefined,
  ]);

  constructor(private readonly host: KernelHost) {}

  /** The names that every cell may use without an import. */
  globals(): Record<string, unknown> {
    const print = (...values: unknown[]) => this.current?.print(values);
    const complain = (...values: unknown[]) => this.current?.print(values, "stderr");
    return {
      print,
      display: (value: unknown) => this.current?.show(value),
      livePlot: (options?: unknown) => {
        if (!this.current) throw new Error("livePlot: no cell is running");
        return this.current.livePlot(options);
      },
      console: {
        log: print,
        info: print,
        debug: print,
        warn: complain,
        error: complain,
        table: print,
        dir: print,
      },
    };
  }

  /** Runs a cell after all that were asked for before it. */
  execute(request: ExecuteRequest): Promise<void> {
    this.last = this.last.then(() => this.run(request));
    return this.last;
  }

  /** An error that no cell waits for any more: a rejected promise, a timer's callback. */
  stray(error: unknown): void {
    const output = this.errorOutput(error);
    const cell = output.traceback[0]?.cell ?? this.current?.cell;
    const request = this.current?.request;
    if (cell && request) this.host.post({ ...output, parent: request, cell: this.current?.cell ?? cell });
  }

  private async run({ id, cell, code, locale }: ExecuteRequest): Promise<void> {
    const { post } = this.host;
    const reply = { parent: id, cell };
    this.executionCount += 1;
    const executionCount = this.executionCount;
    this.locale = locale;
    const run = new Run(id, cell, post, this.display, this.host.pictures);
    this.current = run;
    let compiled: CompiledCell | null = null;
    let status: "ok" | "error" = "ok";
    let started = now();
    post({ ...reply, type: "status", state: "busy" });
    post({ ...reply, type: "execute_input", executionCount });
    try {
      compiled = compileCell(code, this.scope.around(cell, platform));
      await this.prepare(compiled);
      const evaluate = await this.load(cell, compiled);
      started = now();
      const value = await evaluate();
      run.end();
      if (value !== undefined)
        post({ ...reply, type: "execute_result", executionCount, data: this.display.bundle(value) });
    } catch (error) {
      status = "error";
      run.end();
      post({ ...reply, ...this.errorOutput(error, cell) });
    }
    const elapsed = now() - started;
    await this.pictures(run);
    post({
      ...reply,
      type: "execute_reply",
      status,
      executionCount,
      elapsed,
      declares: compiled?.declares.map((declared) => declared.name) ?? [],
      uses: compiled?.uses ?? [],
    });
    post({ ...reply, type: "status", state: "idle" });
  }

  /** Fetches what the cell needs beyond the kernel itself. */
  private async prepare({ uses }: CompiledCell): Promise<void> {
    if (!uses.includes(PLOT) || this.scope.ownerOf(PLOT) !== undefined) return;
    const library = wrapPlot(await this.realPlot());
    this.scope.begin(BUILT_IN, { declares: [{ name: PLOT, kind: "const" }], captures: [PLOT] });
    this.scope.box(PLOT).init = library;
    this.scope.end(BUILT_IN);
  }

  private async realPlot(): Promise<PlotModule> {
    this.plot ??= await this.host.loadPlot();
    return this.plot;
  }

  /** Makes a module of the cell; what comes back runs it. */
  private async load(cell: string, compiled: CompiledCell): Promise<() => Promise<Shown>> {
    const module = this.host.module(compiled.source);
    this.modules.set(module.url, { cell, compiled });
    const body = (await module.load()).default as (...parameters: unknown[]) => Shown | Promise<Shown>;
    module.release();
    return async () => {
      this.scope.begin(cell, compiled);
      try {
        return await body(...this.scope.boxes(compiled), runtime);
      } finally {
        this.scope.end(cell);
      }
    };
  }

  /** Sends live plots once more as pictures, where those are wanted. */
  private async pictures(run: Run): Promise<void> {
    for (const [displayId, data] of run.live) {
      const picture = livePicture(await this.realPlot(), data, { width: 688, locale: this.locale });
      this.host.post({
        parent: run.request,
        cell: run.cell,
        type: "display_data",
        displayId,
        data: {
          "text/plain": data.options.title ?? "",
          "application/vnd.gradbook.live+json": { ...data, picture },
        },
      });
    }
  }

  /** An engine's message names the boxes where the reader wrote names. */
  private readersNames(message: string, cell: string | undefined): string {
    const module = [...this.modules.values()].findLast((one) => one.cell === cell);
    return module ? module.compiled.originalNames(message) : message;
  }

  private errorOutput(error: unknown, cell?: string): ErrorOutput {
    if (error instanceof CellSyntaxError) {
      const { message, code, details, line, column } = error;
      const place = cell === undefined ? [] : [{ cell, name: "", line, column }];
      return { type: "error", name: "SyntaxError", message, code, details, traceback: place };
    }
    if (!(error instanceof Error)) {
      return { type: "error", name: "Error", message: this.display.text(error), traceback: [] };
    }
    const frames = traceback(String(error.stack ?? ""), (url, line, column) => {
      const module = this.modules.get(url);
      return module ? { cell: module.cell, ...module.compiled.originalPosition(line, column) } : null;
    });
    const output: ErrorOutput = {
      type: "error",
      name: String(error.name),
      message: this.readersNames(String(error.message), frames[0]?.cell),
      traceback: frames,
    };
    const { code, details } = error as { code?: unknown; details?: unknown };
    if (typeof code === "string") output.code = code;
    if (typeof details === "object" && details !== null) {
      output.details = Object.fromEntries(
        Object.entries(details).map(([key, value]) => [key, String(value)]),
      );
    }
    return output;
  }
}
