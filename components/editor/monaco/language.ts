import { languages } from "monaco-editor/editor";
import {
  language as markdown,
  conf as markdownConf,
} from "monaco-editor/languages/definitions/markdown/markdown";
import { conf } from "monaco-editor/languages/definitions/typescript/typescript";
import type { CodeClass, LineState, Tokenizer } from "../../../lib/content/highlight";

/**
 * The names that the theme colours. Monaco also reads from them what is a comment or a string, where it matches no
 * brackets and closes no quotes.
 */
export const scopeOf = (tokenClass: CodeClass | undefined): string => tokenClass ?? "plain";

class State implements languages.IState {
  constructor(readonly line: LineState) {}

  clone(): State {
    return this;
  }

  equals(other: languages.IState): boolean {
    if (!(other instanceof State)) return false;
    return this.line === other.line || (!!this.line && !!other.line && this.line.equals(other.line));
  }
}

/** TypeScript, coloured by the same tokenizer as the static code of the pages. */
export function registerTypeScript(tokenizer: Tokenizer): void {
  languages.register({ id: "typescript", extensions: [".ts"], aliases: ["TypeScript"] });
  languages.setLanguageConfiguration("typescript", conf);
  languages.setTokensProvider("typescript", {
    getInitialState: () => new State(null),
    tokenize: (line, state) => {
      const result = tokenizer.tokenizeLine(line, "typescript", state instanceof State ? state.line : null);
      return {
        tokens: result.tokens.map((token) => ({ startIndex: token.start, scopes: scopeOf(token.class) })),
        endState: new State(result.state),
      };
    },
  });
}

/** Markdown, in the colours that code has: headings as keywords, what is quoted as comments. */
export function registerMarkdown(): void {
  languages.register({ id: "markdown", extensions: [".md"], aliases: ["Markdown"] });
  languages.setLanguageConfiguration("markdown", markdownConf);
  languages.setMonarchTokensProvider("markdown", withFormulas(markdown));
}

/** Monaco's Markdown knows no TeX, and takes its braces and underscores for something else. */
function withFormulas(language: languages.IMonarchLanguage): languages.IMonarchLanguage {
  const { root = [], linecontent = [] } = language.tokenizer;
  return {
    ...language,
    tokenizer: {
      ...language.tokenizer,
      root: [[/^\s*\$\$\s*$/, { token: "type", next: "@formula" }], ...root],
      formula: [
        [/^\s*\$\$\s*$/, { token: "type", next: "@pop" }],
        [/.+/, "type"],
      ],
      linecontent: [[/\$\$?[^$]+\$\$?/, "type"], ...linecontent],
    },
  };
}
