import type { Properties, RootContent } from "hast";
import { type CSSProperties, createElement, type ReactNode } from "react";
import { styleProps } from "./svg-props";

/** Where text between elements means nothing, and may not stand. */
const NO_TEXT = new Set(["table", "thead", "tbody", "tr"]);

/**
 * Draws elements that our own code made of somebody's text (`renderMarkdown`). They are drawn as they are: what may be
 * in them is decided there.
 */
export function drawElements(nodes: readonly RootContent[], parent = ""): ReactNode[] {
  return nodes.map((node, place) => {
    if (node.type === "text") return NO_TEXT.has(parent) ? null : node.value;
    if (node.type !== "element") return null;
    const children = drawElements(node.children, node.tagName);
    const props = { ...propsOf(node.properties), key: place };
    return createElement(node.tagName, props, ...(children.length > 0 ? [children] : []));
  });
}

function propsOf(properties: Properties): Record<string, unknown> {
  const props: Record<string, string | number | true | CSSProperties> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    const plain = Array.isArray(value) ? value.join(" ") : value;
    if (name === "style") props.style = styleProps(String(plain));
    else if (name === "align") props.style = { textAlign: String(plain) as CSSProperties["textAlign"] };
    else props[name === "ariaHidden" ? "aria-hidden" : name] = plain;
  }
  return props;
}
