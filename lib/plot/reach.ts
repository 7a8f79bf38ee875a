/**
 * Pixels from a picture's corner beyond which all places look alike. Browsers keep places as numbers of 32 bits: they
 * refuse a path with a greater one, and draw lines to very distant ones askew.
 */
export const REACH = 1e5;

/** A number as it stands in SVG. */
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/** Whether a text may have a number out of reach: six digits in a row, or a power of ten. */
const SUSPICIOUS = /\d{6}|\de\+?\d/i;

/** Attributes whose every number is a place or a length. */
const PLACES: ReadonlySet<string> = new Set([
  ...["transform", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "points"],
]);

type Point = readonly [x: number, y: number];

/**
 * The attributes of an element with no place beyond reach. A straight line that leads out of reach keeps its direction
 * where it can be seen.
 */
export function withinReach(attributes: Record<string, string>): Record<string, string> {
  if (!Object.values(attributes).some((value) => SUSPICIOUS.test(value))) return attributes;
  const held: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (!SUSPICIOUS.test(value)) held[name] = value;
    else if (name === "d") held[name] = path(value);
    else held[name] = PLACES.has(name) ? heldNumbers(value) : value;
  }
  for (const [start, length] of [
    ["x", "width"],
    ["y", "height"],
  ] as const) {
    if (attributes[length] !== undefined) Object.assign(held, extent(attributes, start, length));
  }
  return held;
}

function hold(place: number): number {
  return Math.min(REACH, Math.max(-REACH, place));
}

function heldNumbers(text: string): string {
  return text.replace(NUMBER, (number) =>
    Math.abs(Number(number)) > REACH ? String(hold(Number(number))) : number,
  );
}

/** A rectangle's beginning and length in one direction: both its ends are held, not its length. */
function extent(
  attributes: Record<string, string>,
  start: "x" | "y",
  length: "width" | "height",
): Record<string, string> {
  const from = Number(attributes[start] ?? 0);
  const to = from + Number(attributes[length]);
  // A size in per cent, say, is no number, and stays.
  if (!Number.isFinite(to) || (Math.abs(from) <= REACH && Math.abs(to) <= REACH)) return {};
  return { [start]: String(hold(from)), [length]: String(hold(to) - hold(from)) };
}

function path(data: string): string {
  if (!data.match(NUMBER)?.some((number) => Math.abs(Number(number)) > REACH)) return data;
  return /^[MLZ\s\d.,e+-]*$/i.test(data) && !/[mlz]/.test(data) ? polylines(data) : heldNumbers(data);
}

/** Lines by absolute places alone, as Plot draws them: where one crosses the border of what is in reach, it bends. */
function polylines(data: string): string {
  let drawn = "";
  let last: Point | null = null;
  let first: Point | null = null;
  for (const [, command = "", rest = ""] of data.matchAll(/([MLZ])([^MLZ]*)/g)) {
    const [x, y] = (rest.match(NUMBER) ?? []).map(Number);
    const end: Point | null = x === undefined || y === undefined ? first : [x, y];
    if (!end) continue;
    const bends: Point[] = command === "M" || !last ? [] : crossings(last, end);
    for (const bend of bends) drawn += `L${bend.map(rounded).join(",")}`;
    if (command === "Z") drawn += "Z";
    else drawn += `${command}${end.map((place) => rounded(hold(place))).join(",")}`;
    if (command === "M") first = end;
    last = end;
  }
  return drawn;
}

function rounded(place: number): number {
  return Math.round(place * 1e3) / 1e3;
}

/** The places at which a straight line enters and leaves what is in reach, if it does; Liang and Barsky's way. */
function crossings(start: Point, end: Point): Point[] {
  const part = [0, 1] as [number, number];
  const border: [Border | null, Border | null] = [null, null];
  for (const axis of [0, 1] as const) {
    const way = end[axis] - start[axis];
    if (way === 0) {
      if (Math.abs(start[axis]) > REACH) return [];
      continue;
    }
    const side = Math.sign(way) * REACH;
    const [enters, leaves] = [(-side - start[axis]) / way, (side - start[axis]) / way];
    if (enters > part[0]) [part[0], border[0]] = [enters, { axis, place: -side }];
    if (leaves < part[1]) [part[1], border[1]] = [leaves, { axis, place: side }];
  }
  if (part[0] > part[1]) return [];
  return border.flatMap((on, i) => {
    if (!on) return [];
    const at = ([0, 1] as const).map((axis) =>
      // Far away, numbers are too coarse to compute the border's own place.
      axis === on.axis ? on.place : hold(start[axis] + (end[axis] - start[axis]) * (part[i] ?? 0)),
    );
    return [[at[0] ?? 0, at[1] ?? 0] as const];
  });
}

/** Where what is in reach ends in one direction. */
interface Border {
  axis: 0 | 1;
  place: number;
}
