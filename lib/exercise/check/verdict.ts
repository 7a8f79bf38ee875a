import { ANY_OTHER, listedOutcome } from "../answers";
import type { CodeExercise } from "../exercise";
import type { Outcome } from "../outcome";

/** What a check makes of a program. */
export type Verdict =
  | { kind: "right" }
  /** `key` names the author's feedback; the rest says what was asked and answered, as texts. */
  | { kind: "wrong"; key: string | null; input?: string; expected?: string; got?: string }
  /** The program threw when it was asked. */
  | { kind: "threw"; input: string; message: string }
  /** The program does not define a name that it was asked for. */
  | { kind: "not-defined"; name: string };

/** Characters of one text of a verdict. */
const LONGEST = 500;

/** Reads a verdict that came from a worker; null for anything else. */
export function parseVerdict(data: unknown): Verdict | null {
  if (typeof data !== "object" || data === null) return null;
  const { kind, key, name, input, expected, got, message } = data as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === "string" ? value.slice(0, LONGEST) : undefined);
  switch (kind) {
    case "right":
      return { kind };
    case "wrong":
      return { kind, key: text(key) ?? null, input: text(input), expected: text(expected), got: text(got) };
    case "threw":
      return { kind, input: text(input) ?? "", message: text(message) ?? "" };
    case "not-defined":
      return { kind, name: text(name) ?? "" };
    default:
      return null;
  }
}

/** What a verdict is worth in an exercise. */
export function verdictOutcome({ answers }: Pick<CodeExercise, "answers">, verdict: Verdict): Outcome {
  switch (verdict.kind) {
    case "right":
      return { kind: "right" };
    case "not-defined":
      return { kind: "unreadable", code: "not-defined", details: { name: verdict.name } };
    case "threw":
      return {
        kind: "wrong",
        matched: null,
        code: "threw",
        details: { input: verdict.input, message: verdict.message },
      };
    case "wrong": {
      const { key, input, expected, got } = verdict;
      const details = Object.fromEntries(
        Object.entries({ input, expected, got }).filter(([, text]) => text !== undefined),
      ) as Record<string, string>;
      const other: Outcome =
        Object.keys(details).length > 0
          ? { kind: "wrong", matched: null, code: "differs", details }
          : { kind: "wrong", matched: null };
      const matched = answers.findIndex(({ match }) => match === key || match === ANY_OTHER);
      const listed = answers[matched];
      return listed ? listedOutcome(listed, matched, other) : other;
    }
  }
}
