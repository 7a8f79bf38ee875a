import { MAX_SIZE, MAX_TEXT } from "./limits";
import { pngSize } from "./png-size";

/**
 * What a picture from a kernel may consist of. A kernel runs strangers' code, so its trees are judged value by
 * value: a name that is not here is left out, and so is a value that does not have its attribute's form. Nothing
 * here can load, link, run, animate, or leave the picture's own box.
 */

export const TAGS: ReadonlySet<string> = new Set([
  ...[
    "svg",
    "g",
    "path",
    "line",
    "rect",
    "circle",
    "ellipse",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "title",
  ],
  ...["desc", "defs", "clipPath", "marker", "pattern", "linearGradient", "radialGradient", "stop"],
  ...["image", "figure", "figcaption", "div", "span", "p"],
]);

/** What the outermost element may be. */
export const ROOTS: ReadonlySet<string> = new Set(["svg", "figure", "div"]);

/** Elements of text, lists and tables: what HTML may have besides pictures. None of them loads, links or asks for anything. */
export const HTML_TAGS: ReadonlySet<string> = new Set([
  ...["b", "i", "em", "strong", "u", "s", "small", "sub", "sup", "mark", "code", "kbd", "samp", "var", "pre"],
  ...["br", "hr", "wbr", "blockquote", "q", "cite", "abbr", "del", "ins", "section", "details", "summary"],
  ...["ul", "ol", "li", "dl", "dt", "dd"],
  ...["table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"],
]);

/** Elements that have no inside. */
export const EMPTY_TAGS: ReadonlySet<string> = new Set(["br", "hr", "wbr", "col"]);

/** Judges a value: the value to keep, or undefined. */
type Check = (value: string) => string | undefined;

const form =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value) ? value : undefined;

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?`;
const number = form(new RegExp(`^${NUMBER}$`, "i"));
const length = form(new RegExp(`^${NUMBER}(?:px|em|rem|ex|ch|pt|%)?$`, "i"));
const lengths = form(new RegExp(`^${NUMBER}(?:px|em|%)?(?:[\\s,]+${NUMBER}(?:px|em|%)?){0,31}$`, "i"));
const numbers = form(/^[-+.,\deE\s]+$/);
const pathData = form(/^[MmLlHhVvCcSsQqTtAaZz\deE+\-.,\s]+$/);
const transform = form(/^(?:\s*(?:translate|rotate|scale|matrix|skewX|skewY)\([-+.,\deE\s]+\))+\s*$/);
const keyword = form(/^[a-z]+(?:-[a-z]+)*$/i);
const text: Check = (value) => (value.length <= MAX_TEXT ? value : `${value.slice(0, MAX_TEXT - 1)}…`);
const truth = form(/^(?:true|false)$/);
const fontFamily = form(/^[\w\s,'"-]{1,200}$/);
const fontSize = form(/^\d{1,3}(?:\.\d+)?(?:px|pt|em|rem|%)?$/);
const fontWeight = form(/^(?:normal|bold|bolder|lighter|\d{1,4})$/);

/** Colours: words, `#…`, colour functions and the page's variables. No quotes, colons, slashes of comments or `url`. */
const COLOR_FUNCTION =
  /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\((?!.*url)[\w\s.,%#+/()-]{1,120}\)$/i;
const color: Check = (value) =>
  /^(?:[a-z]{1,30}|#[\da-f]{3,8}|var\(--[a-z\d-]{1,60}\))$/i.test(value) ||
  (COLOR_FUNCTION.test(value) && !/\/\*/.test(value))
    ? value
    : undefined;

/** References to an element of the same picture. */
const REFERENCE = /^url\(#([\w-]{1,80})\)$/;

/** The classes for which the page has rules; any other could borrow the page's own looks. */
const classes: Check = (value) => {
  const kept = value.split(/\s+/).filter((name) => /^plot(?:-[a-z]+)*$/.test(name));
  return kept.length > 0 ? kept.join(" ") : undefined;
};

const viewBox: Check = (value) => {
  const parts = value.trim().split(/[\s,]+/);
  return parts.length === 4 && parts.every((part) => number(part) !== undefined) ? value : undefined;
};

/** An image that is in its address: a PNG file, not larger than a picture. Every other address could be asked for. */
const ownImage: Check = (value) => {
  if (!/^data:image\/png;base64,[A-Za-z\d+/]+={0,2}$/.test(value)) return undefined;
  const { width, height } = pngSize(value) ?? { width: 0, height: 0 };
  return width > 0 && width <= MAX_SIZE && height > 0 && height <= MAX_SIZE ? value : undefined;
};

/** Filters that need nothing but themselves. */
const FILTER =
  /^(?:(?:blur|brightness|contrast|grayscale|hue-rotate|invert|opacity|saturate|sepia)\([-+.\d]{0,12}(?:px|deg|%)?\)|drop-shadow\((?:[-+.\d]{1,8}(?:px)?\s+){2,3}(?:[a-z]{1,30}|rgba?\([\d\s.,%]{1,40}\))\))$/;

/** A picture's own size, in pixels. */
const size: Check = (value) => {
  const pixels = Number(number(value) ?? Number.NaN);
  return pixels >= 0 && pixels <= MAX_SIZE ? value : undefined;
};

/** Space around and between things: never negative, so that nothing gets out of its box that way. */
const room = form(
  /^(?:\d{1,3}(?:\.\d+)?(?:px|em|rem)?|auto)(?: (?:\d{1,3}(?:\.\d+)?(?:px|em|rem)?|auto)){0,3}$/,
);

const border: Check = (value) => {
  const [, line, ink] = /^(\d{1,2}px (?:solid|dashed|dotted))(?: (.+))?$/.exec(value) ?? [];
  if (line === undefined) return undefined;
  if (ink === undefined) return line;
  return color(ink) === undefined ? undefined : value;
};

const STYLES: Record<string, Check> = {
  color,
  background: color,
  "background-color": color,
  "font-size": fontSize,
  "font-family": fontFamily,
  "font-weight": fontWeight,
  "font-style": keyword,
  "font-variant": keyword,
  "mix-blend-mode": keyword,
  "max-width": form(/^(?:initial|none|100%|\d{1,4}px)$/),
  width: form(/^(?:\d{1,4}px|\d{1,3}%)$/),
  "margin-left": form(/^\d{1,3}px$/),
  columns: form(/^\d{1,2}$/),
  ...{ "text-align": keyword, "vertical-align": keyword, "white-space": keyword, "text-decoration": keyword },
  ...{ display: form(/^(?:block|inline|inline-block|flex|grid)$/), "flex-wrap": keyword },
  ...{ "align-items": keyword, "justify-content": keyword, gap: room, padding: room, margin: room },
  ...{ height: form(/^\d{1,4}px$/), "line-height": number, "border-radius": room, border: border },
  "grid-template-columns": form(/^(?:\d{1,4}(?:px|fr|em)|auto)(?: (?:\d{1,4}(?:px|fr|em)|auto)){0,19}$/),
};

/** Keeps the harmless declarations of an inline style. */
const style: Check = (value) => {
  const kept: string[] = [];
  for (const declaration of value.split(";")) {
    const colon = declaration.indexOf(":");
    const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const wanted = declaration.slice(colon + 1).trim();
    const good = Object.hasOwn(STYLES, name) ? STYLES[name]?.(wanted) : undefined;
    if (good !== undefined) kept.push(`${name}: ${good}`);
  }
  return kept.length > 0 ? kept.join("; ") : undefined;
};

const CHECKS: Record<string, Check> = {
  class: classes,
  style,
  title: text,
  transform,
  viewBox,
  d: pathData,
  points: numbers,
  "aria-label": text,
  "aria-description": text,
  "aria-hidden": truth,
  "stroke-dasharray": lengths,
  "font-family": fontFamily,
  "font-size": fontSize,
  "font-weight": fontWeight,
  preserveAspectRatio: form(/^[a-z]+(?: [a-z]+)?$/i),
  orient: form(/^(?:auto|auto-start-reverse|[-+]?\d{1,3}(?:\.\d+)?)$/),
  ...{
    colspan: form(/^\d{1,3}$/),
    rowspan: form(/^\d{1,3}$/),
    span: form(/^\d{1,3}$/),
    start: form(/^\d{1,6}$/),
  },
  ...{ scope: keyword, dir: form(/^(?:ltr|rtl|auto)$/), lang: form(/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i) },
  "transform-origin": form(/^[-+.\de]{1,24}px [-+.\de]{1,24}px$/),
  filter: form(FILTER),
  gradientTransform: transform,
  patternTransform: transform,
};
for (const name of [
  "x",
  "y",
  "x1",
  "y1",
  "x2",
  "y2",
  "cx",
  "cy",
  "r",
  "rx",
  "ry",
  "dx",
  "dy",
  "width",
  "height",
]) {
  CHECKS[name] = length;
}
for (const name of ["refX", "refY", "markerWidth", "markerHeight", "offset", "fx", "fy", "textLength"])
  CHECKS[name] = length;
for (const name of ["stroke-width", "stroke-dashoffset", "stroke-miterlimit"]) CHECKS[name] = length;
for (const name of ["opacity", "fill-opacity", "stroke-opacity", "stop-opacity"]) CHECKS[name] = length;
for (const name of ["fill", "stroke", "stop-color", "color"]) CHECKS[name] = color;
for (const name of ["stroke-linecap", "stroke-linejoin", "fill-rule", "clip-rule", "paint-order"])
  CHECKS[name] = keyword;
for (const name of ["text-anchor", "dominant-baseline", "font-style", "font-variant", "visibility"])
  CHECKS[name] = keyword;
for (const name of [
  "shape-rendering",
  "image-rendering",
  "vector-effect",
  "clipPathUnits",
  "patternUnits",
  "gradientUnits",
  "markerUnits",
]) {
  CHECKS[name] = keyword;
}

/** Attributes that may refer to an element of the same picture. */
const REFERRING: ReadonlySet<string> = new Set([
  ...["fill", "stroke", "clip-path", "marker", "marker-start", "marker-mid", "marker-end"],
]);

/**
 * The value with which an attribute may be drawn, or undefined to leave it out.
 *
 * @param rename gives an id of the picture the name it has on the page
 */
export function allowedValue(
  tag: string,
  name: string,
  value: string,
  rename: (id: string) => string,
): string | undefined {
  if (name === "id") return /^[\w-]{1,80}$/.test(value) ? rename(value) : undefined;
  if (REFERRING.has(name)) {
    const id = REFERENCE.exec(value)?.[1];
    if (id !== undefined) return `url(#${rename(id)})`;
  }
  if (tag === "image" && name === "href") return ownImage(value);
  if (tag === "image" && name === "clip-path" && /^circle\([.\d]{1,12}px\)$/.test(value)) return value;
  if (tag === "svg" && (name === "width" || name === "height")) return size(value) ?? percent(value);
  return Object.hasOwn(CHECKS, name) ? CHECKS[name]?.(value) : undefined;
}

function percent(value: string): string | undefined {
  return value === "100%" ? value : undefined;
}
