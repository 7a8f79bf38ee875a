import { evaluateFormula, FormulaError, type Names, parseFormula } from "./formula";
import { chosenValues, namesOf, type Parameters } from "./parameters";

/** A piece of a text with `[[formula]]` in it: words as they are, or a formula and where it stands. */
export type TemplatePiece =
  | { kind: "words"; text: string }
  | { kind: "formula"; formula: string; position: number };

const SLOT = /\[\[([^[\]]*)\]\]/g;

/** Cuts a text at its `[[…]]`. */
export function splitTemplate(text: string): TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let end = 0;
  for (const found of text.matchAll(SLOT)) {
    if (found.index > end) pieces.push({ kind: "words", text: text.slice(end, found.index) });
    pieces.push({ kind: "formula", formula: found[1] ?? "", position: found.index + 2 });
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push({ kind: "words", text: text.slice(end) });
  return pieces;
}

/** Digits of a computed value in a text. */
const DIGITS = 6;

/** A number as texts show it: `−0.25`, `1.5×10⁻⁷`. */
export function writeNumber(value: number): string {
  const [mantissa = "", exponent] = String(Number(value.toPrecision(DIGITS))).split("e");
  const power = exponent === undefined ? "" : `×10${raised(exponent.replace("+", ""))}`;
  return `${mantissa}${power}`.replace("-", "−");
}

const RAISED: Readonly<Record<string, string>> = { "-": "⁻" };

function raised(digits: string): string {
  return [...digits].map((digit) => RAISED[digit] ?? "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "").join("");
}

/**
 * What stands in a text in place of `[[formula]]`: a parameter as its author wrote it, anything else to six digits.
 *
 * @throws FormulaError
 */
export function fillSlot(formula: string, parameters: Parameters, index: number): string {
  const plain = chosenValues(parameters, index).get(formula.trim());
  if (plain) return plain.text.replace("-", "−");
  return writeNumber(evaluateFormula(parseFormula(formula), namesOf(parameters, index)));
}

/** Why a slot cannot be filled, or null if it can be, for this combination. */
export function slotError(formula: string, names: Names): FormulaError | null {
  try {
    evaluateFormula(parseFormula(formula), names);
    return null;
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}
