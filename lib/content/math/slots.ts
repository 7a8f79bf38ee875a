import type { Element, ElementContent } from "hast";
import { splitTemplate } from "../../exercise";
import { type RenderedMath, renderMath } from "./render";

/** Stands for the nth value while KaTeX sets the formula: digits, which it keeps together as one number. */
const standIn = (index: number) => `9173${String(index).padStart(4, "0")}3719`;
const STAND_IN = /9173(\d{4})3719/;

/**
 * Renders TeX with `[[formula]]` in it: each becomes an element `data-slot` where the value goes, once for the eye and
 * once for screen readers.
 */
export function renderTemplate(tex: string, displayMode: boolean): RenderedMath {
  const formulas: string[] = [];
  const written = splitTemplate(tex).map((piece) => {
    if (piece.kind === "words") return piece.text;
    formulas.push(piece.formula);
    return `{${standIn(formulas.length - 1)}}`;
  });
  if (formulas.length === 0) return renderMath(tex, displayMode);
  const rendered = renderMath(written.join(""), displayMode);
  if (rendered.kind === "refused") return { ...rendered, index: 0 };
  return { ...rendered, content: rendered.content.flatMap((node) => withSlots(node, formulas)) };
}

function withSlots(node: ElementContent, formulas: readonly string[]): ElementContent[] {
  if (node.type === "text") return splitText(node.value, formulas, "span");
  if (node.type !== "element") return [node];
  // The TeX for copying would hold the stand-ins.
  if (node.tagName === "annotation") return [];
  const [only] = node.children;
  if (node.tagName === "mn" && only?.type === "text" && STAND_IN.test(only.value)) {
    return splitText(only.value, formulas, "mn");
  }
  return [{ ...node, children: node.children.flatMap((child) => withSlots(child, formulas)) }];
}

function splitText(text: string, formulas: readonly string[], tagName: "span" | "mn"): ElementContent[] {
  return text.split(/(9173\d{4}3719)/).flatMap((piece): ElementContent[] => {
    if (piece === "") return [];
    const formula = formulas[Number(STAND_IN.exec(piece)?.[1] ?? Number.NaN)];
    const content: ElementContent = { type: "text", value: piece };
    if (formula === undefined) return tagName === "mn" ? [wrap("mn", {}, [content])] : [content];
    return [wrap(tagName, { dataSlot: formula }, [])];
  });
}

function wrap(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
