/**
 * The `style` of an element that is only ever written: properties become own fields, as `Object.assign` and
 * d3's `setProperty` leave them. Nothing is judged here; the page judges (see `clean.ts`).
 */
export class InlineStyle {
  [property: string]: unknown;

  setProperty(name: string, value: unknown): void {
    this[name] = value;
  }

  removeProperty(name: string): void {
    delete this[name];
  }

  getPropertyValue(name: string): string {
    const value = Object.hasOwn(this, name) ? this[name] : undefined;
    return value === undefined || value === null ? "" : String(value);
  }
}

/** Reads `a: b; c: d` into a style. */
export function parseStyle(text: string): InlineStyle {
  const style = new InlineStyle();
  for (const declaration of text.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon > 0) style.setProperty(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
  }
  return style;
}

/** Writes a style as `a: b; c: d`, names in CSS's own spelling; empty when nothing is set. */
export function styleText(style: InlineStyle): string {
  return Object.entries(style)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => `${cssName(name)}: ${String(value)}`)
    .join("; ");
}

function cssName(name: string): string {
  return name.startsWith("--") ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
