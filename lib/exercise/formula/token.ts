import { FormulaError } from "./error";

/** A piece of a formula. `position` counts UTF-16 units from 0 in the text as it was given. */
export type Token =
  | { kind: "number"; value: number; text: string; position: number }
  | { kind: "name"; text: string; position: number }
  | { kind: "symbol"; text: SymbolText; position: number }
  | { kind: "end"; text: ""; position: number };

export type SymbolText = "+" | "-" | "*" | "/" | "^" | "(" | ")" | ",";

/** What may be written for each symbol: keyboards, textbooks and Chinese input methods differ. */
const SYMBOLS: ReadonlyMap<string, SymbolText> = new Map<string, SymbolText>([
  ["+", "+"],
  ["-", "-"],
  ["−", "-"],
  ["–", "-"],
  ["**", "^"],
  ["^", "^"],
  ["*", "*"],
  ["·", "*"],
  ["⋅", "*"],
  ["×", "*"],
  ["/", "/"],
  ["÷", "/"],
  ["(", "("],
  [")", ")"],
  [",", ","],
]);

const SPACE = /\s+/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+−-]?\d+)?/y;
/** A letter of any script, then letters, digits, subscript digits and underscores: `o1`, `w₅`, `δ`, `h_1`. */
const NAME = /\p{L}[\p{L}\p{Nd}₀-₉_]*/uy;

/** `w₅` and `w5` are one name. */
export function plainName(name: string): string {
  return name.replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080));
}

const RAISED = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/y;

/** Full-width letters, digits and signs of Chinese input methods as ASCII; every character keeps its place. */
function narrow(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Cuts a formula into tokens; the last one is always `end`. Throws a FormulaError at the first strange character. */
export function tokenize(written: string): Token[] {
  const text = narrow(written);
  const tokens: Token[] = [];
  let position = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0];
  };
  while (position < text.length) {
    let found = match(SPACE);
    if (found === undefined) {
      if ((found = match(NUMBER)) !== undefined) {
        tokens.push({ kind: "number", value: Number(found.replace("−", "-")), text: found, position });
      } else if ((found = match(NAME)) !== undefined) {
        tokens.push({ kind: "name", text: plainName(found), position });
      } else if ((found = match(RAISED)) !== undefined) {
        const exponent = Number([...found].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).join(""));
        tokens.push({ kind: "symbol", text: "^", position });
        tokens.push({ kind: "number", value: exponent, text: found, position });
      } else {
        const two = text.slice(position, position + 2);
        found = SYMBOLS.has(two) ? two : String.fromCodePoint(text.codePointAt(position) ?? 0);
        const symbol = SYMBOLS.get(found);
        if (symbol === undefined) throw new FormulaError("unexpected-character", position, { found });
        tokens.push({ kind: "symbol", text: symbol, position });
      }
    }
    position += found.length;
  }
  tokens.push({ kind: "end", text: "", position });
  return tokens;
}
