/** A line of arithmetic: in TeX, and as plain text for where that cannot be drawn. */
export interface Formula {
  tex: string;
  text: string;
}

/** Pieces of a formula that read the same in both. */
export function formula(...pieces: readonly (Formula | string)[]): Formula {
  return {
    tex: pieces.map((piece) => (typeof piece === "string" ? texOf(piece) : piece.tex)).join(" "),
    text: pieces
      .map((piece) => (typeof piece === "string" ? piece : piece.text))
      .join(" ")
      .replaceAll("( ", "(")
      .replaceAll(" )", ")"),
  };
}

/** A name of the program, letter by letter. */
export function nameFormula(name: string): Formula {
  return { tex: `\\mathtt{${escaped(name)}}`, text: name };
}

/** A number as `figure` writes it; in parentheses where a sign would stand behind another. */
export function numberFormula(text: string, inside = false): Formula {
  const bracket = inside && text.startsWith("−");
  const [digits = "", exponent] = text.split("e");
  const power = exponent === undefined ? "" : ` \\cdot 10^{${texOf(exponent)}}`;
  const tex = text === "NaN" ? "\\text{NaN}" : `${texOf(digits)}${power}`;
  return bracket ? { tex: `(${tex})`, text: `(${text})` } : { tex: `{${tex}}`, text };
}

const SIGNS: Readonly<Record<string, string>> = { "×": "\\times", "−": "-", "∞": "\\infty", "·": "\\cdot" };

function texOf(text: string): string {
  return text.replaceAll(/[×−∞·]/g, (sign) => SIGNS[sign] ?? sign);
}

/** TeX for text that comes from a program: none of its characters may mean anything. */
function escaped(name: string): string {
  return name
    .replaceAll(/[\\^~]/g, " ")
    .replaceAll(/[{}$&#%_]/g, (sign) => `\\${sign}`)
    .replaceAll(" ", "\\ ");
}
