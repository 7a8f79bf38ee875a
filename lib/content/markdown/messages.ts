import type { RootContent } from "hast";
import type { MarkdownLinks } from "./harmless";

/** What the page sends to the worker. */
export interface MarkdownRequest {
  text: string;
  links: MarkdownLinks;
}

/** A text as elements, and how many each of its blocks is. */
export interface DrawnMarkdown {
  blocks: RootContent[];
  sizes: number[];
}

/** What the worker answers: "ready" once its script runs, then to each request, in turn; null where a text is too much. */
export type MarkdownReply = "ready" | { drawn: DrawnMarkdown | null };
