import type { ElementNode, TreeNode } from "../protocol";
import { DrawnElement, type DrawnNode } from "./drawn";
import { PlotError, unsupported } from "./errors";
import { MAX_CHARACTERS, MAX_SIZE } from "./limits";
import { pngSize } from "./png-size";
import { withinReach } from "./reach";

/** Headings in a cell's output would break the page's outline: a plot's titles are plain blocks with a class. */
const TITLES: Record<string, string> = { h2: "plot-title", h3: "plot-subtitle" };

/** Colour stops of a continuous legend; so many that no eye sees the difference to 256. */
const STOPS = 33;

/**
 * The drawing as plain data. Plot's own style sheets are left out (the page brings its own), and a legend's
 * painted strip becomes a gradient.
 *
 * @throws PlotError if it is too long, or shows an image that is no PNG file
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
    if (drawn.localName === "image") return image(drawn, budget);
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(withinReach(Object.fromEntries(drawn.attributes))))
      attributes[name] = budget(rounded(name, value));
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

/** A legend's strip, or a picture that is a PNG file in an address of its own. */
function image(drawn: DrawnElement, budget: (text: string) => string): ElementNode {
  const { "xlink:href": link, href = link, crossorigin: _, ...place } = Object.fromEntries(drawn.attributes);
  const colors = href === undefined ? undefined : drawn.ownerDocument.strips.get(href);
  if (colors) return strip(colors, `plot-ramp-${href?.replace(/\D/g, "")}`, place);
  const size = pngSize(href ?? "");
  if (href === undefined || !size)
    throw unsupported("Plot.image", "a PNG file as its src (data:image/png;base64,…)");
  if (Math.max(size.width, size.height) > MAX_SIZE) {
    throw new PlotError(
      "plot-size",
      { option: "src", value: `${size.width} × ${size.height}`, limit: String(MAX_SIZE) },
      `an image may be at most ${MAX_SIZE} pixels wide and high: ${size.width} × ${size.height}`,
    );
  }
  for (const [name, value] of Object.entries(place)) place[name] = budget(rounded(name, value));
  return { tag: "image", attributes: { ...place, href: budget(href) }, children: [] };
}

/** A rectangle filled with a gradient of colours. */
function strip(colors: string[], id: string, place: Record<string, string>): ElementNode {
  const stops = Array.from({ length: STOPS }, (_, i): ElementNode => {
    const t = i / (STOPS - 1);
    const color = colors[Math.round(t * (colors.length - 1))] ?? "none";
    return { tag: "stop", attributes: { offset: String(t), "stop-color": color }, children: [] };
  });
  const { preserveAspectRatio: _, ...rest } = place;
  return {
    tag: "g",
    attributes: {},
    children: [
      { tag: "linearGradient", attributes: { id }, children: stops },
      { tag: "rect", attributes: { ...rest, fill: `url(#${id})` }, children: [] },
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
