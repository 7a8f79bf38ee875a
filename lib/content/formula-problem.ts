import type { FormulaError, FormulaErrorCode } from "../exercise";

const SENTENCES: Record<FormulaErrorCode, (details: Record<string, string>) => string> = {
  empty: () => "the formula is empty",
  "too-long": ({ limit }) => `the formula is longer than ${limit} characters`,
  "too-deep": ({ limit }) => `the formula nests deeper than ${limit} levels`,
  "unexpected-character": ({ found }) => `\`${found}\` has no meaning in a formula`,
  "expected-operand": ({ found }) =>
    found
      ? `expected a number, a name or "(" before \`${found}\``
      : "the formula stops where a value is expected",
  "missing-operator": ({ found }) => `an operator such as * is missing before \`${found}\``,
  "missing-closing-parenthesis": () => `a closing ")" is missing for this "("`,
  "missing-arguments": ({ name }) => `\`${name}\` is a function: write ${name}(…)`,
  "wrong-number-of-arguments": ({ name, found }) => `\`${name}\` cannot take ${found} arguments`,
  "unknown-function": ({ name }) => `there is no function \`${name}\``,
  "unknown-name": ({ name }) => `\`${name}\` has no value here`,
  "bad-binding": () => "expected `name = formula`, one after the other, separated by semicolons",
  "reserved-name": ({ name }) => `\`${name}\` already has a meaning in formulas; choose another name`,
  "bound-twice": ({ name }) => `\`${name}\` already has a value`,
};

/** Says to an author what is wrong with a formula. */
export function formulaMessage(error: FormulaError): string {
  return SENTENCES[error.code](error.details);
}
