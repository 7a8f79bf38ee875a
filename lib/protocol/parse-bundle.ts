import { isNumber, isRecord, isString, isWhole } from "./checks";
import {
  type ElementNode,
  type HeatData,
  type ImageOutput,
  MAX_IMAGE_PIXELS,
  type MimeBundle,
  type ProgressData,
  type TensorData,
} from "./output";
import { parseGraph } from "./parse-graph";
import { parseInput } from "./parse-input";
import { parsePlain } from "./parse-plain";
import { parsePlot } from "./parse-plot";
import { parseTable } from "./parse-table";
import { parseValue } from "./parse-value";
import { headOf, imageFacts } from "./picture";

/** Rows and columns of one heat map. */
const MAX_HEAT = 64;
const MAX_DIMENSIONS = 64;
/** Characters of a text in Markdown; the page judges what of it can be drawn. */
const MAX_MARKDOWN = 200_000;
/** Characters of a picture's bytes in base64: those of as many pixels as there may be, uncompressed. */
const MAX_IMAGE = 6_000_000;
/** Characters of a label. */
const MAX_LABEL = 200;

/** Decides what of an element tree may be drawn, as a picture or as HTML; null refuses it. */
export type CleanTree = (tree: unknown, options?: { kind?: "picture" | "html" }) => ElementNode | null;

/** A value's forms, each taken apart and built anew; a form that is not as it should be is left out. */
export function parseBundle(data: unknown, clean: CleanTree): MimeBundle | null {
  if (!isRecord(data) || !isString(data["text/plain"])) return null;
  const bundle: MimeBundle = { "text/plain": data["text/plain"] };
  const plot = parsePlot(data["application/vnd.gradbook.plot+json"], clean);
  if (plot) bundle["application/vnd.gradbook.plot+json"] = plot;
  const input = parseInput(data["application/vnd.gradbook.input+json"]);
  if (input) bundle["application/vnd.gradbook.input+json"] = input;
  const html = data["application/vnd.gradbook.html+json"];
  if (isRecord(html)) {
    const tree = clean(html, { kind: "html" });
    if (tree) bundle["application/vnd.gradbook.html+json"] = tree;
  }
  const markdown = data["text/markdown"];
  if (isString(markdown) && markdown.length <= MAX_MARKDOWN) bundle["text/markdown"] = markdown;
  const graph = parseGraph(data["application/vnd.gradbook.graph+json"]);
  if (graph) bundle["application/vnd.gradbook.graph+json"] = graph;
  const image = parseImage(data["application/vnd.gradbook.image+json"]);
  if (image) bundle["application/vnd.gradbook.image+json"] = image;
  const table = parseTable(data["application/vnd.gradbook.table+json"]);
  if (table) bundle["application/vnd.gradbook.table+json"] = table;
  const tensor = parseTensor(data["application/vnd.gradbook.tensor+json"]);
  if (tensor) bundle["application/vnd.gradbook.tensor+json"] = tensor;
  const progress = parseProgress(data["application/vnd.gradbook.progress+json"]);
  if (progress) bundle["application/vnd.gradbook.progress+json"] = progress;
  const value = parseValue(data["application/vnd.gradbook.value+json"]);
  if (value) bundle["application/vnd.gradbook.value+json"] = value;
  const hint = data["application/vnd.gradbook.hint+json"];
  if (isRecord(hint) && isString(hint.code))
    bundle["application/vnd.gradbook.hint+json"] = { code: hint.code.slice(0, MAX_LABEL) };
  if ("application/vnd.gradbook.plain+json" in data) {
    bundle["application/vnd.gradbook.plain+json"] = parsePlain(data["application/vnd.gradbook.plain+json"]);
  }
  return bundle;
}

/** What a picture is, and how large, is read from its bytes: a few of them can claim more than a page can hold. */
function parseImage(data: unknown): ImageOutput | null {
  if (!isRecord(data) || !isString(data.data) || data.data.length > MAX_IMAGE) return null;
  const head = headOf(data.data);
  const facts = head && imageFacts(head);
  if (!facts || facts.width * facts.height > MAX_IMAGE_PIXELS) return null;
  const description = isString(data.description) ? data.description.slice(0, MAX_LABEL) : "";
  return { ...facts, data: data.data, description };
}

function parseTensor(data: unknown): TensorData | null {
  if (!isRecord(data) || !isString(data.dtype)) return null;
  const { shape } = data;
  if (!Array.isArray(shape) || shape.length > MAX_DIMENSIONS || !shape.every(isWhole)) return null;
  const tensor: TensorData = { shape: [...shape], dtype: data.dtype.slice(0, MAX_LABEL) };
  if (isString(data.gradFn)) tensor.gradFn = data.gradFn.slice(0, MAX_LABEL);
  const heat = parseHeat(data.heat);
  if (heat) tensor.heat = heat;
  return tensor;
}

function parseHeat(data: unknown): HeatData | null {
  if (!isRecord(data) || !(data.values instanceof Float64Array)) return null;
  const { rows, columns, values } = data;
  if (!isWhole(rows) || !isWhole(columns) || rows > MAX_HEAT || columns > MAX_HEAT) return null;
  if (rows * columns !== values.length || values.length === 0) return null;
  const heat: HeatData = { rows, columns, values };
  const [least, most] = Array.isArray(data.range) ? data.range : [];
  if (isNumber(least) && isNumber(most) && least <= most) heat.range = [least, most];
  return heat;
}

function parseProgress(data: unknown): ProgressData | null {
  if (!isRecord(data) || !isWhole(data.done) || !isNumber(data.elapsed) || data.elapsed < 0) return null;
  const { state } = data;
  if (state !== "running" && state !== "done" && state !== "stopped") return null;
  const progress: ProgressData = { done: data.done, elapsed: data.elapsed, state };
  if (isWhole(data.total)) progress.total = data.total;
  if (isString(data.label)) progress.label = data.label.slice(0, MAX_LABEL);
  return progress;
}
