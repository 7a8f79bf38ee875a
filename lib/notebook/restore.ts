import { cellOf, type Session } from "./session";

/** Milliseconds that may be spent on running again what had run before a kernel was lost. */
export const RESTORE_BUDGET = 3000;

/** What a new kernel needs to stand where the lost one stood. */
export interface Restoration {
  /** The cells to run again, with the texts that had run, in the order in which they had. */
  again: readonly { cell: string; code: string }[];
  /** Cells that would take too long, or need a name of one that would. */
  left: readonly string[];
}

/**
 * A program that never yields can only be ended together with its kernel, and all names go with it. What had run to
 * its end before is run again, as far as that is quick.
 *
 * @param session as it was before the kernel was lost
 */
export function restoration(session: Session, budget: number = RESTORE_BUDGET): Restoration {
  const ran = Object.entries(session.cells)
    .filter(
      ([, facts]) =>
        facts.ended === "ok" && facts.ranGeneration === session.generation && facts.ranCode !== null,
    )
    .sort(([, a], [, b]) => a.ranAt - b.ranAt);
  const again: { cell: string; code: string }[] = [];
  const left: string[] = [];
  const missing = new Set<string>();
  let time = 0;
  for (const [cell, { ranCode, elapsed, declares, uses }] of ran) {
    const takes = elapsed ?? 0;
    if (time + takes > budget || uses.some((name) => missing.has(name))) {
      left.push(cell);
      for (const name of declares) missing.add(name);
    } else {
      time += takes;
      again.push({ cell, code: ranCode ?? "" });
    }
  }
  return { again, left };
}

/** How far a new kernel has come to stand where the lost one stood. */
export interface Recovered {
  /** Cells are still being run again. */
  pending: boolean;
  done: readonly string[];
  /** They would take too long, or need a name of one that would. */
  left: readonly string[];
  /** They ended with an error this time, or waited behind one that did. */
  failed: readonly string[];
}

/** What can be said of the names of cells that had run before the kernel was lost; null if none had. */
export function recovered(session: Session): Recovered | null {
  const { recovery, queue, kernel } = session;
  if (!recovery || recovery.again.length + recovery.left.length === 0) return null;
  const { again, left } = recovery;
  const isDone = (cell: string) => {
    const { ended, ranGeneration } = cellOf(session, cell);
    return ended === "ok" && ranGeneration === session.generation;
  };
  const pending =
    queue.some(({ restoring }) => restoring) || again.some((cell) => cellOf(session, cell).running);
  const done = again.filter(isDone);
  const failed = pending || kernel === "starting" ? [] : again.filter((cell) => !isDone(cell));
  return { pending, done, left, failed };
}
