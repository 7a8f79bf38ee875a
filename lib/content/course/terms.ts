import type { Chapter } from "../chapter";
import { type Problem, problemAt } from "../problem";
import type { Term } from "./course";

const WIDE = /[⺀-鿿]/;

/** Warns of words that the course writes differently, with their places in the file's own text. */
export function checkTerms(chapter: Chapter, text: string, terms: readonly Term[]): Problem[] {
  const prose = proseOf(text);
  return terms.flatMap(({ use, not }) =>
    not.flatMap((word) =>
      [...prose.matchAll(patternOf(word))].map((found) => {
        const before = prose.slice(0, found.index).split("\n");
        const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
        return problemAt(
          chapter.file,
          "term",
          place,
          `This course writes \`${use}\`, not \`${found[0].replace(/\s+/g, " ")}\`.`,
        );
      }),
    ),
  );
}

/** A word of letters stands alone; Chinese has no gaps between words. */
function patternOf(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return WIDE.test(word)
    ? new RegExp(escaped, "gu")
    : new RegExp(`(?<![\\p{L}\\p{N}#/_-])${escaped}s?(?![\\p{L}\\p{N}_-])`, "giu");
}

/** The file with code, formulas, addresses and attributes that are no words blanked out; every character keeps its place. */
function proseOf(text: string): string {
  const blank = (piece: string) => piece.replace(/[^\n]/g, " ");
  return text
    .replace(/^( *)(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n\1\2[^\n]*$/gm, blank)
    .replace(/\$\$[\s\S]*?\$\$/g, blank)
    .replace(/`[^`\n]*`|\$[^$\n]*\$/g, blank)
    .replace(/\]\([^)\n]*\)|\[#[^\]\n]*\]/g, blank)
    .replace(/^(?:needs|aliases):.*(?:\n[ -].*)*/gm, blank)
    .replace(/\b(?:id|name|state|cell|params|answer)="[^"\n]*"/g, blank);
}
