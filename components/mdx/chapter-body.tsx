import type { Element, Root } from "hast";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import type { CompiledChapter } from "../layout/compiled";
import { vocabulary } from "./vocabulary";

/** Rich text as React elements. Nothing in it is executed: tags become components, all else elements. */
export function renderText(
  root: Root,
  components: Parameters<typeof toJsxRuntime>[1]["components"] = {},
): ReactNode {
  return toJsxRuntime(root, { Fragment, jsx, jsxs, components, passKeys: true });
}

/** Blocks that use the margin as well as the text column. */
const WIDE = new Set(["gb-beside"]);

/** The chapter's text with its cells, exercises and figures. */
export function ChapterBody({ compiled }: { compiled: CompiledChapter }) {
  return renderText(widen(compiled.chapter.body), vocabulary(compiled));
}

function widen(body: Root): Root {
  const children = body.children.map((node) => {
    if (node.type !== "element") return node;
    if (WIDE.has(node.tagName)) return { ...node, properties: { ...node.properties, className: ["wide"] } };
    if (node.tagName === "table") return wrap(node);
    return node;
  });
  return { ...body, children };
}

/** A wide table scrolls inside itself. */
function wrap(table: Element): Element {
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["table-scroll"], tabIndex: 0, role: "group" },
    children: [table],
  };
}
