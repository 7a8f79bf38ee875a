import { checkOption } from "../errors";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import { blank, checkRank, needFloat, rowMajor, type Tensor } from "../tensor";
import { div } from "./arithmetic";
import { scatterAdd } from "./gather";
import { NOTHING, type Op } from "./op";
import { sum } from "./reduce";
import { reshape, squeeze, unsqueeze } from "./shape";
import { type Pair, unfoldColumns, type Window, windowOver } from "./unfold";

/** y = the greatest number that a window sees.   ∂L/∂x = g at the place where it was seen, the first of equal ones */
export const MaxPool2d: Op = {
  name: "maxPool2d",
  saves: [NOTHING],
  backward: [
    (g, at) => {
      const shape = at.shape(0);
      const places = at.attributes as Tensor;
      const zeros = blank([places.shape[0]!, shape.at(-2)! * shape.at(-1)!], g.dtype);
      return reshape(scatterAdd(zeros, 1, places, reshape(g, places.shape)), shape);
    },
  ],
};

/** How a window moves over the input of a pooling. */
export interface PoolOptions {
  /** How far the window moves on. Default: its own size. */
  readonly stride?: Pair;
  /** The width of the margin, at most half the window. Default 0. */
  readonly padding?: Pair;
  /** Whether the last windows may reach over the edge. Default false. */
  readonly ceilMode?: boolean;
}

/** Options of `maxPool2d`. */
export interface MaxPoolOptions extends PoolOptions {
  /** How far apart the window's places lie. Default 1. */
  readonly dilation?: Pair;
}

/** Options of `avgPool2d`. */
export interface AvgPoolOptions extends PoolOptions {
  /** Whether the zeros of the margin count. Default true. */
  readonly countIncludePad?: boolean;
}

function poolWindow(op: string, x: Tensor, kernelSize: Pair, options: MaxPoolOptions | undefined): Window {
  needFloat(op, x);
  checkRank(op, x, 3, 4);
  const all = { ...options, stride: options?.stride ?? kernelSize };
  const window = windowOver(op, x.shape, kernelSize, all, options?.ceilMode ?? false);
  window.padding.forEach((padding, d) => {
    checkOption(op, "padding", padding, { most: Math.floor(window.kernel[d as 0 | 1] / 2), whole: true });
  });
  return window;
}

/** Where each plane's windows see their greatest numbers: [planes, places], as places in the plane. */
function greatest(x: Tensor, { kernel, stride, padding, dilation, places }: Window): Tensor {
  const [height, width] = [x.shape.at(-2)!, x.shape.at(-1)!];
  const planes = x.shape.slice(0, -2).reduce((a, b) => a * b, 1);
  const found = blank([planes, places[0] * places[1]], "int64");
  const { values, offset } = rowMajor(x);
  let n = 0;
  for (let plane = 0; plane < planes; plane++) {
    const start = offset + plane * height * width;
    for (let i = 0; i < places[0]; i++) {
      for (let j = 0; j < places[1]; j++) {
        let best = -1;
        for (let k = 0; k < kernel[0]; k++) {
          const y = i * stride[0] - padding[0] + k * dilation[0];
          if (y < 0 || y >= height) continue;
          for (let l = 0; l < kernel[1]; l++) {
            const column = j * stride[1] - padding[1] + l * dilation[1];
            if (column < 0 || column >= width) continue;
            const at = y * width + column;
            const value = values[start + at]!;
            if (best < 0 || value > values[start + best]! || Number.isNaN(value)) best = at;
          }
        }
        found.values[n++] = best;
      }
    }
  }
  return found;
}

/** The greatest number that each window sees. `x` is [n, c, h, w] or [c, h, w]. */
export function maxPool2d(x: Tensor, kernelSize: Pair, options?: MaxPoolOptions): Tensor {
  const window = poolWindow("maxPool2d", x, kernelSize, options);
  const places = greatest(x, window);
  const y = blank([...x.shape.slice(0, -2), ...window.places], x.dtype);
  const { values, offset } = rowMajor(x);
  const plane = x.shape.at(-2)! * x.shape.at(-1)!;
  const each = window.places[0] * window.places[1];
  for (let n = 0; n < y.count; n++) {
    y.values[n] = values[offset + Math.floor(n / each) * plane + places.values[n]!]!;
  }
  return mode.recording ? record(MaxPool2d, y, [x], places) : y;
}

/** The mean of what each window sees. `x` is [n, c, h, w] or [c, h, w]. */
export function avgPool2d(x: Tensor, kernelSize: Pair, options?: AvgPoolOptions): Tensor {
  const window = poolWindow("avgPool2d", x, kernelSize, options);
  if (x.shape.length === 3) return squeeze(avgPool2d(unsqueeze(x, 0), kernelSize, options), 0);
  const [images, channels, height, width] = x.shape as readonly [number, number, number, number];
  const [rows, columns] = window.places;
  const seen = unfoldColumns(reshape(x, [images * channels, 1, height, width]), window);
  const counts = blank([rows, columns], x.dtype);
  const included = options?.countIncludePad ?? true;
  const along = (d: 0 | 1, size: number, place: number): number => {
    const start = place * window.stride[d] - window.padding[d];
    const margin = included ? window.padding[d] : 0;
    return Math.min(start + window.kernel[d], size + margin) - Math.max(start, -margin);
  };
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      counts.values[i * columns + j] = along(0, height, i) * along(1, width, j);
  return div(reshape(sum(seen, 1), [images, channels, rows, columns]), counts);
}

/** As `maxPool2d` in one direction: `x` is [n, c, length] or [c, length]. */
export function maxPool1d(
  x: Tensor,
  kernelSize: number,
  options?: {
    readonly stride?: number;
    readonly padding?: number;
    readonly dilation?: number;
    readonly ceilMode?: boolean;
  },
): Tensor {
  const { stride = kernelSize, padding = 0, dilation = 1, ceilMode = false } = options ?? {};
  const y = maxPool2d(unsqueeze(x, -2), [1, kernelSize], {
    stride: [1, stride],
    padding: [0, padding],
    dilation: [1, dilation],
    ceilMode,
  });
  return squeeze(y, -2);
}
