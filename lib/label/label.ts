import { readFormula } from "./formula";

/** A piece of a label: text, or what stands a little lower or higher than the piece before it. */
export type LabelPiece =
  | { text: string; style?: "italic" | "bold" }
  | { sub: readonly LabelPiece[] }
  | { sup: readonly LabelPiece[] };

/**
 * Reads a label: text with simple TeX between dollar signs, `\$` for a dollar. Letters, Greek, signs, functions, accents,
 * alphabets, subscripts and superscripts are understood, which is what the name of a quantity needs. A formula with
 * anything else stands there as it was written.
 */
export function readLabel(label: string): LabelPiece[] {
  const pieces: LabelPiece[] = [];
  // Text, then by turns a formula and text; a dollar sign without a second one is text.
  const parts = label.split(/(?<!\\)\$/);
  const unpaired = parts.length % 2 === 0 ? `$${parts.pop() ?? ""}` : "";
  parts.forEach((part, index) => {
    if (index % 2 === 1) pieces.push(...(readFormula(part) ?? [{ text: part.trim() }]));
    else pushText(pieces, part);
  });
  pushText(pieces, unpaired);
  return pieces;
}

function pushText(pieces: LabelPiece[], text: string): void {
  if (text !== "") pieces.push({ text: text.replaceAll("\\$", "$") });
}

/** The label as text alone, for where there is nothing but text: `η`, `w_1`. */
export function plainLabel(pieces: readonly LabelPiece[]): string {
  return pieces
    .map((piece) => {
      if ("sub" in piece) return `_${plainLabel(piece.sub)}`;
      return "sup" in piece ? `^${plainLabel(piece.sup)}` : piece.text;
    })
    .join("");
}
