import type { ElementNode, TreeNode } from "../protocol";
import { DrawnElement, type DrawnNode } from "./drawn";
import { PlotError } from "./errors";
import { MAX_CHARACTERS } from "./limits";

/** Headings in a cell's output would break the page's outline: a plot's titles are plain blocks with a class. */
const TITLES: Record<string, string> = { h2: "plot-title", h3: "plot-subtitle" };

/** Colour stops of a continuous legend; so many that no eye sees the difference to 256. */
const STOPS = 33;

/**
 * The drawing as plain data. Plot's own style sheets are left out (the page brings its own), and a legend's
 * painted strip becomes a gradient.
 *
 * @throws PlotError if it is too long, or shows an image
 */
export function toTree(root: DrawnElement): ElementNode {
  let characters = 0;
  const budget = (text: string) => {
    characters += text.length;
    if (characters > MAX_CHARACTERS) {
      throw new PlotError(
        "plot-too-large",
        { limit: String(MAX_CHARACTERS) },
        `a plot's drawing may be at most ${MAX_CHARACTERS} characters long; draw fewer or shorter lines and texts`,
      );
    }
    return text;
  };

  const element = (drawn: DrawnElement): ElementNode => {
    if (drawn.localName === "image") return strip(drawn);
    const attributes: Record<string, string> = {};
    for (const [name, value] of drawn.attributes) attributes[name] = budget(rounded(name, value));
    const style = drawn.getAttribute("style");
    if (style) attributes.style = budget(style);
    const title = Object.hasOwn(TITLES, drawn.localName) ? TITLES[drawn.localName] : undefined;
    if (title) attributes.class = title;
    return { tag: title ? "div" : drawn.localName, attributes, children: drawn.childNodes.flatMap(child) };
  };

  const child = (node: DrawnNode): TreeNode[] => {
    if (!(node instanceof DrawnElement)) return node.textContent === "" ? [] : [budget(node.textContent)];
    return node.localName === "style" ? [] : [element(node)];
  };

  return element(root);
}

/** Attributes that place things; a thousandth of a pixel is as exact as anybody sees. */
const PLACES: ReadonlySet<string> = new Set([
  ...["transform", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"],
]);

function rounded(name: string, value: string): string {
  if (!PLACES.has(name)) return value;
  return value.replace(/-?\d+\.\d{4,}(?![\de])/g, (number) => String(Math.round(Number(number) * 1e3) / 1e3));
}

/** A legend's strip: a rectangle filled with a gradient. */
function strip(image: DrawnElement): ElementNode {
  const address = image.getAttribute("xlink:href");
  const colors = image.ownerDocument.strip(address);
  const id = `plot-ramp-${address?.replace(/\D/g, "")}`;
  const stops = Array.from({ length: STOPS }, (_, i): ElementNode => {
    const t = i / (STOPS - 1);
    const color = colors[Math.round(t * (colors.length - 1))] ?? "none";
    return { tag: "stop", attributes: { offset: String(t), "stop-color": color }, children: [] };
  });
  const { "xlink:href": _, preserveAspectRatio: __, ...place } = Object.fromEntries(image.attributes);
  return {
    tag: "g",
    attributes: {},
    children: [
      { tag: "linearGradient", attributes: { id }, children: stops },
      { tag: "rect", attributes: { ...place, fill: `url(#${id})` }, children: [] },
    ],
  };
}

/** Every element of a tree, outermost first. */
export function* elementsOf(tree: ElementNode): Generator<ElementNode> {
  yield tree;
  for (const node of tree.children) if (typeof node !== "string") yield* elementsOf(node);
}

/** The text within an element. */
export function textOf(tree: TreeNode): string {
  return typeof tree === "string" ? tree : tree.children.map(textOf).join("");
}
