/** Why an earlier text of a cell was kept. */
export type VersionReason =
  /** Writing went on after a pause. */
  | "edited"
  /** It was run. */
  | "ran"
  /** The cell went back to its author's text. */
  | "reset"
  /** The cell was taken out. */
  | "removed"
  /** Another tab had kept another text at the same time. */
  | "conflict"
  /** A file, or another version that was brought back, took its place. */
  | "replaced";

const REASONS: readonly string[] = ["edited", "ran", "reset", "removed", "conflict", "replaced"];

export function isVersionReason(value: unknown): value is VersionReason {
  return typeof value === "string" && REASONS.includes(value);
}

/** An earlier text of a cell. */
export interface CellVersion {
  chapter: string;
  cell: string;
  text: string;
  reason: VersionReason;
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** Texts that are kept of one cell at most; the oldest goes first. */
export const MOST_VERSIONS = 60;

/** Milliseconds without a write after which what stands there is worth keeping. A clock may have been set back. */
const PAUSE = 20_000;

/** Whether the text that is about to be written over was written before a pause. */
export function isAfterPause(before: { savedAt: number }, now: number): boolean {
  return Math.abs(now - before.savedAt) >= PAUSE;
}

/** Reads what was kept; null for what is no version. */
export function readVersion(data: unknown): CellVersion | null {
  if (typeof data !== "object" || data === null) return null;
  const { chapter, cell, text, reason, savedAt } = data as Record<string, unknown>;
  if (typeof chapter !== "string" || typeof cell !== "string" || typeof text !== "string") return null;
  if (!isVersionReason(reason)) return null;
  const at = typeof savedAt === "number" && Number.isFinite(savedAt) ? savedAt : 0;
  return { chapter, cell, text, reason, savedAt: at };
}
