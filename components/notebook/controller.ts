import type { ReaderNotebook } from "@/lib/exchange";
import type { Locale } from "@/lib/i18n";
import {
  type Arrangement,
  AS_WRITTEN,
  activity,
  type Budget,
  begin,
  type CellKind,
  type CellRecord,
  type CellWrite,
  CHAIN_HOLD,
  cellOf,
  chainBegun,
  chainEnded,
  DEFAULT_BUDGET,
  enqueue,
  faultOf,
  forgotten,
  type Hold,
  inputSet,
  inputsTaken,
  isAsTrue,
  isFlooded,
  isHeld,
  judgeHold,
  type KernelNotice,
  keepTruth,
  kernelFailed,
  kernelLost,
  kernelReady,
  kernelStarting,
  kindOf,
  moved,
  NO_INPUT_RUNS,
  newSession,
  nextInputStep,
  orderOf,
  type Place,
  placeBeside,
  placedTo,
  recovering,
  restoration,
  type Session,
  type Storage,
  staleCells,
  type Truth,
  truthOf,
  upstream,
  type VersionReason,
  withKind,
} from "@/lib/notebook";
import { type InputValue, type InputValues, LIBRARY_NAMES, type PrecompiledCell } from "@/lib/protocol";
import type { TypedCell } from "../editor";
import { beforeLeaving } from "../offline/leaving";
import { declaredIn } from "./declared-names";
import { CellKeeper, type Keeping } from "./keeper";
import { keepBudget, keptBudget } from "./kept-budget";
import { type Concern, newId, readRecords } from "./kept-cells";
import type { KernelSource } from "./kernel-frame";
import { KernelPool } from "./kernel-pool";
import { lostRun, noteRun } from "./lost-run";
import { running } from "./running-loader";

/** A cell as the author wrote it. */
export interface AuthorCell {
  id: string;
  code: string;
  /** The ids that it had before: what was kept under them is its own. */
  formerly?: readonly string[] | undefined;
  /** Names that it defined, and those of other cells that it used, when it was run at build time. */
  declares: readonly string[];
  uses: readonly string[];
  /** What the build compiled it to. */
  precompiled: PrecompiledCell | undefined;
}

/** What the page shows: the session, and the reader's texts. A new object with every change. */
export interface NotebookState extends Keeping {
  session: Session;
  /** The reader's text of each cell that differs from the author's. */
  edits: Readonly<Record<string, string>>;
  /** The text given up by the last reset of a cell, until the next edit. */
  discarded: Readonly<Record<string, string>>;
  /** What the reader has set of each cell's inputs. Restarts keep it, a reload does not. */
  inputs: Readonly<Record<string, InputValues>>;
  /** What the reader has to know of cells that were kept, and to decide. */
  concerns: Readonly<Record<string, Concern>>;
  /** The cell that was running when this tab was lost. */
  lost: string | null;
  /** Another's version of the chapter is shown: nothing of it is kept, and it runs only once the reader has agreed. */
  preview: "asks" | "agreed" | null;
  /** What the reader has done to the row of cells. */
  arrangement: Arrangement;
  /** Cells that were taken out, the latest last, as they can be brought back. */
  removals: readonly Removal[];
  /** The sheet of keys is open. */
  keysShown: boolean;
  /** How long a run may go on without a pause and without output. */
  budget: Budget;
  /** A good part of that is spent, and the reader has not said that the run may go on. */
  long: boolean;
}

/** A cell that was taken out: its text, what that is, and its place if it was not its author's. */
interface Removal {
  cell: string;
  text: string;
  kind: CellKind;
  place: Place | null;
}

/** What the reader has copied: it outlives the chapter's page, as long as the site is not loaded anew. */
let clipboard: { text: string; kind: CellKind } | null = null;

/** Milliseconds that a run waits for the texts of earlier visits: what the reader wrote is what is to run. */
const READ_PATIENCE = 2000;
/**
 * Milliseconds for which a run is not shown: what it puts out comes sooner than that, mostly, and drawing before it would
 * keep the page from hearing it.
 */
const ANSWER_PATIENCE = 60;
/** Milliseconds after a run before its outputs are kept: an input may run a cell many times a second. */
const OUTPUT_DELAY = 1000;
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
    fault: null,
    concerns: {},
    lost: null,
    preview: null,
    arrangement: AS_WRITTEN,
    removals: [],
    keysShown: false,
    budget: DEFAULT_BUDGET,
    long: false,
  };
  /** What the page is shown: while a short chain of inputs' runs is in flight, with the session before it. */
  private shown = this.state;
  private inputRuns = NO_INPUT_RUNS;
  private inputTimer = 0;
  private holdTimer = 0;
  /** Until when the kernel's answer is awaited with nothing shown; 0 if it is not. */
  private answerBy = 0;
  private answerTimer = 0;
  /** Cells that were asked for by an input, and are not in the queue yet. */
  private readonly awaited = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly pool: KernelPool;
  private readonly author: ReadonlyMap<string, AuthorCell>;
  private readonly keeper: CellKeeper;
  /** Cells whose outputs are to be kept. */
  private readonly ran = new Set<string>();
  private outputTimer = 0;
  private requests = 0;
  /** The reader lets the run go on for as long as it takes. */
  private lenient = false;
  /** What was found last, and of what. */
  private truthKnown:
    | (Pick<NotebookState, "session" | "edits" | "arrangement"> & { truth: ReadonlyMap<string, Truth> })
    | null = null;
  /** The reader's texts of earlier visits have been read. */
  ready: Promise<void> = Promise.resolve();

  constructor(
    readonly chapter: string,
    private readonly locale: Locale,
    readonly cells: readonly AuthorCell[],
    private readonly source: KernelSource,
    private readonly storage: Storage,
    /** How wide a cell's outputs stand on the page, in CSS pixels. */
    private readonly widthOf: (cell: string) => number | undefined = () => undefined,
  ) {
    this.author = new Map(cells.map((cell) => [cell.id, cell]));
    this.keeper = new CellKeeper(storage, chapter, {
      write: (cell) => this.kept(cell),
      adopt: (records) => this.adopt(records),
      conflicts: (cell, other) => this.concern(cell, other && { kind: "conflict", other }),
      tell: (keeping) => this.update(keeping),
    });
    this.pool = new KernelPool(source, {
      onReady: () => {
        this.change(kernelReady);
        this.advance();
      },
      onMessage: (message) => {
        // That it runs is news only if nothing comes of it soon.
        if (message.type !== "status" && message.type !== "execute_input") this.answerBy = 0;
        this.change((session) => running()?.received(session, message) ?? session);
        if (message.type === "execute_reply") this.keepOutputsSoon(message.cell);
        if (message.type === "status" && message.state === "idle") {
          noteRun(this.chapter, null);
          this.forgetHold();
          this.inputRuns = chainEnded(this.inputRuns, this.state.session);
          this.publish();
          this.runInputs();
          this.advance();
        } else if ("cell" in message && isFlooded(this.state.session, message.cell))
          this.replaceKernel("flooded");
      },
      onHold: (hold) => this.judge(hold),
      onDeath: () => this.lose("died"),
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

  /** What can be said of each cell's output, as it is shown. */
  truth(): ReadonlyMap<string, Truth> {
    return this.truthIn(this.shown);
  }

  private truthIn({ session, edits, arrangement }: NotebookState): ReadonlyMap<string, Truth> {
    const known = this.truthKnown;
    const sameCells = known !== null && known.edits === edits && known.arrangement === arrangement;
    if (known && sameCells && isAsTrue(known.session, session)) return known.truth;
    const cells = this.codeIds().map((id) => {
      const author = this.authorCell(id);
      return {
        id,
        text: edits[id] ?? this.authorText(id),
        author: author ? { text: author.code, declares: author.declares, uses: author.uses } : null,
      };
    });
    const found = truthOf(session, cells);
    const truth = known ? keepTruth(known.truth, found) : found;
    this.truthKnown = { session, edits, arrangement, truth };
    return truth;
  }

  /** The cells as the editor's language service has to know them. */
  typedCells(): TypedCell[] {
    return this.codeIds().map((id) => {
      const text = this.text(id);
      const author = this.authorCell(id);
      if (author?.code === text) return { id, text, declares: author.declares };
      const facts = cellOf(this.state.session, id);
      return { id, text, declares: text === facts.ranCode ? facts.declares : declaredIn(text) };
    });
  }

  /** Begins to read the reader's edits, while the page is still coming alive. */
  readAhead(): void {
    this.keeper.readAhead();
  }

  /** Connects to the page: reads the reader's edits, and writes what is unsaved when the page goes away. */
  attach(): () => void {
    const flush = () => void this.keeper.save();
    const leave = beforeLeaving(() => this.keeper.save());
    const onHide = () => document.visibilityState === "hidden" && flush();
    const onLeave = () => {
      this.keeper.leave();
      noteRun(this.chapter, null);
    };
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("pagehide", onLeave);
    this.setBudget(keptBudget());
    this.update({ lost: lostRun(this.chapter) });
    this.ready = this.keeper.begin();
    void this.ready.then(() => this.recallOutputs());
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("pagehide", onLeave);
      leave();
      onLeave();
      this.keeper.end();
      window.clearTimeout(this.inputTimer);
      window.clearTimeout(this.holdTimer);
      window.clearTimeout(this.answerTimer);
      this.pool.dispose();
      this.inputRuns = NO_INPUT_RUNS;
      this.change(() => newSession());
    };
  }

  isAuthors(cell: string): boolean {
    return this.author.has(cell);
  }

  /** The cell as the author wrote it. */
  authorText(cell: string): string {
    return this.author.get(cell)?.code ?? "";
  }

  text(cell: string): string {
    return this.state.edits[cell] ?? this.authorText(cell);
  }

  edit(cell: string, text: string): void {
    if (text === this.text(cell) || !this.ids().includes(cell)) return;
    this.setText(cell, text);
    this.saveSoon(cell);
  }

  /** Puts an earlier text in the place of the present one, which is kept among the earlier ones. */
  bringBack(cell: string, text: string): void {
    if (text === this.text(cell) || !this.ids().includes(cell)) return;
    this.keepAsVersion(cell, "replaced");
    this.setText(cell, text);
    this.saveNow(cell, "replaced");
  }

  private setText(cell: string, text: string): void {
    const { [cell]: _old, ...others } = this.state.edits;
    const { [cell]: _gone, ...discarded } = this.state.discarded;
    const edits = text === this.author.get(cell)?.code ? others : { ...others, [cell]: text };
    this.update({ edits, discarded });
  }

  /** A text of the reader's that may be wanted again. */
  private keepAsVersion(cell: string, reason: VersionReason): void {
    const text = this.text(cell);
    if (text === this.author.get(cell)?.code) return;
    this.keeper.keepVersion({ chapter: this.chapter, cell, text, reason, savedAt: Date.now() });
  }

  private saveSoon(cell: string, reason?: VersionReason): void {
    if (this.state.storage === "saved") this.update({ storage: "saving" });
    this.keeper.saveSoon(cell, reason);
  }

  private saveNow(cell: string, reason?: VersionReason): void {
    if (this.state.storage === "saved") this.update({ storage: "saving" });
    this.keeper.saveNow(cell, reason);
  }

  /** Tries once more to write what could not be written. */
  saveAgain(): void {
    void this.keeper.save();
  }

  /** Shows another's version of the chapter. The reader's own stays as it is in the store. */
  async show(records: readonly CellRecord[]): Promise<void> {
    await this.keeper.pause();
    if (this.state.session.clock > 0) this.restart();
    const { edits, arrangement } = readRecords(records, this.cells, this.locale);
    this.update({ edits, arrangement, concerns: {}, discarded: {}, removals: [], preview: "asks" });
  }

  /** What is shown may run. */
  agree(): void {
    this.update({ preview: "agreed" });
  }

  /** Writes what is unsaved, and reads what has been changed in the store from elsewhere on the page. */
  async reread(): Promise<void> {
    await this.keeper.save();
    await this.keeper.refresh();
  }

  /** What the reader has made of the chapter, as it stands on the page: saved or not. */
  records(): CellRecord[] {
    const { edits, arrangement } = this.state;
    const cells = new Set([
      ...Object.keys(edits),
      ...Object.keys(arrangement.placed),
      ...arrangement.removed,
    ]);
    return [...cells].sort().map((cell) => this.keeper.recordOf(cell, this.kept(cell).draft));
  }

  /** What was put out by cells that have run here. */
  runs(): ReaderNotebook["runs"] {
    const all = Object.entries(this.state.session.cells).filter(([, { ranCode }]) => ranCode !== null);
    return Object.fromEntries(
      all.map(([cell, { outputs, executionCount }]) => [cell, { outputs: outputs.outputs, executionCount }]),
    );
  }

  /** What the reader's own texts put out is there again on the next visit; the author's have the build's outputs. */
  private keepOutputsSoon(cell: string): void {
    if (this.state.edits[cell] === undefined || this.state.preview) return;
    this.ran.add(cell);
    window.clearTimeout(this.outputTimer);
    this.outputTimer = window.setTimeout(() => {
      const cells = [...this.ran];
      this.ran.clear();
      // Outputs can be had again: a store that does not take them is spoken of when it does not take a text.
      import("./kept-outputs")
        .then(({ keepOutputs }) => keepOutputs(this.storage, this.chapter, this.state.session, cells))
        .catch(() => undefined);
    }, OUTPUT_DELAY);
  }

  private async recallOutputs(): Promise<void> {
    if (Object.keys(this.state.edits).length === 0 || this.state.preview) return;
    try {
      const { recallOutputs } = await import("./kept-outputs");
      this.change(
        await recallOutputs(this.storage, this.chapter, (cell) =>
          this.kind(cell) === "code" ? (this.state.edits[cell] ?? null) : null,
        ),
      );
    } catch {
      // Then they are run again.
    }
  }

  /** The store was deleted under the page: what the reader has written is still here. */
  storageDeleted(): void {
    const { edits, arrangement } = this.state;
    this.keeper.writeAgain([
      ...new Set([...Object.keys(edits), ...Object.keys(arrangement.placed), ...arrangement.removed]),
    ]);
  }

  /** The reader's cells as the store has them, with what is not written yet as it stands here. */
  private adopt(records: readonly CellRecord[]): void {
    const before = this.ids();
    const here = before
      .concat(this.state.arrangement.removed)
      .filter((cell) => this.keeper.isUnsaved(cell) || this.state.concerns[cell]?.kind === "conflict");
    const mine = new Set(here);
    const written = records.filter(({ cell }) => !mine.has(cell));
    const drafts = here.map((cell) => this.kept(cell)).filter(({ gone }) => !gone);
    const all = [...written, ...drafts.map(({ draft }) => ({ ...draft, revision: 0 }))];
    const { concerns, ...kept } = readRecords(all, this.cells, this.locale);
    for (const record of records) {
      const concern = this.state.concerns[record.cell];
      if (concern?.kind === "conflict") concerns[record.cell] = { kind: "conflict", other: record };
    }
    this.update({ ...kept, concerns });
    const now = new Set(this.ids());
    for (const cell of before) if (!now.has(cell)) this.forget(cell);
  }

  private concern(cell: string, concern: Concern | null): void {
    const { [cell]: _settled, ...others } = this.state.concerns;
    this.update({ concerns: concern ? { ...others, [cell]: concern } : others });
  }

  /** What this page says is to be kept, whatever another tab or the author has made of it. */
  keepMine(cell: string): void {
    const concern = this.state.concerns[cell];
    const kept = this.keeper.kept(cell);
    if (concern?.kind === "conflict") this.keeper.know(cell, concern.other);
    else if (kept) this.keeper.know(cell, { ...kept, base: this.authorText(cell), locale: this.locale });
    this.keeper.settled(cell);
    this.concern(cell, null);
    this.saveNow(cell, "conflict");
  }

  /** What another tab has kept, or the author has written since, takes the place of the reader's text. */
  takeTheirs(cell: string): void {
    const concern = this.state.concerns[cell];
    this.keeper.settled(cell);
    this.concern(cell, null);
    if (concern?.kind === "author") this.reset(cell);
    if (concern?.kind !== "conflict") return;
    const { other } = concern;
    this.keeper.know(cell, other);
    this.setText(cell, other.text);
    this.saveNow(cell);
  }

  /** The reader need not be told again which cell was running. */
  dismissLost(): void {
    this.update({ lost: null });
  }

  /** Back to the author's text and inputs. The reader's text is kept until the next edit, in case it was a slip. */
  reset(cell: string): void {
    this.forgetInputs(cell);
    const text = this.state.edits[cell];
    const author = this.author.get(cell)?.code;
    if (text === undefined || author === undefined) return;
    this.keepAsVersion(cell, "reset");
    this.setText(cell, author);
    this.concern(cell, null);
    this.update({ discarded: { ...this.state.discarded, [cell]: text } });
    this.saveNow(cell, "reset");
  }

  undoReset(cell: string): void {
    const text = this.state.discarded[cell];
    if (text !== undefined) this.edit(cell, text);
  }

  /** Puts a new cell above or below another. @returns its id */
  addCell(beside: string, side: Place["side"], text = "", kind: CellKind = "code"): string {
    const { arrangement, edits, removals } = this.state;
    const cell = newId(arrangement, removals);
    const placed = placedTo(arrangement, cell, placeBeside(arrangement, beside, side));
    this.update({ arrangement: withKind(placed, cell, kind), edits: { ...edits, [cell]: text } });
    this.saveNow(cell);
    return cell;
  }

  duplicate(cell: string): string {
    return this.addCell(cell, "below", this.text(cell), this.kind(cell));
  }

  copyCell(cell: string): void {
    clipboard = { text: this.text(cell), kind: this.kind(cell) };
  }

  cutCell(cell: string): void {
    this.copyCell(cell);
    this.removeCell(cell);
  }

  /** Puts what was copied below a cell. @returns the new cell's id, null if nothing was copied */
  pasteCell(beside: string): string | null {
    return clipboard && this.addCell(beside, "below", clipboard.text, clipboard.kind);
  }

  kind(cell: string): CellKind {
    return kindOf(this.state.arrangement, cell);
  }

  /** Turns one of the reader's own cells into code or text; the author's stay code. */
  turnInto(cell: string, kind: CellKind): void {
    if (this.isAuthors(cell) || this.kind(cell) === kind) return;
    if (kind === "markdown") this.forget(cell);
    this.update({ arrangement: withKind(this.state.arrangement, cell, kind) });
    this.saveNow(cell);
  }

  /** Takes a cell out, and its names from the kernel; `undoRemove` brings it back. */
  removeCell(cell: string): void {
    const { arrangement, removals } = this.state;
    if (!this.ids().includes(cell)) return;
    const kind = this.kind(cell);
    const place = arrangement.placed[cell] ?? null;
    const without = withKind(placedTo(arrangement, cell, null), cell, "code");
    const removed = this.isAuthors(cell) ? [...arrangement.removed, cell] : arrangement.removed;
    const removal = { cell, text: this.text(cell), kind, place };
    this.forget(cell);
    this.keepAsVersion(cell, "removed");
    this.update({ arrangement: { ...without, removed }, removals: [...removals, removal] });
    this.saveNow(cell, "removed");
  }

  /** What a cell has put out and defined is gone. */
  private forget(cell: string): void {
    if (activity(this.state.session, cell) === "running") this.stop();
    this.forgetInputs(cell);
    this.change((session) => forgotten(session, cell));
    this.pool.send({ type: "forget_cell", cell });
  }

  /** Something is not as the author wrote it. */
  isChanged(): boolean {
    const { edits, arrangement } = this.shown;
    return (
      Object.keys(edits).length > 0 ||
      arrangement.removed.length > 0 ||
      Object.keys(arrangement.placed).length > 0
    );
  }

  /** Brings back the cell that was taken out last, or the one that is named. @returns its id */
  undoRemove(cell?: string): string | null {
    const { arrangement, removals, edits } = this.state;
    const last = removals.findLast((removal) => cell === undefined || removal.cell === cell);
    // After a reload the removals are forgotten, but the author's text is not.
    const back = last?.cell ?? cell;
    if (back === undefined) return null;
    const removed = arrangement.removed.filter((id) => id !== back);
    const placed = placedTo({ ...arrangement, removed }, back, last?.place ?? null);
    this.update({
      arrangement: withKind(placed, back, last?.kind ?? "code"),
      removals: removals.filter((removal) => removal !== last),
      edits: last && !this.isAuthors(back) ? { ...edits, [back]: last.text } : edits,
    });
    this.saveNow(back);
    return back;
  }

  /** Moves a cell up or down by one place. @returns its id */
  moveCell(cell: string, direction: "up" | "down"): string {
    this.arrange(cell, moved(this.state.arrangement, this.authorIds(), cell, direction));
    return cell;
  }

  /** Puts one of the author's cells back to where its author put it. @returns its id */
  moveHome(cell: string): string {
    this.arrange(cell, placedTo(this.state.arrangement, cell, null));
    return cell;
  }

  private arrange(cell: string, arrangement: Arrangement): void {
    if (arrangement === this.state.arrangement) return;
    this.update({ arrangement });
    this.saveNow(cell);
  }

  /** The chapter as its author wrote it. What the reader wrote in the author's cells can be brought back one by one. */
  resetChapter(): void {
    const { arrangement, edits } = this.state;
    for (const cell of Object.keys(arrangement.placed)) {
      if (this.isAuthors(cell)) this.moveHome(cell);
      else this.removeCell(cell);
    }
    for (const cell of arrangement.removed) this.undoRemove(cell);
    for (const cell of arrangement.removed) this.moveHome(cell);
    for (const cell of Object.keys(edits)) this.reset(cell);
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

  private forgetInputs(cell: string): void {
    const { [cell]: set, ...inputs } = this.state.inputs;
    this.inputRuns = inputsTaken(this.inputRuns, cell);
    if (set) this.update({ inputs });
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
  async runAll(ids: readonly string[] = this.codeIds()): Promise<void> {
    if (this.state.preview === "asks") return;
    this.warm();
    if (this.state.session.kernel === "failed") {
      this.change(kernelStarting);
      this.pool.warm();
    }
    await Promise.race([this.ready, delay(READ_PATIENCE)]);
    if (this.keeper.hasUnsaved) await Promise.race([this.keeper.save(), delay(SAVE_PATIENCE)]);
    const { kernel, queue } = this.state.session;
    if (kernel === "idle" && queue.length === 0) this.awaitAnswer();
    // Who asks for more while something runs is to see that it waits.
    else this.answerBy = 0;
    for (const cell of ids) {
      if (this.kind(cell) !== "code" || activity(this.state.session, cell) === "running") continue;
      this.fetchAhead(cell, this.text(cell));
      this.keepAsVersion(cell, "ran");
      this.enqueue(cell, this.text(cell));
    }
    this.advance();
  }

  private awaitAnswer(): void {
    this.answerBy = performance.now() + ANSWER_PATIENCE;
    window.clearTimeout(this.answerTimer);
    this.answerTimer = window.setTimeout(() => {
      this.answerBy = 0;
      this.publish();
    }, ANSWER_PATIENCE);
  }

  /** Runs again, in order, every cell whose output is no longer true. */
  runStale(): Promise<void> {
    return this.runAll(staleCells(this.truthIn(this.state)));
  }

  runAbove(cell: string): Promise<void> {
    return this.runAll(this.ids().slice(0, this.ids().indexOf(cell)));
  }

  /** Runs a cell and all below it. */
  runFrom(cell: string): Promise<void> {
    return this.runAll(this.ids().slice(this.ids().indexOf(cell)));
  }

  /** The cells above one that have not run in this kernel, or whose output is no longer true. */
  notRunAbove(cell: string): string[] {
    const truth = this.truthIn(this.state);
    const ids = this.codeIds();
    return ids
      .slice(0, ids.indexOf(cell))
      .filter(
        (id) => truth.get(id)?.validity !== "evaluated" || cellOf(this.state.session, id).ended !== "ok",
      );
  }

  /** Asks for what a cell printed and the page was not sent; it comes into the cell's outputs. */
  requestRest(cell: string): void {
    const { request } = cellOf(this.state.session, cell);
    if (request) this.pool.send({ type: "stream_request", parent: request, cell });
  }

  /** Ends whatever runs, however it runs. */
  stop(): void {
    this.replaceKernel("interrupted");
  }

  /** The run may go on without a pause for as long as it takes. */
  letRun(): void {
    this.lenient = true;
    this.showLong(false);
  }

  setBudget(budget: Budget): void {
    if (budget === this.state.budget) return;
    keepBudget(budget);
    this.update({ budget });
  }

  private judge(hold: Hold): void {
    const judgement = this.lenient ? "fine" : judgeHold(hold, this.state.budget);
    if (judgement === "over") this.replaceKernel("overdue");
    else this.showLong(judgement === "long");
  }

  private showLong(long: boolean): void {
    if (long !== this.state.long) this.update({ long });
  }

  private forgetHold(): void {
    this.lenient = false;
    this.showLong(false);
  }

  restart(): void {
    this.replaceKernel("restarted");
  }

  restartAndRunAll(): Promise<void> {
    this.restart();
    return this.runAll();
  }

  showKeys(shown: boolean): void {
    if (shown !== this.state.keysShown) this.update({ keysShown: shown });
  }

  /** A write failed elsewhere on the page: nothing is kept any more, and the reader is to know. */
  storageFailed(error: unknown): void {
    this.update({ storage: "failed", fault: faultOf(error) });
  }

  /** The last cell that defines a name in the author's notebook. */
  definerInText(name: string): string | null {
    return this.cells.findLast((cell) => cell.declares.includes(name))?.id ?? null;
  }

  private replaceKernel(notice: KernelNotice): void {
    this.lose(notice);
    this.pool.replace();
  }

  /**
   * The kernel's names are gone. After a stop, by the reader or for want of an end, what had run is run again; a kernel
   * that died or drowned in output may have done so by what its cells had left behind, and would again.
   */
  private lose(notice: KernelNotice): void {
    const { again, left } = restoration(this.state.session);
    noteRun(this.chapter, null);
    this.inputRuns = NO_INPUT_RUNS;
    this.answerBy = 0;
    this.forgetHold();
    this.change((session) => kernelLost(session, notice));
    if (notice !== "interrupted" && notice !== "overdue") return;
    this.change((session) => recovering(session, { again: again.map(({ cell }) => cell), left }));
    for (const { cell, code } of again) this.enqueue(cell, code, true);
  }

  private enqueue(cell: string, code: string, restoring = false): void {
    const run = { cell, request: this.newRequest(cell), code, restoring };
    this.change((session) => enqueue(session, run));
  }

  private newRequest(cell: string): string {
    this.requests += 1;
    return `${cell}#${this.requests}`;
  }

  private runInputs(): void {
    window.clearTimeout(this.inputTimer);
    const now = performance.now();
    const step = nextInputStep(this.inputRuns, this.state.session, this.ids(), now, (cell) =>
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
      const author = this.authorCell(id);
      const uses = author?.code === this.text(id) ? author.uses : null;
      return { id, declares: author?.declares ?? [], uses };
    };
    return upstream(this.notRunAbove(cell).map(names), names(cell));
  }

  private advance(): void {
    const [session, run] = begin(this.state.session);
    if (!run) return;
    this.awaitAnswer();
    this.change(() => session);
    const { request: id, cell, code } = run;
    noteRun(this.chapter, cell);
    const precompiled = this.precompiled(cell, code);
    const inputs = this.state.inputs[cell];
    this.inputRuns = inputsTaken(this.inputRuns, cell);
    const { locale } = this;
    const width = this.widthOf(cell);
    this.pool.send({ type: "execute_request", id, cell, code, locale, inputs, precompiled, width });
    this.pool.keepSpare();
  }

  /** What the build made of the cell, if the reader has not changed it. */
  private precompiled(cell: string, code: string): PrecompiledCell | undefined {
    const author = this.authorCell(cell);
    return author?.code === code ? author.precompiled : undefined;
  }

  /** Fetches what a run will need while the kernel that will ask for it starts. */
  private fetchAhead(cell: string, code: string): void {
    const compiled = this.precompiled(cell, code);
    const plot = compiled?.uses.includes("Plot") ? ["plot"] : [];
    const needed: readonly string[] = compiled ? [...compiled.imports, ...plot] : ["compiler"];
    for (const name of LIBRARY_NAMES) {
      // Where it fails the kernel asks again, and says so.
      if (needed.includes(name)) this.source.loadLibrary(name).catch(() => undefined);
    }
  }

  /** What is to be kept of a cell. */
  private kept(cell: string): Pick<CellWrite, "draft" | "author" | "gone" | "formerly"> {
    const { arrangement } = this.state;
    const author = this.author.get(cell)?.code ?? null;
    const text = this.text(cell);
    const before = this.keeper.kept(cell);
    // The reader's text goes back to what the author had written when it was begun.
    const edits = before !== undefined && before.text !== before.base && text !== author;
    const { base, locale } = edits ? before : { base: author ?? "", locale: this.locale };
    const place = arrangement.placed[cell];
    const kind = this.kind(cell);
    const draft = {
      chapter: this.chapter,
      cell,
      text,
      base,
      ...(locale && { locale }),
      savedAt: Date.now(),
      ...(place && { place }),
      ...(kind === "markdown" && { kind }),
      ...(arrangement.removed.includes(cell) && { removed: true }),
    };
    return { draft, author, gone: author === null && !place, formerly: this.authorCell(cell)?.formerly };
  }

  /** All cells in their order. */
  ids(): string[] {
    return orderOf(this.state.arrangement, this.authorIds());
  }

  /** The cells that run, in their order. */
  codeIds(): string[] {
    return this.ids().filter((id) => this.kind(id) === "code");
  }

  private authorIds(): string[] {
    return this.cells.map(({ id }) => id);
  }

  private authorCell(cell: string): AuthorCell | undefined {
    return this.author.get(cell);
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
    const now = performance.now();
    const { session } = isHeld(this.inputRuns, now) || now < this.answerBy ? this.shown : this.state;
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
