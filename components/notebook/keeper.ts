import {
  type CellDraft,
  type CellRecord,
  type CellVersion,
  type CellWrite,
  faultOf,
  type Storage,
  type StorageFault,
  type VersionReason,
} from "@/lib/notebook";
import { STORAGE_NAME } from "../layout/site";
import { LeftWrites, leftKeys } from "./left-writes";

/** How it stands with what the reader has written. */
export interface Keeping {
  storage: "unknown" | "saving" | "saved" | "failed";
  /** Why it is not kept. */
  fault: StorageFault | null;
}

/** The notebook whose cells are kept. */
interface KeptNotebook {
  /** What is to be kept of a cell. */
  write(cell: string): Pick<CellWrite, "draft" | "author" | "gone" | "formerly">;
  /** The store holds these: what is on the page shall be the same. */
  adopt(records: readonly CellRecord[]): void;
  /** Another tab has kept another text of a cell that was changed here; null when it is gone again. */
  conflicts(cell: string, stored: CellRecord | null): void;
  tell(keeping: Partial<Keeping>): void;
}

/** Texts of one cell that are on their way to the store. */
interface Writing {
  /** What the store held before the first of them. */
  known: CellDraft | null;
  texts: string[];
  /** How many have not arrived. */
  left: number;
}

/** Milliseconds without typing after which an edit is written. */
const SAVE_DELAY = 400;
/** Milliseconds after which a store that does not answer is spoken of. */
const SILENCE = 3000;

/**
 * Keeps a chapter's cells in the browser's store, and watches what other tabs do with them. A text is never written over
 * another one that this tab does not know.
 */
export class CellKeeper {
  private readonly unsaved = new Map<string, VersionReason | undefined>();
  /** What the store holds, as far as this tab knows. */
  private readonly known = new Map<string, CellDraft>();
  private readonly writing = new Map<string, Writing>();
  /** Cells of which another tab has kept another text, and where this one's is kept meanwhile. */
  private readonly asides = new Map<string, number>();
  /** The reading that began ahead of its use. */
  private reading: Promise<CellRecord[]> | null = null;
  private timer = 0;
  /** The last writing did not succeed. */
  private failed = false;
  /** What is on the page is not the reader's own, and is not kept. */
  private paused = false;
  private channel: BroadcastChannel | null = null;
  private readonly left: LeftWrites;

  constructor(
    private readonly storage: Storage,
    private readonly chapter: string,
    private readonly notebook: KeptNotebook,
  ) {
    this.left = new LeftWrites(chapter);
  }

  /** Begins to read what is kept, before anyone is told of it. */
  readAhead(): void {
    this.reading ??= this.readFirst();
    // A failure is met again, and said, by who uses it.
    this.reading.catch(() => undefined);
  }

  /** Reads what is kept, with what an earlier page could not write any more. */
  private async readFirst(): Promise<CellRecord[]> {
    const left = leftKeys(this.chapter);
    if (left.length > 0)
      await import("./left-resume")
        .then(({ resumeLeft }) => resumeLeft(this.storage, this.chapter, left))
        .catch(() => undefined);
    return this.storage.cells(this.chapter);
  }

  /** Reads what is kept, and goes on listening to other tabs. */
  async begin(): Promise<void> {
    if ("BroadcastChannel" in globalThis) {
      this.channel = new BroadcastChannel(STORAGE_NAME);
      this.channel.onmessage = ({ data }) => {
        if (data === this.chapter) void this.refresh();
      };
    }
    this.readAhead();
    await this.refresh();
  }

  /** The page may be going away: writes what is unsaved, and leaves behind what may not arrive any more. */
  leave(): void {
    void this.save();
    const writes = [...this.writing].map(([cell, { known, texts }]) => ({
      write: { ...this.notebook.write(cell), known },
      passed: texts,
    }));
    if (writes.length > 0) this.left.leave(writes);
  }

  end(): void {
    this.channel?.close();
    this.channel = null;
  }

  /** What is kept of a cell, as far as this tab knows. */
  kept(cell: string): CellDraft | undefined {
    return this.known.get(cell);
  }

  get hasUnsaved(): boolean {
    return this.unsaved.size > 0;
  }

  /** Whether this page has a text of the cell that the store does not have. */
  isUnsaved(cell: string): boolean {
    return this.unsaved.has(cell) || this.writing.has(cell);
  }

  /** The record of a text: the store's, if it has that. */
  recordOf(cell: string, draft: CellDraft): CellRecord {
    const known = this.known.get(cell);
    const revision = known && "revision" in known ? Number(known.revision) : 1;
    return known && !differs(known, draft) ? { ...known, revision } : { ...draft, revision };
  }

  /** From now on nothing is written, and nothing that the store holds is shown. What is unsaved is written before. */
  async pause(): Promise<void> {
    await this.save();
    this.paused = true;
  }

  /** Reads what the store holds now. */
  async refresh(): Promise<void> {
    if (this.paused) return;
    await this.attempt(async () => {
      const reading = this.reading ?? this.storage.cells(this.chapter);
      this.reading = null;
      const [fault, records] = await Promise.all([this.storage.fault(), reading]);
      const stored = records.filter(({ cell }) => !this.isUnsaved(cell));
      const isOpen = (cell: string) => this.isUnsaved(cell) || this.asides.has(cell);
      for (const cell of [...this.known.keys()]) if (!isOpen(cell)) this.known.delete(cell);
      for (const record of stored) if (!isOpen(record.cell)) this.known.set(record.cell, record);
      // It may have been paused in the meantime.
      if (!this.paused) this.notebook.adopt(stored);
      return fault;
    });
  }

  /** Does something with the store, and says how it went, and that it takes long if it does. */
  private async attempt(work: () => Promise<StorageFault | null>): Promise<void> {
    const silence = window.setTimeout(
      () => this.notebook.tell({ storage: "failed", fault: "silent" }),
      SILENCE,
    );
    try {
      const fault = await work();
      if (fault) this.notebook.tell({ storage: "failed", fault });
      // That it can be read does not mend what could not be written.
      else if (!this.failed || !this.hasUnsaved)
        this.notebook.tell({ storage: this.hasUnsaved ? "saving" : "saved", fault: null });
    } catch (error) {
      this.notebook.tell({ storage: "failed", fault: faultOf(error) });
    } finally {
      window.clearTimeout(silence);
    }
  }

  /** @param reason why what the store holds of it is to be kept as an earlier version, if that is not left to time */
  saveSoon(cell: string, reason?: VersionReason): void {
    if (this.paused) return;
    this.unsaved.set(cell, reason ?? this.unsaved.get(cell));
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), SAVE_DELAY);
  }

  saveNow(cell: string, reason?: VersionReason): void {
    this.saveSoon(cell, reason);
    void this.save();
  }

  /** Writes what is unsaved. */
  async save(): Promise<void> {
    window.clearTimeout(this.timer);
    const cells = [...this.unsaved];
    this.unsaved.clear();
    if (cells.length === 0 || this.paused) return;
    await this.attempt(async () => {
      const results = await Promise.allSettled(cells.map(([cell, reason]) => this.put(cell, reason)));
      const failed = results.find((result) => result.status === "rejected");
      this.failed = failed !== undefined;
      if (failed) throw failed.reason;
      if (!this.hasUnsaved && this.writing.size === 0) this.left.takeBack();
      this.channel?.postMessage(this.chapter);
      return null;
    });
  }

  private async put(cell: string, reason: VersionReason | undefined): Promise<void> {
    const known = this.known.get(cell) ?? null;
    const write = this.notebook.write(cell);
    // Transactions follow each other: the next one will find this text, unless this one fails.
    this.known.set(cell, write.draft);
    const isLatest = () => this.known.get(cell) === write.draft;
    const aside = this.asides.get(cell);
    const writing = this.writing.get(cell) ?? { known, texts: [], left: 0 };
    writing.texts.push(write.draft.text);
    writing.left += 1;
    this.writing.set(cell, writing);
    try {
      const written = await this.storage.putCell({ ...write, known, reason, aside });
      this.arrived(cell);
      if (written.kind === "conflict") {
        this.asides.set(cell, written.aside);
        if (isLatest()) this.know(cell, known);
        this.notebook.conflicts(cell, written.stored);
        return;
      }
      if (this.asides.delete(cell)) this.notebook.conflicts(cell, null);
      if (isLatest()) {
        this.know(cell, written.record);
        // Another tab has changed something else of it.
        if (written.record && differs(written.record, write.draft)) await this.refresh();
      }
    } catch (error) {
      this.arrived(cell);
      if (isLatest()) this.know(cell, known);
      if (!this.unsaved.has(cell)) this.unsaved.set(cell, reason);
      throw error;
    }
  }

  private arrived(cell: string): void {
    const writing = this.writing.get(cell);
    if (!writing) return;
    writing.left -= 1;
    if (writing.left === 0) this.writing.delete(cell);
  }

  /** The reader has seen what the store holds. */
  know(cell: string, record: CellDraft | null): void {
    if (record) this.known.set(cell, record);
    else this.known.delete(cell);
  }

  /** A conflict is settled: the text that was kept aside is an earlier version like others. */
  settled(cell: string): void {
    this.asides.delete(cell);
  }

  /** The store was deleted: what this page still has is written again. */
  writeAgain(cells: readonly string[]): void {
    this.known.clear();
    for (const cell of cells) this.saveNow(cell);
  }

  /** Keeps a text that the reader may want to come back to. */
  keepVersion(version: CellVersion): void {
    if (this.paused) return;
    // If it fails, the next write fails as well, and says so.
    this.storage.addVersion(version).catch(() => undefined);
  }
}

function differs(one: CellDraft, other: CellDraft): boolean {
  const facts = ({ text, place, kind, removed }: CellDraft) => JSON.stringify([text, place, kind, removed]);
  return facts(one) !== facts(other);
}
