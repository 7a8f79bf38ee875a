import type { Page } from "@playwright/test";
import type { ElementNode, TreeNode } from "../../lib/protocol";
import type { GalleryPlot } from "../../tools/gallery/plots";

/** The width that our plots have by default. */
const WIDTH = 672;
/** Plot's own first colours, which ours replaces by the page's. */
const OBSERVABLE10 = ["#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#ff8ab7", "#a463f2", "#97bbf5"];

/** A plot, by a page's own document and by ours in a worker. */
interface Twice {
  page: ElementNode;
  worker: ElementNode;
}

/**
 * Draws plots with the real Plot on a page, and with ours in a worker of that page; says in what they differ.
 *
 * @param library the address of the bundle with both
 * @returns the first differences of each plot that is not the same
 */
export async function compared(
  page: Page,
  library: string,
  prelude: string,
  plots: readonly GalleryPlot[],
): Promise<Record<string, string[]>> {
  const codes = plots.map(({ code }) => `${prelude}\nreturn ${code};`);
  const twice = await page.evaluate(drawTwice, { library, codes, width: WIDTH });
  const different: Record<string, string[]> = {};
  for (const [i, { name }] of plots.entries()) {
    const drawn = twice[i];
    if (!drawn) continue;
    if ("error" in drawn) different[name] = [drawn.error];
    else {
      const found = await differences(page, drawn);
      if (found.length > 0) different[name] = found.slice(0, 5);
    }
  }
  return different;
}

/** Runs in the page. */
async function drawTwice({
  library,
  codes,
  width,
}: {
  library: string;
  codes: string[];
  width: number;
}): Promise<(Twice | { error: string })[]> {
  const { Plot } = await import(library);
  const plot = (options: object) => Plot.plot({ width, ...options, className: "plot" });
  Plot.Mark.prototype.plot = function ({ marks = [], ...options } = {} as { marks?: unknown }) {
    return plot({ ...options, marks: [marks, this] });
  };
  const real = { ...Plot, plot };
  const source = `
    import { Plot, wrapPlot } from ${JSON.stringify(library)};
    const ours = wrapPlot(Plot);
    onmessage = ({ data }) => {
      try { postMessage({ tree: new Function("Plot", data)(ours).tree }); } catch (error) { postMessage({ error: String(error) }); }
    };
    postMessage({});`;
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })), {
    type: "module",
  });
  const answer = () =>
    new Promise<{ tree?: ElementNode; error?: string }>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
  await answer();
  const treeOf = (element: Element): ElementNode => ({
    tag: element.localName,
    attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    children: [...element.childNodes].flatMap((child): TreeNode[] =>
      child instanceof Element ? [treeOf(child)] : child.textContent ? [child.textContent] : [],
    ),
  });
  const results: (Twice | { error: string })[] = [];
  for (const code of codes) {
    try {
      const element = new Function("Plot", code)(real) as Element;
      document.body.append(element);
      // Tips are finished on the frame after.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const onPage = treeOf(element);
      element.remove();
      const answered = answer();
      worker.postMessage(code);
      const { tree, error } = await answered;
      results.push(tree ? { page: onPage, worker: tree } : { error: String(error) });
    } catch (error) {
      results.push({ error: String(error) });
    }
  }
  return results;
}

async function differences(page: Page, twice: Twice): Promise<string[]> {
  const wanted = new Normal().element(twice.page);
  const drawn = new Normal().element(twice.worker);
  const found: string[] = [];
  const images: [string, string][] = [];
  compare(wanted, drawn, wanted.tag, found, images);
  for (const [one, other] of images)
    if (!(await samePixels(page, one, other))) found.push("the pixels differ");
  return found;
}

function compare(
  one: TreeNode | undefined,
  other: TreeNode | undefined,
  path: string,
  found: string[],
  images: [string, string][],
): void {
  if (one === undefined || other === undefined || typeof one === "string" || typeof other === "string") {
    if (one !== other) found.push(`${path}: ${brief(one)} on the page, ${brief(other)} here`);
    return;
  }
  if (one.tag !== other.tag) {
    found.push(`${path}: <${one.tag}> on the page, <${other.tag}> here`);
    return;
  }
  const fitted = one.tag === "svg" && !(other.attributes.viewBox ?? "0 0").startsWith("0 0");
  for (const name of new Set([...Object.keys(one.attributes), ...Object.keys(other.attributes)])) {
    // Widened to the left for the tick labels.
    if (fitted && (name === "viewBox" || name === "height")) continue;
    const [value, drawn] = [one.attributes[name], other.attributes[name]];
    if (name === "href" && value && drawn) images.push([value, drawn]);
    else if (!same(value, drawn))
      found.push(`${path}: ${name} is ${brief(value)} on the page, ${brief(drawn)} here`);
  }
  const length = Math.max(one.children.length, other.children.length);
  for (let i = 0; i < length; i++)
    compare(one.children[i], other.children[i], `${path} > ${nameOf(one.children[i])}`, found, images);
}

function brief(node: TreeNode | undefined): string {
  if (node === undefined) return "nothing";
  return typeof node === "string" ? JSON.stringify(node.slice(0, 80)) : `<${node.tag}>`;
}

function nameOf(node: TreeNode | undefined): string {
  return node === undefined || typeof node === "string"
    ? "text"
    : (node.attributes["aria-label"] ?? node.tag);
}

const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

/** Equal but for the numbers, and these up to a hundredth of a pixel. */
function same(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one === other) return true;
  if (one.replace(NUMBER, "#") !== other.replace(NUMBER, "#")) return false;
  const numbers = [...other.matchAll(NUMBER)].map(Number);
  return [...one.matchAll(NUMBER)].every((number, i) => Math.abs(Number(number) - (numbers[i] ?? 0)) <= 0.01);
}

/** A tree without what differs by intention: the list is all there is. */
class Normal {
  private readonly ids = new Map<string, string>();

  element(node: ElementNode): ElementNode {
    const strip = stripOf(node);
    if (strip) return strip;
    const attributes: Record<string, string> = {};
    const tip = node.attributes["aria-label"] === "tip";
    for (const [name, value] of Object.entries(node.attributes)) {
      if (name === "style") {
        const style = styleOf(value);
        if (style !== "") attributes.style = style;
      } else attributes[name.replace("xlink:", "")] = this.value(name, value);
    }
    // A legend's ticks stand half a pixel aside where nothing is known of the screen, as in every worker.
    if (attributes.class === "tick" && attributes.transform)
      attributes.transform = attributes.transform.replace(NUMBER, (number) =>
        String(Math.floor(Number(number))),
      );
    // Titles are plain blocks, so that they do not become headings of the page.
    const title = node.tag === "h2" ? "plot-title" : node.tag === "h3" ? "plot-subtitle" : undefined;
    if (title) attributes.class = title;
    const children = node.children.flatMap((child): TreeNode[] => {
      if (typeof child === "string") return child.trim() === "" && node.tag !== "tspan" ? [] : [child];
      if (child.tag === "style") return [];
      return [tip ? this.tip(child) : this.element(child)];
    });
    return { tag: title ? "div" : node.tag, attributes, children };
  }

  /** Fonts are known on a page only: of a tip the place and the words are compared, not its box. */
  private tip(node: ElementNode): ElementNode {
    const { transform = "" } = node.attributes;
    return { tag: node.tag, attributes: { transform }, children: [textOf(node).replaceAll("\u200b", "")] };
  }

  private value(name: string, value: string): string {
    const color = /^var\(--series-(\d)\)$/.exec(value)?.[1];
    if (color) return OBSERVABLE10[Number(color) - 1] ?? value;
    const id = name === "id" ? value : /^url\(#([\w-]+)\)$/.exec(value)?.[1];
    if (id === undefined) return value;
    const known = this.ids.get(id) ?? `id-${this.ids.size}`;
    this.ids.set(id, known);
    return known;
  }
}

/** A continuous legend's strip: an image on the page, a gradient here. */
function stripOf({ tag, attributes, children }: ElementNode): ElementNode | null {
  const [gradient, rect] = children;
  const ours = tag === "g" && typeof gradient === "object" && gradient.tag === "linearGradient";
  // A raster's image is moved into its place; an image mark's keeps its proportions.
  const theirs =
    tag === "image" && attributes.transform === undefined && attributes.preserveAspectRatio === "none";
  const place = ours && typeof rect === "object" ? rect.attributes : theirs ? attributes : null;
  if (!place) return null;
  const { x = "", y = "", width = "", height = "" } = place;
  return { tag: "strip", attributes: { x, y, width, height }, children: [] };
}

function styleOf(style: string): string {
  return style
    .split(";")
    .map((declaration) => declaration.trim().replace(/\s*:\s*/, ":"))
    .filter((declaration) => declaration !== "")
    .sort()
    .join(";");
}

function textOf(node: TreeNode): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

async function samePixels(page: Page, one: string, other: string): Promise<boolean> {
  return page.evaluate(
    async ([first = "", second = ""]) => {
      const pixels = async (address: string) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), {
          width: image.width,
          height: image.height,
        });
        const context = canvas.getContext("2d");
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height).data ?? [];
      };
      const [a, b] = [await pixels(first), await pixels(second)];
      return a.length > 0 && a.length === b.length && a.every((value, i) => value === b[i]);
    },
    [one, other],
  );
}
