/**
 * Markdown that readers and their programs write, as elements: formulas, tables and lists, and nothing that could do
 * harm. It brings a parser and KaTeX with it, so it is a door of its own.
 */
export { blockSizes, MARKDOWN_BOUNDS } from "./bounds";
export type { DrawnMarkdown, MarkdownReply, MarkdownRequest } from "./messages";
export { type MarkdownLinks, renderMarkdown } from "./render";
