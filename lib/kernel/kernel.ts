import type { PlotsHost } from "../plot";
import type { ErrorOutput, ExecuteRequest, Message, MimeBundle, PlainData, StreamRequest } from "../protocol";
import { Archive } from "./archive";
import { boundedBundle, boundedError } from "./bounds";
import { type Assumptions, type Surroundings, stillHolds } from "./compile/surroundings";
import { detailTexts } from "./details";
import {
  createDisplay,
  type Display,
  Fragment,
  fragmentForms,
  imageForm,
  Markdown,
  markdownForm,
} from "./display";
import { engineError } from "./engine-errors";
import { cellGlobals } from "./globals";
import { culprit } from "./hints";
import { isInstance } from "./instance";
import { Libraries } from "./libraries";
import { packValue } from "./pack";
import type { Compiler, Drawing, LoadPart } from "./parts";
import { assumptionsOf, type Runnable, surroundingsOf, toPrecompiled, usable } from "./precompiled";
import { now, slice } from "./primordials";
import { Run } from "./run";
import { assignsConstant, Scope } from "./scope";
import { keepDeepStacks, traceback } from "./traceback";

type CompiledCell = ReturnType<Compiler["compileCell"]>;
type CellRuntime = import("./compile").CellRuntime;

/** What a kernel needs of the place where it runs: a worker in a page, or Node at build time. */
export interface KernelHost {
  post(message: Message): void;
  /** Makes a module of a text: its address, which error stacks will name, and a way to load it. */
  module(source: string): { url: string; load(): Promise<{ default: unknown }>; release(): void };
  load: LoadPart;
  /** The build saves what cells compile to, and live plots as pictures of their end. */
  forSaving: boolean;
}

/** Names that every cell may use, defined when a cell first mentions one: their library is not loaded before. */
const DRAWING_NAMES: readonly string[] = ["Plot", "plots"];
/** The owner of names that no cell defines. */
const BUILT_IN = "";
/** Bounds of the width that plots are drawn at, in CSS pixels: the text column's, and the smallest that axes fit into. */
const MOST_WIDTH = 672;
const LEAST_WIDTH = 240;

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
  code: string;
  compiled(): Promise<CompiledCell | null>;
}

/** Mistakes that may come of a promise which was taken for its value. */
const PROMISES: ReadonlySet<string> = new Set(["not-a-function", "not-iterable", "missing-value"]);

/** A cell's text, ready to be run again: as long as what it takes for granted holds, nothing has to be made anew. */
interface Ready {
  code: string;
  assumptions: Assumptions;
  runnable: Runnable;
  body: Body;
}

type Body = (...parameters: unknown[]) => Shown | Promise<Shown>;

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
  /** The last text of each cell that was run. */
  private readonly ready = Object.create(null) as Record<string, Ready>;
  private executionCount = 0;
  private drawing: Drawing | null = null;
  private readonly libraries: Libraries;
  /** What a compiled cell asks of the kernel. */
  private readonly runtime: CellRuntime;
  private readonly platform = {
    isGlobal: (name: string) => !DRAWING_NAMES.includes(name) && name in globalThis,
    exportsOf: (specifier: string) => this.libraries.exportsOf(specifier),
  };
  private locale: "zh" | "en" = "en";
  /** How wide plots are drawn, in CSS pixels. */
  private width = MOST_WIDTH;

  private readonly display: Display;

  constructor(private readonly host: KernelHost) {
    keepDeepStacks();
    const libraries = new Libraries(host.load);
    this.libraries = libraries;
    this.runtime = {
      module: (specifier) => libraries.module(specifier),
      // async, so that a refusal is a rejection, as it is of the platform's import().
      import: async (specifier) => libraries.import(String(specifier)),
    };
    const describe = (value: object) => {
      if (value instanceof Fragment) return value.markup;
      if (value instanceof Markdown) return value.source;
      return libraries.describe(value);
    };
    const display = createDisplay(describe, [
      (value) => this.plotOf(value),
      (value) => fragmentForms(value, NAMELESS[this.locale]),
      (value) => libraries.form(value),
      markdownForm,
      (value) => imageForm(value, NAMELESS[this.locale]),
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
        (of) => this.libraries.graph(of, this.variables()),
      ),
    };
  }

  /** What cells have defined, with its values. */
  private variables(): (readonly [string, unknown])[] {
    return this.scope.names().map((name) => [name, this.scope.box(name).v]);
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
    delete this.ready[cell];
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
    this.width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, request.width ?? MOST_WIDTH));
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
      const surroundings = this.scope.around(cell, this.platform);
      const known = this.ready[cell];
      const again = known?.code === request.code && stillHolds(known.assumptions, surroundings);
      runnable = again ? known.runnable : await this.compile(request, surroundings);
      await this.prepare(runnable);
      const body = again ? known.body : await this.load(request, runnable);
      started = now();
      const shown = await this.evaluate(cell, runnable, body);
      elapsed = now() - started;
      if (shown) this.warn(shown[0]);
      run.end();
      if (shown && shown[0] !== undefined) {
        const data = request.plain ? plainBundle(shown[0]) : this.display.bundle(shown[0]);
        run.note(shown[0], typeof shown[0] === "string" ? "" : data["text/plain"]);
        post({ ...reply, type: "execute_result", executionCount, data });
      }
      if (!forSaving) run.hint();
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
  private async compile(
    { code, precompiled }: ExecuteRequest,
    surroundings: Surroundings,
  ): Promise<Runnable> {
    return usable(precompiled, surroundings) ?? (await this.compileNow(code, surroundings));
  }

  /** The compiler checks imports against the libraries, so these must be here; all come at the same time. */
  private async compileNow(code: string, surroundings: Surroundings): Promise<CompiledCell> {
    const [{ compileCell }] = await Promise.all([this.host.load("compiler"), this.libraries.fetchFor(code)]);
    return compileCell(code, surroundings);
  }

  /** Fetches what the cell needs beyond the kernel itself. */
  private async prepare({ uses, imports }: Runnable): Promise<void> {
    await this.libraries.fetch(imports);
    // The helpers make tensors for models.
    if (uses.includes("plots")) await this.libraries.fetch(["gradbook"]);
    const ownerOf = (name: string) => this.scope.ownerOf(name);
    if (!DRAWING_NAMES.some((name) => uses.includes(name) && ownerOf(name) === undefined)) return;
    const wanted = DRAWING_NAMES.filter((name) => (ownerOf(name) ?? BUILT_IN) === BUILT_IN);
    const { Plot, wrapPlot, createPlots } = await this.loadDrawing();
    const defined: Record<string, () => unknown> = {
      Plot: () => wrapPlot(Plot, this.plotsHost),
      plots: () => createPlots(Plot, this.plotsHost),
    };
    const declares = wanted.map((name) => ({ name, kind: "const" as const }));
    this.scope.begin(BUILT_IN, { declares, captures: wanted });
    for (const name of wanted) this.scope.box(name).init = defined[name]?.();
    this.scope.end(BUILT_IN);
  }

  /** What the helpers ask of the library that cells compute with, which has been fetched for them. */
  private readonly plotsHost: PlotsHost = {
    locale: () => this.locale,
    width: () => this.width,
    tensor: (rows) => this.torch().tensor(rows),
    noGrad: (run) => this.torch().noGrad(run),
  };

  private torch(): typeof import("../autograd").torch {
    return (this.libraries.module("gradbook") as typeof import("../autograd")).torch;
  }

  private async loadDrawing(): Promise<Drawing> {
    this.drawing ??= await this.host.load("plot");
    return this.drawing;
  }

  /** Makes a module of the cell. */
  private async load({ cell, code, precompiled }: ExecuteRequest, runnable: Runnable): Promise<Body> {
    const module = this.host.module(runnable.source);
    this.modules.set(module.url, {
      cell,
      code,
      // A saved cell comes without its map of places; compiled again, under the same assumptions, it has one.
      compiled: async () => {
        if ("originalPosition" in runnable) return runnable as CompiledCell;
        const again =
          precompiled && (await this.compileNow(code, surroundingsOf(precompiled, this.platform.exportsOf)));
        return again?.source === runnable.source ? again : null;
      },
    });
    const body = (await module.load()).default as Body;
    module.release();
    const compiled = "originalPosition" in runnable ? (runnable as CompiledCell) : null;
    const assumptions = compiled?.assumptions ?? (precompiled && assumptionsOf(precompiled));
    if (assumptions) this.ready[cell] = { code, assumptions, runnable, body };
    return body;
  }

  private async evaluate(cell: string, runnable: Runnable, body: Body): Promise<Shown> {
    this.scope.begin(cell, runnable);
    try {
      return await body(...this.scope.boxes(runnable), this.runtime);
    } finally {
      this.scope.end(cell);
    }
  }

  /** Sends live plots once more, with pictures of their end. */
  private async pictures(run: Run): Promise<void> {
    for (const [displayId, data] of run.live) {
      const { Plot, savedLivePicture } = await this.loadDrawing();
      const picture = savedLivePicture(Plot, data, { width: MOST_WIDTH, locale: this.locale });
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
    if (!this.drawing || !isInstance(value, this.drawing.PlotOutput)) return undefined;
    const data = this.host.forSaving ? value.toSaved(this.locale) : value.toData(this.locale);
    return { "application/vnd.gradbook.plot+json": data };
  }

  /** Prints what Plot complained about while it drew the plot that is to be shown. */
  private warn(value: unknown): void {
    if (!this.drawing || !isInstance(value, this.drawing.PlotOutput)) return;
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
    let innermost: Ran | undefined;
    for (const { url, name, ...place } of frames) {
      const ran = this.modules.get(url);
      const compiled = await ran?.compiled();
      if (!ran || !compiled) continue;
      // The engine names the boxes where the reader wrote names.
      if (output.traceback.length === 0) output.message = compiled.originalNames(output.message);
      innermost ??= ran;
      output.traceback.push({ cell: ran.cell, name, ...compiled.originalPosition(place.line, place.column) });
    }
    if (output.code !== undefined) return output;
    const known = languageError(error, output);
    const promise = known?.code && PROMISES.has(known.code) ? this.promiseOf(known, output, innermost) : null;
    return Object.assign(output, known, promise);
  }

  /** A mistake that comes of a promise which was taken for its value. */
  private promiseOf(
    known: Partial<ErrorOutput>,
    { traceback: [place] }: ErrorOutput,
    ran: Ran | undefined,
  ): Partial<ErrorOutput> | null {
    const name = culprit(known.details?.name, ran?.code ?? "", place);
    if (name === undefined || !this.scope.has(name) || !isInstance(this.scope.box(name).v, Promise))
      return null;
    return { code: "forgotten-await", details: { name } };
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
