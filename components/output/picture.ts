import { createElement, type ReactElement, type ReactNode } from "react";
import { cleanElement, cleanTree } from "@/lib/plot";
import type { ElementNode, TreeNode } from "@/lib/protocol";
import { svgProps } from "./svg-props";

/**
 * Draws a picture that came as data. Whatever it is given is cleaned first, so that nothing but known elements
 * with harmless attributes is drawn, its ids are made its own, and a box keeps it from covering anything else. What
 * is no picture draws nothing.
 *
 * The caller says what the picture shows: put it into an element with `role="img"` and an `aria-label`.
 *
 * @param prefix makes the picture's ids unique in the page
 * @param kind HTML is text that is read, and no picture to screen readers
 */
export function drawPicture(
  node: ElementNode,
  prefix: string,
  kind: "picture" | "html" = "picture",
): ReactElement | null {
  const tree = cleanTree(node, { prefix, kind });
  return tree && createElement("div", { className: "plot-picture" }, draw(tree));
}

/**
 * Draws a picture again and again while it grows: what is the same object as before is the same element, so that neither
 * it nor anything in it is looked at a second time. For trees that the page itself has drawn: each element is cleaned,
 * but nobody counts them.
 *
 * @param prefix makes the picture's ids unique in the page
 */
export function createPainter(prefix: string): (tree: ElementNode) => ReactElement {
  const known = new WeakMap<ElementNode, ReactNode>();
  const paint = (node: TreeNode, place: number): ReactNode => {
    if (typeof node === "string") return node;
    let element = known.get(node);
    if (element === undefined) known.set(node, (element = painted(node, place)));
    return element;
  };
  const painted = (node: ElementNode, place: number): ReactNode => {
    const clean = cleanElement(node, prefix);
    if (!clean) return null;
    const inside = node.tag === "title" ? textOf(node) : node.children.map(paint);
    return createElement(
      clean.tag,
      { ...svgProps(clean.attributes), key: place },
      inside.length > 0 ? inside : null,
    );
  };
  return (tree) => createElement("div", { className: "plot-picture" }, paint(tree, 0));
}

/** Nodes never move, so their place among their siblings is their key. */
function draw(node: TreeNode, place = 0): ReactNode {
  if (typeof node === "string") return node;
  const { tag, attributes, children } = node;
  // React takes a title's text in one piece.
  const drawn = tag === "title" ? textOf(node) : children.map(draw);
  return createElement(tag, { ...svgProps(attributes), key: place }, drawn.length > 0 ? drawn : null);
}

function textOf(node: TreeNode): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}
