import type { PlotDocument } from "./document";
import { InlineStyle, parseStyle, styleText } from "./inline-style";
import { matchesSelector, parseSelector } from "./selector";
import { LINE_HEIGHT, textWidth } from "./text-width";

/** What text can be appended as: a node, or anything else as its string. */
export type Appended = DrawnNode | string;

/** A node of the drawing: an element or a text. It offers the part of the DOM's interface that Plot and d3 use. */
export abstract class DrawnNode {
  parentNode: DrawnElement | null = null;

  constructor(readonly ownerDocument: PlotDocument) {}

  abstract get textContent(): string;
  abstract cloneNode(deep?: boolean): DrawnNode;

  get parentElement(): DrawnElement | null {
    return this.parentNode;
  }

  get nextSibling(): DrawnNode | null {
    return this.sibling(1);
  }

  get previousSibling(): DrawnNode | null {
    return this.sibling(-1);
  }

  /** A drawing is never part of a page; what Plot does only on a page it leaves undone. */
  get isConnected(): boolean {
    return false;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  replaceWith(...nodes: Appended[]): void {
    const parent = this.parentNode;
    if (!parent) return;
    for (const node of nodes) parent.insertBefore(this.ownerDocument.node(node), this);
    this.remove();
  }

  private sibling(step: 1 | -1): DrawnNode | null {
    const siblings = this.parentNode?.childNodes;
    return siblings?.[siblings.indexOf(this) + step] ?? null;
  }
}

export class DrawnText extends DrawnNode {
  readonly nodeType = 3;

  constructor(
    document: PlotDocument,
    public data: string,
  ) {
    super(document);
  }

  get textContent(): string {
    return this.data;
  }

  cloneNode(): DrawnText {
    return new DrawnText(this.ownerDocument, this.data);
  }
}

export class DrawnElement extends DrawnNode {
  readonly nodeType = 1;
  readonly attributes = new Map<string, string>();
  readonly childNodes: DrawnNode[] = [];
  private inline: InlineStyle | undefined;

  constructor(
    document: PlotDocument,
    readonly namespaceURI: string,
    readonly localName: string,
  ) {
    super(document);
  }

  get tagName(): string {
    return this.localName;
  }

  get nodeName(): string {
    return this.localName;
  }

  // Attributes

  setAttribute(name: string, value: unknown): void {
    if (name === "style") this.style = String(value);
    else this.attributes.set(name, String(value));
  }

  setAttributeNS(space: string | null, name: string, value: unknown): void {
    this.setAttribute(this.ownerDocument.qualifiedName(space, name), value);
  }

  getAttribute(name: string): string | null {
    if (name === "style") return this.inline ? styleText(this.inline) : null;
    return this.attributes.get(name) ?? null;
  }

  getAttributeNS(space: string | null, name: string): string | null {
    return this.getAttribute(this.ownerDocument.qualifiedName(space, name));
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  removeAttribute(name: string): void {
    if (name === "style") this.inline = undefined;
    else this.attributes.delete(name);
  }

  removeAttributeNS(space: string | null, name: string): void {
    this.removeAttribute(this.ownerDocument.qualifiedName(space, name));
  }

  get id(): string {
    return this.attributes.get("id") ?? "";
  }

  set id(value: string) {
    this.setAttribute("id", value);
  }

  get className(): string {
    return this.attributes.get("class") ?? "";
  }

  set className(value: string) {
    this.setAttribute("class", value);
  }

  get classList(): { contains(name: string): boolean; add(name: string): void; remove(name: string): void } {
    const names = () => this.className.split(/\s+/).filter((name) => name !== "");
    return {
      contains: (name) => names().includes(name),
      add: (name) => {
        this.className = [...new Set([...names(), name])].join(" ");
      },
      remove: (name) => {
        this.className = names()
          .filter((other) => other !== name)
          .join(" ");
      },
    };
  }

  get style(): InlineStyle {
    this.inline ??= new InlineStyle();
    return this.inline;
  }

  set style(value: InlineStyle | string) {
    this.inline = typeof value === "string" ? parseStyle(value) : value;
  }

  // Children

  get children(): DrawnElement[] {
    return this.childNodes.filter((node) => node instanceof DrawnElement);
  }

  get firstChild(): DrawnNode | null {
    return this.childNodes[0] ?? null;
  }

  get lastChild(): DrawnNode | null {
    return this.childNodes.at(-1) ?? null;
  }

  get firstElementChild(): DrawnElement | null {
    return this.children[0] ?? null;
  }

  appendChild<N extends DrawnNode>(node: N): N {
    return this.insertBefore(node, null);
  }

  insertBefore<N extends DrawnNode>(node: N, before: DrawnNode | null): N {
    node.remove();
    if (before === null) this.childNodes.push(node);
    else {
      const at = this.childNodes.indexOf(before);
      if (at < 0) throw new Error("insertBefore: the reference is not a child of this element");
      this.childNodes.splice(at, 0, node);
    }
    node.parentNode = this;
    return node;
  }

  removeChild<N extends DrawnNode>(node: N): N {
    const at = this.childNodes.lastIndexOf(node);
    if (at < 0) throw new Error("removeChild: the node is not a child of this element");
    this.childNodes.splice(at, 1);
    node.parentNode = null;
    return node;
  }

  replaceChild<N extends DrawnNode>(node: DrawnNode, old: N): N {
    this.insertBefore(node, old);
    return this.removeChild(old);
  }

  append(...nodes: Appended[]): void {
    for (const node of nodes) this.appendChild(this.ownerDocument.node(node));
  }

  prepend(...nodes: Appended[]): void {
    const first = this.firstChild;
    for (const node of nodes) this.insertBefore(this.ownerDocument.node(node), first);
  }

  replaceChildren(...nodes: Appended[]): void {
    while (this.lastChild) this.removeChild(this.lastChild);
    this.append(...nodes);
  }

  contains(node: DrawnNode | null): boolean {
    for (let other = node; other; other = other.parentNode) if (other === this) return true;
    return false;
  }

  get textContent(): string {
    return this.childNodes.map((node) => node.textContent).join("");
  }

  set textContent(value: unknown) {
    this.replaceChildren();
    const text = value === null || value === undefined ? "" : String(value);
    if (text !== "") this.appendChild(this.ownerDocument.createTextNode(text));
  }

  cloneNode(deep = false): DrawnElement {
    const copy = this.ownerDocument.createElementNS(this.namespaceURI, this.localName);
    for (const [name, value] of this.attributes) copy.attributes.set(name, value);
    if (this.inline) copy.style = parseStyle(styleText(this.inline));
    if (deep) for (const child of this.childNodes) copy.appendChild(child.cloneNode(true));
    return copy;
  }

  // Finding

  matches(selector: string): boolean {
    return matchesSelector(this, parseSelector(selector));
  }

  querySelector(selector: string): DrawnElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  querySelectorAll(selector: string): DrawnElement[] {
    const alternatives = parseSelector(selector);
    return [...this.descendants()].filter((element) => matchesSelector(element, alternatives));
  }

  private *descendants(): Generator<DrawnElement> {
    for (const child of this.children) {
      yield child;
      yield* child.descendants();
    }
  }

  // Events and layout: a drawing has none

  addEventListener(): void {}

  removeEventListener(): void {}

  dispatchEvent(): boolean {
    return true;
  }

  /** The box of the texts within, one line a `tspan`; an estimate, as there are no fonts here. Tips ask for it. */
  getBBox(): { x: number; y: number; width: number; height: number } {
    const lines = this.querySelectorAll("tspan").filter((line) => line.parentNode?.localName === "text");
    const widths = lines.map((line) => textWidth(line.textContent));
    return { x: 0, y: 0, width: Math.max(0, ...widths), height: lines.length * LINE_HEIGHT };
  }
}
