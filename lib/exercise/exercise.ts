/**
 * How far an answer may lie from the right one: a part of it (`relative`, 0.001 = 0.1 %) or a distance (`absolute`).
 * Zero means exactly. Rounding to four significant digits or more is always accepted.
 */
export interface Tolerance {
  kind: "relative" | "absolute";
  value: number;
}

/** A number, and the formula that it comes from. */
export interface FormulaValue {
  formula: string;
  value: number;
}

/** A wrong answer that somebody is likely to give, and why it is wrong. */
export interface WrongNumber<RichText> extends FormulaValue {
  why: RichText;
}

/** A question with a number for its answer. `RichText` is whatever the page renders; nothing here looks into it. */
export interface NumericExercise<RichText = unknown> {
  kind: "numeric";
  /** Unique in its chapter. */
  id: string;
  prompt: RichText;
  answer: FormulaValue;
  tolerance: Tolerance;
  /** In the author's order: the first that matches wins. */
  wrong: WrongNumber<RichText>[];
  hints: RichText[];
  solution?: RichText;
}

/** Every kind of exercise. */
export type Exercise<RichText = unknown> = NumericExercise<RichText>;
