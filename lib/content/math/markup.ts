import type { Element, ElementContent, Properties } from "hast";

const TAG = /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+=(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};
/** hast writes these names in camel case; the other attributes that KaTeX uses keep theirs. */
const CAMEL: Readonly<Record<string, string>> = { "aria-hidden": "ariaHidden", viewbox: "viewBox" };

/**
 * KaTeX's markup as hast. KaTeX writes well-formed tags, quoted attributes and five entities, and only that is
 * read here; anything else throws, so nothing unforeseen gets into a page. Needs no DOM.
 */
export function fromMarkup(markup: string): ElementContent[] {
  const root: Element = { type: "element", tagName: "root", properties: {}, children: [] };
  const open = [root];
  let at = 0;
  while (at < markup.length) {
    const parent = open.at(-1) ?? root;
    const next = markup.indexOf("<", at);
    const end = next < 0 ? markup.length : next;
    if (end > at) {
      parent.children.push({ type: "text", value: decode(markup.slice(at, end)) });
      at = end;
      continue;
    }
    TAG.lastIndex = at;
    const found = TAG.exec(markup);
    if (!found) throw new Error(`unexpected markup: ${markup.slice(at, at + 40)}`);
    const [whole, closing, tagName = "", attributes = "", selfClosing] = found;
    at += whole.length;
    if (closing) {
      if (open.length === 1 || open.pop()?.tagName !== tagName) throw new Error(`unexpected </${tagName}>`);
      continue;
    }
    const element: Element = { type: "element", tagName, properties: properties(attributes), children: [] };
    parent.children.push(element);
    if (!selfClosing) open.push(element);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tagName}> is not closed`);
  return root.children;
}

function properties(text: string): Properties {
  const result: Properties = {};
  for (const [, name = "", double, single = ""] of text.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single);
    if (name === "class") result.className = value.split(" ").filter((part) => part !== "");
    else result[CAMEL[name] ?? name] = value;
  }
  return result;
}

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}
