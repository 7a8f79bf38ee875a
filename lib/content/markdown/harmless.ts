import type { Element } from "hast";
import type { Heading, Image, Link, ListItem, Nodes, Parents, PhrasingContent, Root, Text } from "mdast";
import type { Math as DisplayMath, InlineMath } from "mdast-util-math";
import { visit } from "unist-util-visit";
import { renderMath } from "../math/render";
import { textOf } from "../text";

/**
 * Where links may lead. In a reader's own text (`followed`) to the web, to a mail address and within the course; in what
 * a program put out (`written`) only within the course: an address elsewhere stands behind the link's words, to be read,
 * for a program must not be able to send anything out by a click.
 */
export type MarkdownLinks = "followed" | "written";

const WITHIN = /^(?:#[\w-]+|\.\.\/[a-z][a-z0-9-]*\/(?:#[\w-]+)?)$/;
const ELSEWHERE = /^(?:https?:\/\/|mailto:)/i;
/** Pictures come with the text: one from elsewhere would tell there that it was looked at. */
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/;
/** A page's title is the first heading, a chapter's sections are the second. */
const LEVELS_ABOVE = 2;

/** Brings a parsed text into a form in which each part may be drawn: formulas are rendered, links and pictures checked. */
export function harmless(tree: Root, links: MarkdownLinks): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    switch (node.type) {
      case "math":
      case "inlineMath":
        return renderFormula(node);
      case "heading":
        node.depth = Math.min(6, node.depth + LEVELS_ABOVE) as Heading["depth"];
        return;
      case "listItem":
        return tick(node);
      case "image":
        return replace(parent, index, checkedImage(node));
      case "link":
        return replace(parent, index, checkedLink(node, links));
      case "code":
        node.data = { element: listing(node.value) };
        return;
    }
  });
}

function replace(parent: Parents, index: number, nodes: PhrasingContent[]): void {
  (parent.children as Nodes[]).splice(index, 1, ...nodes);
}

/** A formula, or its TeX with what KaTeX says of it. */
function renderFormula(node: InlineMath | DisplayMath): void {
  const display = node.type === "math";
  const rendered = renderMath(node.value, display, "lenient");
  if (rendered.kind === "refused") {
    const text = display ? `$$${node.value}$$` : `$${node.value}$`;
    const properties = { className: ["math-refused"], title: rendered.message };
    node.data = { hName: "code", hProperties: properties, hChildren: [{ type: "text", value: text }] };
    return;
  }
  const className = [display ? "math-display" : "math-inline"];
  node.data = {
    hName: display ? "div" : "span",
    hProperties: { className },
    hChildren: rendered.content,
  } as InlineMath["data"];
}

/** A task's box as a character: a box that nobody can tick is no control. */
function tick(item: ListItem): void {
  const { checked } = item;
  if (typeof checked !== "boolean") return;
  item.checked = null;
  item.data = { hProperties: { className: ["task"] } };
  const box: Text = { type: "text", value: checked ? "☑ " : "☐ " };
  const first = item.children[0];
  if (first?.type === "paragraph") first.children.unshift(box);
}

function checkedImage(image: Image): PhrasingContent[] {
  return PICTURE.test(image.url) ? [image] : [{ type: "text", value: image.alt ?? "" }];
}

function checkedLink(link: Link, links: MarkdownLinks): PhrasingContent[] {
  const { url, children } = link;
  if (WITHIN.test(url)) return [link];
  if (!ELSEWHERE.test(url)) return children;
  if (links === "written")
    return textOf(link) === url ? children : [...children, { type: "text", value: ` (${url})` }];
  link.data = { hProperties: { rel: ["noopener", "noreferrer", "nofollow"] } };
  return [link];
}

function listing(text: string): Element {
  const code: Element = {
    type: "element",
    tagName: "code",
    properties: {},
    children: [{ type: "text", value: text }],
  };
  return { type: "element", tagName: "pre", properties: { className: ["markdown-code"] }, children: [code] };
}
