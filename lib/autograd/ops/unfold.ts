import { checkOption, fail } from "../errors";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import * as mistake from "../mistakes";
import type { Shape } from "../shape";
import { blank, rowMajor, type Tensor } from "../tensor";
import { NOTHING, type Op } from "./op";

/** A size for both directions, or [height, width]. */
export type Pair = number | readonly [number, number];

/** How a window moves over an image. */
export interface WindowOptions {
  /** How far the window moves on. Default 1. */
  readonly stride?: Pair;
  /** The width of the margin of zeros. Default 0. */
  readonly padding?: Pair;
  /** How far apart the window's places lie. Default 1. */
  readonly dilation?: Pair;
}

/** @internal A window and its places: all as [height, width]. */
export interface Window {
  readonly kernel: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly dilation: readonly [number, number];
  /** How many places there are. */
  readonly places: readonly [number, number];
}

const both = (op: string, option: string, given: Pair, least: number): readonly [number, number] => {
  const pair = typeof given === "number" ? ([given, given] as const) : given;
  for (const size of pair) checkOption(op, option, size, { least, whole: true });
  return pair;
};

/** @internal Reads a window's options and counts its places over an image; `ceil` lets the last ones reach over the edge. */
export function windowOver(
  op: string,
  shape: Shape,
  kernelSize: Pair,
  options: WindowOptions,
  ceil = false,
): Window {
  const kernel = both(op, "kernelSize", kernelSize, 1);
  const stride = both(op, "stride", options.stride ?? 1, 1);
  const padding = both(op, "padding", options.padding ?? 0, 0);
  const dilation = both(op, "dilation", options.dilation ?? 1, 1);
  const image = [shape.at(-2)!, shape.at(-1)!] as const;
  const along = (d: 0 | 1): number => {
    const reach = dilation[d] * (kernel[d] - 1) + 1;
    const room = image[d] + 2 * padding[d] - reach;
    if (room < 0) {
      const covered = ([0, 1] as const).map((e) => dilation[e] * (kernel[e] - 1) + 1);
      fail(mistake.kernelSize, {
        op,
        kernel: covered,
        input: image.map((n, e) => n + 2 * padding[e as 0 | 1]),
      });
    }
    if (!ceil) return Math.floor(room / stride[d]) + 1;
    const places = Math.ceil(room / stride[d]) + 1;
    // No window begins in the margin behind the image.
    return (places - 1) * stride[d] >= image[d] + padding[d] ? places - 1 : places;
  };
  return { kernel, stride, padding, dilation, places: [along(0), along(1)] };
}

/** Calls `visit(place in the columns, place in the images)` for all that a window sees inside the images. */
function eachPlace(shape: Shape, window: Window, visit: (column: number, pixel: number) => void): void {
  const [images, channels, height, width] = shape as readonly [number, number, number, number];
  const { kernel, stride, padding, dilation, places } = window;
  let column = 0;
  for (let plane = 0; plane < images * channels; plane++) {
    for (let k = 0; k < kernel[0]; k++) {
      for (let l = 0; l < kernel[1]; l++) {
        for (let i = 0; i < places[0]; i++) {
          const y = i * stride[0] - padding[0] + k * dilation[0];
          if (y < 0 || y >= height) {
            column += places[1];
            continue;
          }
          const row = (plane * height + y) * width;
          for (let j = 0; j < places[1]; j++, column++) {
            const x = j * stride[1] - padding[1] + l * dilation[1];
            if (x >= 0 && x < width) visit(column, row + x);
          }
        }
      }
    }
  }
}

/** What a window sees at each of its places, as columns.   ∂L/∂x = g put back and added up where it came from */
export const Unfold: Op = {
  name: "unfold",
  saves: [NOTHING],
  backward: [(g, at) => foldColumns(g, at.shape(0), at.attributes as Window)],
};

/** Columns put back to where a window saw them, and added up.   ∂L/∂x = what the window sees of g */
export const Fold: Op = {
  name: "fold",
  saves: [NOTHING],
  backward: [(g, at) => unfoldColumns(g, at.attributes as Window)],
};

/** @internal [n, c, h, w] to [n, c · kernel, places]. */
export function unfoldColumns(x: Tensor, window: Window): Tensor {
  const { kernel, places } = window;
  const y = blank([x.shape[0]!, x.shape[1]! * kernel[0] * kernel[1], places[0] * places[1]], x.dtype);
  const source = rowMajor(x);
  const [from, to, start] = [source.values, y.values, source.offset];
  eachPlace(x.shape, window, (column, pixel) => {
    to[column] = from[start + pixel]!;
  });
  return mode.recording ? record(Unfold, y, [x], window) : y;
}

/** @internal [n, c · kernel, places] to [n, c, h, w]. */
export function foldColumns(x: Tensor, shape: Shape, window: Window): Tensor {
  const y = blank(shape, x.dtype);
  const source = rowMajor(x);
  const [from, to, start] = [source.values, y.values, source.offset];
  eachPlace(shape, window, (column, pixel) => {
    to[pixel]! += from[start + column]!;
  });
  return mode.recording ? record(Fold, y, [x], window) : y;
}
