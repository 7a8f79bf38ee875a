import type { ErrorOutput, Output } from "../protocol";
import { EMPTY_BOX, type OutputBox } from "./output-box";

/**
 * What has happened to a notebook since the page was opened. The notebook itself (the cells' texts) is kept apart:
 * it is what is saved. Every change is a pure function of (session, event); nothing here waits, draws or sends.
 */
export interface Session {
  kernel: KernelState;
  /** Counts kernels: a cell that ran in an earlier one no longer has its names defined. */
  generation: number;
  /** Why the last kernel went away, until a run begins in the next one. */
  notice: KernelNotice | null;
  cells: Readonly<Record<string, CellSession>>;
  /** Cells that wait for the kernel, first the next. */
  queue: readonly QueuedRun[];
  /** Rises with every run that ends; orders runs in time. */
  clock: number;
  /** Every name that this kernel's cells have defined, with the cell that did so last; it may be gone since. */
  names: Readonly<Record<string, string>>;
  /** What is being done to stand where the last kernel stood, until the reader's next run begins. */
  recovery: Recovery | null;
}

/** Cells that had run before a kernel was lost: those that run again in the next, and those that would take too long. */
export interface Recovery {
  again: readonly string[];
  left: readonly string[];
}

export type KernelState = "none" | "starting" | "idle" | "busy" | "failed";
export type KernelNotice = "interrupted" | "overdue" | "died" | "flooded" | "restarted";

export interface QueuedRun {
  cell: string;
  request: string;
  code: string;
  /** Not asked for by the reader: it puts back what the last kernel had. */
  restoring?: boolean;
  /** The reader set an input, of this cell or of one that it builds on. */
  byInput?: boolean;
}

/** The facts about one cell, from which `validity` and `activity` are computed. */
export interface CellSession {
  /** The request whose answers are taken; answers to any other are dropped. */
  request: string | null;
  running: boolean;
  /** The text that ran last, null if none has. */
  ranCode: string | null;
  ranGeneration: number;
  ranAt: number;
  /** The last run was for the sake of an input. */
  byInput: boolean;
  ended: "ok" | "error" | "aborted" | null;
  /** What ended it, if it did not end by itself. */
  abortedBy: KernelNotice | null;
  executionCount: number | null;
  elapsed: number | null;
  declares: readonly string[];
  uses: readonly string[];
  outputs: OutputBox;
  /** What stood there before this run; null before the first, when the build's output stands there. */
  before: readonly Output[] | null;
}

/** Is the output still true? */
export type Validity = "fresh" | "evaluated" | "stale" | "aborted";
/** Why an output is no longer true. */
export type StaleReason = "edited" | "kernel" | "visit" | "upstream" | "gone";
/** Is it running? */
export type Activity = "idle" | "queued" | "running";

/** The generation of kernels that earlier visits had. */
const EARLIER_VISIT = -2;

const FRESH: CellSession = {
  request: null,
  running: false,
  ranCode: null,
  ranGeneration: -1,
  ranAt: 0,
  byInput: false,
  ended: null,
  abortedBy: null,
  executionCount: null,
  elapsed: null,
  declares: [],
  uses: [],
  outputs: EMPTY_BOX,
  before: null,
};

export function newSession(): Session {
  return {
    kernel: "none",
    generation: 0,
    notice: null,
    cells: {},
    queue: [],
    clock: 0,
    names: {},
    recovery: null,
  };
}

export function cellOf(session: Session, cell: string): CellSession {
  return session.cells[cell] ?? FRESH;
}

/** A session in which some facts about one cell are others. */
export function withCell(session: Session, cell: string, change: Partial<CellSession>): Session {
  return { ...session, cells: { ...session.cells, [cell]: { ...cellOf(session, cell), ...change } } };
}

/**
 * Whether the cell's output is what its text says, and if not, why; `truthOf` looks at what the text depends on as well.
 * `text` is the cell's text now.
 */
export function validity(session: Session, cell: string, text: string): [Validity, StaleReason?] {
  const facts = cellOf(session, cell);
  if (facts.ended === "aborted") return ["aborted"];
  if (facts.ranCode === null || facts.ended === null) return ["fresh"];
  if (facts.ranCode !== text) return ["stale", "edited"];
  if (facts.ranGeneration === EARLIER_VISIT) return ["stale", "visit"];
  if (facts.ranGeneration !== session.generation) return ["stale", "kernel"];
  return ["evaluated"];
}

export function activity(session: Session, cell: string): Activity {
  if (cellOf(session, cell).running) return "running";
  return session.queue.some((run) => run.cell === cell) ? "queued" : "idle";
}

/**
 * The outputs to show; null for the build's. A run's first output takes the place of all that stood there, and until
 * then that remains: most runs put out something at once, and the page would shrink and grow for nothing. A run for the
 * sake of an input, of which there may be many in a second, replaces one output after the other.
 */
export function shownOutputs(facts: CellSession): readonly Output[] | null {
  if (facts.ranCode === null) return null;
  const { outputs, messages } = facts.outputs;
  if (!facts.running || (messages > 0 && !facts.byInput)) return outputs;
  if (messages === 0 || facts.before === null) return facts.before;
  const keys = new Set(outputs.map(inputKey));
  const rest = facts.before.slice(outputs.length).filter((output) => !keys.has(inputKey(output) ?? ""));
  return [...outputs, ...rest];
}

/** The key of an input, by which it is the same input in the next run; undefined for any other output. */
export function inputKey(output: Output): string | undefined {
  if (output.type !== "display_data") return undefined;
  return output.data["application/vnd.gradbook.input+json"]?.key;
}

/** The cell that defines a name in the kernel as it stands, if any does. */
export function definerOf(session: Session, name: string): string | null {
  let latest: string | null = null;
  let at = -1;
  for (const [id, facts] of Object.entries(session.cells)) {
    if (facts.ranGeneration === session.generation && facts.ranAt > at && facts.declares.includes(name)) {
      latest = id;
      at = facts.ranAt;
    }
  }
  return latest;
}

/** The place of a cell among those that wait, 1 for the next; 0 if it does not. */
export function placeInQueue(session: Session, cell: string): number {
  return session.queue.findIndex((run) => run.cell === cell) + 1;
}

/** The reader asks for a run; a cell that already waits moves to its new text. */
export function enqueue(session: Session, run: QueuedRun): Session {
  const queue = [...session.queue.filter((other) => other.cell !== run.cell), run];
  return withCell({ ...session, queue }, run.cell, { request: run.request });
}

/** The kernel is free: the first of the queue begins. */
export function begin(session: Session): [Session, QueuedRun | null] {
  const [run, ...queue] = session.queue;
  if (!run || session.kernel !== "idle") return [session, null];
  const facts = cellOf(session, run.cell);
  const told = run.restoring ? {} : { notice: null, recovery: null };
  const next = withCell({ ...session, queue, kernel: "busy", ...told }, run.cell, {
    request: run.request,
    running: true,
    ranCode: run.code,
    ranGeneration: session.generation,
    byInput: run.byInput ?? false,
    ended: null,
    abortedBy: null,
    executionCount: null,
    elapsed: null,
    outputs: EMPTY_BOX,
    before: facts.ranCode === null ? null : shownOutputs(facts),
  });
  return [next, run];
}

/** What a cell put out on an earlier visit stands there again, unless it has run since. */
export function remembered(
  session: Session,
  cell: string,
  { code, outputs, elapsed }: { code: string; outputs: OutputBox; elapsed: number },
): Session {
  const facts = cellOf(session, cell);
  if (facts.ranCode !== null || facts.request !== null) return session;
  return withCell(session, cell, {
    ranCode: code,
    ranGeneration: EARLIER_VISIT,
    ended: "ok",
    outputs,
    elapsed,
  });
}

/** A cell is gone from the notebook, and its names from the kernel. */
export function forgotten(session: Session, cell: string): Session {
  const { [cell]: _gone, ...cells } = session.cells;
  return { ...session, cells, queue: session.queue.filter((run) => run.cell !== cell) };
}

/** A kernel is ready for requests. */
export function kernelReady(session: Session): Session {
  return { ...session, kernel: "idle" };
}

export function kernelStarting(session: Session): Session {
  return { ...session, kernel: "starting" };
}

export function kernelFailed(session: Session): Session {
  return { ...abort(session, "died"), kernel: "failed", queue: [] };
}

/** The kernel is gone: what ran or waited is aborted, and all that had run is of an earlier generation. */
export function kernelLost(session: Session, notice: KernelNotice): Session {
  return {
    ...abort(session, notice),
    generation: session.generation + 1,
    notice,
    kernel: "starting",
    queue: [],
    names: {},
    recovery: null,
  };
}

/** The new kernel is to stand where the lost one stood, as far as it can. */
export function recovering(session: Session, recovery: Recovery): Session {
  return { ...session, recovery };
}

function abort(session: Session, by: KernelNotice): Session {
  let next = session;
  for (const [id, facts] of Object.entries(session.cells)) {
    if (facts.running)
      next = withCell(next, id, { running: false, ended: "aborted", abortedBy: by, request: null });
  }
  for (const run of session.queue) next = withCell(next, run.cell, { request: null });
  return next;
}

/** The output is too much for the page; the caller stops the kernel. */
export function isFlooded(session: Session, cell: string): boolean {
  return cellOf(session, cell).outputs.flooded;
}

/** The error that ended a cell's run, if one did. */
export function errorOf(facts: CellSession): ErrorOutput | null {
  const last = facts.outputs.outputs.at(-1);
  return last?.type === "error" ? last : null;
}
