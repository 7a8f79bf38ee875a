import { saveFile } from "./save-file";

const SVG = "http://www.w3.org/2000/svg";

/** What an element takes over from the one around it. */
const INHERITED = [
  ...["color", "fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray"],
  ...["stroke-linecap", "stroke-linejoin", "text-anchor", "paint-order", "visibility"],
  ...["font-family", "font-size", "font-weight", "font-style", "font-variant-numeric", "white-space"],
];

/** What it does not. */
const OWN = ["opacity", "stop-color", "stop-opacity", "mix-blend-mode"];

/** Pixels around the picture. */
const MARGIN = 12;

/** Pixels of the PNG for one of the page's: for fine screens and for print. */
const SCALE = 2;

/**
 * What stands on the page as one SVG file, in the page's theme: colours and fonts are written down as they are now, and
 * titles and legends, which are HTML, become texts in their places.
 */
export function pictureFile(picture: HTMLElement): { text: string; width: number; height: number } {
  const { left, top, width, height } = picture.getBoundingClientRect();
  const file = document.createElementNS(SVG, "svg");
  const size = { width: Math.ceil(width) + 2 * MARGIN, height: Math.ceil(height) + 2 * MARGIN };
  file.setAttribute("xmlns", SVG);
  file.setAttribute("width", String(size.width));
  file.setAttribute("height", String(size.height));
  file.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  const paper = document.createElementNS(SVG, "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", paperOf(picture));
  file.append(paper);
  addAll(picture, file, { left: left - MARGIN, top: top - MARGIN });
  return { text: new XMLSerializer().serializeToString(file), ...size };
}

/** The colour that an element stands on. */
function paperOf(element: Element): string {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const color = getComputedStyle(around).backgroundColor;
    if (color !== "transparent" && color !== "rgba(0, 0, 0, 0)") return color;
  }
  return "white";
}

interface Origin {
  left: number;
  top: number;
}

function addAll(element: Element, file: SVGElement, origin: Origin): void {
  for (const node of element.childNodes) {
    if (node instanceof SVGSVGElement) file.append(placed(node, origin));
    else if (node instanceof Element) addAll(node, file, origin);
    else if (node instanceof Text) file.append(...lines(node, origin));
  }
}

/** A picture within the file, where it stands on the page. */
function placed(svg: SVGSVGElement, { left, top }: Origin): SVGElement {
  const box = svg.getBoundingClientRect();
  const copy = written(svg, null);
  copy.removeAttribute("style");
  for (const [name, value] of Object.entries({
    x: box.left - left,
    y: box.top - top,
    width: box.width,
    height: box.height,
  })) {
    copy.setAttribute(name, String(value));
  }
  return copy;
}

/** A copy with all looks as attributes. */
function written(element: SVGElement, around: CSSStyleDeclaration | null): SVGElement {
  const looks = getComputedStyle(element);
  const copy = element.cloneNode(false) as SVGElement;
  copy.removeAttribute("class");
  for (const name of INHERITED) {
    const value = looks.getPropertyValue(name);
    const own = element.getAttribute(name);
    if (own?.startsWith("url(")) continue;
    if (own !== null || value !== around?.getPropertyValue(name)) copy.setAttribute(name, value);
  }
  for (const name of OWN) {
    if (element.hasAttribute(name)) copy.setAttribute(name, looks.getPropertyValue(name));
  }
  for (const child of element.childNodes) {
    if (child instanceof SVGElement) copy.append(written(child, looks));
    else if (child instanceof Text) copy.append(child.data);
  }
  return copy;
}

/** The lines of a text as they are broken on the page. */
function lines(node: Text, { left, top }: Origin): SVGElement[] {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === "") return [];
  const looks = getComputedStyle(parent);
  const range = document.createRange();
  const found: { text: string; box: DOMRect }[] = [];
  for (let i = 0; i < node.data.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const box = range.getBoundingClientRect();
    const line = found.at(-1);
    if (line && Math.abs(line.box.top - box.top) < box.height / 2) line.text += node.data[i];
    else found.push({ text: node.data[i] ?? "", box });
  }
  return found.map(({ text, box }) => {
    const line = document.createElementNS(SVG, "text");
    line.setAttribute("x", String(box.left - left));
    line.setAttribute("y", String(box.top - top + box.height / 2));
    line.setAttribute("dominant-baseline", "central");
    line.setAttribute("fill", looks.color);
    for (const name of ["font-family", "font-size", "font-weight", "font-style"])
      line.setAttribute(name, looks.getPropertyValue(name));
    line.textContent = text;
    return line;
  });
}

/** @param name without its ending */
export function saveSvg(picture: HTMLElement, name: string): void {
  saveFile(`${name}.svg`, new Blob([pictureFile(picture).text], { type: "image/svg+xml" }));
}

/** @throws if the browser cannot draw the picture, because it is too large for example */
export async function savePng(picture: HTMLElement, name: string): Promise<void> {
  const { text, width, height } = pictureFile(picture);
  const image = new Image();
  // The page's policy takes pictures from its own host and from their own addresses.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the picture could not be made");
  saveFile(`${name}.png`, blob);
}
