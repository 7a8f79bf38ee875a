import type { ElementContent, RootContent } from "hast";
import type { Root } from "mdast";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { toHast } from "../hast";
import { straighten } from "../prose";
import { isStackOverflow } from "../stack";
import { harmless, type MarkdownLinks } from "./harmless";

export type { MarkdownLinks } from "./harmless";

/**
 * What is plain text here: HTML, which nobody means to be drawn; and footnotes, whose anchors would be the same in every
 * cell of a page.
 */
const LEFT_OUT = [
  "htmlFlow",
  "htmlText",
  "gfmFootnoteDefinition",
  "gfmFootnoteCall",
  "gfmPotentialFootnoteCall",
];

/** Quotes and lists within each other, more of them than anybody means: the parser would be at them for minutes. */
const TOO_DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){50}/m;

function leaveOut(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: LEFT_OUT } });
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkMath)
  .use(leaveOut);

/**
 * Markdown (with GFM's tables, lists of tasks and strike-through, and TeX between dollar signs) as elements that a page
 * can draw as they are. Never throws: what is no formula is shown as it was written, what is nested too deeply is all
 * text.
 *
 * @param links whether links lead anywhere, see `MarkdownLinks`
 */
export function renderMarkdown(text: string, links: MarkdownLinks): RootContent[] {
  if (TOO_DEEP.test(text)) return [asWritten(text)];
  try {
    const tree: Root = processor.parse(text);
    straighten(tree, text);
    harmless(tree, links);
    return toHast(tree.children).children.map(scrolling);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    return [asWritten(text)];
  }
}

function asWritten(text: string): RootContent {
  const content: ElementContent[] = [{ type: "text", value: text }];
  return { type: "element", tagName: "pre", properties: {}, children: content };
}

/** A wide table scrolls inside itself. */
function scrolling(block: RootContent): RootContent {
  if (block.type !== "element" || block.tagName !== "table") return block;
  const properties = { className: ["table-scroll"] };
  return { type: "element", tagName: "div", properties, children: [block] };
}
