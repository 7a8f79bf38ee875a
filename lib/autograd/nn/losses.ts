import {
  type HuberOptions,
  huberLoss,
  l1Loss,
  mseLoss,
  type SmoothL1Options,
  smoothL1Loss,
} from "../ops/distance";
import { type KLDivOptions, klDiv } from "../ops/divergence";
import {
  type GaussianNLLOptions,
  gaussianNLLLoss,
  type PoissonNLLOptions,
  poissonNLLLoss,
} from "../ops/likelihood";
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  type ClassLossOptions,
  type CrossEntropyOptions,
  crossEntropy,
  type LogitsLossOptions,
  nllLoss,
  type WeightedLossOptions,
} from "../ops/loss";
import type { LossOptions } from "../ops/reduction";
import type { Tensor } from "../tensor";
import { Module } from "./module";

/** A loss as a module: a function of input and target, and its options. */
abstract class Loss<Options extends object> extends Module {
  constructor(readonly options: Partial<Options> = {}) {
    super();
  }

  /** The function. */
  protected abstract get compute(): (input: Tensor, target: Tensor, options: Partial<Options>) => Tensor;

  override forward(input: Tensor, target: Tensor): Tensor {
    return this.compute(input, target, this.options);
  }
}

/** mean((input − target)²). */
export class MSELoss extends Loss<LossOptions> {
  protected override get compute(): typeof mseLoss {
    return mseLoss;
  }
}

/** The cross-entropy of softmax(input) with classes or probabilities. */
export class CrossEntropyLoss extends Loss<CrossEntropyOptions> {
  protected override get compute(): typeof crossEntropy {
    return crossEntropy;
  }
}

/** The negative log-likelihood of classes, given log-probabilities. */
export class NLLLoss extends Loss<ClassLossOptions> {
  protected override get compute(): typeof nllLoss {
    return nllLoss;
  }
}

/** The cross-entropy of probabilities with targets from 0 to 1. */
export class BCELoss extends Loss<WeightedLossOptions> {
  protected override get compute(): typeof binaryCrossEntropy {
    return binaryCrossEntropy;
  }
}

/** mean(|input − target|). */
export class L1Loss extends Loss<LossOptions> {
  protected override get compute(): typeof l1Loss {
    return l1Loss;
  }
}

/** Quadratic for small differences, straight for great ones; the slope is 1 there. */
export class SmoothL1Loss extends Loss<SmoothL1Options> {
  protected override get compute(): typeof smoothL1Loss {
    return smoothL1Loss;
  }
}

/** Quadratic for small differences, straight for great ones; the slope is delta there. */
export class HuberLoss extends Loss<HuberOptions> {
  protected override get compute(): typeof huberLoss {
    return huberLoss;
  }
}

/** The cross-entropy of sigmoid(input) with targets from 0 to 1. */
export class BCEWithLogitsLoss extends Loss<LogitsLossOptions> {
  protected override get compute(): typeof binaryCrossEntropyWithLogits {
    return binaryCrossEntropyWithLogits;
  }
}

/** The divergence of the target from the distribution whose logarithms the input holds. */
export class KLDivLoss extends Loss<KLDivOptions> {
  protected override get compute(): typeof klDiv {
    return klDiv;
  }
}

/** The negative log-likelihood of counts, given the logarithms of the expected ones. */
export class PoissonNLLLoss extends Loss<PoissonNLLOptions> {
  protected override get compute(): typeof poissonNLLLoss {
    return poissonNLLLoss;
  }
}

/** The negative log-likelihood of targets from normal distributions with the input as mean, and a variance. */
export class GaussianNLLLoss extends Module {
  constructor(readonly options: GaussianNLLOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor, variance: Tensor): Tensor {
    return gaussianNLLLoss(input, target, variance, this.options);
  }
}
