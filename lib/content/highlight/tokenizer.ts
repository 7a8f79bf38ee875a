import { createShikiPrimitive, type LanguageRegistration } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import type { StateStack } from "shiki/textmate";
import type { CodeClass } from "./classes";
import { classOfColor, classTheme } from "./theme";

/** The languages that have colours; any other name is shown as plain text. */
export type CodeLanguage = "typescript" | "python";

/** A stretch of one line, from `start` to the start of the next token; without a class it is plain. */
export interface CodeToken {
  start: number;
  class: CodeClass | undefined;
}

/** What a line hands to the next one (an open comment or template); `null` before the first line. */
export type LineState = StateStack | null;

export interface Tokenizer {
  /** Whether `language` has colours here; `tokenizeLine` answers other languages with one plain token. */
  knows(language: string): language is CodeLanguage;
  /** Tokens of one line (without its line break), in order, neighbours of the same class joined. */
  tokenizeLine(line: string, language: string, state: LineState): { tokens: CodeToken[]; state: LineState };
}

/** The bits of a token's metadata that hold the index of its colour (vscode-textmate, `EncodedTokenMetadata`). */
const foregroundMask = 0b00000000111111111000000000000000;
const foregroundOffset = 15;

/** Longer lines stay plain: a limit of length, unlike one of time, colours the same text the same way everywhere. */
const longestLine = 5000;

/**
 * The same text, stored with two bytes a character. Engines compile a regular expression once for narrow and once for
 * wide text, which for a grammar's hundreds of expressions takes tenths of a second each; Chinese comments make text
 * wide, so let all of it be.
 */
const wide = (line: string): string => `\u4e00${line}`.slice(1);

const grammars: Record<CodeLanguage, () => Promise<{ default: LanguageRegistration[] }>> = {
  typescript: () => import("shiki/langs/typescript.mjs"),
  python: () => import("shiki/langs/python.mjs"),
};

/**
 * Loads the grammars of `languages`; after that it works synchronously, in Node as in a browser (the regular
 * expressions are translated to JavaScript's, so there is neither WebAssembly nor `eval`).
 */
export async function createTokenizer(languages: readonly CodeLanguage[]): Promise<Tokenizer> {
  const loaded = await Promise.all(languages.map((language) => grammars[language]()));
  const shiki = createShikiPrimitive({
    engine: createJavaScriptRegexEngine(),
    langs: loaded.flatMap((module) => module.default),
    themes: [classTheme],
  });
  const { colorMap } = shiki.setTheme("classes");

  const knows = (language: string): language is CodeLanguage => languages.some((known) => known === language);

  const tokenizeLine: Tokenizer["tokenizeLine"] = (line, language, state) => {
    if (!knows(language) || line.length > longestLine) {
      return { tokens: [{ start: 0, class: undefined }], state };
    }
    const result = shiki.getLanguage(language).tokenizeLine2(wide(line), state);
    const tokens: CodeToken[] = [];
    for (let i = 0; i < result.tokens.length; i += 2) {
      const color = ((result.tokens[i + 1] ?? 0) & foregroundMask) >>> foregroundOffset;
      const tokenClass = classOfColor(colorMap[color]);
      if (tokens.at(-1)?.class !== tokenClass || tokens.length === 0) {
        tokens.push({ start: result.tokens[i] ?? 0, class: tokenClass });
      }
    }
    return { tokens, state: result.ruleStack };
  };

  return { knows, tokenizeLine };
}
