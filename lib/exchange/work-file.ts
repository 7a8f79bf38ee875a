import { type Attempt, isAttempt } from "../exercise/log";
import { type CellRecord, type CellVersion, readCellRecord, readVersion } from "../notebook";
import { fieldsOf, listOf, type Reading, readJson, refused } from "./json";

/** What a file of a reader's work says of itself. */
const FORMAT = "gradbook-work";
const FORMAT_VERSION = 1;

/** All that a reader has left in a browser. */
export interface Work {
  cells: CellRecord[];
  versions: CellVersion[];
  /** From which the learner's variants of exercises are drawn. */
  seed: number | null;
  attempts: Attempt[];
}

/** All of it as JSON, to be brought in again. The same work makes the same file. */
export function writeWork({ cells, versions, seed, attempts }: Work): string {
  // A record has its fields in one order, wherever it comes from.
  const ordered = cells.map((cell) => readCellRecord(cell) ?? cell);
  const file = { format: FORMAT, version: FORMAT_VERSION, cells: ordered, versions, seed, attempts };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Whether a file says that it is of this kind. */
export function isWork(data: unknown): boolean {
  return fieldsOf(data).format === FORMAT;
}

/** Reads what `writeWork` wrote. Entries that are none are left out and counted. */
export function readWork(data: unknown): Reading<Work & { unreadable: number }> {
  const { format, version, cells, versions, seed, attempts } = fieldsOf(data);
  if (format !== FORMAT || typeof version !== "number") return refused("unknown-kind");
  if (version > FORMAT_VERSION) return refused("newer-version");
  const records = listOf(cells).map(readCellRecord);
  const read = {
    cells: records.filter((record) => record !== null),
    versions: listOf(versions)
      .map(readVersion)
      .filter((one) => one !== null),
    seed: Number.isInteger(seed) ? (seed as number) : null,
    attempts: listOf(attempts).filter(isAttempt),
  };
  const names = read.cells.map(({ chapter, cell }) => JSON.stringify([chapter, cell]));
  if (new Set(names).size < names.length) return refused("duplicate-ids");
  const given = listOf(cells).length + listOf(versions).length + listOf(attempts).length;
  const kept = read.cells.length + read.versions.length + read.attempts.length;
  return { kind: "read", value: { ...read, unreadable: given - kept } };
}

/** Reads a file's text: JSON first, and then what it holds. */
export function readWorkText(text: string): Reading<Work & { unreadable: number }> {
  const json = readJson(text);
  return json.kind === "read" ? readWork(json.value) : json;
}

/** What bringing in some cells would do to those that are there. */
export interface CellPlan {
  /** Of which there is nothing yet. */
  fresh: CellRecord[];
  /** Of which there is another text. */
  differing: CellRecord[];
  /** That are there already. */
  same: number;
}

export function planCells(present: readonly CellRecord[], incoming: readonly CellRecord[]): CellPlan {
  const key = ({ chapter, cell }: CellRecord) => JSON.stringify([chapter, cell]);
  const here = new Map(present.map((record) => [key(record), record]));
  const facts = ({ text, place, kind, removed }: CellRecord) => JSON.stringify([text, place, kind, removed]);
  const plan: CellPlan = { fresh: [], differing: [], same: 0 };
  for (const record of incoming) {
    const before = here.get(key(record));
    if (!before) plan.fresh.push(record);
    else if (facts(before) !== facts(record)) plan.differing.push(record);
    else plan.same += 1;
  }
  return plan;
}

/** The versions of `added` that `known` does not hold: a file brought in twice adds nothing the second time. */
export function newVersions(known: readonly CellVersion[], added: readonly CellVersion[]): CellVersion[] {
  const name = ({ chapter, cell, text, reason, savedAt }: CellVersion) =>
    JSON.stringify([chapter, cell, savedAt, reason, text]);
  const seen = new Set(known.map(name));
  return added.filter((version) => {
    const isNew = !seen.has(name(version));
    seen.add(name(version));
    return isNew;
  });
}
