import type { ElementContent } from "hast";
import katex from "katex";
import { isStackOverflow } from "../stack";
import { fromMarkup } from "./markup";

/** TeX as elements, or why it cannot be: `index` is where in the TeX, if KaTeX knows. */
export type RenderedMath =
  | { kind: "rendered"; content: ElementContent[] }
  | { kind: "refused"; message: string; index: number };

/** In em: keeps `\rule{1e9em}{1e9em}` from covering the page. */
const LARGEST = 20;
const MOST_EXPANSIONS = 1000;

/**
 * Renders TeX for the eye (HTML) and for screen readers and copying (MathML with the TeX itself). Every command that
 * reaches beyond formulas (`\href`, `\htmlStyle`, …) is refused.
 *
 * @param manner `strict` also refuses what LaTeX would not take, `lenient` draws it as well as it can
 */
export function renderMath(
  tex: string,
  displayMode: boolean,
  manner: "strict" | "lenient" = "strict",
): RenderedMath {
  let distrusted = "";
  try {
    const markup = katex.renderToString(tex, {
      displayMode,
      output: "htmlAndMathml",
      throwOnError: true,
      strict: manner === "strict" ? "error" : "ignore",
      maxSize: LARGEST,
      maxExpand: MOST_EXPANSIONS,
      trust: ({ command }) => {
        distrusted ||= command;
        return false;
      },
    });
    if (distrusted === "") return { kind: "rendered", content: fromMarkup(markup) };
    const index = Math.max(0, tex.indexOf(distrusted));
    return { kind: "refused", message: `\`${distrusted}\` is not allowed in a chapter`, index };
  } catch (error) {
    if (error instanceof katex.ParseError) {
      return { kind: "refused", message: plain(error.rawMessage), index: error.position ?? 0 };
    }
    // Thousands of nested braces exhaust the stack.
    if (isStackOverflow(error)) return { kind: "refused", message: "nested too deeply", index: 0 };
    throw error;
  }
}

/** KaTeX names its settings in its messages; authors cannot change them. */
function plain(message: string): string {
  return message
    .replace("LaTeX-incompatible input and strict mode is set to 'error': ", "")
    .replace(/\.$/, "");
}
