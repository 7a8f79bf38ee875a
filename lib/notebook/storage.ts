import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Attempt, isAttempt } from "../exercise/log";
import type { CellKind, Place } from "./arrangement";

/** A reader's text of one cell. */
export interface CellRecord {
  chapter: string;
  cell: string;
  text: string;
  /** The author's text when the edit was made, so that a later version of the chapter can be told from it. */
  base: string;
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

/** Something a learner did in an exercise of a chapter; the log is only ever added to. */
export interface AttemptRecord {
  chapter: string;
  attempt: Attempt;
}

interface Schema extends DBSchema {
  cells: { key: [string, string]; value: CellRecord; indexes: { chapter: string } };
  exercises: { key: number; value: AttemptRecord; indexes: { chapter: string } };
}

const VERSION = 1;

/**
 * What readers leave in this browser: one record a cell, and a log of exercises. A write counts as done when its
 * transaction has completed, and it is asked to reach the disk (`durability: "strict"`).
 */
export class Storage {
  private database: Promise<IDBPDatabase<Schema>> | null = null;

  /** @param name of the database; the origin may be shared with other projects, so it carries the course's path */
  constructor(private readonly name: string) {}

  private open(): Promise<IDBPDatabase<Schema>> {
    this.database ??= openDB<Schema>(this.name, VERSION, {
      upgrade(database) {
        database
          .createObjectStore("cells", { keyPath: ["chapter", "cell"] })
          .createIndex("chapter", "chapter");
        database.createObjectStore("exercises", { autoIncrement: true }).createIndex("chapter", "chapter");
      },
      // Another tab wants to upgrade: step aside, and open again when next asked.
      blocking: (_current, _blocked, event) => {
        this.database = null;
        (event.target as IDBDatabase).close();
      },
      terminated: () => {
        this.database = null;
      },
    });
    this.database.catch(() => {
      this.database = null;
    });
    return this.database;
  }

  async cells(chapter: string): Promise<CellRecord[]> {
    return (await this.open()).getAllFromIndex("cells", "chapter", chapter);
  }

  /** Writes a cell's text over what was there, one revision up. */
  async putCell(record: Omit<CellRecord, "revision">): Promise<void> {
    const transaction = (await this.open()).transaction("cells", "readwrite", { durability: "strict" });
    const before = await transaction.store.get([record.chapter, record.cell]);
    await transaction.store.put({ ...record, revision: (before?.revision ?? 0) + 1 });
    await transaction.done;
  }

  async deleteCell(chapter: string, cell: string): Promise<void> {
    await (await this.open()).delete("cells", [chapter, cell]);
  }

  /** What was done in a chapter's exercises, oldest first. */
  async attempts(chapter: string): Promise<Attempt[]> {
    const records = await (await this.open()).getAllFromIndex("exercises", "chapter", chapter);
    return records.map((record) => record.attempt).filter(isAttempt);
  }

  /** What was done in the exercises of all chapters, oldest first. */
  async allAttempts(): Promise<Attempt[]> {
    const records = await (await this.open()).getAll("exercises");
    return records.map((record) => record.attempt).filter(isAttempt);
  }

  async addAttempt(record: AttemptRecord): Promise<void> {
    await (await this.open()).add("exercises", record);
  }

  /** Adds all of them, or none if that fails. */
  async addAttempts(records: readonly AttemptRecord[]): Promise<void> {
    const transaction = (await this.open()).transaction("exercises", "readwrite", { durability: "strict" });
    for (const record of records) void transaction.store.add(record);
    await transaction.done;
  }

  /** Deletes what was done in the exercises of all chapters. */
  async clearAttempts(): Promise<void> {
    await (await this.open()).clear("exercises");
  }
}
