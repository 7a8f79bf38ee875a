import { ones, zeros } from "../create";
import { batchNorm, layerNorm, type NormOptions } from "../ops/normalization";
import type { Shape } from "../shape";
import { checkRank, type Tensor } from "../tensor";
import { Module } from "./module";
import { Parameter } from "./parameter";

/** Options of layer normalization. */
export interface LayerNormOptions extends NormOptions {
  /** Whether weight and bias are learnt. Default true. */
  readonly elementwiseAffine?: boolean;
}

/** Mean 0 and variance 1 over the last dimensions, then times weight plus bias. */
export class LayerNorm extends Module {
  /** The sizes of the last dimensions, over which the mean is taken. */
  readonly normalizedShape: Shape;
  /** Begins with ones; null without `elementwiseAffine`. */
  weight: Parameter | null;
  /** Begins with zeros; null without `elementwiseAffine`. */
  bias: Parameter | null;

  constructor(
    normalizedShape: number | Shape,
    readonly options: LayerNormOptions = {},
  ) {
    super();
    this.normalizedShape = typeof normalizedShape === "number" ? [normalizedShape] : normalizedShape;
    const affine = options.elementwiseAffine ?? true;
    this.weight = affine ? new Parameter(ones(this.normalizedShape)) : null;
    this.bias = affine ? new Parameter(zeros(this.normalizedShape)) : null;
  }

  override forward(x: Tensor): Tensor {
    return layerNorm(x, this.normalizedShape, this.weight, this.bias, this.options);
  }

  override extraRepr(): string {
    const { eps = 1e-5, elementwiseAffine = true } = this.options;
    return `[${this.normalizedShape.join(", ")}], eps=${eps}, elementwiseAffine=${elementwiseAffine}`;
  }
}

/** Options of batch normalization. */
export interface BatchNormModuleOptions extends NormOptions {
  /** How much of a batch's mean and variance goes into the running ones; null for the mean of all batches. Default 0.1. */
  readonly momentum?: number | null;
  /** Whether weight and bias are learnt. Default true. */
  readonly affine?: boolean;
  /** Whether running mean and variance are kept, for evaluation. Default true. */
  readonly trackRunningStats?: boolean;
}

abstract class BatchNorm extends Module {
  /** Begins with ones; null without `affine`. */
  weight: Parameter | null;
  /** Begins with zeros; null without `affine`. */
  bias: Parameter | null;
  declare runningMean: Tensor | null;
  declare runningVar: Tensor | null;
  declare numBatchesTracked: Tensor | null;

  constructor(
    readonly numFeatures: number,
    readonly options: BatchNormModuleOptions = {},
  ) {
    super();
    const affine = options.affine ?? true;
    this.weight = affine ? new Parameter(ones(numFeatures)) : null;
    this.bias = affine ? new Parameter(zeros(numFeatures)) : null;
    if (options.trackRunningStats ?? true) {
      this.registerBuffer("runningMean", zeros(numFeatures));
      this.registerBuffer("runningVar", ones(numFeatures));
      this.registerBuffer("numBatchesTracked", zeros([], { dtype: "int64" }));
    } else {
      this.runningMean = null;
      this.runningVar = null;
      this.numBatchesTracked = null;
    }
  }

  /** The least and most dimensions of an input. */
  protected abstract readonly ranks: readonly [number, number];

  override forward(x: Tensor): Tensor {
    const [least, most] = this.ranks;
    checkRank(this.constructor.name, x, least, most);
    const { momentum = 0.1, eps = 1e-5 } = this.options;
    const seen = this.numBatchesTracked;
    if (this.training && seen !== null) seen.values[0]!++;
    return batchNorm(x, this.runningMean, this.runningVar, this.weight, this.bias, {
      training: this.training,
      momentum: momentum ?? 1 / (seen?.values[0] ?? 1),
      eps,
    });
  }

  override extraRepr(): string {
    const { eps = 1e-5, momentum = 0.1, affine = true, trackRunningStats = true } = this.options;
    return `${this.numFeatures}, eps=${eps}, momentum=${momentum}, affine=${affine}, trackRunningStats=${trackRunningStats}`;
  }
}

/** Mean 0 and variance 1 for each feature over the batch: [n, features] or [n, features, length]. */
export class BatchNorm1d extends BatchNorm {
  protected override get ranks(): readonly [number, number] {
    return [2, 3];
  }
}

/** Mean 0 and variance 1 for each channel over the batch: [n, channels, height, width]. */
export class BatchNorm2d extends BatchNorm {
  protected override get ranks(): readonly [number, number] {
    return [4, 4];
  }
}
