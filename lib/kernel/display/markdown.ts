import { isInstance } from "../instance";
import type { RichForms } from "./mime";

/** A text in Markdown that a cell made; as a value it is shown as what it means. */
export class Markdown {
  constructor(readonly source: string) {}

  toString(): string {
    return this.source;
  }
}

/**
 * The template tag of cells: md`The loss is **${loss}**, $\\hat y = w x$`. Backslashes are TeX's own, so they need not be
 * doubled; the indentation that the program gave to all lines is no part of the text. What is put in is Markdown too.
 *
 * @param text words for a value that is no string
 */
export function markdownTag(text: (value: unknown) => string) {
  const written = (value: unknown): string => {
    if (value instanceof Markdown) return value.source;
    if (Array.isArray(value)) return value.map(written).join("");
    return value === null || value === undefined || value === false ? "" : text(value);
  };
  return ({ raw }: TemplateStringsArray, ...values: unknown[]): Markdown => {
    const parts = withoutIndentation(raw.map((part) => part.replace(/\\(`|\$(?=\{))/g, "$1")));
    const source = parts.map((part, index) => part + (index < values.length ? written(values[index]) : ""));
    return new Markdown(source.join("").trim());
  };
}

/** The parts of a text without the spaces that all its lines but the first begin with. */
function withoutIndentation(parts: readonly string[]): string[] {
  const indents = parts.flatMap((part, index) => {
    const lines = part.split("\n").slice(1);
    // A line that is empty says nothing of the indentation, unless a value stands in it.
    const said = lines.filter(
      (line, at) => line.trim() !== "" || (at === lines.length - 1 && index < parts.length - 1),
    );
    return said.map((line) => line.length - line.trimStart().length);
  });
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  return parts.map((part) => part.replace(new RegExp(`\\n[ \\t]{0,${indent}}`, "g"), "\n"));
}

/** A Markdown text as the page can draw it; undefined for anything else. */
export function markdownForm(value: unknown): RichForms | undefined {
  return isInstance(value, Markdown) ? { "text/markdown": value.source } : undefined;
}
