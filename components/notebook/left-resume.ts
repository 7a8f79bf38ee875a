import { type LeftWrite, readLeftWrite, resumedWrite, type Storage } from "@/lib/notebook";

/**
 * Brings to the store what earlier pages of a chapter left behind, oldest texts first. It is loaded only where there is
 * any.
 *
 * @throws what the store throws; what is not written is left for the next time
 */
export async function resumeLeft(storage: Storage, chapter: string, keys: readonly string[]): Promise<void> {
  const stored = new Map((await storage.cells(chapter)).map((record) => [record.cell, record]));
  const writes = keys
    .flatMap(writesOf)
    .sort((one, other) => one.write.draft.savedAt - other.write.draft.savedAt);
  for (const left of writes)
    await storage.putCell(resumedWrite(left, stored.get(left.write.draft.cell) ?? null));
  for (const key of keys) localStorage.removeItem(key);
}

function writesOf(key: string): LeftWrite[] {
  try {
    const data: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(data) ? data.map(readLeftWrite).filter((write) => write !== null) : [];
  } catch {
    return [];
  }
}
