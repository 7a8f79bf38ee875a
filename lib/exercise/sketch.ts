import { decide } from "./answers";
import type { SketchExercise } from "./exercise";
import { evaluateFormula, type Formula, type Names, parseFormula } from "./formula";
import type { Outcome } from "./outcome";
import { namesOf } from "./parameters";

/** The tolerance of a sketch whose author names none: drawn by hand, a curve is off by a few parts in a hundred. */
export const DEFAULT_SKETCH_TOLERANCE = 0.08;
/** One point may be off by so many times what all may be off by on average. */
const WORST = 3;

/** What stands in the log for a point that was not drawn. */
export const NO_POINT = "_";

/** The values of x at which a sketch has points. */
export function sketchPlaces({ x, points }: Pick<SketchExercise, "x" | "points">): number[] {
  return Array.from({ length: points }, (_, index) => x.from + ((x.to - x.from) * index) / (points - 1));
}

/** A drawn curve from the log's text: heights separated by spaces. Null if it cannot be one. */
export function readSketch(exercise: SketchExercise, text: string): (number | null)[] | null {
  const words = text.trim() === "" ? [] : text.trim().split(/\s+/);
  if (words.length === 0) return Array.from({ length: exercise.points }, () => null);
  if (words.length !== exercise.points) return null;
  const heights = words.map((word) => (word === NO_POINT ? null : Number(word)));
  return heights.every((height) => height === null || Number.isFinite(height)) ? heights : null;
}

/** The log's text for a drawn curve. */
export function writeSketch(heights: readonly (number | null)[]): string {
  return heights.every((height) => height === null)
    ? ""
    : heights.map((height) => (height === null ? NO_POINT : Number(height.toPrecision(4)))).join(" ");
}

/**
 * What a drawn curve is worth. Curves agree when they lie within the tolerance of each other on average, and nowhere
 * three times as far apart. What leaves the picture counts as its edge.
 */
export function checkSketch(
  exercise: SketchExercise,
  text: string,
  names: Names = namesOf(exercise.parameters),
): Outcome {
  const heights = readSketch(exercise, text);
  if (!heights) return { kind: "unreadable", code: "not-an-option", details: {} };
  const drawn = heights.filter((height) => height !== null);
  if (drawn.length === 0) return { kind: "untouched" };
  if (drawn.length < heights.length) {
    const details = { missing: String(heights.length - drawn.length), of: String(heights.length) };
    return { kind: "unreadable", code: "curve-incomplete", details };
  }
  return decide(exercise.answer, exercise.answers, (formula) =>
    alike(exercise, drawn, sketchCurve(exercise, formula, names)),
  );
}

/** The heights of a formula's curve at the points of a sketch, kept inside the picture. */
export function sketchCurve(exercise: SketchExercise, formula: string, names: Names): number[] {
  const parsed: Formula = parseFormula(formula);
  return sketchPlaces(exercise).map((x) =>
    inside(exercise, evaluateFormula(parsed, new Map(names).set("x", x))),
  );
}

function inside({ y }: SketchExercise, height: number): number {
  return Math.min(y.to, Math.max(y.from, height));
}

function alike(exercise: SketchExercise, drawn: readonly number[], curve: readonly number[]): boolean {
  const { y, tolerance } = exercise;
  const height = y.to - y.from;
  const distances = drawn.map(
    (one, index) => Math.abs(inside(exercise, one) - (curve[index] ?? Number.NaN)) / height,
  );
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  return mean <= tolerance && Math.max(...distances) <= WORST * tolerance;
}
