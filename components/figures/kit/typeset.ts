import type { ElementContent } from "hast";
import { renderMath } from "@/lib/content";
import type { FormulaNode, Formulas } from "./formula-tree";

/** Sets a figure's formulas, for the build alone: the page needs no KaTeX to put numbers into them. */
export function typeset(formulas: Readonly<Record<string, string>>): Formulas {
  const entries = Object.entries(formulas).map(([name, tex]) => {
    const result = renderMath(tex, false);
    if (result.kind === "refused") throw new Error(`The formula "${name}" of a figure: ${result.message}`);
    return [name, result.content.flatMap(toNode)];
  });
  return Object.fromEntries(entries);
}

function toNode(node: ElementContent): FormulaNode[] {
  if (node.type === "text") return [node.value];
  if (node.type !== "element") return [];
  const className = [node.properties.className ?? []].flat().join(" ");
  // The figure's description says in words what the formula says: the copy for screen readers is left out.
  if (className === "katex-mathml") return [];
  if (node.tagName !== "span") throw new Error(`Figures cannot draw KaTeX's <${node.tagName}>.`);
  return [[className, String(node.properties.style ?? ""), node.children.flatMap(toNode)]];
}
