import type { Root } from "mdast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx, { type Options as MdxOptions } from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFileMessage } from "vfile-message";
import type { Report } from "./problem";
import { type Repairs, repair, startRepairs } from "./repair";
import { isStackOverflow } from "./stack";

/**
 * Stands where MDX expects a JavaScript parser. Chapters hold no JavaScript: expressions and modules are refused
 * whatever they contain, so all that is needed is to find where they end.
 */
const noJavaScript = {
  parse: (text: string) => ({ type: "Program", start: 0, end: text.length, body: [] }),
  parseExpressionAt(text: string) {
    let open = 0;
    for (const character of text) open += character === "{" ? 1 : character === "}" ? -1 : 0;
    // The position beyond the end says: more text may make it whole.
    if (open > 0)
      throw Object.assign(new SyntaxError("open brace"), { pos: text.length, raisedAt: text.length });
    return { type: "ObjectExpression", start: 0, end: text.length, properties: [] };
  },
} as unknown as NonNullable<MdxOptions["acorn"]>;

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkMath)
  .use(remarkMdx, { acorn: noJavaScript, addResult: false });

/** More mistakes in the tags than this, and the rest can wait for the next try. */
const MOST_REPAIRS = 50;

const TOP = { line: 1, column: 1 };
const GAVE_UP =
  "The parser gave up: somewhere a tag is opened inside a paragraph, heading or list and not closed inside it.";

export interface Parsed {
  tree: Root;
  repairs: Repairs;
}

/**
 * Parses a chapter. The parser stops at the first tag or brace that does not fit, so what it stumbled over is
 * reported, blanked out, and the parser runs again, until it comes through: its tree serves to find the other mistakes.
 * Returns null where that does not help. Where nesting exhausts the stack, that error is thrown on.
 */
export function parseChapter(text: string, report: Report): Parsed | null {
  const repairs = startRepairs(text);
  for (let i = 0; i < MOST_REPAIRS; i++) {
    try {
      return { tree: processor.parse(repairs.text), repairs };
    } catch (error) {
      if (isStackOverflow(error)) throw error;
      // The parser has a message for most tags that end where they should not, and stumbles over a few.
      const repaired = error instanceof VFileMessage && repair(repairs, error, report);
      if (!repaired) {
        report("syntax", TOP, GAVE_UP);
        return null;
      }
    }
  }
  return null;
}
