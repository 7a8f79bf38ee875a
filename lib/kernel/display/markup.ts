import type { ElementNode, TreeNode } from "../../protocol";

/**
 * Reads markup into a tree of plain data. It is lenient as browsers are, but knows no more of HTML than which elements
 * are empty and which end by themselves: what may be shown is decided by whoever draws the tree.
 */
export function parseMarkup(text: string, kind: "html" | "svg"): TreeNode[] {
  const root: ElementNode = { tag: "", attributes: {}, children: [] };
  const open = [root];
  const current = () => open.at(-1) ?? root;
  const close = (tag: string) => {
    const place = open.findLastIndex((element) => element.tag.toLowerCase() === tag.toLowerCase());
    if (place > 0) open.length = place;
  };

  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    const { end, start, attributes, words } = token.groups ?? {};
    if (words !== undefined) addText(current(), decoded(words));
    else if (end !== undefined) close(end);
    else if (start !== undefined) {
      const tag = kind === "html" && !inSvg(open) ? start.toLowerCase() : start;
      if (SELF_ENDING.has(tag) && current().tag === tag) close(tag);
      const element: ElementNode = { tag, attributes: attributesOf(attributes ?? ""), children: [] };
      current().children.push(element);
      if (RAW.has(tag)) TOKEN.lastIndex = endOfRaw(text, tag, TOKEN.lastIndex);
      else if (!EMPTY.has(tag) && !/\/\s*$/.test(attributes ?? "") && open.length < MAX_DEPTH)
        open.push(element);
    }
  }
  return root.children;
}

/** Elements within each other; deeper ones stand beside each other. */
const MAX_DEPTH = 30;
const EMPTY = new Set([
  "br",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "wbr",
  "col",
  "source",
  "area",
  "base",
  "embed",
]);
/** Elements that another of their kind ends. */
const SELF_ENDING = new Set(["p", "li", "dt", "dd", "tr", "td", "th"]);
/** Elements whose contents are no markup. */
const RAW = new Set(["script", "style", "textarea"]);
/** Where text between elements means nothing. */
const NO_TEXT = new Set(["table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl"]);

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<\/(?<end>[a-z][\w:-]*)[^>]*>|<(?<start>[a-z][\w:-]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^"'>])*)>|(?<words>[^<]+|<)/giy;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes[name] = decoded(double ?? single ?? bare ?? "");
  }
  return attributes;
}

function addText(parent: ElementNode, text: string): void {
  if (NO_TEXT.has(parent.tag) && text.trim() === "") return;
  const last = parent.children.length - 1;
  const before = parent.children[last];
  if (typeof before === "string") parent.children[last] = before + text;
  else parent.children.push(text);
}

function inSvg(open: readonly ElementNode[]): boolean {
  return open.some(({ tag }) => tag === "svg");
}

function endOfRaw(text: string, tag: string, from: number): number {
  const end = text.toLowerCase().indexOf(`</${tag}`, from);
  return end < 0 ? text.length : end;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", times: "×", middot: "·" },
  ...{ minus: "−", ndash: "–", mdash: "—", hellip: "…", le: "≤", ge: "≥", ne: "≠", rarr: "→", larr: "←" },
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
