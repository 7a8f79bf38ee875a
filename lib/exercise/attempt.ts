import type { Outcome } from "./outcome";

/** Something a learner did with an exercise. Entries are only ever added, so that no tab can undo another's. */
export type Attempt =
  /** `values` are those of the parameters, if there are any, so that the entry can be read by itself. */
  | (At & { kind: "answer"; text: string; outcome: Outcome; values?: Record<string, number> })
  /** `hint` is the hint's place in the exercise's list. */
  | (At & { kind: "hint"; hint: number })
  /** The learner asked for the solution. */
  | (At & { kind: "reveal" })
  /** The learner asked for the same with other numbers; `draw` counts from 0, and 0 is what everybody begins with. */
  | (At & { kind: "draw"; draw: number })
  /** A guess, before the cell was run that shows it. */
  | (At & { kind: "predict"; text: string });

interface At {
  /** The exercise's key, unique in the course, for example `backpropagation/dw5`. */
  exercise: string;
  /** Milliseconds since 1970, as of Date.now(). */
  at: number;
}

/** The key of an exercise in the log. */
export function exerciseKey(chapter: string, id: string): string {
  return `${chapter}/${id}`;
}

/** The chapter of a key. */
export function chapterOf(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf("/")));
}

/** Characters of an answer that the log keeps; nobody writes a longer program here. */
export const LONGEST_ANSWER = 20_000;

/** Whether a value from outside (storage, an imported file) is an entry of the log. Unknown properties are ignored. */
export function isAttempt(value: unknown): value is Attempt {
  if (!isRecord(value) || typeof value.exercise !== "string" || !Number.isFinite(value.at)) return false;
  switch (value.kind) {
    case "answer":
      return (
        isText(value.text) &&
        isOutcome(value.outcome) &&
        (value.values === undefined || isValues(value.values))
      );
    case "hint":
      return isIndex(value.hint);
    case "reveal":
      return true;
    case "draw":
      return isIndex(value.draw);
    case "predict":
      return isText(value.text);
    default:
      return false;
  }
}

function isOutcome(value: unknown): value is Outcome {
  if (!isRecord(value)) return false;
  switch (value.kind) {
    case "untouched":
    case "revealed":
      return true;
    case "right":
      return value.matched === undefined || isIndex(value.matched);
    case "wrong":
      return (
        (value.matched === null || isIndex(value.matched)) && (value.code === undefined || isExplained(value))
      );
    case "unreadable":
      return isExplained(value) && (value.matched === undefined || isIndex(value.matched));
    default:
      return false;
  }
}

/** A code, with details that are texts. */
function isExplained({ code, details }: Record<string, unknown>): boolean {
  const texts = details === undefined || (isRecord(details) && Object.values(details).every(isText));
  return typeof code === "string" && texts;
}

function isValues(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((one) => typeof one === "number");
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_ANSWER;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isIndex(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}
