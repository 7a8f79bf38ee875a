import { blockSizes } from "./bounds";
import type { MarkdownReply, MarkdownRequest } from "./messages";
import { renderMarkdown } from "./render";

/**
 * A worker that makes elements of Markdown. Some texts keep the parser busy for minutes, and some formulas KaTeX: here
 * nobody waits for it, and the page can end it.
 */
addEventListener("message", ({ data: { text, links } }: MessageEvent<MarkdownRequest>) => {
  const blocks = renderMarkdown(text, links);
  const sizes = blockSizes(blocks);
  reply({ drawn: sizes && { blocks, sizes } });
});

function reply(message: MarkdownReply): void {
  postMessage(message);
}

reply("ready");
