import { cellOf, type Session } from "./session";

/**
 * The cells that build on a cell: those that have run in this kernel and use a name that it declares, or that another
 * such cell declares. Wherever they stand, for a cell above may have been run later. Without the cell itself.
 *
 * @param order all cells of the notebook, in the order of the text
 * @returns in that order
 */
export function downstream(session: Session, order: readonly string[], cell: string): string[] {
  const ran = order.filter((id) => id !== cell && hasRun(session, id));
  const found = new Set<string>();
  const names = new Set(cellOf(session, cell).declares);
  for (let before = -1; found.size !== before; ) {
    before = found.size;
    for (const id of ran) {
      const { uses, declares } = cellOf(session, id);
      if (found.has(id) || !uses.some((name) => names.has(name))) continue;
      found.add(id);
      for (const name of declares) names.add(name);
    }
  }
  return ran.filter((id) => found.has(id));
}

/** Whether the cell's last run was in the kernel as it stands, and came to its end, if with an error. */
export function hasRun(session: Session, cell: string): boolean {
  const { ended, ranGeneration } = cellOf(session, cell);
  return (ended === "ok" || ended === "error") && ranGeneration === session.generation;
}

/** What is known of a cell's names before it has run. */
export interface CellNames {
  id: string;
  declares: readonly string[];
  /** Null when nobody knows, for example because its text was changed. */
  uses: readonly string[] | null;
}

/**
 * Those of some cells without which another cannot run: they declare a name that it uses, or that another of them uses.
 * A cell whose names nobody knows may need all, and be needed by all.
 *
 * @param above in the order of the text
 * @returns in that order
 */
export function upstream(above: readonly CellNames[], cell: CellNames): string[] {
  const needed: string[] = [];
  let wanted: Set<string> | null = new Set();
  for (const one of [cell, ...above.toReversed()]) {
    const isNeeded: boolean =
      one === cell || wanted === null || one.uses === null || one.declares.some((name) => wanted?.has(name));
    if (!isNeeded) continue;
    if (one !== cell) needed.push(one.id);
    if (one.uses === null) wanted = null;
    else for (const name of one.uses) wanted?.add(name);
  }
  return needed.reverse();
}
