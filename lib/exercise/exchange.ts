import { type Attempt, isAttempt } from "./attempt";

/** What a file of exported progress says of itself. */
const FORMAT = "gradbook-progress";
const FORMAT_VERSION = 1;

/** A learner's log as it leaves the browser and comes back. */
export interface ProgressFile {
  /** From which the learner's variants of exercises are drawn. */
  seed: number | null;
  attempts: Attempt[];
}

/** Why a file cannot be imported. The page has a sentence for each, in each language. */
export type ImportErrorCode = "not-json" | "not-progress" | "newer-version" | "too-large";

/** What became of a file: what it holds, and how many of its entries could not be read; or why it is none of ours. */
export type ImportReading =
  | ({ kind: "read"; refused: number } & ProgressFile)
  | { kind: "refused"; code: ImportErrorCode };

/** Characters of a file: some hundred thousand entries. */
const LARGEST = 50_000_000;

/** The log as JSON: everything, to be imported again. */
export function toJson({ seed, attempts }: ProgressFile): string {
  return `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, seed, attempts }, null, 1)}\n`;
}

/** Reads what `toJson` wrote. Entries that are none are left out and counted. */
export function fromJson(text: string): ImportReading {
  if (text.length > LARGEST) return { kind: "refused", code: "too-large" };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { kind: "refused", code: "not-json" };
  }
  const { format, version, seed, attempts } = (data ?? {}) as Record<string, unknown>;
  if (format !== FORMAT || typeof version !== "number" || !Array.isArray(attempts)) {
    return { kind: "refused", code: "not-progress" };
  }
  if (version > FORMAT_VERSION) return { kind: "refused", code: "newer-version" };
  const read = attempts.filter(isAttempt);
  return {
    kind: "read",
    refused: attempts.length - read.length,
    seed: Number.isInteger(seed) ? (seed as number) : null,
    attempts: read,
  };
}

const COLUMNS = ["time", "exercise", "event", "answer", "outcome", "matched", "reason", "values"] as const;

/** The log as a table for spreadsheets (RFC 4180), one line an entry. Times are ISO 8601 in UTC. */
export function toCsv(attempts: readonly Attempt[]): string {
  const lines = attempts.map((attempt) => COLUMNS.map((column) => cell(field(attempt, column))).join(","));
  // The mark at the beginning lets spreadsheets know the encoding.
  return `\uFEFF${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}

function field(attempt: Attempt, column: (typeof COLUMNS)[number]): string {
  const outcome = attempt.kind === "answer" ? attempt.outcome : undefined;
  switch (column) {
    case "time":
      return isoTime(attempt.at);
    case "exercise":
      return attempt.exercise;
    case "event":
      return attempt.kind;
    case "answer":
      return "text" in attempt ? attempt.text : "hint" in attempt ? String(attempt.hint + 1) : "";
    case "outcome":
      return outcome?.kind ?? "";
    case "matched":
      return outcome && "matched" in outcome && typeof outcome.matched === "number"
        ? String(outcome.matched + 1)
        : "";
    case "reason":
      return outcome && "code" in outcome ? (outcome.code ?? "") : "";
    case "values":
      return attempt.kind === "answer" && attempt.values
        ? Object.entries(attempt.values)
            .map(([name, value]) => `${name}=${value}`)
            .join("; ")
        : "";
  }
}

/** Beyond what dates can say, the milliseconds as they are. */
function isoTime(at: number): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at);
}

/** Spreadsheets take a text that begins with one of these for a formula, and would carry it out. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const harmless = FORMULA.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The entries of `added` that `known` does not hold yet: a file imported twice adds nothing the second time. */
export function newAttempts(known: readonly Attempt[], added: readonly Attempt[]): Attempt[] {
  const seen = new Set(known.map(identity));
  return added.filter((attempt) => {
    const name = identity(attempt);
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

/** The same for the same entry, whatever the order of its properties. */
function identity(attempt: Attempt): string {
  const { exercise, at, kind } = attempt;
  const rest =
    "text" in attempt
      ? attempt.text
      : "hint" in attempt
        ? attempt.hint
        : "draw" in attempt
          ? attempt.draw
          : "";
  return JSON.stringify([exercise, at, kind, rest]);
}
