import { downstream, hasRun } from "./downstream";
import { activity, cellOf, type QueuedRun, type Session } from "./session";

/**
 * The runs that readers ask for by setting inputs. A slider that is dragged asks for more than can be carried out: one
 * chain of runs (the input's cell and those that build on it) is in flight at most, and when it has ended, the next
 * takes the newest values; those between are never run.
 */
export interface InputRuns {
  /** Cells with an input that was set after their last run had begun. */
  readonly changed: readonly string[];
  /** The requests of the chain in flight. */
  readonly chain: readonly string[];
  /** When it began, in milliseconds of any origin. */
  readonly began: number;
}

export const NO_INPUT_RUNS: InputRuns = { changed: [], chain: [], began: Number.NEGATIVE_INFINITY };

/** Milliseconds between the beginnings of two chains at least: a frame. */
export const CHAIN_INTERVAL = 1000 / 60;
/** Milliseconds for which a chain's runs are not shown one by one. */
export const CHAIN_HOLD = 100;
/** Milliseconds after which a chain gives way to newer values with what of it still waits. */
export const CHAIN_PATIENCE = 200;

/** What is to be done next for the sake of the inputs. */
export type InputStep =
  | { kind: "nothing" }
  /** To look again after so many milliseconds. */
  | { kind: "wait"; milliseconds: number }
  /** To run cells that have run in this kernel, with the texts that they had then. */
  | { kind: "chain"; session: Session; runs: readonly QueuedRun[] }
  /** To run a cell that has not run in this kernel, and what it needs. */
  | { kind: "first"; cell: string };

/** The reader has set an input of the cell. */
export function inputSet(runs: InputRuns, cell: string): InputRuns {
  return runs.changed.includes(cell) ? runs : { ...runs, changed: [...runs.changed, cell] };
}

/** A run of the cell begins, and takes the newest values with it. */
export function inputsTaken(runs: InputRuns, cell: string): InputRuns {
  if (!runs.changed.includes(cell)) return runs;
  return { ...runs, changed: runs.changed.filter((one) => one !== cell) };
}

/** A chain's runs go out. */
export function chainBegun(runs: InputRuns, chain: readonly QueuedRun[], now: number): InputRuns {
  return { ...runs, chain: chain.map(({ request }) => request), began: now };
}

/** Takes note of a chain's end: none of its requests runs or waits, and the kernel has said that it is done. */
export function chainEnded(runs: InputRuns, session: Session): InputRuns {
  const pending = (request: string) =>
    session.queue.some((run) => run.request === request) ||
    Object.values(session.cells).some((facts) => facts.running && facts.request === request);
  const over = runs.chain.length > 0 && session.kernel !== "busy" && !runs.chain.some(pending);
  return over ? { ...runs, chain: [] } : runs;
}

/**
 * Whether the page should show the session as it was before the chain: one that is soon over is shown when it is, so
 * that nothing flickers under a slider that is dragged.
 */
export function isHeld(runs: InputRuns, now: number): boolean {
  return runs.chain.length > 0 && now - runs.began < CHAIN_HOLD;
}

/**
 * What to do next. To be asked whenever an input was set, a run has ended or a kernel is ready.
 *
 * @param order all cells, in the order of the text
 * @param newRequest names a request
 */
export function nextInputStep(
  runs: InputRuns,
  session: Session,
  order: readonly string[],
  now: number,
  newRequest: (cell: string) => string,
): InputStep {
  const [first] = runs.changed.filter((cell) => !hasRun(session, cell) && activity(session, cell) === "idle");
  if (first !== undefined) return { kind: "first", cell: first };
  const changed = runs.changed.filter((cell) => hasRun(session, cell));
  if (changed.length === 0 || session.kernel !== "idle") return { kind: "nothing" };
  // What the reader asked for otherwise goes first, and so does the rest of a chain that is soon over.
  const superseded = session.queue.filter((run) => runs.chain.includes(run.request));
  const patient = superseded.length > 0 && now - runs.began < CHAIN_PATIENCE;
  if (superseded.length < session.queue.length || patient) return { kind: "nothing" };
  const wait = runs.began + CHAIN_INTERVAL - now;
  if (wait > 0) return { kind: "wait", milliseconds: wait };
  const affected = new Set(changed.flatMap((cell) => [cell, ...downstream(session, order, cell)]));
  // The rest of a superseded chain is for the sake of a value set before; it is still owed.
  for (const { cell } of superseded) affected.add(cell);
  const cells = order.filter((cell) => affected.has(cell));
  return {
    kind: "chain",
    session: { ...session, queue: [] },
    runs: cells.map((cell) => ({
      cell,
      request: newRequest(cell),
      code: cellOf(session, cell).ranCode ?? "",
      byInput: true,
    })),
  };
}
