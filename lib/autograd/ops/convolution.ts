import { checkOption, fail } from "../errors";
import * as mistake from "../mistakes";
import { checkRank, checkShapeOf, needTensor, type Tensor } from "../tensor";
import { add } from "./arithmetic";
import { matmul } from "./matmul";
import { pad } from "./rearrange";
import { reshape, squeeze, transpose, unsqueeze } from "./shape";
import { foldColumns, type Pair, unfoldColumns, type Window, type WindowOptions, windowOver } from "./unfold";

/** How a window moves over the input of a convolution. */
export interface ConvOptions extends Omit<WindowOptions, "padding"> {
  /** The width of the margin of zeros (default 0); "same" for as many places as the image has, "valid" for none. */
  readonly padding?: Pair | "same" | "valid";
  /** How many groups the channels are divided into, each convolved by itself. Default 1. */
  readonly groups?: number;
}

/** Options of a transposed convolution. */
export interface ConvTransposeOptions extends WindowOptions {
  /** How many groups the channels are divided into. Default 1. */
  readonly groups?: number;
  /** How much larger the result is on one side, where several sizes would be possible. Default 0. */
  readonly outputPadding?: Pair;
}

function checkBias(op: string, bias: Tensor | null, channels: number): void {
  if (bias !== null) checkShapeOf(op, "bias", bias.shape, [channels]);
}

/** The margin as numbers; where "same" needs an odd one, the image gets the odd line behind. */
function padded(
  x: Tensor,
  kernel: readonly [number, number],
  options: ConvOptions | undefined,
): { readonly image: Tensor; readonly margin: Pair } {
  const padding = options?.padding ?? 0;
  if (padding === "valid") return { image: x, margin: 0 };
  if (padding !== "same") return { image: x, margin: padding };
  const { stride = 1, dilation = 1 } = options ?? {};
  for (const step of [stride].flat())
    checkOption("conv2d", "stride with same padding", step, { least: 1, most: 1 });
  const along = (d: 0 | 1): number =>
    (typeof dilation === "number" ? dilation : dilation[d]) * (kernel[d] - 1);
  const [high, wide] = [along(0), along(1)];
  const odd = high % 2 === 1 || wide % 2 === 1;
  return {
    image: odd ? pad(x, [0, wide % 2, 0, high % 2]) : x,
    margin: [Math.floor(high / 2), Math.floor(wide / 2)],
  };
}

function groupsOf(op: string, options: { readonly groups?: number } | undefined, channels: number): number {
  const groups = options?.groups ?? 1;
  checkOption(op, "groups", groups, { least: 1, most: Math.max(1, channels), whole: true });
  return groups;
}

const withBias = (y: Tensor, bias: Tensor | null): Tensor =>
  bias === null ? y : add(y, reshape(bias, [bias.count, 1, 1]));

/**
 * Each output channel is the product of its weight with what a window sees at each place: the weight matrix times the
 * unfolded columns. `x` is [n, c, h, w] or [c, h, w], `weight` [out, c / groups, kernel height, kernel width].
 */
export function conv2d(x: Tensor, weight: Tensor, bias: Tensor | null = null, options?: ConvOptions): Tensor {
  const op = "conv2d";
  needTensor(op, x);
  if (x.shape.length === 3) return squeeze(conv2d(unsqueeze(x, 0), weight, bias, options), 0);
  checkRank(op, x, 4);
  checkRank(op, weight, 4);
  const [out, inGroup, height, width] = weight.shape as readonly [number, number, number, number];
  const [images, channels] = x.shape as readonly [number, number];
  const groups = groupsOf(op, options, out);
  if (channels !== inGroup * groups || out % groups !== 0) {
    const expected = inGroup * groups;
    fail(mistake.channels, { op, shapes: [x.shape, weight.shape], groups, channels, expected });
  }
  checkBias(op, bias, out);
  const { image, margin } = padded(x, [height, width], options);
  const window = windowOver(op, image.shape, [height, width], { ...options, padding: margin });
  const columns = unfoldColumns(image, window);
  const [rows, columnsOut] = window.places;
  if (groups === 1) {
    const y = matmul(reshape(weight, [out, inGroup * height * width]), columns);
    return withBias(reshape(y, [images, out, rows, columnsOut]), bias);
  }
  const size = inGroup * height * width;
  const y = matmul(
    reshape(weight, [groups, out / groups, size]),
    reshape(columns, [images, groups, size, rows * columnsOut]),
  );
  return withBias(reshape(y, [images, out, rows, columnsOut]), bias);
}

/**
 * The way back of `conv2d`, as a layer of its own: each number of x is spread over a window by the weight.
 * `x` is [n, c, h, w] or [c, h, w], `weight` [c, out / groups, kernel height, kernel width].
 */
export function convTranspose2d(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  options?: ConvTransposeOptions,
): Tensor {
  const op = "convTranspose2d";
  needTensor(op, x);
  if (x.shape.length === 3) return squeeze(convTranspose2d(unsqueeze(x, 0), weight, bias, options), 0);
  checkRank(op, x, 4);
  checkRank(op, weight, 4);
  const [inChannels, outGroup, height, width] = weight.shape as readonly [number, number, number, number];
  const [images, channels, rows, columns] = x.shape as readonly [number, number, number, number];
  const groups = groupsOf(op, options, inChannels);
  if (channels !== inChannels || channels % groups !== 0) {
    fail(mistake.channels, { op, shapes: [x.shape, weight.shape], groups, channels, expected: inChannels });
  }
  const out = outGroup * groups;
  checkBias(op, bias, out);
  const extra = options?.outputPadding ?? 0;
  const more = typeof extra === "number" ? ([extra, extra] as const) : extra;
  // A window that just fits gives the other options their checks and their forms.
  const fitting = windowOver(op, [2 ** 26, 2 ** 26], [height, width], options ?? {});
  const side = (d: 0 | 1, places: number): number =>
    (places - 1) * fitting.stride[d] -
    2 * fitting.padding[d] +
    fitting.dilation[d] * (fitting.kernel[d] - 1) +
    1 +
    more[d];
  const window: Window = { ...fitting, places: [rows, columns] };
  const size = outGroup * height * width;
  const spread = matmul(
    transpose(reshape(weight, [groups, channels / groups, size]), 1, 2),
    reshape(x, [images, groups, channels / groups, rows * columns]),
  );
  const y = foldColumns(
    reshape(spread, [images, groups * size, rows * columns]),
    [images, out, side(0, rows), side(1, columns)],
    window,
  );
  return withBias(y, bias);
}

/** As `conv2d` in one direction: `x` is [n, c, length] or [c, length], `weight` [out, c / groups, kernel]. */
export function conv1d(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null = null,
  options?: {
    readonly stride?: number;
    readonly padding?: number;
    readonly dilation?: number;
    readonly groups?: number;
  },
): Tensor {
  needTensor("conv1d", x);
  checkRank("conv1d", weight, 3);
  const { stride = 1, padding = 0, dilation = 1, groups = 1 } = options ?? {};
  const y = conv2d(unsqueeze(x, -2), unsqueeze(weight, -2), bias, {
    stride: [1, stride],
    padding: [0, padding],
    dilation: [1, dilation],
    groups,
  });
  return squeeze(y, -2);
}
