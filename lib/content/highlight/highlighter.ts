import type { ElementContent } from "hast";
import { highlightMdx } from "./mdx";
import { createTokenizer, type LineState, type Tokenizer } from "./tokenizer";

/**
 * Code as hast: `<span class="tk-keyword">` and its like for what has a colour, bare text for the rest. No span
 * crosses a line break, and the text of all nodes together is `code`, character for character (line breaks as \n).
 */
export type Highlighter = (code: string, language: string) => ElementContent[];

/** A highlighter for TypeScript, Python and chapters; code in other languages comes back as plain text. */
export async function createHighlighter(): Promise<Highlighter> {
  const highlight = highlighterOf(await createTokenizer(["typescript", "python"]));
  return (code, language) => (language === "mdx" ? highlightMdx(code, highlight) : highlight(code, language));
}

/** A highlighter that shares a tokenizer (and so the very colours) with an editor. */
export function highlighterOf(tokenizer: Tokenizer): Highlighter {
  return (code, language) => {
    const nodes: ElementContent[] = [];
    let plain = "";
    const flush = () => {
      if (plain) nodes.push({ type: "text", value: plain });
      plain = "";
    };
    let state: LineState = null;
    for (const [index, line] of code.replaceAll(/\r\n?/g, "\n").split("\n").entries()) {
      if (index > 0) plain += "\n";
      const result = tokenizer.tokenizeLine(line, language, state);
      state = result.state;
      for (const [i, token] of result.tokens.entries()) {
        const text = line.slice(token.start, result.tokens[i + 1]?.start);
        if (token.class && text.trim()) {
          flush();
          nodes.push({
            type: "element",
            tagName: "span",
            properties: { className: [`tk-${token.class}`] },
            children: [{ type: "text", value: text }],
          });
        } else plain += text;
      }
    }
    flush();
    return nodes;
  };
}
