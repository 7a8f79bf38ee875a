import type { Nodes } from "mdast";

/** The words of a node, formulas as TeX, without marks. */
export function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** Whether nodes show anything: words, code, a formula, a picture. */
export function isBlank(nodes: readonly Nodes[]): boolean {
  return nodes.every((node) =>
    "children" in node ? isBlank(node.children) : "value" in node && node.value.trim() === "",
  );
}
