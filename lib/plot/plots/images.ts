import type { PlotOutput } from "../output";
import { pngAddress } from "../png";
import type { Maker } from "./maker";
import { flat, gridOf, type Numbers, wrongArgument } from "./values";

export interface ImagesOptions {
  /** Pixels of a side, if each picture comes as a row of numbers. Default: the root of their count. */
  side?: number;
  /** What stands below each picture: a text or a number. */
  labels?: readonly (string | number)[] | Numbers;
  /** Pictures in a row; default: as many as there is room for. */
  columns?: number;
  /** The numbers that are white and black; default: the least and the greatest. */
  domain?: readonly [white: number, black: number];
}

/** Pictures in one grid. */
const MAX_IMAGES = 400;
/** CSS pixels of a picture. */
const SIZE = 56;
const GAP = 8;

/** See `Plots.images`. */
export function images({ plot, width }: Maker, pictures: Numbers, options: ImagesOptions = {}): PlotOutput {
  const { shape, values } = gridOf(pictures, "images", "pictures");
  const stack = stackOf(shape, options.side);
  if (!stack || stack.count > MAX_IMAGES)
    throw wrongArgument(
      "images",
      "pictures",
      `at most ${MAX_IMAGES} matrices, or square pictures as rows`,
      pictures,
    );
  const { count, rows, columns } = stack;
  const labels = labelsOf(options.labels);
  const [white, black] = options.domain ?? ends(values);
  const across = options.columns ?? Math.max(1, Math.min(count, Math.floor(width / (SIZE + GAP))));
  const down = Math.ceil(count / across);
  const line = labels ? 16 : 0;
  const data = Array.from({ length: count }, (_, i) => ({
    column: i % across,
    row: Math.floor(i / across),
    label: labels?.[i] ?? "",
    src: pngAddress(
      columns,
      rows,
      shaded(values.slice(i * rows * columns, (i + 1) * rows * columns), white, black),
    ),
  }));
  return plot.plot({
    width: across * (SIZE + GAP),
    height: down * (SIZE + GAP + line),
    margin: 0,
    axis: null,
    x: { domain: [-0.5, across - 0.5] },
    y: { domain: [down - 0.5, -0.5] },
    ariaLabel: `${count}`,
    marks: [
      plot.image(data, {
        x: "column",
        y: "row",
        src: "src",
        width: SIZE,
        height: SIZE,
        dy: -line / 2,
        imageRendering: "pixelated",
      }),
      labels ? plot.text(data, { x: "column", y: "row", text: "label", dy: SIZE / 2 + 2 }) : null,
    ],
  });
}

function stackOf(
  shape: number[],
  side: number | undefined,
): { count: number; rows: number; columns: number } | null {
  const [count = 0, ...rest] = shape;
  if (rest.length === 2) return { count, rows: rest[0] ?? 0, columns: rest[1] ?? 0 };
  // One channel, as convolutions have it.
  if (rest.length === 3 && rest[0] === 1) return { count, rows: rest[1] ?? 0, columns: rest[2] ?? 0 };
  if (rest.length !== 1 || rest[0] === undefined) return null;
  const rows = side ?? Math.sqrt(rest[0]);
  const columns = rest[0] / rows;
  return Number.isInteger(rows) && Number.isInteger(columns) ? { count, rows, columns } : null;
}

function labelsOf(labels: ImagesOptions["labels"]): (string | number)[] | undefined {
  if (labels === undefined) return undefined;
  if (Array.isArray(labels) && labels.every((label) => typeof label === "string")) return [...labels];
  return flat(labels, "images", "labels");
}

/** Grey by the number: white for the one end, black for the other; see-through where there is none. */
function shaded(values: readonly number[], white: number, black: number): Uint8Array {
  const rgba = new Uint8Array(4 * values.length);
  for (const [i, value] of values.entries()) {
    const part = Math.min(1, Math.max(0, (value - white) / (black - white || 1)));
    const grey = Math.round(255 * (1 - part));
    rgba.set([grey, grey, grey, Number.isFinite(value) ? 255 : 0], 4 * i);
  }
  return rgba;
}

function ends(values: readonly number[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 1];
}
