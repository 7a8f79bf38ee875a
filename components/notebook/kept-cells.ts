import type { Arrangement, CellRecord, Place } from "@/lib/notebook";

/** What a reader should know of a cell that was kept, and has to decide. */
export type Concern =
  /** Another tab has kept another text in its place. */
  | { kind: "conflict"; other: CellRecord }
  /** The author has changed the cell since; `base` is what the author's text was. */
  | { kind: "author"; base: string }
  /** The author has taken the cell out of the chapter. */
  | { kind: "orphan" };

/** What a reader's records make of the author's chapter. */
export interface KeptCells {
  edits: Record<string, string>;
  arrangement: Arrangement;
  concerns: Record<string, Concern>;
}

/**
 * Reads what was kept of earlier visits. The chapter may have changed since: a cell whose neighbour is gone stands at
 * the end, and a text of a cell that the author has taken out becomes one of the reader's own there, so that nothing is
 * lost.
 */
export function readRecords(
  records: readonly CellRecord[],
  author: readonly { id: string; code: string; formerly?: readonly string[] }[],
  locale: string,
): KeptCells {
  const current = new Map(author.flatMap(({ id, formerly = [] }) => formerly.map((old) => [old, id])));
  const kept = new Set(records.map(({ cell }) => cell));
  const code = new Map(author.map((cell) => [cell.id, cell.code]));
  const last = author.at(-1)?.id;
  const edits: Record<string, string> = {};
  const placed: Record<string, Place> = {};
  const removed: string[] = [];
  const markdown: string[] = [];
  const concerns: Record<string, Concern> = {};
  for (const { cell: name, text, base, locale: language, place, kind, removed: gone } of records) {
    const cell = current.get(name) ?? name;
    // What was written since under the new id is newer.
    if (cell !== name && kept.has(cell)) continue;
    const written = code.get(cell);
    const stands = place && code.has(place.anchor) ? place : null;
    if (written !== undefined) {
      // A cell that was only moved has the author's text of that day.
      const edited = text !== written && text !== base;
      if (edited) edits[cell] = text;
      // Each language has comments of its own: only the author's text in this one tells.
      if (edited && language === locale && base !== "" && base !== written)
        concerns[cell] = { kind: "author", base };
      if (gone) removed.push(cell);
      else if (stands) placed[cell] = stands;
    } else if (last !== undefined && !gone) {
      edits[cell] = text;
      if (base !== "") concerns[cell] = { kind: "orphan" };
      if (kind === "markdown") markdown.push(cell);
      placed[cell] = stands ?? { anchor: last, side: "below", rank: Object.keys(placed).length };
    }
  }
  return { edits, arrangement: { placed, removed, markdown }, concerns };
}

/** A name for a new cell that none has, nor any that may be brought back. */
export function newId({ placed }: Arrangement, removals: readonly { cell: string }[]): string {
  for (let number = 1; ; number += 1) {
    const id = `mine-${number}`;
    if (!Object.hasOwn(placed, id) && !removals.some(({ cell }) => cell === id)) return id;
  }
}
