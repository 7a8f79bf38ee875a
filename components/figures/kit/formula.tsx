import { type CSSProperties, createElement, memo, type ReactNode } from "react";
import type { FormulaNode, Formulas } from "./formula-tree";
import type { Ink } from "./ink";

/** A number in a formula, and perhaps its colour. */
export type FormulaValue = string | readonly [text: string, ink: Ink];

const PLACE = /^@(\w+)$/;

interface FormulaProps {
  formulas: Formulas;
  name: string;
  values?: Readonly<Record<string, FormulaValue>>;
}

/** A formula as KaTeX set it at build time, with the numbers of now in their places. */
export const Formula = memo(function Formula({ formulas, name, values = {} }: FormulaProps) {
  return (
    <span className="fig-formula" aria-hidden="true">
      {createElement("span", null, ...(formulas[name] ?? []).map((node) => draw(node, values)))}
    </span>
  );
}, showsTheSame);

/** A formula has many elements, and mostly stays as it is while the rest moves. */
function showsTheSame(before: FormulaProps, after: FormulaProps): boolean {
  return (
    before.formulas === after.formulas &&
    before.name === after.name &&
    JSON.stringify(before.values) === JSON.stringify(after.values)
  );
}

function draw(node: FormulaNode, values: Readonly<Record<string, FormulaValue>>): ReactNode {
  if (typeof node === "string") {
    const place = PLACE.exec(node.trim())?.[1];
    if (place === undefined) return node;
    const value = values[place] ?? "";
    const [text, ink] = typeof value === "string" ? [value, undefined] : value;
    return createElement("span", { className: "fig-number", "data-ink": ink }, text);
  }
  const [className, style, inside] = node;
  return createElement(
    "span",
    { className: className || undefined, style: style === "" ? undefined : styleOf(style) },
    ...inside.map((child) => draw(child, values)),
  );
}

/** `height:1em;top:-2em` as React wants it. */
function styleOf(style: string): CSSProperties {
  const entries = style
    .split(";")
    .map((rule) => rule.split(":"))
    .filter(([name, value]) => name && value !== undefined)
    .map(([name = "", value = ""]) => [
      name.trim().replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value.trim(),
    ]);
  return Object.fromEntries(entries);
}
