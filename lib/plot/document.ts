import { Canvas } from "./canvas";
import { type Appended, DrawnElement, DrawnNode, DrawnText } from "./drawn";
import { PlotError, unsupported } from "./errors";
import { MAX_ELEMENTS } from "./limits";

export const HTML = "http://www.w3.org/1999/xhtml";
export const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

/**
 * A document to draw on where there is no page: in a worker, and in Node while the site is built. It is written
 * once and then read as a tree (see `tree.ts`); it has no events, no layout and no parser.
 */
export class PlotDocument {
  readonly documentElement: DrawnElement;
  /** Plot makes an `input` event when a pointer chooses a datum; here it goes nowhere. */
  readonly defaultView = { Event: class {} };
  /** Strips of colours that continuous legends have painted, by the address they were given. */
  readonly strips = new Map<string, string[]>();
  private elements = 0;

  constructor() {
    this.documentElement = new DrawnElement(this, HTML, "html");
  }

  createElement(name: string): DrawnElement {
    return name === "canvas" ? new Canvas(this, HTML) : this.createElementNS(HTML, name);
  }

  /** @throws PlotError when the plot has too many elements, or one that cannot leave the kernel */
  createElementNS(space: string, name: string): DrawnElement {
    if (name === "a") throw unsupported("href", "title");
    if (++this.elements > MAX_ELEMENTS) {
      throw new PlotError(
        "plot-too-many-elements",
        { limit: String(MAX_ELEMENTS) },
        `a plot may have at most ${MAX_ELEMENTS} elements; group the data first (Plot.binX, Plot.bin, Plot.hexbin), draw a sample, or draw one line through it`,
      );
    }
    return new DrawnElement(this, space, name);
  }

  createTextNode(text: unknown): DrawnText {
    return new DrawnText(this, String(text));
  }

  /** The node itself, or a text of anything else, as the DOM's `append` has it. */
  node(value: Appended): DrawnNode {
    return value instanceof DrawnNode ? value : this.createTextNode(value);
  }

  /** The name under which an attribute of a namespace is kept. */
  qualifiedName(space: string | null, name: string): string {
    return space === XLINK && !name.startsWith("xlink:") ? `xlink:${name}` : name;
  }
}
