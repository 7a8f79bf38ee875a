import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { type Components, toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";

/** Rich text as React elements, for the build alone. Nothing in it is executed: tags become components, all else elements. */
export function renderText(root: Root, components: Components = {}): ReactNode {
  return toJsxRuntime(foldMath(root), {
    Fragment,
    jsx,
    jsxs,
    components: { ...components, ...(mathComponents as Components) },
    passKeys: true,
  });
}

const MATH: Readonly<Record<string, string>> = {
  "math-inline": "gb-math-inline",
  "math-display": "gb-math-display",
};

/** What closes a clause or a bracket, and must not begin a line. */
const CLOSING = /^[,.;:!?)\]、，。；：？！）」』”’…]+/;
/** Letters of a formula that need not break within itself (the hidden copy for screen readers counted too). */
const SHORT = 80;

/**
 * Formulas as markup in one piece: as elements they would be most of what has to be rendered. The markup is written
 * from checked elements, so it can hold nothing else. A short formula keeps the punctuation that follows it: browsers
 * break lines behind formulas, whatever comes next.
 */
function foldMath<Node extends Root | Element>(node: Node): Node {
  let behind = "";
  const children = node.children.map((child, index) => {
    if (child.type === "text" && behind !== "") {
      const value = child.value.slice(behind.length);
      behind = "";
      return { ...child, value };
    }
    if (child.type !== "element") return child;
    const name = MATH[[child.properties.className].flat().join(" ")];
    if (!name) return foldMath(child);
    const next = node.children[index + 1];
    const inline = name === "gb-math-inline" && lengthOf(child) <= SHORT;
    behind = (inline && next?.type === "text" && CLOSING.exec(next.value)?.[0]) || "";
    return {
      type: "element",
      tagName: name,
      properties: { html: toHtml(child.children), behind },
      children: [],
    };
  });
  return { ...node, children } as Node;
}

function lengthOf(node: ElementContent): number {
  if (node.type === "text") return node.value.length;
  return "children" in node ? node.children.reduce((sum, child) => sum + lengthOf(child), 0) : 0;
}

const markup = (html: string) => ({ dangerouslySetInnerHTML: { __html: html } });

const mathComponents: Record<string, (props: { html: string; behind?: string }) => ReactNode> = {
  "gb-math-inline": ({ html, behind }) => {
    const formula = <span className="math-inline" {...markup(html)} />;
    if (!behind) return formula;
    return (
      <span className="held">
        {formula}
        {behind}
      </span>
    );
  },
  "gb-math-display": ({ html }) => <div className="math-display" {...markup(html)} />,
};
