import { type CodeExercise, checkCode, type Ending, isUntouched, type Outcome } from "@/lib/exercise";
import { startCheck } from "./check-frame";
import { startRealm } from "./learner-frame";

/**
 * What a program is worth. It runs in a fresh kernel, the check in another frame's worker; the page carries questions and
 * answers between them, each taken apart and built anew, and both are thrown away afterwards.
 */
export async function judgeProgram(exercise: CodeExercise, code: string): Promise<Outcome> {
  if (isUntouched(exercise, code)) return { kind: "untouched" };
  const stop = new AbortController();
  try {
    const [realm, check] = await Promise.all([
      startRealm(stop.signal),
      startCheck(exercise.check, stop.signal),
    ]);
    const ended = new Promise<Ending>((resolve) => {
      const timer = window.setTimeout(() => resolve("timeout"), exercise.seconds * 1000);
      stop.signal.addEventListener("abort", () => window.clearTimeout(timer));
      void realm.died.then(() => resolve("died"));
    });
    return await checkCode(exercise, code, realm, check, ended);
  } finally {
    stop.abort();
  }
}
