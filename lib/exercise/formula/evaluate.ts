import { FormulaError } from "./error";
import { CONSTANTS, FUNCTIONS } from "./functions";
import type { BinaryOperator, Formula } from "./parse";

/** Values of names. */
export type Names = ReadonlyMap<string, number>;

const OPERATORS: Record<BinaryOperator, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};

/**
 * The value of a formula in float64. May be NaN or infinite (`1/0`, `ln(-1)`): the caller decides what that means.
 * Throws a FormulaError where a name has no value.
 */
export function evaluateFormula(formula: Formula, names: Names = new Map()): number {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "name": {
      const value = names.get(formula.name) ?? CONSTANTS.get(formula.name);
      if (value === undefined) {
        throw new FormulaError("unknown-name", formula.position, { name: formula.name });
      }
      return value;
    }
    case "negative":
      return -evaluateFormula(formula.operand, names);
    case "binary":
      return OPERATORS[formula.operator](
        evaluateFormula(formula.left, names),
        evaluateFormula(formula.right, names),
      );
    case "call": {
      const known = FUNCTIONS.get(formula.name);
      if (!known) throw new FormulaError("unknown-function", formula.position, { name: formula.name });
      return known.apply(...formula.arguments.map((argument) => evaluateFormula(argument, names)));
    }
  }
}
