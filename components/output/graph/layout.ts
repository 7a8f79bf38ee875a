import { type GraphLabel, graphlib, layout as place } from "@dagrejs/dagre";
import type { GraphData, GraphValues } from "@/lib/protocol";
import { factorText } from "./arithmetic";
import { figure, numbersOf, rowsOf, shapeText } from "./figures";
import type { Visible } from "./visible";

/** How cards are set: with values and gradients beside each other where that fits, or always one below the other. */
export type GraphForm = "wide" | "narrow";

/** Pixels, at a scale of 1: a digit of a number, a letter of a title (a wide one), a line. */
const DIGIT = 6.75;
const LETTER = 6.6;
const WIDE_LETTER = 12;
const LINE = 15;
const TITLE = 19;
export const PADDING = 8;
const COLUMN_GAP = 10;
/** Room above the cards of an opened module, for its name. */
const GROUP_TITLE = 20;
const GROUP_PADDING = 9;
const LABEL = 15;
const MARGIN = 12;
/** A picture is not made smaller than this for the sake of fitting: it could not be read. */
export const LEAST_FIT = 0.68;
/** Values and gradients stand beside each other if that takes no more than this. */
const SIDE_BY_SIDE = 116;
/** Numbers that a card shows one by one, unless they are a small matrix. */
const FEW = 8;
/** From so many cards on the layout takes the fast ways. */
const MANY = 250;

/** The numbers of one tensor on a card. */
export interface Block {
  x: number;
  y: number;
  width: number;
  /** Right edges of the columns, from the card's left. */
  columns: number[];
  rows: string[][];
}

export interface Card {
  x: number;
  y: number;
  width: number;
  height: number;
  /** What the program calls the value; where there is little room, without the module in which it stands. */
  name: string;
  shape: string;
  value: Block | null;
  gradient: Block | null;
}

export interface Line {
  points: { x: number; y: number }[];
  label: string;
  labelWidth: number;
  /** The middle of the label. */
  x: number;
  y: number;
}

export interface Frame {
  module: number;
  name: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where everything stands: cards by their vertices, lines by their arcs. */
export interface GraphLayout {
  form: GraphForm;
  width: number;
  height: number;
  cards: Card[];
  lines: Line[];
  /** Opened modules, outer ones first. */
  frames: Frame[];
}

/** Lays a graph out from top to bottom: inputs above what is computed from them. */
export function layoutGraph(graph: GraphData, visible: Visible, form: GraphForm): GraphLayout {
  const { vertices, arcs, groups } = visible;
  const cards = vertices.map((_, vertex) => measureCard(graph, visible, vertex, form));
  const drawn = new graphlib.Graph<GraphLabel>({ multigraph: true, compound: true });
  drawn.setGraph({
    rankdir: "TB",
    nodesep: form === "wide" ? 20 : 10,
    edgesep: 10,
    ranksep: form === "wide" ? 28 : 24,
    marginx: MARGIN,
    marginy: MARGIN,
    ...(vertices.length > MANY && { ranker: "longest-path", acyclicer: undefined }),
  });
  const groupNames = new Set(groups.map(({ module }) => module));
  for (const { module } of groups) drawn.setNode(`m${module}`, {});
  for (const { module, parent } of groups)
    if (parent !== undefined && groupNames.has(parent)) drawn.setParent(`m${module}`, `m${parent}`);
  cards.forEach(({ width, height }, vertex) => {
    drawn.setNode(`v${vertex}`, { width, height });
    const group = vertices[vertex]?.group;
    if (group !== undefined && groupNames.has(group)) drawn.setParent(`v${vertex}`, `m${group}`);
  });
  const labels = arcs.map(({ edge }) => factorText(graph, edge));
  arcs.forEach(({ from, to }, arc) => {
    const width = (labels[arc] ?? "").length * LETTER;
    drawn.setEdge(
      `v${from}`,
      `v${to}`,
      { width: width + 8, height: width > 0 ? LABEL : 0, labelpos: "c" },
      `e${arc}`,
    );
  });
  place(drawn);

  for (const [vertex, card] of cards.entries()) {
    const { x = 0, y = 0 } = drawn.node(`v${vertex}`);
    card.x = x - card.width / 2;
    card.y = y - card.height / 2;
  }
  const lines = arcs.map(({ from, to }, arc): Line => {
    const { points: found, x, y } = drawn.edge(`v${from}`, `v${to}`, `e${arc}`);
    const points = ((found ?? []) as { x: number; y: number }[]).map((point) => ({ x: point.x, y: point.y }));
    const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
    const label = labels[arc] ?? "";
    return { points, label, labelWidth: label.length * LETTER + 4, x: x ?? middle.x, y: y ?? middle.y };
  });
  const frames = framesOf(visible, cards);
  return boxed({ form, cards, lines, frames, width: 0, height: 0 });
}

/** Frames around the cards of opened modules, from the inside out. */
function framesOf({ vertices, groups }: Visible, cards: readonly Card[]): Frame[] {
  const frames = new Map<number, Frame>();
  for (const { module, name, type } of groups.toReversed()) {
    const inside: { x: number; y: number; width: number; height: number }[] = [
      ...cards.filter((_, vertex) => vertices[vertex]?.group === module),
      ...groups
        .flatMap((group) => (group.parent === module ? [frames.get(group.module)] : []))
        .filter((f) => f !== undefined),
    ];
    const left = Math.min(...inside.map(({ x }) => x)) - GROUP_PADDING;
    const top = Math.min(...inside.map(({ y }) => y)) - GROUP_TITLE;
    const right = Math.max(...inside.map(({ x, width }) => x + width)) + GROUP_PADDING;
    const bottom = Math.max(...inside.map(({ y, height }) => y + height)) + GROUP_PADDING;
    frames.set(module, { module, name, type, x: left, y: top, width: right - left, height: bottom - top });
  }
  return groups.flatMap(({ module }) => frames.get(module) ?? []);
}

/** Moves all so that it begins at 0 and says how large it is. */
function boxed(layout: GraphLayout): GraphLayout {
  const { cards, lines, frames } = layout;
  const boxes = [...cards, ...frames];
  const left =
    Math.min(...boxes.map(({ x }) => x), ...lines.flatMap(({ points }) => points.map(({ x }) => x))) - MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const right = Math.max(
    ...boxes.map(({ x, width }) => x + width),
    ...lines.map(({ x, label }) => x + (label.length * LETTER) / 2),
    ...lines.flatMap(({ points }) => points.map(({ x }) => x)),
  );
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const points = lines.flatMap((line) => line.points);
  for (const thing of [...boxes, ...lines, ...points]) {
    thing.x -= left;
    thing.y -= top;
  }
  return { ...layout, width: Math.ceil(right - left + MARGIN), height: Math.ceil(bottom - top + MARGIN) };
}

function measureCard(graph: GraphData, { vertices }: Visible, vertex: number, form: GraphForm): Card {
  const { node = 0, title = "", name: full = "", group } = vertices[vertex] ?? {};
  const name = form === "narrow" && group !== undefined ? (full.split(".").at(-1) ?? "") : full;
  const { shape = [], value, gradient } = graph.nodes[node] ?? {};
  const values = blockOf(value, shape);
  const gradients = blockOf(gradient, shape);
  const texts = [title, name, shapeText(shape)].filter((text) => text !== "");
  const titleWidth = texts.reduce((width, text) => width + textWidth(text), 0) + 10 * (texts.length - 1);
  const widths = [values?.width ?? 0, gradients?.width ?? 0];
  const both = values && gradients ? COLUMN_GAP : 0;
  const beside = form === "wide" && (widths[0] ?? 0) + (widths[1] ?? 0) + both <= SIDE_BY_SIDE;
  const body = beside ? (widths[0] ?? 0) + (widths[1] ?? 0) + both : Math.max(...widths);
  const width = Math.max(titleWidth, body, 40) + 2 * PADDING;
  const heights = [values, gradients].map((block) => (block ? block.rows.length * LINE : 0));
  const height = TITLE + (beside ? Math.max(...heights) : (heights[0] ?? 0) + (heights[1] ?? 0)) + PADDING;
  // Values to the left, gradients to the right; in the middle of a card that its title makes wider.
  const start = (width - body) / 2;
  if (values) {
    values.x = beside ? start : (width - values.width) / 2;
    values.y = TITLE;
  }
  if (gradients) {
    gradients.x = beside ? start + (widths[0] ?? 0) + both : (width - gradients.width) / 2;
    gradients.y = TITLE + (beside ? 0 : (heights[0] ?? 0));
  }
  return { x: 0, y: 0, width, height, name, shape: shapeText(shape), value: values, gradient: gradients };
}

function blockOf(values: GraphValues | undefined, shape: readonly number[]): Block | null {
  if (!values) return null;
  const rows = textsOf(values, shape);
  const count = Math.max(...rows.map((row) => row.length));
  const columns: number[] = [];
  let right = 0;
  for (let column = 0; column < count; column++) {
    const longest = Math.max(...rows.map((row) => (row[column] ?? "").length));
    right += longest * DIGIT + (column > 0 ? COLUMN_GAP : 0);
    columns.push(right);
  }
  return { x: 0, y: 0, width: right, columns, rows };
}

/** The numbers in rows; of a large tensor from the least to the most, and their mean. */
export function textsOf(values: GraphValues, shape: readonly number[]): string[][] {
  const numbers = numbersOf(values);
  const matrix = shape.length <= 2 && shape.every((size) => size <= 4);
  if (numbers && (matrix || numbers.length <= FEW)) return rowsOf(numbers.map(figure), shape);
  const [least, most, mean] = numbers
    ? [Math.min(...numbers), Math.max(...numbers), numbers.reduce((a, b) => a + b, 0) / numbers.length]
    : values.kind === "summary"
      ? [values.least, values.most, values.mean].map(Number)
      : [];
  return [[`${figure(least ?? 0)} … ${figure(most ?? 0)}`], [`⌀ ${figure(mean ?? 0)}`]];
}

function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) > 0x2e7f ? WIDE_LETTER : LETTER;
  return width;
}
