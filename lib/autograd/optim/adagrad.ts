import { checkOption } from "../errors";
import type { Tensor } from "../tensor";
import { eachElement, numbersFor, Optimizer, type ParametersOf } from "./optimizer";

/** Options of Adagrad. */
export interface AdagradOptions {
  /** The learning rate. Default 0.01. */
  lr: number;
  /** How fast the learning rate falls: it is divided by 1 + lrDecay · steps. Default 0. */
  lrDecay: number;
  /** How strongly parameters are drawn to 0: added to the gradient, times the parameter. Default 0. */
  weightDecay: number;
  /** What the sum of squares begins with. Default 0. */
  initialAccumulatorValue: number;
  /** Added to the divisor, so that it is not 0. Default 1e-10. */
  eps: number;
  /** Whether to climb instead of descending. Default false. */
  maximize: boolean;
}

type State = {
  step: number;
  readonly sum: Tensor;
};

const defaults: AdagradOptions = {
  lr: 0.01,
  lrDecay: 0,
  weightDecay: 0,
  initialAccumulatorValue: 0,
  eps: 1e-10,
  maximize: false,
};

/**
 * Adagrad (Duchi and others, "Adaptive Subgradient Methods"): with the sum s of all squared gradients so far,
 * w ← w − lr / (1 + lrDecay · steps) · g / (√s + eps).
 */
export class Adagrad extends Optimizer<AdagradOptions, State> {
  constructor(parameters: ParametersOf<AdagradOptions>, options: Partial<AdagradOptions> = {}) {
    super(parameters, { ...defaults, ...options });
  }

  protected override check(options: AdagradOptions): void {
    for (const option of ["lr", "lrDecay", "weightDecay", "initialAccumulatorValue", "eps"] as const) {
      checkOption("Adagrad", option, options[option]);
    }
  }

  protected override begin(parameter: Tensor, options: AdagradOptions): State {
    return { step: 0, sum: numbersFor(parameter, options.initialAccumulatorValue) };
  }

  protected override update(parameter: Tensor, grad: Tensor, options: AdagradOptions): void {
    const { lr, lrDecay, weightDecay, eps, maximize } = options;
    const state = this.recall(parameter, options);
    const sum = state.sum.values;
    const rate = lr / (1 + state.step * lrDecay);
    state.step++;
    const values = parameter.values;
    eachElement(parameter, grad, (at, g, n) => {
      const direction = (maximize ? -g : g) + weightDecay * values[at]!;
      sum[n]! += direction * direction;
      values[at]! -= (rate * direction) / (Math.sqrt(sum[n]!) + eps);
    });
  }
}
