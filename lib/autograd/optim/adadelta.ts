import { checkOption } from "../errors";
import type { Tensor } from "../tensor";
import { eachElement, numbersFor, Optimizer, type ParametersOf } from "./optimizer";

/** Options of Adadelta. */
export interface AdadeltaOptions {
  /** What each step is multiplied by. Default 1. */
  lr: number;
  /** How much of the running mean squares is kept in a step. Default 0.9. */
  rho: number;
  /** Added to the mean squares, so that the first step is not 0. Default 1e-6. */
  eps: number;
  /** How strongly parameters are drawn to 0: added to the gradient, times the parameter. Default 0. */
  weightDecay: number;
  /** Whether to climb instead of descending. Default false. */
  maximize: boolean;
}

type State = {
  readonly squareAvg: Tensor;
  readonly accDelta: Tensor;
};

const defaults: AdadeltaOptions = { lr: 1, rho: 0.9, eps: 1e-6, weightDecay: 0, maximize: false };

/**
 * Adadelta (Zeiler, "ADADELTA: An Adaptive Learning Rate Method"): with running means s of the squared gradients and d of the
 * squared steps, step = √(d + eps) / √(s + eps) · g; w ← w − lr · step.
 */
export class Adadelta extends Optimizer<AdadeltaOptions, State> {
  constructor(parameters: ParametersOf<AdadeltaOptions>, options: Partial<AdadeltaOptions> = {}) {
    super(parameters, { ...defaults, ...options });
  }

  protected override check(options: AdadeltaOptions): void {
    for (const option of ["lr", "eps", "weightDecay"] as const)
      checkOption("Adadelta", option, options[option]);
    checkOption("Adadelta", "rho", options.rho, { most: 1 });
  }

  protected override begin(parameter: Tensor): State {
    return { squareAvg: numbersFor(parameter), accDelta: numbersFor(parameter) };
  }

  protected override update(parameter: Tensor, grad: Tensor, options: AdadeltaOptions): void {
    const { lr, rho, eps, weightDecay, maximize } = options;
    const state = this.recall(parameter, options);
    const square = state.squareAvg.values;
    const delta = state.accDelta.values;
    const { values } = parameter;
    eachElement(parameter, grad, (at, g, n) => {
      const direction = (maximize ? -g : g) + weightDecay * values[at]!;
      square[n] = rho * square[n]! + (1 - rho) * direction * direction;
      const step = Math.sqrt((delta[n]! + eps) / (square[n]! + eps)) * direction;
      delta[n] = rho * delta[n]! + (1 - rho) * step * step;
      values[at]! -= lr * step;
    });
  }
}
