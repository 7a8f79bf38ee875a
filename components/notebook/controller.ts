import type { Locale } from "@/lib/i18n";
import {
  activity,
  begin,
  CHAIN_HOLD,
  cellOf,
  chainBegun,
  chainEnded,
  enqueue,
  inputSet,
  inputsTaken,
  isFlooded,
  isHeld,
  kernelFailed,
  kernelLost,
  kernelReady,
  kernelStarting,
  NO_INPUT_RUNS,
  newSession,
  nextInputStep,
  received,
  type Session,
  type Storage,
  upstream,
} from "@/lib/notebook";
import type { InputValue, InputValues, PrecompiledCell } from "@/lib/protocol";
import type { KernelSource } from "./kernel-frame";
import { KernelPool } from "./kernel-pool";

/** A cell as the author wrote it. */
export interface AuthorCell {
  id: string;
  code: string;
  /** Names that it defined when it was run at build time. */
  declares: readonly string[];
  /** What the build compiled it to. */
  precompiled: PrecompiledCell | undefined;
}

/** What the page shows: the session, and the reader's texts. A new object with every change. */
export interface NotebookState {
  session: Session;
  /** The reader's text of each cell that differs from the author's. */
  edits: Readonly<Record<string, string>>;
  /** The text given up by the last reset of a cell, until the next edit. */
  discarded: Readonly<Record<string, string>>;
  /** What the reader has set of each cell's inputs. Restarts keep it, a reload does not. */
  inputs: Readonly<Record<string, InputValues>>;
  storage: "unknown" | "saved" | "failed";
}

/** Milliseconds without typing after which an edit is written. */
const SAVE_DELAY = 400;
/** Milliseconds that a run waits for the texts of earlier visits: what the reader wrote is what is to run. */
const READ_PATIENCE = 2000;
/** Milliseconds that a run waits for its cell to be written. */
const SAVE_PATIENCE = 300;

/** One chapter's notebook on the page: joins the pure session with the kernel, the storage and React. */
export class NotebookController {
  private state: NotebookState = {
    session: newSession(),
    edits: {},
    discarded: {},
    inputs: {},
    storage: "unknown",
  };
  /** What the page is shown: while a short chain of inputs' runs is in flight, with the session before it. */
  private shown = this.state;
  private inputRuns = NO_INPUT_RUNS;
  private inputTimer = 0;
  private holdTimer = 0;
  /** Cells that were asked for by an input, and are not in the queue yet. */
  private readonly awaited = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly pool: KernelPool;
  private readonly author: ReadonlyMap<string, string>;
  private readonly unsaved = new Set<string>();
  private saveTimer = 0;
  private requests = 0;
  /** The reader's texts of earlier visits have been read. */
  private edits: Promise<void> = Promise.resolve();

  constructor(
    readonly chapter: string,
    private readonly locale: Locale,
    readonly cells: readonly AuthorCell[],
    source: KernelSource,
    private readonly storage: Storage,
  ) {
    this.author = new Map(cells.map((cell) => [cell.id, cell.code]));
    this.pool = new KernelPool(source, {
      onReady: () => {
        this.change(kernelReady);
        this.advance();
      },
      onMessage: (message) => {
        this.change((session) => received(session, message));
        if (message.type === "status" && message.state === "idle") {
          this.inputRuns = chainEnded(this.inputRuns, this.state.session);
          this.publish();
          this.runInputs();
          this.advance();
        }
        if ("cell" in message && isFlooded(this.state.session, message.cell)) this.replaceKernel("flooded");
      },
      onDeath: () => {
        this.inputRuns = NO_INPUT_RUNS;
        this.change((session) => kernelLost(session, "died"));
      },
      onFailure: () => {
        this.inputRuns = NO_INPUT_RUNS;
        this.change(kernelFailed);
      },
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): NotebookState => this.shown;

  /** Connects to the page: reads the reader's edits, and writes what is unsaved when the page goes away. */
  attach(): () => void {
    const flush = () => void this.save();
    const onHide = () => document.visibilityState === "hidden" && flush();
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("pagehide", flush);
    this.edits = this.storage.cells(this.chapter).then(
      (records) => {
        const edits: Record<string, string> = {};
        for (const { cell, text } of records) {
          if (this.author.has(cell) && this.author.get(cell) !== text) edits[cell] = text;
        }
        this.update({ edits: { ...edits, ...this.state.edits }, storage: "saved" });
      },
      () => this.update({ storage: "failed" }),
    );
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("pagehide", flush);
      flush();
      window.clearTimeout(this.inputTimer);
      window.clearTimeout(this.holdTimer);
      this.pool.dispose();
      this.inputRuns = NO_INPUT_RUNS;
      this.change(() => newSession());
    };
  }

  /** The cell as the author wrote it. */
  authorText(cell: string): string {
    return this.author.get(cell) ?? "";
  }

  text(cell: string): string {
    return this.state.edits[cell] ?? this.authorText(cell);
  }

  edit(cell: string, text: string): void {
    if (text === this.text(cell)) return;
    const { [cell]: _old, ...others } = this.state.edits;
    const { [cell]: _gone, ...discarded } = this.state.discarded;
    const edits = text === this.author.get(cell) ? others : { ...others, [cell]: text };
    this.update({ edits, discarded });
    this.unsaved.add(cell);
    window.clearTimeout(this.saveTimer);
    this.saveTimer = window.setTimeout(() => void this.save(), SAVE_DELAY);
  }

  /** Back to the author's text and inputs. The reader's text is kept until the next edit, in case it was a slip. */
  reset(cell: string): void {
    const { [cell]: _set, ...inputs } = this.state.inputs;
    this.update({ inputs });
    const text = this.state.edits[cell];
    const author = this.author.get(cell);
    if (text === undefined || author === undefined) return;
    this.edit(cell, author);
    this.update({ discarded: { ...this.state.discarded, [cell]: text } });
    void this.save();
  }

  undoReset(cell: string): void {
    const text = this.state.discarded[cell];
    if (text !== undefined) this.edit(cell, text);
  }

  /**
   * The reader sets an input: its cell runs again with the new value, and so do the cells that build on it.
   *
   * @param value undefined for the input's initial value
   */
  setInput(cell: string, key: string, value: InputValue | undefined): void {
    const { [key]: _old, ...others } = this.state.inputs[cell] ?? {};
    const values = value === undefined ? others : { ...others, [key]: value };
    this.update({ inputs: { ...this.state.inputs, [cell]: values } });
    this.inputRuns = inputSet(this.inputRuns, cell);
    this.runInputs();
  }

  /** A kernel will soon be wanted: starts one if there is none. */
  warm(): void {
    if (this.state.session.kernel !== "none") return;
    this.change(kernelStarting);
    this.pool.warm();
  }

  run(cell: string): void {
    void this.runAll([cell]);
  }

  /** Runs cells in their order. Each text is written first, so that a program that takes the tab down takes no work. */
  async runAll(ids: readonly string[] = this.cells.map((cell) => cell.id)): Promise<void> {
    this.warm();
    if (this.state.session.kernel === "failed") {
      this.change(kernelStarting);
      this.pool.warm();
    }
    await Promise.race([this.edits, delay(READ_PATIENCE)]);
    if (this.unsaved.size > 0) await Promise.race([this.save(), delay(SAVE_PATIENCE)]);
    for (const cell of ids) {
      if (activity(this.state.session, cell) === "running") continue;
      const run = { cell, request: this.newRequest(cell), code: this.text(cell) };
      this.change((session) => enqueue(session, run));
    }
    this.advance();
  }

  /** The cells above one that have not run in this kernel, or whose text has changed since. */
  notRunAbove(cell: string): string[] {
    const { session } = this.state;
    const above = this.cells.slice(
      0,
      this.cells.findIndex(({ id }) => id === cell),
    );
    return above
      .map(({ id }) => id)
      .filter((id) => {
        const facts = cellOf(session, id);
        return (
          facts.ranCode !== this.text(id) ||
          facts.ranGeneration !== session.generation ||
          facts.ended !== "ok"
        );
      });
  }

  /** Ends whatever runs, however it runs. */
  stop(): void {
    this.replaceKernel("interrupted");
  }

  restart(): void {
    this.replaceKernel("restarted");
  }

  /** A write failed elsewhere on the page: nothing is kept any more, and the reader is to know. */
  storageFailed(): void {
    this.update({ storage: "failed" });
  }

  /** The last cell that defines a name in the author's notebook. */
  definerInText(name: string): string | null {
    return this.cells.findLast((cell) => cell.declares.includes(name))?.id ?? null;
  }

  private runInputs(): void {
    window.clearTimeout(this.inputTimer);
    const order = this.cells.map(({ id }) => id);
    const now = performance.now();
    const step = nextInputStep(this.inputRuns, this.state.session, order, now, (cell) =>
      this.newRequest(cell),
    );
    if (step.kind === "wait") this.inputTimer = window.setTimeout(() => this.runInputs(), step.milliseconds);
    else if (step.kind === "first") void this.runForInput(step.cell);
    else if (step.kind === "chain") {
      this.inputRuns = chainBegun(this.inputRuns, step.runs, now);
      window.clearTimeout(this.holdTimer);
      this.holdTimer = window.setTimeout(() => this.publish(), CHAIN_HOLD + 1);
      this.change(() => step.runs.reduce(enqueue, step.session));
      this.advance();
    }
  }

  /** Runs a cell whose input was set before it has run in this kernel, after those that it needs. */
  private async runForInput(cell: string): Promise<void> {
    if (this.awaited.has(cell)) return;
    this.awaited.add(cell);
    // Tried once: if a cell above fails, the reader is to see that.
    this.inputRuns = inputsTaken(this.inputRuns, cell);
    try {
      await this.runAll([...this.neededAbove(cell), cell]);
    } finally {
      this.awaited.delete(cell);
    }
  }

  /** Of the cells above one that have not run in this kernel, those that it cannot run without. */
  private neededAbove(cell: string): string[] {
    const names = (id: string) => {
      const author = this.cells.find((one) => one.id === id);
      const known = author?.code === this.text(id);
      return { id, declares: author?.declares ?? [], uses: (known && author.precompiled?.uses) || null };
    };
    return upstream(this.notRunAbove(cell).map(names), names(cell));
  }

  private newRequest(cell: string): string {
    this.requests += 1;
    return `${cell}#${this.requests}`;
  }

  private replaceKernel(notice: "interrupted" | "restarted" | "flooded"): void {
    this.inputRuns = NO_INPUT_RUNS;
    this.change((session) => kernelLost(session, notice));
    this.pool.replace();
  }

  private advance(): void {
    const [session, run] = begin(this.state.session);
    if (!run) return;
    this.change(() => session);
    const { request: id, cell, code } = run;
    const author = this.cells.find((one) => one.id === cell);
    const precompiled = author?.code === code ? author.precompiled : undefined;
    const inputs = this.state.inputs[cell];
    this.inputRuns = inputsTaken(this.inputRuns, cell);
    this.pool.send({ type: "execute_request", id, cell, code, locale: this.locale, inputs, precompiled });
    this.pool.keepSpare();
  }

  private async save(): Promise<void> {
    window.clearTimeout(this.saveTimer);
    const cells = [...this.unsaved];
    this.unsaved.clear();
    try {
      await Promise.all(cells.map((cell) => this.saveCell(cell)));
      if (cells.length > 0) this.update({ storage: "saved" });
    } catch {
      for (const cell of cells) this.unsaved.add(cell);
      this.update({ storage: "failed" });
    }
  }

  private saveCell(cell: string): Promise<void> {
    const text = this.state.edits[cell];
    const base = this.author.get(cell) ?? "";
    return text === undefined
      ? this.storage.deleteCell(this.chapter, cell)
      : this.storage.putCell({ chapter: this.chapter, cell, text, base, savedAt: Date.now() });
  }

  private change(step: (session: Session) => Session): void {
    const session = step(this.state.session);
    if (session !== this.state.session) this.update({ session });
  }

  private update(change: Partial<NotebookState>): void {
    this.state = { ...this.state, ...change };
    this.publish();
  }

  private publish(): void {
    const { session } = isHeld(this.inputRuns, performance.now()) ? this.shown : this.state;
    const shown = { ...this.state, session };
    const keys = Object.keys(shown) as (keyof NotebookState)[];
    if (keys.every((key) => shown[key] === this.shown[key])) return;
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}
