import {
  binaryCrossEntropy,
  type ClassLossOptions,
  type CrossEntropyOptions,
  crossEntropy,
  type LossOptions,
  mseLoss,
  nllLoss,
  type WeightedLossOptions,
} from "../ops/loss";
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
