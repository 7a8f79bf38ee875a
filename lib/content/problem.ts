import type { Place } from "./place";

/** What an author can get wrong: a stable word for each kind of mistake. */
export type ProblemCode =
  | "anchor"
  | "answer"
  | "attribute"
  | "cell"
  | "chapters"
  | "choice"
  | "closing"
  | "difference"
  | "empty"
  | "expression"
  | "fence"
  | "footnote"
  | "formula"
  | "front-matter"
  | "heading"
  | "id"
  | "image"
  | "link"
  | "math"
  | "module"
  | "nesting"
  | "order"
  | "syntax"
  | "tag"
  | "task-list"
  | "too-deep"
  | "too-long"
  | "wrong-answer";

/** A mistake in a file, for its author: where it is, what is wrong, and what to write instead, in plain English. */
export interface Problem extends Place {
  file: string;
  code: ProblemCode;
  message: string;
}

/** One line for a terminal: `file:line:column message`. */
export function formatProblem({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column} ${message}`;
}

/** Notes a mistake. */
export type Report = (code: ProblemCode, place: Place, message: string) => void;

/** In the order of the file. */
export function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}
