import { type LeftWrite, readLeftWrite } from "@/lib/notebook";
import { STORAGE_NAME } from "../layout/site";

const PREFIX = `${STORAGE_NAME}:left:`;

/**
 * What a page leaves behind when it goes away with something unwritten. The store's transactions take several turns of
 * the page's loop, of which a page that is leaving has none left; this is written at once, and brought to the store
 * when the chapter is opened next.
 */
export class LeftWrites {
  /** Tabs that leave at the same time do not write over each other. */
  private readonly own: string;
  private isLeft = false;

  constructor(chapter: string) {
    this.own = `${PREFIX}${chapter}:${Math.random().toString(36).slice(2)}`;
  }

  leave(writes: readonly LeftWrite[]): void {
    try {
      localStorage.setItem(this.own, JSON.stringify(writes));
      this.isLeft = true;
    } catch {
      // There is no other place for it.
    }
  }

  /** This page is still there, and has written all of it. */
  takeBack(): void {
    if (this.isLeft) localStorage.removeItem(this.own);
    this.isLeft = false;
  }

  /** Whether an earlier page has left anything. */
  static any(chapter: string): boolean {
    return keys(chapter).length > 0;
  }

  /** Has all that was left written, oldest texts first; what is not written is left for the next time. */
  static async resume(chapter: string, work: (writes: LeftWrite[]) => Promise<void>): Promise<void> {
    const left = keys(chapter);
    const writes = left
      .flatMap(writesOf)
      .sort((one, other) => one.write.draft.savedAt - other.write.draft.savedAt);
    await work(writes);
    for (const key of left) localStorage.removeItem(key);
  }
}

function keys(chapter: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${chapter}:`));
  } catch {
    return [];
  }
}

function writesOf(key: string): LeftWrite[] {
  try {
    const data: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(data) ? data.map(readLeftWrite).filter((write) => write !== null) : [];
  } catch {
    return [];
  }
}
