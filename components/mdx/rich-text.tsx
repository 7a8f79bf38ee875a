import type { Element, Root } from "hast";
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

/**
 * Formulas as markup in one piece: as elements they would be most of what has to be rendered. The markup is written
 * from checked elements, so it can hold nothing else.
 */
function foldMath<Node extends Root | Element>(node: Node): Node {
  const children = node.children.map((child) => {
    if (child.type !== "element") return child;
    const name = MATH[[child.properties.className].flat().join(" ")];
    if (!name) return foldMath(child);
    return { type: "element", tagName: name, properties: { html: toHtml(child.children) }, children: [] };
  });
  return { ...node, children } as Node;
}

const markup = (html: string) => ({ dangerouslySetInnerHTML: { __html: html } });

const mathComponents: Record<string, (props: { html: string }) => ReactNode> = {
  "gb-math-inline": ({ html }) => <span className="math-inline" {...markup(html)} />,
  "gb-math-display": ({ html }) => <div className="math-display" {...markup(html)} />,
};
