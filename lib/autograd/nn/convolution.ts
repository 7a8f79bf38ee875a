import { type TensorOptions, zeros } from "../create";
import { checkOption } from "../errors";
import { type ConvOptions, conv2d } from "../ops/convolution";
import { type AvgPoolOptions, avgPool2d, type MaxPoolOptions, maxPool2d } from "../ops/pooling";
import type { Pair } from "../ops/unfold";
import type { Tensor } from "../tensor";
import { uniform_ } from "./init";
import { Module } from "./module";
import { Parameter } from "./parameter";

/** Options of a convolution layer. */
export interface Conv2dOptions extends ConvOptions, Pick<TensorOptions, "dtype"> {
  /** Whether a bias is added. Default true. */
  readonly bias?: boolean;
}

/**
 * A convolution over images [n, inChannels, height, width]. Weight and bias begin, as in PyTorch, with random numbers evenly
 * distributed between ±1/√k, where k is how many numbers a window sees.
 */
export class Conv2d extends Module {
  /** [outChannels, inChannels / groups, kernel height, kernel width] */
  weight: Parameter;
  /** [outChannels]; null with `{ bias: false }` */
  bias: Parameter | null;

  constructor(
    readonly inChannels: number,
    readonly outChannels: number,
    readonly kernelSize: Pair,
    readonly options: Conv2dOptions = {},
  ) {
    super();
    const groups = options.groups ?? 1;
    for (const [option, value] of Object.entries({ inChannels, outChannels })) {
      checkOption("Conv2d", option, value, { whole: true });
    }
    checkOption("Conv2d", "groups", groups, { least: 1, whole: true });
    checkOption("Conv2d", "inChannels / groups", inChannels / groups, { whole: true });
    const [height, width] = typeof kernelSize === "number" ? [kernelSize, kernelSize] : kernelSize;
    const seen = (inChannels / groups) * height * width;
    const bound = seen > 0 ? 1 / Math.sqrt(seen) : 0;
    const make = (shape: readonly number[]): Parameter =>
      new Parameter(
        uniform_(zeros(shape, options.dtype === undefined ? {} : { dtype: options.dtype }), -bound, bound),
      );
    this.weight = make([outChannels, inChannels / groups, height, width]);
    this.bias = options.bias === false ? null : make([outChannels]);
  }

  override forward(x: Tensor): Tensor {
    return conv2d(x, this.weight, this.bias, this.options);
  }

  override extraRepr(): string {
    const { stride = 1, padding = 0, dilation = 1, groups = 1 } = this.options;
    const show = (pair: Pair | string): string =>
      typeof pair === "string" ? pair : `[${(typeof pair === "number" ? [pair, pair] : pair).join(", ")}]`;
    return [
      `${this.inChannels}, ${this.outChannels}, kernelSize=${show(this.kernelSize)}, stride=${show(stride)}`,
      ...(padding === 0 ? [] : [`padding=${show(padding)}`]),
      ...(dilation === 1 ? [] : [`dilation=${show(dilation)}`]),
      ...(groups === 1 ? [] : [`groups=${groups}`]),
      ...(this.bias === null ? ["bias=false"] : []),
    ].join(", ");
  }
}

/** The greatest number that each window sees. */
export class MaxPool2d extends Module {
  constructor(
    readonly kernelSize: Pair,
    readonly options: MaxPoolOptions = {},
  ) {
    super();
  }

  override forward(x: Tensor): Tensor {
    return maxPool2d(x, this.kernelSize, this.options);
  }

  override extraRepr(): string {
    return `kernelSize=${this.kernelSize}`;
  }
}

/** The mean of what each window sees. */
export class AvgPool2d extends Module {
  constructor(
    readonly kernelSize: Pair,
    readonly options: AvgPoolOptions = {},
  ) {
    super();
  }

  override forward(x: Tensor): Tensor {
    return avgPool2d(x, this.kernelSize, this.options);
  }

  override extraRepr(): string {
    return `kernelSize=${this.kernelSize}`;
  }
}
