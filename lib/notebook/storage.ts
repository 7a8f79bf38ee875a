import { type Attempt, isAttempt } from "../exercise/log";
import { answerOf, Database, type StorageFault } from "./database";
import { isAsWritten, mergeCell } from "./merge";
import { type CellDraft, type CellRecord, readCellRecord } from "./record";
import { type CellVersion, isAfterPause, MOST_VERSIONS, readVersion, type VersionReason } from "./versions";

/** Something a learner did in an exercise of a chapter; the log is only ever added to. */
export interface AttemptRecord {
  chapter: string;
  attempt: Attempt;
}

/** A cell that is to be kept. */
export interface CellWrite {
  draft: CellDraft;
  /** What the store held when it was last looked at; null for nothing. */
  known: CellDraft | null;
  /** The author's text; null for a cell of the reader's own. */
  author: string | null;
  /** The reader has taken out a cell of their own. */
  gone?: boolean;
  /** The names that the cell had before: what was kept under them has become this. */
  formerly?: readonly string[] | undefined;
  /** Why what was there is kept as an earlier version, if it is in any case. */
  reason?: VersionReason;
  /** The version under which the text was kept while another tab's stands in its place. */
  aside?: number;
}

/** What became of it. */
export type CellWritten =
  /** What the store holds now; null for nothing. */
  | { kind: "written"; record: CellRecord | null }
  /** Another tab has kept another text in between. It stands, and this one is kept among the earlier versions. */
  | { kind: "conflict"; stored: CellRecord; aside: number };

/** What a cell put out when it ran last. */
export interface OutputRecord {
  chapter: string;
  cell: string;
  /** The text that ran. */
  code: string;
  /** As the kernel sent them; what is read back is to be checked again. */
  outputs: readonly unknown[];
  /** Milliseconds. */
  elapsed: number;
}

/** 1: cells and exercises. 2: earlier versions of cells, and what they put out. */
const VERSION = 2;

/** All that is kept of cells, for the whole course. */
export interface AllCells {
  records: CellRecord[];
  /** Records that could not be read; they stay where they are. */
  unreadable: number;
}

/** What readers leave in this browser: one record a cell, its earlier versions, and a log of exercises. */
export class Storage {
  private readonly database: Database;

  /**
   * @param name of the database; the origin may be shared with other projects, so it carries the course's path
   * @param onDeleted is called when all of it was deleted while the page was open
   */
  constructor(name: string, onDeleted: () => void = () => undefined) {
    this.database = new Database(name, VERSION, upgrade, onDeleted);
  }

  /** Why nothing can be written, though it can be read; null if all is well. */
  fault(): Promise<StorageFault | null> {
    return this.database.fault();
  }

  async cells(chapter: string): Promise<CellRecord[]> {
    const records = await this.database.read("cells", (store) => store.index("chapter").getAll(chapter));
    return records.map(readCellRecord).filter((record) => record !== null);
  }

  /** The cells of all chapters. */
  async allCells(): Promise<AllCells> {
    const found = await this.database.read("cells", (store) => store.getAll());
    const records = found.map(readCellRecord).filter((record) => record !== null);
    return { records, unreadable: found.length - records.length };
  }

  /** Keeps a cell, unless another tab has kept another text in its place since this one last looked. */
  putCell(write: CellWrite): Promise<CellWritten> {
    return this.database.write(["cells", "versions"], async (transaction) => {
      const cells = transaction.objectStore("cells");
      const { draft, known, author } = write;
      const key = [draft.chapter, draft.cell];
      const stored = readCellRecord(await answerOf<unknown>(cells.get(key)));
      const merged = mergeCell(known, stored, draft);
      if (!merged && stored) {
        const aside = await keepAside(transaction, versionOf(draft, "conflict"), write.aside);
        return { kind: "conflict", stored, aside };
      }
      const next = merged ?? draft;
      if (stored && (write.gone || stored.text !== next.text)) {
        const reason = write.reason ?? (isAfterPause(stored, draft.savedAt) ? "edited" : null);
        if (reason) await keepVersion(transaction, versionOf(stored, reason));
      }
      for (const name of write.formerly ?? []) {
        const before = readCellRecord(await answerOf<unknown>(cells.get([draft.chapter, name])));
        if (before && before.text !== next.text)
          await keepVersion(transaction, { ...versionOf(before, "edited"), cell: draft.cell });
        if (before) cells.delete([draft.chapter, name]);
      }
      if (write.gone || isAsWritten(next, author)) {
        cells.delete(key);
        return { kind: "written", record: null };
      }
      const record = { ...next, revision: (stored?.revision ?? 0) + 1 };
      cells.put(record);
      return { kind: "written", record };
    });
  }

  /** Writes cells over whatever is there, all of them or none; what was there is kept among the earlier versions. */
  replaceCells(records: readonly CellRecord[]): Promise<void> {
    return this.database.write(["cells", "versions"], async (transaction) => {
      const cells = transaction.objectStore("cells");
      for (const record of records) {
        const stored = readCellRecord(await answerOf<unknown>(cells.get([record.chapter, record.cell])));
        if (stored && stored.text !== record.text)
          await keepVersion(transaction, versionOf(stored, "replaced"));
        cells.put(record);
      }
    });
  }

  /** Keeps a text among the earlier versions of its cell, unless it is the last of them already. */
  addVersion(version: CellVersion): Promise<void> {
    return this.database.write(["versions"], (transaction) => keepVersion(transaction, version));
  }

  /** The earlier texts of a cell, oldest first. */
  async versions(chapter: string, cell: string): Promise<CellVersion[]> {
    const found = await this.database.read("versions", (store) =>
      store.index("cell").getAll([chapter, cell]),
    );
    return found.map(readVersion).filter((version) => version !== null);
  }

  /** The earlier texts of all cells of all chapters, oldest first. */
  async allVersions(): Promise<CellVersion[]> {
    const found = await this.database.read("versions", (store) => store.getAll());
    return found.map(readVersion).filter((version) => version !== null);
  }

  /** Adds earlier versions, all of them or none. */
  addVersions(versions: readonly CellVersion[]): Promise<void> {
    return this.database.write(["versions"], (transaction) => {
      for (const version of versions) transaction.objectStore("versions").add(version);
    });
  }

  /** What a chapter's cells put out when they ran last. */
  async outputs(chapter: string): Promise<OutputRecord[]> {
    const found = await this.database.read("outputs", (store) => store.index("chapter").getAll(chapter));
    return found.filter(isOutputRecord);
  }

  putOutputs(records: readonly OutputRecord[]): Promise<void> {
    return this.database.write(["outputs"], (transaction) => {
      for (const record of records) transaction.objectStore("outputs").put(record);
    });
  }

  /** Deletes the cells of all chapters, their earlier versions and what they put out. */
  clearCells(): Promise<void> {
    const stores = ["cells", "versions", "outputs"];
    return this.database.write(stores, (transaction) => {
      for (const store of stores) transaction.objectStore(store).clear();
    });
  }

  /** What was done in a chapter's exercises, oldest first. */
  async attempts(chapter: string): Promise<Attempt[]> {
    const records = await this.database.read("exercises", (store) => store.index("chapter").getAll(chapter));
    return attemptsOf(records);
  }

  /** What was done in the exercises of all chapters, oldest first. */
  async allAttempts(): Promise<Attempt[]> {
    return attemptsOf(await this.database.read("exercises", (store) => store.getAll()));
  }

  addAttempt(record: AttemptRecord): Promise<void> {
    return this.addAttempts([record]);
  }

  /** Adds all of them, or none if that fails. */
  addAttempts(records: readonly AttemptRecord[]): Promise<void> {
    return this.database.write(["exercises"], (transaction) => {
      for (const record of records) transaction.objectStore("exercises").add(record);
    });
  }

  /** Deletes what was done in the exercises of all chapters. */
  clearAttempts(): Promise<void> {
    return this.database.write(["exercises"], (transaction) => {
      transaction.objectStore("exercises").clear();
    });
  }
}

/** Makes what is missing: nothing that is there is ever touched. */
function upgrade(database: IDBDatabase): void {
  const missing = (name: string) => !database.objectStoreNames.contains(name);
  if (missing("cells"))
    database.createObjectStore("cells", { keyPath: ["chapter", "cell"] }).createIndex("chapter", "chapter");
  if (missing("outputs"))
    database.createObjectStore("outputs", { keyPath: ["chapter", "cell"] }).createIndex("chapter", "chapter");
  if (missing("exercises"))
    database.createObjectStore("exercises", { autoIncrement: true }).createIndex("chapter", "chapter");
  if (missing("versions"))
    database.createObjectStore("versions", { autoIncrement: true }).createIndex("cell", ["chapter", "cell"]);
}

function isOutputRecord(data: unknown): data is OutputRecord {
  const { cell, code, outputs, elapsed } = (data ?? {}) as Record<string, unknown>;
  return (
    typeof cell === "string" &&
    typeof code === "string" &&
    Array.isArray(outputs) &&
    typeof elapsed === "number"
  );
}

function attemptsOf(records: readonly unknown[]): Attempt[] {
  return records.map((record) => (record as { attempt?: unknown } | null)?.attempt).filter(isAttempt);
}

function versionOf({ chapter, cell, text, savedAt }: CellDraft, reason: VersionReason): CellVersion {
  return { chapter, cell, text, reason, savedAt };
}

/** Keeps a text as a version that is written anew with each further text. @returns its key */
async function keepAside(
  transaction: IDBTransaction,
  version: CellVersion,
  key: number | undefined,
): Promise<number> {
  const versions = transaction.objectStore("versions");
  return Number(await answerOf(key === undefined ? versions.add(version) : versions.put(version, key)));
}

async function keepVersion(transaction: IDBTransaction, version: CellVersion): Promise<void> {
  const versions = transaction.objectStore("versions");
  const keys = await answerOf(versions.index("cell").getAllKeys([version.chapter, version.cell]));
  const last = keys.at(-1);
  const before = last === undefined ? null : readVersion(await answerOf<unknown>(versions.get(last)));
  if (before?.text === version.text) return;
  versions.add(version);
  for (const key of keys.slice(0, Math.max(0, keys.length + 1 - MOST_VERSIONS))) versions.delete(key);
}
