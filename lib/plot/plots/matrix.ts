import type { PlotOutput } from "../output";
import type { Maker } from "./maker";
import { flat, gridOf, type Numbers, wrongArgument } from "./values";

export interface HeatMapOptions {
  title?: string;
  /** Names of the rows and of the columns. */
  rows?: readonly string[];
  columns?: readonly string[];
  /** Write the numbers into the cells. Default: where there are at most 150. */
  numbers?: boolean;
}

export interface ConfusionOptions {
  /** Names of the classes, in the order of their numbers. */
  classes?: readonly string[];
}

/** Cells of a heat map: each is an element of the page. */
const MAX_CELLS = 10_000;
const FEW = 150;
/** Shades to each side, and the per cent of colour in the strongest: numbers must be read on it. */
const SHADES = 10;
const STRONGEST = 60;

interface Cell {
  row: string;
  column: string;
  value: number;
}

/** See `Plots.heatMap`. */
export function heatMap(maker: Maker, matrix: Numbers, options: HeatMapOptions = {}): PlotOutput {
  const { shape, values } = gridOf(matrix, "heatMap", "matrix", 2);
  const [rows = 0, columns = 0] = shape;
  if (rows * columns > MAX_CELLS || rows * columns === 0)
    throw wrongArgument(
      "heatMap",
      "matrix",
      `a matrix of 1 to ${MAX_CELLS} numbers`,
      `${rows} × ${columns} numbers`,
    );
  const rowNames = names(options.rows, rows);
  const columnNames = names(options.columns, columns);
  const cells = values.map((value, i) => ({
    row: rowNames[Math.floor(i / columns)] ?? "",
    column: columnNames[i % columns] ?? "",
    value,
  }));
  const most = values.reduce((a, b) => (Number.isFinite(b) ? Math.max(a, Math.abs(b)) : a), 0) || 1;
  return grid(maker, cells, {
    rowNames,
    columnNames,
    labels: [maker.words.row, maker.words.column],
    shade: (value) => signed(value / most),
    text: (value) => short(value),
    numbers: options.numbers ?? cells.length <= FEW,
    title: options.title,
  });
}

/** See `Plots.confusion`. */
export function confusion(
  maker: Maker,
  actual: Numbers,
  predicted: Numbers,
  options: ConfusionOptions = {},
): PlotOutput {
  const truth = flat(actual, "confusion", "actual");
  const guesses = flat(predicted, "confusion", "predicted");
  if (truth.length !== guesses.length || truth.length === 0)
    throw wrongArgument(
      "confusion",
      "predicted",
      `as many classes as actual has (${truth.length})`,
      predicted,
    );
  const given = options.classes?.length ?? 0;
  const seen = [...new Set([...truth, ...guesses])].sort((a, b) => a - b);
  const classes =
    given > 0 ? Array.from({ length: Math.max(given, (seen.at(-1) ?? 0) + 1) }, (_, i) => i) : seen;
  const nameOf = (one: number) => options.classes?.[one] ?? String(one);
  const counts = new Map<string, number>();
  for (const [i, one] of truth.entries()) {
    const key = `${one} ${guesses[i]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = classes.flatMap((row) =>
    classes.map((column) => ({
      row: nameOf(row),
      column: nameOf(column),
      value: counts.get(`${row} ${column}`) ?? 0,
      right: row === column,
    })),
  );
  const most = Math.max(...cells.map(({ value }) => value), 1);
  return grid(maker, cells, {
    rowNames: classes.map(nameOf),
    columnNames: classes.map(nameOf),
    labels: [maker.words.actual, maker.words.predicted],
    // Right answers in the one colour, wrong ones in the other.
    shade: (value, { row, column }) => signed(((row === column ? 1 : -1) * value) / most),
    text: (value) => (value === 0 ? "" : String(value)),
    numbers: true,
  });
}

interface GridOptions {
  rowNames: readonly string[];
  columnNames: readonly string[];
  labels: readonly [row: string, column: string];
  shade(value: number, cell: Cell): string;
  text(value: number): string;
  numbers: boolean;
  title?: string;
}

function grid({ plot, words, width }: Maker, cells: Cell[], options: GridOptions): PlotOutput {
  const { rowNames, columnNames, labels, shade, text, numbers, title } = options;
  const side = Math.min(numbers ? 46 : 26, (width - 90) / columnNames.length, 600 / rowNames.length);
  const every = (list: readonly string[]) =>
    list.filter((_, i) => i % Math.ceil((list.length * 18) / (side * list.length)) === 0);
  const marginLeft = 34 + Math.min(140, 7 * Math.max(...rowNames.map((name) => name.length)));
  const margins = { marginLeft, marginTop: 46, marginRight: 12, marginBottom: 12 };
  const place = { x: "column", y: "row" } as const;
  return plot.plot({
    title,
    width: Math.round(side * columnNames.length + margins.marginLeft + margins.marginRight),
    height: Math.round(side * rowNames.length + margins.marginTop + margins.marginBottom),
    ...margins,
    padding: cells.length > 1_000 ? 0 : 0.05,
    x: { domain: columnNames, axis: "top", label: labels[1], tickSize: 0, ticks: every(columnNames) },
    y: { domain: rowNames, label: labels[0], tickSize: 0, ticks: every(rowNames) },
    marks: [
      plot.cell(cells, {
        ...place,
        fill: (cell: Cell) => shade(cell.value, cell),
        channels: { [words.value]: "value" },
        tip: { format: { fill: false } },
      }),
      numbers
        ? plot.text(cells, {
            ...place,
            text: (cell: Cell) => text(cell.value),
            fontSize: Math.min(11, side / 3.4),
            fill: "var(--ink)",
          })
        : null,
    ],
  });
}

/** The page's colour of a number from −1 to 1: two colours, and none at zero. */
function signed(part: number): string {
  if (!Number.isFinite(part)) return "var(--ink-faint)";
  const ink = part < 0 ? "var(--backward)" : "var(--forward)";
  return `color-mix(in oklab, ${ink} ${Math.round(Math.abs(part) * SHADES) * (STRONGEST / SHADES)}%, var(--paper-sunk))`;
}

function names(given: readonly string[] | undefined, count: number): string[] {
  return Array.from({ length: count }, (_, i) => given?.[i] ?? String(i));
}

function short(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return String(Number(value.toPrecision(2)));
}
