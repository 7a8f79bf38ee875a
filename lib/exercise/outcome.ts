import type { FormulaErrorCode } from "./formula";
import type { UnreadableNumberCode } from "./number";

/** Why an answer cannot be understood. The page has a sentence for each, in each language. */
export type UnreadableCode =
  | UnreadableNumberCode
  | FormulaErrorCode
  /** The right idea in another form than asked for; the author says which. */
  | "wrong-form"
  /** What was answered is none of the choices: only a damaged log holds such a thing. */
  | "not-an-option"
  /** Parts of a curve are missing; details: `missing`, `of`. */
  | "curve-incomplete"
  /** A program that stops before it defines anything; details: `message`, perhaps `line` and `column`. */
  | "does-not-run"
  /** A program lacks a name that it was asked to define; details: `name`. */
  | "not-defined";

/** What can be said of a wrong answer without its author. */
export type WrongCode =
  /** More options are right than were chosen. */
  | "options-missing"
  /** A step needs one that comes after it; details: `place`, counted from 1. */
  | "out-of-order"
  /** A program answers other than it should; details: `input`, `got`, perhaps `expected`. */
  | "differs"
  /** A program throws; details: `input`, `message`. */
  | "threw"
  /** A program does not end; details: `seconds`. */
  | "timeout"
  /** A program used up what the browser gives it. */
  | "died";

/** What became of an answer: one type for every kind of exercise. */
export type Outcome =
  /** Nothing was answered. Costs nothing. */
  | { kind: "untouched" }
  /** The answer cannot be understood. Costs nothing; `code` and `details` say what is expected. */
  | { kind: "unreadable"; code: UnreadableCode; details: Record<string, string>; matched?: number }
  /** `matched` is the answer's place in the author's list; null if it is not there. */
  | { kind: "wrong"; matched: number | null; code?: WrongCode; details?: Record<string, string> }
  /** `matched` is there if the author has something to say of this way of being right. */
  | { kind: "right"; matched?: number }
  /** The learner asked for the solution. */
  | { kind: "revealed" };
