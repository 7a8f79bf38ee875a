import type { CellKind, Place } from "./arrangement";

/** A reader's text of one cell. */
export interface CellRecord {
  chapter: string;
  cell: string;
  text: string;
  /** The author's text when the edit was made, so that a later version of the chapter can be told from it. */
  base: string;
  /** The language of that text; records of earlier versions do not say. */
  locale?: string;
  /** Where the cell stands, for one that the reader added, and for one of the author's that the reader has moved. */
  place?: Place;
  /** What a cell that the reader added holds; absent for code. */
  kind?: CellKind;
  /** For one of the author's that the reader has taken out. */
  removed?: boolean;
  /** Rises with each write. */
  revision: number;
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** A record that is about to be written. */
export type CellDraft = Omit<CellRecord, "revision">;

/** Characters of a cell's text, and of a name, at most. */
const LONGEST_TEXT = 2_000_000;
const LONGEST_NAME = 200;

/**
 * Reads a record that may have been damaged, or come out of a file: taken apart and built anew from checked fields.
 *
 * @returns null for what is no record
 */
export function readCellRecord(data: unknown): CellRecord | null {
  if (typeof data !== "object" || data === null) return null;
  const { chapter, cell, text, base, locale, place, kind, removed, revision, savedAt } = data as Record<
    string,
    unknown
  >;
  if (!isName(chapter) || !isName(cell) || !isText(text) || !isText(base)) return null;
  const record: CellRecord = {
    chapter,
    cell,
    text,
    base,
    revision: isNumber(revision) && revision > 0 ? Math.floor(revision) : 1,
    savedAt: isNumber(savedAt) ? savedAt : 0,
  };
  const stands = readPlace(place);
  if (isName(locale)) record.locale = locale;
  if (stands) record.place = stands;
  if (kind === "markdown" || kind === "code") record.kind = kind;
  if (removed === true) record.removed = true;
  return record;
}

function readPlace(data: unknown): Place | null {
  if (typeof data !== "object" || data === null) return null;
  const { anchor, side, rank } = data as Record<string, unknown>;
  return isName(anchor) && (side === "above" || side === "below") && isNumber(rank)
    ? { anchor, side, rank }
    : null;
}

/** A name goes into selectors and becomes a property, and lists of names are joined by spaces. */
function isName(value: unknown): value is string {
  return (
    typeof value === "string" && /^[^\s"\\]+$/.test(value) && value.length <= LONGEST_NAME && !(value in {})
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_TEXT;
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
