import {
  type HuberOptions,
  hingeEmbeddingLoss,
  huberLoss,
  l1Loss,
  type MarginOptions,
  marginRankingLoss,
  mseLoss,
  type SmoothL1Options,
  smoothL1Loss,
  softMarginLoss,
} from "../ops/distance";
import { type KLDivOptions, klDiv } from "../ops/divergence";
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

/** mean((input − target)²). */
export class MSELoss extends Module {
  constructor(readonly options: LossOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return mseLoss(input, target, this.options);
  }
}

/** The cross-entropy of softmax(input) with classes or probabilities. */
export class CrossEntropyLoss extends Module {
  constructor(readonly options: CrossEntropyOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return crossEntropy(input, target, this.options);
  }
}

/** The negative log-likelihood of classes, given log-probabilities. */
export class NLLLoss extends Module {
  constructor(readonly options: ClassLossOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return nllLoss(input, target, this.options);
  }
}

/** The cross-entropy of probabilities with targets from 0 to 1. */
export class BCELoss extends Module {
  constructor(readonly options: WeightedLossOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return binaryCrossEntropy(input, target, this.options);
  }
}

/** mean(|input − target|). */
export class L1Loss extends Module {
  constructor(readonly options: LossOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return l1Loss(input, target, this.options);
  }
}

/** Quadratic for small differences, straight for great ones; the slope is 1 there. */
export class SmoothL1Loss extends Module {
  constructor(readonly options: SmoothL1Options = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return smoothL1Loss(input, target, this.options);
  }
}

/** Quadratic for small differences, straight for great ones; the slope is delta there. */
export class HuberLoss extends Module {
  constructor(readonly options: HuberOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return huberLoss(input, target, this.options);
  }
}

/** The cross-entropy of sigmoid(input) with targets from 0 to 1. */
export class BCEWithLogitsLoss extends Module {
  constructor(readonly options: LogitsLossOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return binaryCrossEntropyWithLogits(input, target, this.options);
  }
}

/** The divergence of the target from the distribution whose logarithms the input holds. */
export class KLDivLoss extends Module {
  constructor(readonly options: KLDivOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return klDiv(input, target, this.options);
  }
}

/** input where the target is 1, max(0, margin − input) where it is −1. */
export class HingeEmbeddingLoss extends Module {
  constructor(readonly options: MarginOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return hingeEmbeddingLoss(input, target, this.options);
  }
}

/** ln(1 + e^(−target · input)) for targets of 1 and −1. */
export class SoftMarginLoss extends Module {
  constructor(readonly options: LossOptions = {}) {
    super();
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    return softMarginLoss(input, target, this.options);
  }
}

/** max(0, −target (input1 − input2) + margin). */
export class MarginRankingLoss extends Module {
  constructor(readonly options: MarginOptions = {}) {
    super();
  }

  override forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return marginRankingLoss(input1, input2, target, this.options);
  }
}
