import { type CellRecord, readCellRecord } from "../../notebook";
import { type Fields, fieldsOf, listOf, type Reading, refused } from "../json";
import { FACTS_VERSION } from "./author";
import { importsHere, SETUP } from "./library";
import { fromLines } from "./nbformat";

/** A notebook from a file, as far as it can be brought in. */
export interface IncomingNotebook {
  /** The chapter that it was exported from; null for a notebook from elsewhere. */
  chapter: string | null;
  locale: string | null;
  cells: IncomingCell[];
  /** The author's cells that the reader had taken out. */
  removed: CellRecord[];
}

export interface IncomingCell {
  kind: "code" | "markdown";
  /** The name in the course; null for a cell that came to the notebook elsewhere. */
  cell: string | null;
  /** The author's text, which is not brought in. */
  isProse: boolean;
  text: string;
  /** What was kept of it when it was exported. */
  kept: Fields | null;
}

/** Languages that a kernel of ours can make something of. */
const LANGUAGES = ["typescript", "javascript", "deno"];

/** Whether a file says that it is a notebook. */
export function isNotebook(data: unknown): boolean {
  const { nbformat, cells, worksheets } = fieldsOf(data);
  return typeof nbformat === "number" && (Array.isArray(cells) || Array.isArray(worksheets));
}

/** Reads a notebook of nbformat 4; nothing in it is run, and its outputs are left behind. */
export function readNotebook(data: unknown): Reading<IncomingNotebook> {
  const { nbformat, cells, metadata } = fieldsOf(data);
  if (!isNotebook(data) || typeof nbformat !== "number") return refused("unknown-kind");
  if (nbformat < 4) return refused("older-version");
  if (nbformat > 4) return refused("newer-version");
  const { gradbook, kernelspec, language_info } = fieldsOf(metadata);
  const facts = fieldsOf(gradbook);
  if (typeof facts.version === "number" && facts.version > FACTS_VERSION) return refused("newer-version");
  const language = fieldsOf(kernelspec).language ?? fieldsOf(language_info).name;
  if (typeof language === "string" && !LANGUAGES.includes(language.toLowerCase()))
    return refused("other-language");
  const read = listOf(cells)
    .map(readCell)
    .filter((cell) => cell !== null);
  const ids = listOf(cells)
    .map((cell) => fieldsOf(cell).id)
    .filter((id) => id !== undefined);
  const names = read.map(({ cell }) => cell).filter((cell) => cell !== null);
  if (hasTwice(ids) || hasTwice(names)) return refused("duplicate-ids");
  return {
    kind: "read",
    value: {
      chapter: typeof facts.chapter === "string" ? facts.chapter : null,
      locale: typeof facts.locale === "string" ? facts.locale : null,
      cells: read,
      removed: listOf(facts.removed)
        .map(readCellRecord)
        .filter((record) => record !== null),
    },
  };
}

function hasTwice(names: readonly unknown[]): boolean {
  return new Set(names).size < names.length;
}

function readCell(data: unknown): IncomingCell | null {
  const { cell_type, source, metadata } = fieldsOf(data);
  const text = fromLines(source);
  if (text === null || (cell_type !== "code" && cell_type !== "markdown")) return null;
  const { role, cell, kept } = fieldsOf(fieldsOf(metadata).gradbook);
  if (role === "setup" && text.trim() === SETUP) return null;
  return {
    kind: cell_type,
    cell: role === "cell" && typeof cell === "string" ? cell : null,
    isProse: role === "prose",
    text: cell_type === "code" ? importsHere(text) : text,
    kept: kept === undefined ? null : fieldsOf(kept),
  };
}

/**
 * The records that make the page what the file is.
 *
 * @param chapter for which they are
 * @param author the cells of that chapter as they are now, in their order
 * @param locale the language of those
 * @param now milliseconds since 1970
 */
export function recordsOf(
  incoming: IncomingNotebook,
  {
    chapter,
    author,
    locale,
    now,
  }: {
    chapter: string;
    author: readonly { id: string; code: string }[];
    locale: string;
    now: number;
  },
): CellRecord[] {
  const code = new Map(author.map((cell) => [cell.id, cell.code]));
  const records: CellRecord[] = [];
  const names = new Set([...code.keys(), ...incoming.cells.map(({ cell }) => cell)]);
  const present = new Set<string>();
  let anchor: string | null = null;
  let rank = 0;
  let number = 0;
  const first = author[0]?.id;
  // What stands before the author's first cell stands above it, in order.
  const above = incoming.cells.findIndex(({ cell }) => cell !== null && code.has(cell));
  incoming.cells.forEach((cell, at) => {
    if (cell.isProse) return;
    const written = cell.cell === null ? undefined : code.get(cell.cell);
    const kept = cell.kept ?? {};
    if (cell.cell !== null && written !== undefined) {
      present.add(cell.cell);
      if (kept.place === undefined) {
        anchor = cell.cell;
        rank = 0;
      }
      if (cell.text === written && cell.kept === null) return;
      const base = typeof kept.base === "string" ? kept.base : written;
      push({ ...(cell.kept === null && { locale }), ...kept, cell: cell.cell, text: cell.text, base });
      return;
    }
    let { cell: name } = cell;
    while (name === null) {
      number += 1;
      if (!names.has(`mine-${number}`)) name = `mine-${number}`;
    }
    names.add(name);
    const beside = anchor ?? first;
    if (beside === undefined) return;
    rank += 1;
    const side = anchor === null || at < above ? "above" : "below";
    const place = kept.place ?? { anchor: beside, side, rank };
    const kind = cell.kind === "markdown" ? { kind: "markdown" } : {};
    push({ base: "", ...kept, ...kind, cell: name, text: cell.text, place });
  });
  // Only a notebook of this very chapter can have lost one of its cells.
  if (incoming.chapter === chapter) {
    for (const { id, code: text } of author) {
      const before = incoming.removed.find(({ cell }) => cell === id);
      if (!present.has(id))
        push(before ? { ...before } : { cell: id, text, base: text, locale, removed: true });
    }
  }
  return records;

  function push(fields: Fields): void {
    const record = readCellRecord({ revision: 1, savedAt: now, ...fields, chapter });
    if (record) records.push(record);
  }
}
