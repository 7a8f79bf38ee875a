import type { Place } from "./place";

/** What an author can get wrong: a stable word for each kind of mistake. */
export type ProblemCode =
  | "anchor"
  | "answer"
  | "attribute"
  | "cell"
  | "choice"
  | "closing"
  | "course"
  | "difference"
  | "empty"
  | "expression"
  | "fence"
  | "footnote"
  | "formula"
  | "front-matter"
  | "heading"
  | "hint"
  | "id"
  | "image"
  | "link"
  | "math"
  | "module"
  | "needs"
  | "nesting"
  | "order"
  | "practice"
  | "program"
  | "syntax"
  | "tag"
  | "task-list"
  | "term"
  | "too-deep"
  | "too-long"
  | "translation"
  | "wrong-answer";

/** A mistake in a file, for its author: where it is, what is wrong, and what to write instead, in plain English. */
export interface Problem extends Place {
  file: string;
  code: ProblemCode;
  message: string;
  /** Set for what may stay as it is, though it is better changed. */
  warning?: true;
}

/** What is only a warning, whoever finds it. */
const WARNINGS: ReadonlySet<ProblemCode> = new Set(["practice", "term"]);

/** A problem as its code and place make it. */
export function problemAt(file: string, code: ProblemCode, place: Place, message: string): Problem {
  const { line, column } = place;
  return { file, line, column, code, message, ...(WARNINGS.has(code) && { warning: true }) };
}

/** One line for a terminal: `file:line:column message`. */
export function formatProblem({ file, line, column, message, warning }: Problem): string {
  return `${file}:${line}:${column} ${warning ? "warning: " : ""}${message}`;
}

/** One line that GitHub's workflows show at its place in a pull request. */
export function formatForGithub({ file, line, column, message, warning }: Problem): string {
  const escaped = (text: string) =>
    text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string) => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const kind = warning ? "warning" : "error";
  return `::${kind} file=${property(file)},line=${line},col=${column}::${escaped(message)}`;
}

/** What stops a build. */
export function errorsIn(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ warning }) => !warning);
}

/** Notes a mistake. */
export type Report = (code: ProblemCode, place: Place, message: string) => void;

/** In the order of the file. */
export function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}
