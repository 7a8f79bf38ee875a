import type { CodeExercise } from "../exercise";
import type { Outcome } from "../outcome";
import type { Ask, Reply } from "./run-check";
import { type Verdict, verdictOutcome } from "./verdict";

/** Where a learner's program lives: apart from the check, and thrown away after it. */
export interface LearnerRealm {
  /** Runs the program. */
  load(code: string): Promise<Reply & { line?: number; column?: number }>;
  ask: Ask;
}

/** How a learner's realm can end before its time. */
export type Ending = "timeout" | "died";

/**
 * What a program is worth. The program is loaded into its realm; the check asks it from another, and reaches its
 * verdict there.
 *
 * @param check runs the check, which asks through its parameter
 * @param ended settles when the realm ends before its time
 */
export async function checkCode(
  exercise: Pick<CodeExercise, "answers" | "starter" | "seconds">,
  code: string,
  realm: LearnerRealm,
  check: (ask: Ask) => Promise<Verdict>,
  ended: Promise<Ending>,
): Promise<Outcome> {
  if (isUntouched(exercise, code)) return { kind: "untouched" };
  const outcome = judge(exercise, code, realm, check);
  const ending = ended.then((how): Outcome => endingOutcome(exercise, how));
  return Promise.race([outcome, ending]);
}

/** Whether a program says no more than what the learner was given: white space aside, it is the same. */
export function isUntouched({ starter }: Pick<CodeExercise, "starter">, code: string): boolean {
  const bare = (text: string) => text.replace(/\s+/g, "");
  return bare(code) === "" || bare(code) === bare(starter);
}

async function judge(
  exercise: Pick<CodeExercise, "answers">,
  code: string,
  realm: LearnerRealm,
  check: (ask: Ask) => Promise<Verdict>,
): Promise<Outcome> {
  const loaded = await realm.load(code);
  if (loaded.kind === "error") {
    const { message, line, column } = loaded;
    const details: Record<string, string> = { message };
    if (line !== undefined) details.line = String(line);
    if (column !== undefined) details.column = String(column);
    return { kind: "unreadable", code: "does-not-run", details };
  }
  return verdictOutcome(exercise, await check(realm.ask));
}

function endingOutcome({ seconds }: Pick<CodeExercise, "seconds">, how: Ending): Outcome {
  if (how === "died") return { kind: "wrong", matched: null, code: "died" };
  return { kind: "wrong", matched: null, code: "timeout", details: { seconds: String(seconds) } };
}
