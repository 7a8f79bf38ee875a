import { fold } from "./fold";

/** One thing that a section must have. */
export interface Term {
  text: string;
  kind: "han" | "word";
}

const PIECE = /[\p{Script=Han}\u3007]+|(?:(?!\p{Script=Han})[\p{L}\p{N}_$.])+/gu;
const HAN = /\p{Script=Han}/u;

/** A query as terms: words, and stretches of Chinese, which has no spaces. */
export function termsOf(query: string): Term[] {
  return [...fold(query).matchAll(PIECE)]
    .map(([text]) => text.replace(/^\.+|\.+$/g, ""))
    .filter((text) => text !== "")
    .map((text) => ({ text, kind: HAN.test(text) ? "han" : "word" }));
}

/** A stretch of Chinese as every two characters that stand side by side: it has no spaces to tell its words by. */
export function pairsOf(text: string): string[] {
  if (text.length <= 2) return [text];
  return Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
}

/** What a word begins with in most of its forms: `gradients`, `learning`, `computed`. */
export function stemOf(word: string): string {
  if (/^[a-z]{4,}ies$/.test(word)) return word.slice(0, -3);
  if (/^[a-z]{5,}(?:ing|ed)$/.test(word)) return word.replace(/(?:ing|ed)$/, "");
  return /^[a-z]{4,}[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
