import type { FormulaError, FormulaErrorCode } from "../exercise";
import { nearest } from "./nearest";

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
  "unknown-function": ({ name, known }) => `there is no function \`${name}\`${instead(name, known)}`,
  "unknown-name": ({ name, known }) => `\`${name}\` has no value here${instead(name, known)}`,
  "bad-binding": () => "expected `name: values` or `name = formula`, separated by semicolons",
  "reserved-name": ({ name }) => `\`${name}\` already has a meaning in formulas; choose another name`,
  "bound-twice": ({ name }) => `\`${name}\` already has a value`,
  "bad-values": ({ found }) =>
    `\`${found}\` is no list of values: write numbers such as \`0.1, 0.5\`, or a range such as \`2..6\` or \`0..1 step 0.25\``,
  "value-twice": ({ found }) => `the value \`${found}\` is there twice`,
  "too-many-combinations": ({ limit }) => `there are more than ${limit} combinations of values`,
};

/**
 * Says to an author what is wrong with a formula.
 *
 * @param names that have a value where it stands
 */
export function formulaMessage({ code, details }: FormulaError, names: Iterable<string> = []): string {
  return SENTENCES[code]({ known: [...names].join(", "), ...details });
}

/** The name that was meant, or all that there are. In a name of one letter nothing is misspelt. */
function instead(name = "", known = ""): string {
  if (known === "") return "";
  const meant = name.length > 1 ? nearest(name, known.split(", ")) : undefined;
  return meant === undefined ? `; you can use ${known}` : `; did you mean \`${meant}\``;
}
