import type { Arrow, Orientation, Point } from "../network/geometry";
import type { Leg } from "./trail";

/** Where a number stands, seen from the point that it belongs to: to its left or right, and how far below. */
interface Offset {
  readonly side: -1 | 0 | 1;
  readonly below: number;
}

/** Half the width of a digit, and what is free between a number and its point, in units of the drawing. */
const HALF_DIGIT = 4.1;
const FREE = 6;
/** Baselines of a number above and below its point. */
const ABOVE = -13;
const BELOW = 23;

/** How an arrow runs that leads to the left. */
type Way = "straight" | "up" | "down" | "upright";

/**
 * Where the product so far is written: beside the walker, clear of the nodes that it stands at, of the labels on the
 * arrows and of the other path. Between two stops it glides from one place to the next.
 */
export function productPlace(
  at: Point,
  legs: readonly Leg[],
  position: number,
  row: number,
  orientation: Orientation,
  text: string,
): Point {
  const offsetAt = orientation === "across" ? beside : outside;
  const stop = Math.floor(position);
  const part = position - stop;
  const [here, there] = [offsetAt(legs, stop, row), offsetAt(legs, stop + 1, row)];
  const reach = text.length * HALF_DIGIT + FREE;
  return {
    x: at.x + reach * (here.side + (there.side - here.side) * part),
    y: at.y + here.below + (there.below - here.below) * part,
  };
}

/** On a narrow page, on the side that faces away from the other path: below a node that is come to, above one that is left. */
function outside(legs: readonly Leg[], stop: number, row: number): Offset {
  const side = row === 0 ? -1 : 1;
  const come = arrowOf(legs[stop - 1]);
  if (stop <= 1) return { side, below: 20 };
  if (come && wayOf(come) === "upright") return { side, below: 14 };
  return { side, below: -8 };
}

/** On a wide page it depends on the arrow on which the walker has come, and on the one that leads on. */
function beside(legs: readonly Leg[], stop: number, row: number): Offset {
  const [come, next] = [arrowOf(legs[stop - 1]), arrowOf(legs[stop])];
  // There are two paths only beyond the outputs: up to there the output itself says what is outside.
  const first = arrowOf(legs[0]);
  const upper = stop <= 2 && first ? wayOf(first) === "up" : row === 0;
  const outer = upper ? ABOVE : BELOW;
  if (stop <= 1) return { side: stop === 0 ? 0 : 1, below: outer };
  // A node's bias is reached upright.
  if (next && wayOf(next) === "upright") return { side: legs.length > 3 && row === 0 ? -1 : 1, below: 5 };
  if (next) return stop === 2 ? leavingOutput(wayOf(next), outer) : leavingHidden(wayOf(next), outer, row);
  return come ? reachingHidden(wayOf(come), outer) : { side: 0, below: outer };
}

/** A straight arrow has its number behind the rim, a crossing one beyond the node's corner. */
function leavingOutput(way: Way, outer: number): Offset {
  if (way === "straight") return { side: -1, below: outer };
  return { side: 1, below: way === "up" ? ABOVE - 2 : BELOW + 2 };
}

/** A crossing arrow has its weight near the node: the number stands on the other side. */
function reachingHidden(way: Way, outer: number): Offset {
  if (way === "straight") return { side: 1, below: outer };
  return { side: -1, below: way === "up" ? BELOW + 3 : ABOVE - 3 };
}

/** Both paths are one here, and so are the walkers: one number beside them, and one above or below. */
function leavingHidden(way: Way, outer: number, row: number): Offset {
  if (way === "straight") return { side: -1, below: outer };
  if (way === "up") return row === 0 ? { side: 0, below: ABOVE - 5 } : { side: -1, below: -2 };
  return row === 0 ? { side: -1, below: 12 } : { side: 0, below: BELOW + 5 };
}

function arrowOf(leg: Leg | undefined): Arrow | null {
  return leg?.kind === "arrow" ? leg.arrow : null;
}

function wayOf({ start, end }: Arrow): Way {
  if (Math.abs(end.y - start.y) < 1) return "straight";
  if (Math.abs(end.x - start.x) < 1) return "upright";
  return end.y < start.y ? "up" : "down";
}
