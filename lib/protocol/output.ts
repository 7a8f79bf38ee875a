import type { GraphData } from "./graph";
import type { Input } from "./input";
import type { ImageFacts } from "./picture";

/** What a cell can show. The names are those of Jupyter's messaging protocol and of nbformat. */

/** An SVG or HTML element as plain data: the only form in which pictures leave the kernel. */
export interface ElementNode {
  /** The element's name, for example `svg`, `path` or `figure`. */
  tag: string;
  attributes: Record<string, string>;
  children: TreeNode[];
}

/** An element, or a text. */
export type TreeNode = ElementNode | string;

/** A plot: its picture, and what the page says of it in words. */
export interface PlotData {
  tree: ElementNode;
  /** The same, drawn for a phone's page; of saved plots, whose reader is not known yet. */
  narrow?: ElementNode;
  /** One sentence for those who cannot see the picture. */
  description: string;
  /** Where a pointer or the arrow keys find something, and what they find. */
  tips?: TipGroup[];
  /** The numbers that the picture shows. */
  table?: TableData;
}

/** Tips of one mark in one facet, in columns. Places are in the picture's own pixels. */
export interface TipGroup {
  /** Which distance counts: `x` the horizontal before all, `y` the vertical, `xy` both. */
  pointer: "x" | "y" | "xy";
  x: number[];
  y: number[];
  /** What the lines of a tip are called; an empty name is a line of its own. */
  labels: string[];
  /** For each place a text for each label; an empty text is left out. */
  values: string[][];
  /** The colour of each place. */
  colors?: string[];
  /** The curve that each place is on, as a number. */
  series?: number[];
}

/** A picture of pixels. */
export interface ImageOutput extends ImageFacts {
  /** The file's bytes, in base64. */
  data: string;
  /** One sentence for those who cannot see it. */
  description: string;
}

/** Pixels of one picture: about 1000 × 1000. */
export const MAX_IMAGE_PIXELS = 2 ** 20;

/** One axis of a live plot. */
export interface LiveAxis {
  label?: string;
  type?: "linear" | "log";
}

/** What the reader's program asked of a live plot. */
export interface LiveOptions {
  title?: string;
  x?: LiveAxis;
  y?: LiveAxis;
  /** Height in CSS pixels; the width is the page's. */
  height?: number;
}

/** A curve: its name (the legend's), and its points in the order in which they came. */
export interface LiveSeries {
  name: string;
  x: number[];
  y: number[];
}

/** A live plot as it stands: what is saved, exported and drawn. Long series are thinned so that peaks remain. */
export interface LiveData {
  options: LiveOptions;
  series: LiveSeries[];
  /** The picture as the build drew it; absent while it is live. */
  picture?: PlotData;
}

/** What a value is, for its colour. */
export type ValueKind = "string" | "number" | "word" | "function" | "error" | "object";

/** A value as a tree: as much of it as the kernel looked at. */
export interface ValueNode {
  kind: ValueKind;
  /** The value itself if nothing is inside it; else what it is, for example `Map(2)`. */
  text: string;
  /** What is inside, in one line, as far as it goes; for collections. */
  preview?: string;
  /** Absent if the value has no inside, or if the kernel did not look into it. */
  entries?: ValueEntry[];
  /** Entries that are there and were left out. */
  more?: number;
}

/** One thing inside a value. */
export interface ValueEntry {
  /** A property's name, an index, a map's key; empty for a set's elements. */
  label: string;
  value: ValueNode;
}

/** A cell of a table; absent values are null. */
export type TableCell = string | number | null;

/** Rows of one shape. */
export interface TableData {
  columns: string[];
  /** The first rows, each as long as `columns`. */
  rows: TableCell[][];
  /** Rows and columns there are, of which these may be the first. */
  rowCount: number;
  columnCount: number;
  /** The first column names the rows. */
  indexed: boolean;
}

/** What a tensor's print does not say, and its numbers as far as a heat map shows them. */
export interface TensorData {
  shape: number[];
  dtype: string;
  /** The operation that made it, if gradients flow through it. */
  gradFn?: string;
  /** A matrix of numbers, seen from afar. */
  heat?: HeatData;
}

/** Numbers of a matrix at evenly spaced rows and columns. */
export interface HeatData {
  rows: number;
  columns: number;
  /** Row by row; `rows * columns` numbers, which may be NaN or infinite. */
  values: Float64Array;
  /** The least and the greatest finite number of the whole matrix, where these are not all of it. */
  range?: [number, number];
}

/** How far a loop has come. */
export interface ProgressData {
  done: number;
  /** Absent if nobody knows. */
  total?: number;
  label?: string;
  /** Milliseconds since it began. */
  elapsed: number;
  state: "running" | "done" | "stopped";
}

/** A word on what a cell has put out, which the page says in the reader's language. */
export interface HintData {
  /** As errors have one. */
  code: string;
}

/** One value in several forms, richest first wins. Plain text is always there. */
export interface MimeBundle {
  "text/plain": string;
  "text/markdown"?: string;
  "application/vnd.gradbook.plot+json"?: PlotData;
  "application/vnd.gradbook.image+json"?: ImageOutput;
  "application/vnd.gradbook.live+json"?: LiveData;
  "application/vnd.gradbook.input+json"?: Input;
  "application/vnd.gradbook.html+json"?: ElementNode;
  "application/vnd.gradbook.graph+json"?: GraphData;
  "application/vnd.gradbook.table+json"?: TableData;
  "application/vnd.gradbook.tensor+json"?: TensorData;
  "application/vnd.gradbook.progress+json"?: ProgressData;
  "application/vnd.gradbook.value+json"?: ValueNode;
  "application/vnd.gradbook.hint+json"?: HintData;
  "application/vnd.gradbook.plain+json"?: PlainData;
}

/** A value as data: texts, numbers, truth values, and lists and records of them. What is none of these is undefined. */
export type PlainData =
  | string
  | number
  | boolean
  | undefined
  | Float64Array
  | PlainData[]
  | { [name: string]: PlainData };

/** How much of a stream the page was not sent. */
export interface Omitted {
  lines: number;
  characters: number;
}

/** Text that the program printed. */
export interface Stream {
  type: "stream";
  name: "stdout" | "stderr";
  text: string;
  /** What was left out before this text. It is the end of all so far: the next such stream takes its place. */
  omitted?: Omitted;
}

/** Something the program chose to show. */
export interface DisplayData {
  type: "display_data";
  /** Lets later messages find this display again. */
  displayId?: string;
  data: MimeBundle;
}

/** The value of the last expression. */
export interface ExecuteResult {
  type: "execute_result";
  executionCount: number;
  data: MimeBundle;
}

/** A place in a cell's own text; line and column count from 1. */
export interface Position {
  cell: string;
  line: number;
  column: number;
}

/** One call on the way to an error. */
export interface TraceFrame extends Position {
  /** The function's name; empty at the top of a cell. */
  name: string;
}

/** The program failed. */
export interface ErrorOutput {
  type: "error";
  /** The error's class, for example `ReferenceError`. */
  name: string;
  message: string;
  /** A stable word for errors that the page can explain in the reader's language, for example `undefined-name`. */
  code?: string;
  /** What the explanation needs, for example the missing name. */
  details?: Record<string, string>;
  /** Where it happened, innermost first; only places in cells. */
  traceback: TraceFrame[];
}

/** Everything a cell can put below itself. */
export type Output = Stream | DisplayData | ExecuteResult | ErrorOutput;
