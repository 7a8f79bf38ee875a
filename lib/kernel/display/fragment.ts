import type { ElementNode, TreeNode } from "../../protocol";
import { isInstance } from "../instance";
import { parseMarkup } from "./markup";
import type { RichForms } from "./mime";

/** Headings and landmarks in a cell's output would break the page's outline, and its links lead nowhere. */
const INSTEAD: Readonly<Record<string, string>> = {
  ...{ h1: "p", h2: "p", h3: "p", h4: "p", h5: "p", h6: "p" },
  ...{ header: "div", footer: "div", main: "div", nav: "div", article: "div", aside: "div", a: "span" },
};

/** A piece of HTML or SVG that a cell made; as a value it is shown as what it means. */
export class Fragment {
  /**
   * @param markup as it was written; values that were put in are escaped
   */
  constructor(
    readonly kind: "html" | "svg",
    readonly markup: string,
  ) {}

  toString(): string {
    return this.markup;
  }
}

/** An SVG picture needs one element `svg` around it. */
export class FragmentError extends TypeError {
  override readonly name = "TypeError";
  readonly code = "svg-root";
  readonly details = {};
  constructor() {
    super("svg: the picture must begin with <svg …> and end with </svg>");
  }
}

/**
 * The template tags of cells: html`<b>${value}</b>`. What is put in is text, whatever it looks like, except for other
 * fragments; an array's items follow each other, and null, undefined and false are nothing.
 *
 * @param text words for a value that is no string
 */
export function fragmentTag(kind: "html" | "svg", text: (value: unknown) => string) {
  const written = (value: unknown): string => {
    if (value instanceof Fragment) return value.markup;
    if (Array.isArray(value)) return value.map(written).join("");
    return value === null || value === undefined || value === false ? "" : escaped(text(value));
  };
  return (strings: TemplateStringsArray, ...values: unknown[]): Fragment => {
    const markup = strings
      .map((part, index) => part + (index < values.length ? written(values[index]) : ""))
      .join("");
    return new Fragment(kind, markup);
  };
}

/**
 * A fragment as the page can draw it; undefined for anything else.
 *
 * @param nameless what is said of a picture without a title
 * @throws FragmentError `svg-root`
 */
export function fragmentForms(value: unknown, nameless: string): RichForms | undefined {
  if (!isInstance(value, Fragment)) return undefined;
  const nodes = parseMarkup(value.markup, value.kind);
  if (value.kind === "html")
    return { "application/vnd.gradbook.html+json": plain({ tag: "div", attributes: {}, children: nodes }) };
  const tree = nodes.find((node) => typeof node !== "string" && node.tag === "svg");
  if (tree === undefined || typeof tree === "string") throw new FragmentError();
  const description = tree.attributes["aria-label"] ?? titleOf(tree) ?? nameless;
  return { "application/vnd.gradbook.plot+json": { tree, description } };
}

/** The text of a picture's own title. */
function titleOf(tree: ElementNode): string | undefined {
  const title = tree.children.find((node) => typeof node !== "string" && node.tag === "title");
  return title === undefined ? undefined : textOf(title).trim() || undefined;
}

function textOf(node: TreeNode): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

function plain(element: ElementNode): ElementNode {
  const children = element.children.map((node) => (typeof node === "string" ? node : plain(node)));
  const tag = Object.hasOwn(INSTEAD, element.tag) ? (INSTEAD[element.tag] ?? "div") : element.tag;
  if (tag !== "p" || element.tag === "p") return { ...element, tag, children };
  return { tag, attributes: { ...element.attributes, class: "plot-title" }, children };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
