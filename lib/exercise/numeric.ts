import { decide } from "./answers";
import type { NumericExercise, Tolerance } from "./exercise";
import { evaluateFormula, type Names, parseFormula } from "./formula";
import { readNumber } from "./number";
import type { Outcome } from "./outcome";
import { namesOf } from "./parameters";

/** The tolerance of an exercise whose author names none. */
export const DEFAULT_TOLERANCE: Tolerance = { kind: "relative", value: 0.001 };

/** Answers rounded to this many significant digits are accepted whatever the tolerance. */
const ENOUGH_DIGITS = 4;

/** Decimal numbers are not exact in binary: a limit that is reached in decimals must not fail by its last bit. */
const SLACK = 1e-9;

/**
 * What a typed answer is worth. The right answer is compared first, then the others in their order, all by the
 * same rule (`agrees`); the first match wins.
 *
 * @param names the values of the parameters; without them those of the first combination
 */
export function checkNumeric(
  exercise: NumericExercise,
  text: string,
  names: Names = namesOf(exercise.parameters),
): Outcome {
  const reading = readNumber(text);
  if (reading.kind !== "value") return reading;
  return decide(exercise.answer, exercise.answers, (formula) =>
    agrees(reading.value, evaluateFormula(parseFormula(formula), names), exercise.tolerance),
  );
}

/** Whether `given` lies within the tolerance of `expected`, or is `expected` rounded to four or more significant digits. */
export function agrees(given: number, expected: number, tolerance: Tolerance): boolean {
  const distance = Math.abs(given - expected);
  const limit = tolerance.kind === "absolute" ? tolerance.value : tolerance.value * Math.abs(expected);
  return distance <= limit * (1 + SLACK) || isRounding(given, expected);
}

function isRounding(given: number, expected: number): boolean {
  if (given === expected) return true;
  if (expected === 0) return false;
  const digits = Math.max(ENOUGH_DIGITS, significantDigits(given));
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(expected))) - digits + 1);
  return Math.abs(given - expected) <= (unit / 2) * (1 + SLACK);
}

/** How many digits the shortest way of writing a number needs: 2 for 0.250 and for 2500000. */
function significantDigits(value: number): number {
  return value.toExponential().replace(/e.*|\D/g, "").length;
}
