import { isNumber, isRecord, isString, isWhole } from "./checks";
import type {
  ElementNode,
  HeatData,
  MimeBundle,
  ProgressData,
  TableCell,
  TableData,
  TensorData,
} from "./output";
import { parseInput } from "./parse-input";
import { parsePlain } from "./parse-plain";
import { parseValue } from "./parse-value";

/** Rows, columns and characters of a cell in one table: a kernel sends no more. */
const MAX_ROWS = 1_000;
const MAX_COLUMNS = 50;
const MAX_CELL = 1_000;
/** Rows and columns of one heat map. */
const MAX_HEAT = 64;
const MAX_DIMENSIONS = 64;
/** Characters of a label. */
const MAX_LABEL = 200;

/** Decides what of an element tree may be drawn, as a picture or as HTML; null refuses it. */
export type CleanTree = (tree: unknown, options?: { kind?: "picture" | "html" }) => ElementNode | null;

/** A value's forms, each taken apart and built anew; a form that is not as it should be is left out. */
export function parseBundle(data: unknown, clean: CleanTree): MimeBundle | null {
  if (!isRecord(data) || !isString(data["text/plain"])) return null;
  const bundle: MimeBundle = { "text/plain": data["text/plain"] };
  const plot = data["application/vnd.gradbook.plot+json"];
  if (isRecord(plot)) {
    const tree = clean(plot.tree);
    const description = isString(plot.description) ? plot.description : "";
    if (tree) bundle["application/vnd.gradbook.plot+json"] = { tree, description };
  }
  const input = parseInput(data["application/vnd.gradbook.input+json"]);
  if (input) bundle["application/vnd.gradbook.input+json"] = input;
  const html = data["application/vnd.gradbook.html+json"];
  if (isRecord(html)) {
    const tree = clean(html, { kind: "html" });
    if (tree) bundle["application/vnd.gradbook.html+json"] = tree;
  }
  const table = parseTable(data["application/vnd.gradbook.table+json"]);
  if (table) bundle["application/vnd.gradbook.table+json"] = table;
  const tensor = parseTensor(data["application/vnd.gradbook.tensor+json"]);
  if (tensor) bundle["application/vnd.gradbook.tensor+json"] = tensor;
  const progress = parseProgress(data["application/vnd.gradbook.progress+json"]);
  if (progress) bundle["application/vnd.gradbook.progress+json"] = progress;
  const value = parseValue(data["application/vnd.gradbook.value+json"]);
  if (value) bundle["application/vnd.gradbook.value+json"] = value;
  if ("application/vnd.gradbook.plain+json" in data) {
    bundle["application/vnd.gradbook.plain+json"] = parsePlain(data["application/vnd.gradbook.plain+json"]);
  }
  return bundle;
}

function parseTable(data: unknown): TableData | null {
  if (!isRecord(data) || !Array.isArray(data.columns) || !Array.isArray(data.rows)) return null;
  const { rowCount, columnCount, indexed } = data;
  if (!isWhole(rowCount) || !isWhole(columnCount) || typeof indexed !== "boolean") return null;
  if (data.columns.length === 0 || data.columns.length > MAX_COLUMNS || data.rows.length > MAX_ROWS)
    return null;
  const columns = Array.from(data.columns, (name: unknown) =>
    isString(name) ? name.slice(0, MAX_LABEL) : "",
  );
  const rows = Array.from(data.rows, (row: unknown) =>
    columns.map((_, column) => (Array.isArray(row) ? parseCell(row[column]) : null)),
  );
  return { columns, rows, rowCount, columnCount, indexed };
}

function parseCell(data: unknown): TableCell {
  if (typeof data === "number") return data;
  return isString(data) ? data.slice(0, MAX_CELL) : null;
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
  return rows * columns === values.length && values.length > 0 ? { rows, columns, values } : null;
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
