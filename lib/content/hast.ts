import type { Element, ElementContent, Root, RootContent } from "hast";
import type { RootContent as MdastContent, Root as MdastRoot, Nodes, PhrasingContent } from "mdast";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

declare module "mdast" {
  interface CodeData {
    /** What stands for fenced code in the rendering. */
    element?: Element;
  }
}

const processor = unified().use(remarkRehype, {
  handlers: {
    code: (_state: unknown, node: Extract<Nodes, { type: "code" }>) =>
      node.data?.element && { ...node.data.element, position: node.position },
  },
});

/** Blocks of Markdown as hast that survives JSON: no positions, no private data. */
export function toHast(children: MdastContent[]): Root {
  return toHastWithLines(children).root;
}

/** The same, and the line of the file on which each block begins; null for what the author did not write. */
export function toHastWithLines(children: MdastContent[]): { root: Root; lines: (number | null)[] } {
  const { children: content } = processor.runSync({ type: "root", children } satisfies MdastRoot) as Root;
  const lines = content.map((node) => node.position?.start.line ?? null);
  return { root: { type: "root", children: content.map(plain) }, lines };
}

/** Words within a line as hast. */
export function inlineToHast(children: PhrasingContent[]): ElementContent[] {
  const [paragraph] = toHast([{ type: "paragraph", children }]).children;
  return paragraph?.type === "element" ? paragraph.children : [];
}

/** A copy without the parser's positions and private data. */
function plain<Node extends RootContent>(node: Node): Node {
  const copy: Node = { ...node };
  delete copy.position;
  delete copy.data;
  if ("children" in copy) copy.children = copy.children.map(plain);
  return copy;
}
