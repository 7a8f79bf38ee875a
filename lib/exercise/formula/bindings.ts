import { FormulaError } from "./error";
import { evaluateFormula } from "./evaluate";
import { CONSTANTS, FUNCTIONS } from "./functions";
import { parseFormula } from "./parse";
import { plainName } from "./token";

const BINDING = /^(\s*)(\p{L}[\p{L}\p{Nd}₀-₉_]*)\s*=/u;

/**
 * Reads `h1 = sigmoid(0.3775); o1 = 2*h1`: each formula may use the names before it. A semicolon may end the text.
 * Throws a FormulaError whose position counts from the start of the whole text.
 */
export function evaluateBindings(text: string): Map<string, number> {
  const names = new Map<string, number>();
  let start = 0;
  for (const piece of text.split(";")) {
    if (piece.trim() !== "") bind(piece, start, names);
    start += piece.length + 1;
  }
  return names;
}

function bind(piece: string, start: number, names: Map<string, number>): void {
  const found = BINDING.exec(piece);
  if (!found) throw new FormulaError("bad-binding", start + piece.length - piece.trimStart().length);
  const [head, indent = "", written = ""] = found;
  const name = plainName(written);
  const position = start + indent.length;
  if (CONSTANTS.has(name) || FUNCTIONS.has(name)) throw new FormulaError("reserved-name", position, { name });
  if (names.has(name)) throw new FormulaError("bound-twice", position, { name });
  try {
    names.set(name, evaluateFormula(parseFormula(piece.slice(head.length)), names));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new FormulaError(error.code, start + head.length + error.position, error.details);
  }
}
