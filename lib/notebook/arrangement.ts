/** Where a cell stands that does not stand where its author put it: above or below one of the author's places. */
export interface Place {
  anchor: string;
  side: "above" | "below";
  /** Orders the cells of one side, the smaller the higher. */
  rank: number;
}

/** What a cell holds. The author's cells hold code; the author's text is the chapter itself. */
export type CellKind = "code" | "markdown";

/** What a reader has done to the author's row of cells. */
export interface Arrangement {
  /** The reader's own cells, and those of the author's that the reader has moved, by id. */
  placed: Readonly<Record<string, Place>>;
  /** The author's cells that the reader has taken out. */
  removed: readonly string[];
  /** The reader's own cells that hold text. */
  markdown: readonly string[];
}

export const AS_WRITTEN: Arrangement = { placed: {}, removed: [], markdown: [] };

type Rows = Readonly<Record<Place["side"], ReadonlyMap<string, readonly string[]>>>;

/** Who stands where is asked far more often than it changes. */
const known = new WeakMap<Arrangement["placed"], Rows>();

function rowsOf(placed: Arrangement["placed"]): Rows {
  const before = known.get(placed);
  if (before) return before;
  const rows = { above: new Map<string, string[]>(), below: new Map<string, string[]>() };
  const inOrder = Object.entries(placed).sort(
    ([a, one], [b, other]) => one.rank - other.rank || (a < b ? -1 : 1),
  );
  for (const [id, { anchor, side }] of inOrder) {
    const row = rows[side].get(anchor);
    if (row) row.push(id);
    else rows[side].set(anchor, [id]);
  }
  known.set(placed, rows);
  return rows;
}

const NOBODY: readonly string[] = [];

/** The cells that the reader has put on one side of an author's place, from top to bottom. */
export function placedAt({ placed }: Arrangement, anchor: string, side: Place["side"]): readonly string[] {
  return rowsOf(placed)[side].get(anchor) ?? NOBODY;
}

/** Whether one of the author's cells stands where its author put it. */
export function isAtHome({ placed, removed }: Arrangement, cell: string): boolean {
  return !removed.includes(cell) && !Object.hasOwn(placed, cell);
}

/** All cells in their order. */
export function orderOf(arrangement: Arrangement, author: readonly string[]): string[] {
  return author.flatMap((id) => [
    ...placedAt(arrangement, id, "above"),
    ...(isAtHome(arrangement, id) ? [id] : []),
    ...placedAt(arrangement, id, "below"),
  ]);
}

/** The place right above or below a cell, whosever it is. */
export function placeBeside(arrangement: Arrangement, cell: string, side: Place["side"]): Place {
  const own = arrangement.placed[cell];
  if (!own) return beside(arrangement, cell, side);
  const neighbours = placedAt(arrangement, own.anchor, own.side);
  const next = neighbours[neighbours.indexOf(cell) + (side === "above" ? -1 : 1)];
  const beyond = next === undefined ? undefined : arrangement.placed[next]?.rank;
  const step = side === "above" ? -1 : 1;
  return { ...own, rank: beyond === undefined ? own.rank + step : (own.rank + beyond) / 2 };
}

/** Nearest to an author's place: last of those above it, first of those below it. */
function beside(arrangement: Arrangement, anchor: string, side: Place["side"]): Place {
  const rank = extremeRank(arrangement, anchor, side, side === "above" ? Math.max : Math.min);
  return { anchor, side, rank: rank === null ? 0 : rank + (side === "above" ? 1 : -1) };
}

/** With a cell at a place; null takes it away, one of the author's to where its author put it. */
export function placedTo(arrangement: Arrangement, cell: string, place: Place | null): Arrangement {
  const { [cell]: _old, ...others } = arrangement.placed;
  return { ...arrangement, placed: place ? { ...others, [cell]: place } : others };
}

/** With a cell holding code or text. */
export function withKind(arrangement: Arrangement, cell: string, kind: CellKind): Arrangement {
  const others = arrangement.markdown.filter((id) => id !== cell);
  return { ...arrangement, markdown: kind === "markdown" ? [...others, cell] : others };
}

/** What a cell holds. */
export function kindOf({ markdown }: Arrangement, cell: string): CellKind {
  return markdown.includes(cell) ? "markdown" : "code";
}

function extremeRank(
  arrangement: Arrangement,
  anchor: string,
  side: Place["side"],
  pick: (...ranks: number[]) => number,
): number | null {
  const ranks = placedAt(arrangement, anchor, side).map((id) => arrangement.placed[id]?.rank ?? 0);
  return ranks.length === 0 ? null : pick(...ranks);
}

/**
 * A cell one place further up or down: past its neighbour, past an author's place, or to the next of those. One of the
 * author's that comes to its own place again is at home there. As it is where the cell cannot go on.
 */
export function moved(
  arrangement: Arrangement,
  author: readonly string[],
  cell: string,
  direction: "up" | "down",
): Arrangement {
  const to = direction === "up" ? "above" : "below";
  const from = arrangement.placed[cell];
  if (!from && !author.includes(cell)) return arrangement;
  const without = placedTo(arrangement, cell, null);
  // At home, the next to be passed are the cells on that side of it.
  const { anchor, side } = from ?? { anchor: cell, side: to };
  const row = placedAt(arrangement, anchor, side);
  const at = from ? row.indexOf(cell) : direction === "up" ? row.length : -1;
  const neighbour = row[at + (direction === "up" ? -1 : 1)];
  const target =
    neighbour !== undefined
      ? placeBeside(without, neighbour, to)
      : pastAnchor(without, author, { anchor, side }, to);
  if (!target) return arrangement;
  return placedTo(arrangement, cell, isHome(without, cell, target) ? null : target);
}

/** Whether nothing stands between a place and the cell's own. */
function isHome(without: Arrangement, cell: string, { anchor, side, rank }: Place): boolean {
  if (anchor !== cell) return false;
  const ranks = placedAt(without, cell, side).map((id) => without.placed[id]?.rank ?? 0);
  return ranks.every((other) => (side === "above" ? other < rank : other > rank));
}

/** Over the author's place, or on to the far side of the next one's cells. */
function pastAnchor(
  arrangement: Arrangement,
  author: readonly string[],
  { anchor, side }: Pick<Place, "anchor" | "side">,
  to: Place["side"],
): Place | null {
  if (side !== to) return beside(arrangement, anchor, to);
  const next = author[author.indexOf(anchor) + (to === "above" ? -1 : 1)];
  if (next === undefined) return null;
  const far = to === "above" ? "below" : "above";
  const rank = extremeRank(arrangement, next, far, to === "above" ? Math.max : Math.min);
  return { anchor: next, side: far, rank: rank === null ? 0 : rank + (to === "above" ? 1 : -1) };
}
