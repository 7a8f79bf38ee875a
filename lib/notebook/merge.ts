import type { CellDraft } from "./record";

/**
 * What is to be written where another tab may have written in between. Text, place and removal are looked at one by one:
 * what only one side has changed is that side's.
 *
 * @param known what the store held when this tab last looked, null for nothing
 * @param stored what it holds now, null for nothing
 * @param mine what this tab wants to keep
 * @returns null if both have written another text: neither may go, so the reader has to choose
 */
export function mergeCell(
  known: CellDraft | null,
  stored: CellDraft | null,
  mine: CellDraft,
): CellDraft | null {
  // Taken back to the author's elsewhere: nothing of it can be lost.
  if (stored === null) return mine;
  const before = known ?? { text: mine.base, place: undefined, kind: undefined, removed: undefined };
  const theirs = stored.text !== before.text;
  if (theirs && mine.text !== before.text && mine.text !== stored.text) return null;
  const merged = { ...mine, text: theirs ? stored.text : mine.text };
  for (const field of ["place", "kind", "removed"] as const) {
    if (same(mine[field], before[field]) && !same(stored[field], before[field]))
      Object.assign(merged, { [field]: stored[field] });
    if (merged[field] === undefined) delete merged[field];
  }
  return merged;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a cell is as and where its author wrote it, so that nothing of it need be kept. */
export function isAsWritten(draft: CellDraft, author: string | null): boolean {
  return draft.text === author && !draft.place && !draft.removed;
}
