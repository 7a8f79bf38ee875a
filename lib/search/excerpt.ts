/** A stretch of a text, and whether it is what was looked for. */
export interface ExcerptPiece {
  text: string;
  marked: boolean;
}

/** Columns of an excerpt; a Chinese character takes two. */
const WIDTH = 150;
/** Columns before the first place that is marked. */
const BEFORE = 40;

interface Place {
  from: number;
  to: number;
}

/**
 * Where a text says what was looked for.
 *
 * @param folded the same text, folded
 * @param parts what is marked, folded
 */
export function excerptOf(
  text: string,
  folded: string,
  parts: readonly string[],
  width = WIDTH,
): ExcerptPiece[] {
  const places = placesOf(folded, parts);
  const whole = width === Number.POSITIVE_INFINITY;
  const from = whole ? 0 : startAt(text, densest(places, width));
  const to = whole ? text.length : endAt(text, from, width);
  const pieces: ExcerptPiece[] = [];
  const push = (piece: string, marked: boolean) => {
    if (piece !== "") pieces.push({ text: piece, marked });
  };
  if (from > 0) push("… ", false);
  let at = from;
  for (const place of places) {
    if (place.from < at || place.to > to) continue;
    push(text.slice(at, place.from), false);
    push(text.slice(place.from, place.to), true);
    at = place.to;
  }
  push(text.slice(at, to), false);
  if (to < text.length) push(" …", false);
  return pieces;
}

/** All places of the parts, those that overlap joined. */
function placesOf(folded: string, parts: readonly string[]): Place[] {
  const found: Place[] = [];
  for (const part of new Set(parts)) {
    if (part === "") continue;
    for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + part.length))
      found.push({ from: at, to: at + part.length });
  }
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  const joined: Place[] = [];
  for (const place of found) {
    const last = joined.at(-1);
    if (last && place.from <= last.to) last.to = Math.max(last.to, place.to);
    else joined.push({ ...place });
  }
  return joined;
}

/** From where on the most is marked within an excerpt's length. */
function densest(places: readonly Place[], width: number): number {
  let best = places[0]?.from ?? 0;
  let most = 0;
  for (const [index, { from }] of places.entries()) {
    let marked = 0;
    for (const place of places.slice(index)) {
      if (place.to > from + width / 2) break;
      marked += place.to - place.from;
    }
    if (marked > most) [best, most] = [from, marked];
  }
  return best;
}

const SENTENCE_END = /[.!?。！？；：\n]/;

/** A little before a place: where its sentence begins, if that is near. */
function startAt(text: string, place: number): number {
  let columns = 0;
  let space = place;
  for (let at = place; at > 0; at -= 1) {
    const character = text[at - 1] ?? "";
    if (SENTENCE_END.test(character)) return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    if (/\s/.test(character)) space = at;
    columns += columnsOf(character);
    if (columns > BEFORE) return columnsOf(character) > 1 ? at : space;
  }
  return 0;
}

function endAt(text: string, from: number, width: number): number {
  let columns = 0;
  let space = from;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (/\s/.test(character) || columnsOf(character) > 1) space = at;
    columns += columnsOf(character);
    if (columns > width) return space > from ? space : at;
  }
  return text.length;
}

function columnsOf(character: string): number {
  return character > "\u2e80" ? 2 : 1;
}
