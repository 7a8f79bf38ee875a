import type { Outcome } from "./outcome";

/** Something a learner did with an exercise. Entries are only ever added, so that no tab can undo another's. */
export type Attempt =
  | (At & { kind: "answer"; text: string; outcome: Outcome })
  /** `hint` is the hint's place in the exercise's list. */
  | (At & { kind: "hint"; hint: number })
  /** The learner asked for the solution. */
  | (At & { kind: "reveal" });

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

/** Whether a value from outside (storage, an imported file) is an entry of the log. Unknown properties are ignored. */
export function isAttempt(value: unknown): value is Attempt {
  if (!isRecord(value) || typeof value.exercise !== "string" || !Number.isFinite(value.at)) return false;
  switch (value.kind) {
    case "answer":
      return typeof value.text === "string" && isOutcome(value.outcome);
    case "hint":
      return isIndex(value.hint);
    case "reveal":
      return true;
    default:
      return false;
  }
}

function isOutcome(value: unknown): value is Outcome {
  if (!isRecord(value)) return false;
  switch (value.kind) {
    case "untouched":
    case "right":
    case "revealed":
      return true;
    case "wrong":
      return value.matched === null || isIndex(value.matched);
    case "unreadable":
      return (
        typeof value.code === "string" &&
        isRecord(value.details) &&
        Object.values(value.details).every((detail) => typeof detail === "string")
      );
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isIndex(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}
