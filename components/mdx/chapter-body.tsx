import type { Element, Root } from "hast";
import type { CompiledChapter } from "../layout/compiled";
import { renderText } from "./rich-text";
import { vocabulary } from "./vocabulary";

/** Blocks that use the margin as well as the text column. */
const WIDE = new Set(["gb-beside"]);

/** The chapter's text with its cells, exercises and figures. */
export function ChapterBody({ compiled }: { compiled: CompiledChapter }) {
  return renderText(layOut(compiled.chapter.body), { components: vocabulary(compiled) });
}

function layOut(body: Root): Root {
  const children = body.children.map((node) => {
    if (node.type !== "element") return node;
    if (WIDE.has(node.tagName)) return { ...node, properties: { ...node.properties, className: ["wide"] } };
    if (node.tagName === "table") return scrolling(node);
    return node;
  });
  return { ...body, children };
}

/** A wide table scrolls inside itself. */
function scrolling(table: Element): Element {
  const properties = { className: ["table-scroll"] };
  return { type: "element", tagName: "div", properties, children: [table] };
}
