import type { LeftWrite } from "@/lib/notebook";
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
}

/** Where earlier pages have left something of a chapter. */
export function leftKeys(chapter: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${chapter}:`));
  } catch {
    return [];
  }
}
