import type { CSSProperties } from "react";

/** Names that React spells in its own way; those with hyphens are found once each. */
const names = new Map<string, string>([
  ["class", "className"],
  ["colspan", "colSpan"],
  ["rowspan", "rowSpan"],
]);

/** An attribute's name as React wants it: `stroke-width` is `strokeWidth`. */
function propName(attribute: string): string {
  let name = names.get(attribute);
  if (name === undefined) names.set(attribute, (name = camelCase(attribute)));
  return name;
}

/** What Plot calls the parts of a plot that are not data; the page's style sheet knows them by these names. */
const FURNITURE = /^(?:f?[xy]-(?:axis|grid)\b|frame$)/;

/**
 * The properties with which React draws an element of a cleaned tree. Labels for screen readers are left out: the
 * picture is one image to them, and what it says in words stands on its outermost element.
 */
export function svgProps(attributes: Record<string, string>): Record<string, string | CSSProperties> {
  const props: Record<string, string | CSSProperties> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "aria-label" && FURNITURE.test(value)) props["data-part"] = value;
    if (name.startsWith("aria-")) continue;
    props[propName(name)] = name === "style" ? styleProps(value) : value;
  }
  return props;
}

/** A style attribute as React wants it. */
export function styleProps(text: string): CSSProperties {
  const style: Record<string, string> = {};
  for (const declaration of text.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon > 0) style[camelCase(declaration.slice(0, colon).trim())] = declaration.slice(colon + 1).trim();
  }
  return style;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
