import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Chapter, Problem, Program } from "@/lib/content";
import {
  type Check,
  type CodeExercise,
  checkCode,
  isUntouched,
  type Outcome,
  runCheck,
} from "@/lib/exercise";
import { compileCheck } from "./compile-check";
import { NodeRealm } from "./node-realm";

/**
 * Proves a chapter's program exercises: the solution passes, the starter does not and is told why, and each wrong
 * program earns its own feedback.
 *
 * @returns the problems, and the checks as the page runs them, by the exercise's id
 */
export async function provePrograms(
  chapter: Chapter,
  kernelFile: URL,
): Promise<{ problems: Problem[]; checks: Record<string, string> }> {
  const problems: Problem[] = [];
  const checks: Record<string, string> = {};
  for (const program of chapter.programs) {
    const exercise = chapter.exercises.find(({ id }) => id === program.exercise);
    if (exercise?.kind !== "code") continue;
    const report = (place: { line: number; column: number }, message: string) =>
      problems.push({ file: chapter.file, ...place, code: "answer", message });
    try {
      checks[exercise.id] = await compileCheck(exercise.check);
    } catch (error) {
      const { text, line } = firstError(error);
      const at = { line: program.checkPlace.line + line - 1, column: program.checkPlace.column };
      report(at, `This check cannot be read: ${text}.`);
      continue;
    }
    await prove(exercise, program, checks[exercise.id] ?? "", kernelFile, report);
  }
  return { problems, checks };
}

type Report = (place: { line: number; column: number }, message: string) => void;

async function prove(
  exercise: CodeExercise,
  program: Program,
  check: string,
  kernelFile: URL,
  report: Report,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "check-"));
  try {
    const file = join(folder, "check.mjs");
    writeFileSync(file, check);
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: Check };
    const judge = (code: string) => judgeProgram(exercise, code, module.default, kernelFile);
    const solution = await judge(program.solution);
    if (solution.kind !== "right") {
      report(program.place, `The solution does not pass: ${describe(exercise, solution)}.`);
      return;
    }
    const starter = await judge(exercise.starter);
    if (starter.kind === "right") report(program.place, "The starter passes: there is nothing left to do.");
    else if (starter.kind === "wrong" && starter.matched === null) {
      report(program.place, `The starter is not told what is missing: ${describe(exercise, starter)}.`);
    }
    for (const { key, code, place } of program.wrong) {
      const outcome = await judge(code);
      const earned = keyOf(exercise, outcome);
      if (earned !== key)
        report(place, `This program should earn \`${key}\`: ${describe(exercise, outcome)}.`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a program is worth, in a kernel of its own; one that says no more than the starter is judged all the same. */
export async function judgeProgram(
  exercise: CodeExercise,
  code: string,
  check: Check,
  kernelFile: URL,
): Promise<Outcome> {
  const realm = new NodeRealm(kernelFile, exercise.seconds);
  try {
    const untouched = isUntouched(exercise, code) && code.trim() !== "";
    const asked = untouched ? { ...exercise, starter: "" } : exercise;
    return await checkCode(asked, code, realm, (ask) => runCheck(check, ask), realm.ended);
  } finally {
    await realm.close();
  }
}

function keyOf({ answers }: CodeExercise, outcome: Outcome): string | undefined {
  return "matched" in outcome ? answers[outcome.matched ?? -1]?.match : undefined;
}

function describe(exercise: CodeExercise, outcome: Outcome): string {
  const key = keyOf(exercise, outcome);
  const code = "code" in outcome ? outcome.code : undefined;
  const details = "details" in outcome ? Object.values(outcome.details ?? {}).join(" · ") : "";
  const what = key === undefined ? (code ?? outcome.kind) : `it earns \`${key}\``;
  return details === "" ? what : `${what} (${details})`;
}

/** esbuild's own form of an error. */
function firstError(error: unknown): { text: string; line: number } {
  const first = (error as { errors?: { text: string; location: { line: number } | null }[] }).errors?.[0];
  if (!first) throw error;
  return { text: first.text, line: first.location?.line ?? 1 };
}
