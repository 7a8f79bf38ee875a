import { type CellDraft, readCellRecord } from "./record";
import type { CellWrite } from "./storage";
import { isVersionReason } from "./versions";

/** A cell that was about to be kept when its page went away. */
export interface LeftWrite {
  /** `known` is what the store held before anything of it was written. */
  write: CellWrite;
  /** Texts that were on their way to the store: any of them may have arrived. */
  passed: string[];
}

/**
 * Reads what a page left behind; null for what cannot be read.
 *
 * @param data as parsed from JSON
 */
export function readLeftWrite(data: unknown): LeftWrite | null {
  const { write, passed } = (data ?? {}) as Record<string, unknown>;
  const { draft, known, author, gone, formerly, reason } = (write ?? {}) as Record<string, unknown>;
  const record = readCellRecord(draft);
  if (!record || !isTexts(passed)) return null;
  const { revision: _, ...kept } = record;
  const read: CellWrite = {
    draft: kept,
    known: readCellRecord(known),
    author: typeof author === "string" ? author : null,
    gone: gone === true,
    formerly: isTexts(formerly) ? formerly : undefined,
  };
  if (isVersionReason(reason)) read.reason = reason;
  return { write: read, passed };
}

/**
 * What is to be written now, when the store may hold some of it already.
 *
 * @param stored what the store holds, null for nothing
 */
export function resumedWrite({ write, passed }: LeftWrite, stored: CellDraft | null): CellWrite {
  return stored && passed.includes(stored.text) ? { ...write, known: stored } : write;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
