import { STORAGE_NAME } from "./site";

const KEY = `${STORAGE_NAME}:place`;

/** Notes where somebody reads, for when they come back. */
export function keepPlace(chapter: string, section: string): void {
  try {
    localStorage.setItem(KEY, `${chapter}#${section}`);
  } catch {
    // They will find it again.
  }
}

/** Where somebody read last; null if nobody did. */
export function lastPlace(): { chapter: string; section: string } | null {
  try {
    const [, chapter = "", section = ""] = /^([\w-]+)#(.+)$/.exec(localStorage.getItem(KEY) ?? "") ?? [];
    return chapter === "" ? null : { chapter, section };
  } catch {
    return null;
  }
}
