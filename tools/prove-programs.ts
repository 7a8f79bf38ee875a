import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Chapter,
  didYouMean,
  formatProblem,
  type Place,
  type Problem,
  type Program,
  problemAt,
} from "@/lib/content";
import {
  type Check,
  type CodeExercise,
  checkCode,
  isUntouched,
  type Outcome,
  Reached,
  runCheck,
} from "@/lib/exercise";
import { CheckError, compileCheck, TOOLS } from "./compile-check";
import { unlessEndless } from "./endless";
import { NodeRealm } from "./node-realm";

/** There is no saying more: nothing runs any longer that could. */
const ENDLESS =
  "This check does not end: it has been computing by itself, without asking the program anything. Correct its loops, and begin again.";

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
    const report: Report = (place, message) =>
      problems.push(problemAt(chapter.file, "program", place, message));
    let check: string;
    try {
      check = await compileCheck(exercise.check);
    } catch (error) {
      if (!(error instanceof CheckError)) throw error;
      const { line, column } = program.places.check;
      const place = { line: line + error.line - 1, column: column + error.column - 1 };
      if (!program.inherited) report(place, `This check is no TypeScript: ${error.message}.`);
      continue;
    }
    checks[exercise.id] = check;
    if (program.inherited) continue;
    const endless = problemAt(chapter.file, "program", program.places.check, ENDLESS);
    await unlessEndless(formatProblem(endless), () => prove(exercise, program, check, kernelFile, report));
  }
  return { problems, checks };
}

type Report = (place: Place, message: string) => void;

async function prove(
  exercise: CodeExercise,
  { places, solution: solved, wrong }: Program,
  check: string,
  kernelFile: URL,
  report: Report,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "check-"));
  try {
    const file = join(folder, "check.mjs");
    writeFileSync(file, check);
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: Check };
    let thrown: Error | undefined;
    const judge = (code: string) =>
      judgeProgram(
        exercise,
        code,
        noting(module.default, (error) => (thrown = error)),
        kernelFile,
      );
    const solution = await judge(solved);
    if (thrown) {
      const missing = /^(\S+) is not defined$/.exec(thrown.message)?.[1];
      const advice =
        missing === undefined ? "" : didYouMean(missing, TOOLS) || ` It has: ${TOOLS.join(", ")}.`;
      report(
        places.check,
        `With the solution, the check itself throws ${thrown.name}: ${thrown.message}.${advice}`,
      );
      return;
    }
    if (solution.kind !== "right") {
      report(
        places.solution,
        `The solution does not pass: ${describe(exercise, solution)}. Correct the solution, or what the check expects.`,
      );
      return;
    }
    const starter = await judge(exercise.starter);
    if (starter.kind === "right") {
      report(
        places.starter,
        "The starter passes: there is nothing left to do. Take the answer out of it, or let the check ask for more.",
      );
    } else if (starter.kind === "wrong" && starter.matched === null) {
      report(
        places.starter,
        `No feedback tells where to begin: with the starter, ${describe(exercise, starter)}. Begin the check with when(…, "todo"), and write - \`todo\` :: what is still to be done.`,
      );
    }
    for (const { key, code, place } of wrong) {
      const outcome = await judge(code);
      if (keyOf(exercise, outcome) === key) continue;
      report(
        place,
        `This wrong program should earn \`${key}\`, but ${describe(exercise, outcome)}. Correct the program, or the check's when(…, "${key}").`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The check, telling what it throws besides its verdict: for its author that is a mistake of its own. */
function noting(check: Check, note: (error: Error) => void): Check {
  return async (tools) => {
    try {
      await check(tools);
    } catch (error) {
      if (error instanceof Error && !(error instanceof Reached)) note(error);
      throw error;
    }
  };
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

/** What became of a program, as the end of a sentence. */
function describe(exercise: CodeExercise, outcome: Outcome): string {
  const key = keyOf(exercise, outcome);
  if (key !== undefined) return `it earns \`${key}\``;
  if (outcome.kind === "right") return "it passes";
  const code = "code" in outcome ? outcome.code : undefined;
  const details = "details" in outcome ? outcome.details : undefined;
  const { input = "", expected, got, message = "", line, name, seconds } = details ?? {};
  switch (code) {
    case "differs": {
      const wanted = expected === undefined ? "" : ` and should be \`${expected}\``;
      return `\`${input}\` is \`${got}\`${wanted}`;
    }
    case "threw":
      return `\`${input}\` throws ${message}`;
    case "timeout":
      return `it does not end within ${seconds} seconds`;
    case "died":
      return "it uses up its memory";
    case "does-not-run":
      return `it does not run: ${message}${line === undefined ? "" : ` (its line ${line})`}`;
    case "not-defined":
      return `it defines no \`${name}\``;
    default:
      return "it fails, and nothing in the list says why";
  }
}
