import type { PlotModule } from "../plot";
import type { ErrorOutput, ExecuteRequest, Message, MimeBundle, PlainData, StreamRequest } from "../protocol";
import { Archive } from "./archive";
import { boundedBundle, boundedError } from "./bounds";
import { detailTexts } from "./details";
import { createDisplay, type Display, fragmentForms } from "./display";
import { engineError } from "./engine-errors";
import { cellGlobals } from "./globals";
import { describe, importLibrary, LIBRARIES } from "./libraries";
import { packValue } from "./pack";
import { type Runnable, surroundingsOf, toPrecompiled, usable } from "./precompiled";
import { now, slice } from "./primordials";
import { Run } from "./run";
import { assignsConstant, Scope } from "./scope";
import { keepDeepStacks, traceback } from "./traceback";

/** The compiler, which comes as a bundle of its own. */
export type Compiler = typeof import("./compiler");
/** The drawing half of lib/plot together with the real Plot, which come as a bundle of their own. */
export type Drawing = typeof import("../plot/drawing") & { Plot: PlotModule };
type CompiledCell = ReturnType<Compiler["compileCell"]>;

/** What a kernel needs of the place where it runs: a worker in a page, or Node at build time. */
export interface KernelHost {
  post(message: Message): void;
  /** Makes a module of a text: its address, which error stacks will name, and a way to load it. */
  module(source: string): { url: string; load(): Promise<{ default: unknown }>; release(): void };
  loadCompiler(): Promise<Compiler>;
  loadDrawing(): Promise<Drawing>;
  /** The build saves what cells compile to, and live plots as pictures of their end. */
  forSaving: boolean;
}

/** A name that every cell may use, defined when a cell first mentions it: its library is not loaded before. */
const PLOT = "Plot";
/** The owner of names that no cell defines. */
const BUILT_IN = "";
/** Width of a saved live plot in CSS pixels: the text column's. */
const SAVED_WIDTH = 672;

/** What is said of a picture that does not say what it shows. */
const NAMELESS = { zh: "没有标题的图", en: "A picture without a title" } as const;

/** Characters of one message with printed text. */
const MAX_PART = 4_000_000;
/** Characters of a stack that are read: its frames stand at its end, behind the message. */
const MAX_STACK = 50_000;

/** The value of a cell's last expression, in an array of one, or undefined when there is none to show. */
type Shown = [unknown] | undefined;

/** A cell that has been run: enough to find the reader's places in its stack. */
interface Ran {
  cell: string;
  compiled(): Promise<CompiledCell | null>;
}

const platform = {
  isGlobal: (name: string) => name !== PLOT && name in globalThis,
  exportsOf: (specifier: string) => {
    const library = LIBRARIES[specifier];
    return library && Object.keys(library);
  },
};

/** What a compiled cell asks of the kernel. */
const runtime: import("./compile").CellRuntime = {
  module: importLibrary,
  // async, so that a refusal is a rejection, as it is of the platform's import().
  import: async (specifier) => importLibrary(String(specifier)),
};

/** Runs cells one after the other in one scope, and tells the page what comes of it. */
export class Kernel {
  private readonly scope = new Scope();
  private readonly archive = new Archive();
  /** Cells by the address of the module that was made of them. */
  private readonly modules = new Map<string, Ran>();
  private last: Promise<void> = Promise.resolve();
  private current: Run | null = null;
  /** The last run of each cell. A map would hand the runs to whoever patches its methods. */
  private readonly runs = Object.create(null) as Record<string, Run>;
  private executionCount = 0;
  private drawing: Drawing | null = null;
  private locale: "zh" | "en" = "en";

  private readonly display: Display;

  constructor(private readonly host: KernelHost) {
    keepDeepStacks();
    const display = createDisplay(describe, [
      (value) => this.plotOf(value),
      (value) => fragmentForms(value, NAMELESS[this.locale]),
    ]);
    const { forSaving } = host;
    this.display = {
      ...display,
      bundle: (value) => {
        const bundle = boundedBundle(display.bundle(value));
        return forSaving ? withoutScripts(bundle) : bundle;
      },
    };
  }

  /** The names that every cell may use without an import. */
  globals(): Record<string, unknown> {
    return {
      ...cellGlobals(
        () => this.current,
        this.display,
        (value) => this.warn(value),
      ),
    };
  }

  /** Runs a cell after all that were asked for before it. */
  execute(request: ExecuteRequest): Promise<void> {
    this.last = this.runAfter(this.last, request);
    return this.last;
  }

  /** Sends what of a run's printed text the page was not sent, as far as it was kept. */
  sendRest({ parent, cell }: StreamRequest): void {
    const run = this.runs[cell];
    if (run?.request !== parent) return;
    const { text, missing } = run.streams.rest();
    let from = 0;
    do {
      const part = slice(text, from, from + MAX_PART);
      from += MAX_PART;
      this.host.post({ parent, cell, type: "stream_reply", text: part, missing, last: from >= text.length });
    } while (from < text.length);
  }

  /** Takes away what a cell defines, after all runs that were asked for before. */
  forget(cell: string): Promise<void> {
    this.last = this.forgetAfter(this.last, cell);
    return this.last;
  }

  private async forgetAfter(before: Promise<void>, cell: string): Promise<void> {
    await before;
    this.scope.forget(cell);
  }

  /** Awaits rather than `then`s: a cell may have patched the prototype of promises. Never rejects. */
  private async runAfter(before: Promise<void>, request: ExecuteRequest): Promise<void> {
    await before;
    const { post } = this.host;
    const reply = { parent: request.id, cell: request.cell };
    try {
      await this.run(request);
    } catch (error) {
      // A cell broke the built-ins that `run` itself uses: the page is to learn that the run is over all the same.
      post({ ...reply, ...(await this.errorOutput(error)) });
      const { executionCount } = this;
      post({
        ...reply,
        type: "execute_reply",
        status: "error",
        executionCount,
        elapsed: 0,
        declares: [],
        uses: [],
      });
    }
    post({ ...reply, type: "status", state: "idle" });
  }

  /** An error that no cell waits for any more (a rejected promise, a timer's callback): it is its cell's. */
  async stray(error: unknown): Promise<void> {
    const output = await this.errorOutput(error);
    const run = this.runs[output.traceback[0]?.cell ?? ""] ?? this.current;
    if (!run) return;
    run.flush();
    this.host.post({ ...output, parent: run.request, cell: run.cell });
  }

  private async run(request: ExecuteRequest): Promise<void> {
    const { id, cell, locale } = request;
    const { post, forSaving } = this.host;
    const reply = { parent: id, cell };
    this.executionCount += 1;
    const executionCount = this.executionCount;
    this.locale = locale;
    const run = new Run(request, post, this.display, this.archive, forSaving);
    this.current = run;
    this.runs[cell]?.streams.close();
    this.runs[cell] = run;
    let runnable: Runnable | null = null;
    let status: "ok" | "error" = "ok";
    let started = now();
    let elapsed = 0;
    post({ ...reply, type: "status", state: "busy" });
    post({ ...reply, type: "execute_input", executionCount });
    try {
      runnable = await this.compile(request);
      await this.prepare(runnable);
      const evaluate = await this.load(request, runnable);
      started = now();
      const shown = await evaluate();
      elapsed = now() - started;
      if (shown) this.warn(shown[0]);
      run.end();
      if (shown && shown[0] !== undefined) {
        const data = request.plain ? plainBundle(shown[0]) : this.display.bundle(shown[0]);
        post({ ...reply, type: "execute_result", executionCount, data });
      }
    } catch (error) {
      elapsed = now() - started;
      status = "error";
      run.end();
      post({ ...reply, ...(await this.errorOutput(error, cell)) });
    }
    if (forSaving) await this.pictures(run);
    post({
      ...reply,
      type: "execute_reply",
      status,
      executionCount,
      elapsed,
      declares: runnable?.declares.map((declared) => declared.name) ?? [],
      uses: runnable?.uses ?? [],
      ...(forSaving && runnable && { precompiled: toPrecompiled(runnable as CompiledCell) }),
    });
  }

  /** The cell as the build compiled it where that still fits, else compiled here. */
  private async compile({ cell, code, precompiled }: ExecuteRequest): Promise<Runnable> {
    const surroundings = this.scope.around(cell, platform);
    return (
      usable(precompiled, surroundings) ?? (await this.host.loadCompiler()).compileCell(code, surroundings)
    );
  }

  /** Fetches what the cell needs beyond the kernel itself. */
  private async prepare({ uses }: Runnable): Promise<void> {
    if (!uses.includes(PLOT) || this.scope.ownerOf(PLOT) !== undefined) return;
    const { Plot, wrapPlot } = await this.loadDrawing();
    this.scope.begin(BUILT_IN, { declares: [{ name: PLOT, kind: "const" }], captures: [PLOT] });
    this.scope.box(PLOT).init = wrapPlot(Plot);
    this.scope.end(BUILT_IN);
  }

  private async loadDrawing(): Promise<Drawing> {
    this.drawing ??= await this.host.loadDrawing();
    return this.drawing;
  }

  /** Makes a module of the cell; what comes back runs it. */
  private async load(
    { cell, code, precompiled }: ExecuteRequest,
    runnable: Runnable,
  ): Promise<() => Promise<Shown>> {
    const module = this.host.module(runnable.source);
    this.modules.set(module.url, {
      cell,
      // A saved cell comes without its map of places; compiled again, under the same assumptions, it has one.
      compiled: async () => {
        if ("originalPosition" in runnable) return runnable as CompiledCell;
        const again =
          precompiled &&
          (await this.host.loadCompiler()).compileCell(code, surroundingsOf(precompiled, platform.exportsOf));
        return again?.source === runnable.source ? again : null;
      },
    });
    const body = (await module.load()).default as (...parameters: unknown[]) => Shown | Promise<Shown>;
    module.release();
    return async () => {
      this.scope.begin(cell, runnable);
      try {
        return await body(...this.scope.boxes(runnable), runtime);
      } finally {
        this.scope.end(cell);
      }
    };
  }

  /** Sends live plots once more, with pictures of their end. */
  private async pictures(run: Run): Promise<void> {
    for (const [displayId, data] of run.live) {
      const { Plot, livePicture } = await this.loadDrawing();
      const picture = livePicture(Plot, data, { width: SAVED_WIDTH, locale: this.locale });
      this.host.post({
        parent: run.request,
        cell: run.cell,
        type: "update_display_data",
        displayId,
        data: {
          "text/plain": data.options.title ?? "",
          // The picture stands for the points, which would weigh many times as much.
          "application/vnd.gradbook.live+json": { ...data, series: [], picture },
        },
      });
    }
  }

  private plotOf(value: unknown): Pick<MimeBundle, "application/vnd.gradbook.plot+json"> | undefined {
    if (!this.drawing || !(value instanceof this.drawing.PlotOutput)) return undefined;
    return { "application/vnd.gradbook.plot+json": value.toData(this.locale) };
  }

  /** Prints what Plot complained about while it drew the plot that is to be shown. */
  private warn(value: unknown): void {
    if (!this.drawing || !(value instanceof this.drawing.PlotOutput)) return;
    for (const warning of value.warnings) this.current?.print([warning], "stderr");
  }

  /** What was thrown may be anything, even something that throws when it is looked at. */
  private async errorOutput(error: unknown, cell?: string): Promise<ErrorOutput> {
    try {
      return boundedError(await this.readError(error, cell));
    } catch {
      const message = "The value that was thrown cannot be read.";
      return { type: "error", name: "Error", message, code: "unreadable-error", traceback: [] };
    }
  }

  private async readError(error: unknown, cell: string | undefined): Promise<ErrorOutput> {
    if (!(error instanceof Error)) {
      return { type: "error", name: "Error", message: this.display.text(error), traceback: [] };
    }
    const { code, details, line, column } = error as Partial<
      Record<"code" | "details" | "line" | "column", unknown>
    >;
    const output: ErrorOutput = {
      type: "error",
      name: String(error.name),
      message: String(error.message),
      traceback: [],
    };
    if (typeof code === "string") output.code = code;
    if (typeof details === "object" && details !== null) {
      output.details = detailTexts(details);
    }
    // The compiler's errors carry the place themselves; it is another bundle's class.
    if (error instanceof SyntaxError && typeof line === "number" && cell !== undefined) {
      output.traceback = [{ cell, name: "", line: Number(line), column: Number(column) }];
      return output;
    }
    const frames = traceback(slice(String(error.stack ?? ""), -MAX_STACK), (url) => this.modules.has(url));
    for (const { url, name, ...place } of frames) {
      const ran = this.modules.get(url);
      const compiled = await ran?.compiled();
      if (!ran || !compiled) continue;
      // The engine names the boxes where the reader wrote names.
      if (output.traceback.length === 0) output.message = compiled.originalNames(output.message);
      output.traceback.push({ cell: ran.cell, name, ...compiled.originalPosition(place.line, place.column) });
    }
    if (output.code === undefined) Object.assign(output, languageError(error, output));
    return output;
  }
}

/** A value as data alone. */
function plainBundle(value: unknown): MimeBundle {
  return { "text/plain": "", "application/vnd.gradbook.plain+json": packValue(value) as PlainData };
}

/** The forms of a value that a page can draw without scripts. */
function withoutScripts(bundle: MimeBundle): MimeBundle {
  const { "application/vnd.gradbook.value+json": _tree, ...rest } = bundle;
  const tensor = rest["application/vnd.gradbook.tensor+json"];
  if (tensor) rest["application/vnd.gradbook.tensor+json"] = { ...tensor, heat: undefined };
  return rest;
}

/** What the page can explain of an error of the language itself. */
function languageError(error: unknown, { name, message }: ErrorOutput): Partial<ErrorOutput> | null {
  const known = engineError(name, message);
  if (known?.code === "constant-assigned" || !assignsConstant(error)) return known;
  // The engine speaks of the box; these are its words for a variable.
  return { code: "constant-assigned", message: "Assignment to constant variable." };
}
