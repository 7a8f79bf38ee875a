import type { Parameters } from "./parameters";

/**
 * How far an answer may lie from the right one: a part of it (`relative`, 0.001 = 0.1 %) or a distance (`absolute`).
 * Zero means exactly. Rounding to four significant digits or more is always accepted.
 */
export interface Tolerance {
  kind: "relative" | "absolute";
  value: number;
}

/**
 * An answer that somebody is likely to give, and what is to be said of it. The right one comes first and is not listed;
 * then the list is gone through in the author's order, and the first that matches wins.
 */
export interface ListedAnswer<RichText = unknown> {
  /** `retry` is the right idea in the wrong form: it costs nothing. */
  verdict: "wrong" | "right" | "retry";
  /** A formula over the parameters, or what the kind of exercise puts in its place; `*` is any other answer. */
  match: string;
  why: RichText;
}

/** What all kinds of exercises have. `RichText` is whatever the page renders; nothing here looks into it. */
interface Common<RichText> {
  /** Unique in its chapter. */
  id: string;
  prompt: RichText;
  hints: RichText[];
  solution?: RichText;
}

interface Listing<RichText> {
  answers: ListedAnswer<RichText>[];
}

/** A question with a number for its answer. */
export interface NumericExercise<RichText = unknown> extends Common<RichText>, Listing<RichText> {
  kind: "numeric";
  /** Whether it is a blank inside a sentence. */
  inline: boolean;
  parameters: Parameters;
  /** A formula over the parameters. */
  answer: string;
  tolerance: Tolerance;
}

/** A name that an answer may use, and between which values it is tried. */
export interface FreeName {
  name: string;
  from: number;
  to: number;
}

/** A question with a formula for its answer, in any form that has the same value everywhere. */
export interface ExprExercise<RichText = unknown> extends Common<RichText>, Listing<RichText> {
  kind: "expr";
  names: FreeName[];
  answer: string;
}

export interface Option<RichText = unknown> {
  right: boolean;
  text: RichText;
  why?: RichText;
}

/** A question with options, of which one or, with `many`, any number are right. */
export interface ChoiceExercise<RichText = unknown> extends Common<RichText> {
  kind: "choice";
  many: boolean;
  /** In the author's order. */
  options: Option<RichText>[];
  /** The order in which they are shown, the same for every reader. */
  shown: number[];
}

/** Steps to be brought into an order. `match` of its answers is `3 < 1`: step 3 stands before step 1. */
export interface OrderExercise<RichText = unknown> extends Common<RichText>, Listing<RichText> {
  kind: "order";
  /** In an order that is right. */
  items: RichText[];
  /** Pairs of which the first must come before the second, counted from 0. */
  before: [number, number][];
  /** The order in which they are shown at first, which is not right. */
  shown: number[];
}

/** A program to be written. `match` of its answers is the key under which the check fails. */
export interface CodeExercise<RichText = unknown> extends Common<RichText>, Listing<RichText> {
  kind: "code";
  starter: string;
  /** The starter in its colours. */
  drawing: RichText;
  /** The text of a function of `CheckTools`, in TypeScript as written or in JavaScript as the page runs it. */
  check: string;
  /** Seconds that a check may take. */
  seconds: number;
}

/** A guess, ungraded, before a cell shows what happens. */
export interface PredictExercise<RichText = unknown> extends Common<RichText> {
  kind: "predict";
  /** The cell that shows it. */
  cell: string;
  /** What can be guessed; none if the guess is the reader's own words. */
  options: Option<RichText>[];
  shown: number[];
}

/** An axis of a sketch. */
export interface Axis {
  from: number;
  to: number;
  label: string;
}

/** A curve to be drawn. `answer` and `match` are formulas over the parameters and `x`. */
export interface SketchExercise<RichText = unknown> extends Common<RichText>, Listing<RichText> {
  kind: "sketch";
  parameters: Parameters;
  x: Axis;
  y: Axis;
  /** How many points the curve has, evenly spaced. */
  points: number;
  answer: string;
  /** How far it may lie away on average, as a part of the height of the picture. */
  tolerance: number;
}

/** Every kind of exercise. */
export type Exercise<RichText = unknown> =
  | NumericExercise<RichText>
  | ExprExercise<RichText>
  | ChoiceExercise<RichText>
  | OrderExercise<RichText>
  | CodeExercise<RichText>
  | PredictExercise<RichText>
  | SketchExercise<RichText>;
