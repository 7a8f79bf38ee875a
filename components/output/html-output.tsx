import type { ElementNode } from "@/lib/protocol";
import { ElementTree } from "./element-tree";

/** HTML that a cell made: only harmless elements and attributes are drawn, none of them outside of its own box. */
export function HtmlOutput({ tree }: { tree: ElementNode }) {
  return (
    <div className="output-html">
      <ElementTree node={tree} kind="html" />
    </div>
  );
}
