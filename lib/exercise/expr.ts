import { decide } from "./answers";
import type { ExprExercise, FreeName } from "./exercise";
import { evaluateFormula, type Formula, FormulaError, parseFormula } from "./formula";
import type { Outcome } from "./outcome";

/** Points at which two formulas are compared. */
const POINTS = 48;
/** Rounding in two forms of one formula stays far below this; two formulas that agree so closely at 48 points are one. */
const CLOSE = 1e-9;

/** What a typed formula is worth: it is compared by its values, so any form of the right one is right. */
export function checkExpr(exercise: ExprExercise, text: string): Outcome {
  if (text.trim() === "") return { kind: "untouched" };
  const { names } = exercise;
  let given: Formula;
  try {
    given = parseFormula(text);
    evaluateFormula(given, pointOf(names, 0));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return unreadable(error, names);
  }
  return decide(exercise.answer, exercise.answers, (formula) =>
    equivalent(given, parseFormula(formula), names),
  );
}

/** Whether two formulas have the same value wherever both have one. */
export function equivalent(a: Formula, b: Formula, names: readonly FreeName[]): boolean {
  let compared = 0;
  for (let index = 0; index < POINTS; index++) {
    const point = pointOf(names, index);
    const [one, other] = [evaluateFormula(a, point), evaluateFormula(b, point)];
    if (!Number.isFinite(one) && !Number.isFinite(other)) continue;
    if (!Number.isFinite(one) || !Number.isFinite(other)) return false;
    if (Math.abs(one - other) > CLOSE * Math.max(1e-3, Math.abs(one), Math.abs(other))) return false;
    compared += 1;
  }
  return compared > 0;
}

/** Multiples of primes' square roots are spread evenly over an interval, each in its own way (Weyl 1916). */
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];

function pointOf(names: readonly FreeName[], index: number): Map<string, number> {
  return new Map(
    names.map(({ name, from, to }, place) => {
      const step = Math.sqrt(PRIMES[place % PRIMES.length] ?? 2);
      const part = ((index + 1) * step + Math.floor(place / PRIMES.length) * 0.37) % 1;
      return [name, from + part * (to - from)];
    }),
  );
}

function unreadable({ code, position, details }: FormulaError, names: readonly FreeName[]): Outcome {
  const known = names.map(({ name }) => name);
  // `s(1-s)` is a product to its writer.
  const product = code === "unknown-function" && known.includes(details.name ?? "");
  return {
    kind: "unreadable",
    code: product ? "missing-operator" : code,
    details: {
      ...(product ? { found: "(" } : details),
      known: known.join(", "),
      position: String(product ? position + (details.name ?? "").length : position),
    },
  };
}
