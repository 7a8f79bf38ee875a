/** Where a reader's own cell stands: above or below one of the author's. */
export interface Place {
  anchor: string;
  side: "above" | "below";
  /** Orders the cells of one side, the smaller the higher. */
  rank: number;
}

/** What a reader has done to the author's row of cells. */
export interface Arrangement {
  /** The reader's own cells, by id. */
  added: Readonly<Record<string, Place>>;
  /** The author's cells that the reader has taken out. */
  removed: readonly string[];
}

export const AS_WRITTEN: Arrangement = { added: {}, removed: [] };

/** The reader's own cells on one side of an author's cell, from top to bottom. */
export function ownCells({ added }: Arrangement, anchor: string, side: Place["side"]): string[] {
  return Object.entries(added)
    .filter(([, place]) => place.anchor === anchor && place.side === side)
    .sort(([a, one], [b, other]) => one.rank - other.rank || (a < b ? -1 : 1))
    .map(([id]) => id);
}

/** All cells in their order. */
export function orderOf(arrangement: Arrangement, author: readonly string[]): string[] {
  return author.flatMap((id) => [
    ...ownCells(arrangement, id, "above"),
    ...(arrangement.removed.includes(id) ? [] : [id]),
    ...ownCells(arrangement, id, "below"),
  ]);
}

/** The place right above or below a cell, whosever it is. */
export function placeBeside(arrangement: Arrangement, cell: string, side: Place["side"]): Place {
  const own = arrangement.added[cell];
  if (!own) {
    // Nearest to the author's cell: last of those above it, first of those below it.
    const rank = extremeRank(arrangement, cell, side, side === "above" ? Math.max : Math.min);
    return { anchor: cell, side, rank: rank === null ? 0 : rank + (side === "above" ? 1 : -1) };
  }
  const neighbours = ownCells(arrangement, own.anchor, own.side);
  const next = neighbours[neighbours.indexOf(cell) + (side === "above" ? -1 : 1)];
  const beyond = next === undefined ? undefined : arrangement.added[next]?.rank;
  const step = side === "above" ? -1 : 1;
  return { ...own, rank: beyond === undefined ? own.rank + step : (own.rank + beyond) / 2 };
}

function extremeRank(
  arrangement: Arrangement,
  anchor: string,
  side: Place["side"],
  pick: (...ranks: number[]) => number,
): number | null {
  const ranks = ownCells(arrangement, anchor, side).map((id) => arrangement.added[id]?.rank ?? 0);
  return ranks.length === 0 ? null : pick(...ranks);
}

/**
 * One of the reader's own cells, one place further up or down: past its neighbour, past the author's cell, or to
 * the next of the author's cells. As it is where it cannot go on; the author's cells stay with their text.
 */
export function moved(
  arrangement: Arrangement,
  author: readonly string[],
  cell: string,
  direction: "up" | "down",
): Arrangement {
  const place = arrangement.added[cell];
  if (!place) return arrangement;
  const { [cell]: _gone, ...added } = arrangement.added;
  const without = { ...arrangement, added };
  const to = direction === "up" ? "above" : "below";
  const row = ownCells(arrangement, place.anchor, place.side);
  const neighbour = row[row.indexOf(cell) + (direction === "up" ? -1 : 1)];
  const target =
    neighbour !== undefined ? placeBeside(without, neighbour, to) : pastAnchor(without, author, place, to);
  return target ? { ...arrangement, added: { ...added, [cell]: target } } : arrangement;
}

/** Over the author's cell, or on to the far side of the next one's own cells. */
function pastAnchor(
  arrangement: Arrangement,
  author: readonly string[],
  place: Place,
  to: Place["side"],
): Place | null {
  if (place.side !== to) return placeBeside(arrangement, place.anchor, to);
  const next = author[author.indexOf(place.anchor) + (to === "above" ? -1 : 1)];
  if (next === undefined) return null;
  const side = to === "above" ? "below" : "above";
  const rank = extremeRank(arrangement, next, side, to === "above" ? Math.max : Math.min);
  return { anchor: next, side, rank: rank === null ? 0 : rank + (to === "above" ? 1 : -1) };
}
