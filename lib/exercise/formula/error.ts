/** What can be wrong with a formula. The page has a sentence for each, in each language. */
export type FormulaErrorCode =
  | "empty"
  | "too-long"
  | "too-deep"
  | "unexpected-character"
  | "expected-operand"
  | "missing-operator"
  | "missing-closing-parenthesis"
  | "missing-arguments"
  | "wrong-number-of-arguments"
  | "unknown-function"
  | "unknown-name"
  | "bad-binding"
  | "reserved-name"
  | "bound-twice"
  | "bad-values"
  | "value-twice"
  | "too-many-combinations";

/**
 * A formula that cannot be read or evaluated. `position` counts UTF-16 units from 0 in the text; `details` holds
 * what a sentence about it needs (`found`, `name`, `limit`).
 */
export class FormulaError extends Error {
  override readonly name = "FormulaError";
  constructor(
    readonly code: FormulaErrorCode,
    readonly position: number,
    readonly details: Record<string, string> = {},
  ) {
    super(`${code} at ${position}`);
  }
}
