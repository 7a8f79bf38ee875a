import { checkOption } from "../errors";
import type { Tensor } from "../tensor";
import { eachElement, numbersFor, Optimizer, type ParametersOf } from "./optimizer";

/** Options of RMSprop. */
export interface RMSpropOptions {
  /** The learning rate. Default 0.01. */
  lr: number;
  /** How much of the running mean square is kept in a step. Default 0.99. */
  alpha: number;
  /** Added to the divisor, so that it is not 0. Default 1e-8. */
  eps: number;
  /** How strongly parameters are drawn to 0: added to the gradient, times the parameter. Default 0. */
  weightDecay: number;
  /** How much of the last step's direction is kept. Default 0. */
  momentum: number;
  /** Whether to divide by the running standard deviation instead of the root mean square. Default false. */
  centered: boolean;
  /** Whether to climb instead of descending. Default false. */
  maximize: boolean;
}

type State = {
  readonly squareAvg: Tensor;
  readonly gradAvg?: Tensor;
  readonly momentumBuffer?: Tensor;
};

const defaults: RMSpropOptions = {
  lr: 0.01,
  alpha: 0.99,
  eps: 1e-8,
  weightDecay: 0,
  momentum: 0,
  centered: false,
  maximize: false,
};

/**
 * RMSprop (Tieleman and Hinton's lecture): with the running mean s of the squared gradient (less the square of its running
 * mean, if centered), v ← momentum · v + g / (√s + eps); w ← w − lr · v.
 */
export class RMSprop extends Optimizer<RMSpropOptions, State> {
  constructor(parameters: ParametersOf<RMSpropOptions>, options: Partial<RMSpropOptions> = {}) {
    super(parameters, { ...defaults, ...options });
  }

  protected override check(options: RMSpropOptions): void {
    for (const option of ["lr", "alpha", "eps", "weightDecay", "momentum"] as const) {
      checkOption("RMSprop", option, options[option]);
    }
  }

  protected override begin(parameter: Tensor, { centered, momentum }: RMSpropOptions): State {
    return {
      squareAvg: numbersFor(parameter),
      ...(centered ? { gradAvg: numbersFor(parameter) } : {}),
      ...(momentum > 0 ? { momentumBuffer: numbersFor(parameter) } : {}),
    };
  }

  protected override update(parameter: Tensor, grad: Tensor, options: RMSpropOptions): void {
    const { lr, alpha, eps, weightDecay, momentum, maximize } = options;
    const state = this.recall(parameter, options);
    const square = state.squareAvg.values;
    const mean = state.gradAvg?.values;
    const velocity = state.momentumBuffer?.values;
    const values = parameter.values;
    eachElement(parameter, grad, (at, g, n) => {
      const direction = (maximize ? -g : g) + weightDecay * values[at]!;
      square[n] = alpha * square[n]! + (1 - alpha) * direction * direction;
      let variance = square[n]!;
      if (mean !== undefined) {
        mean[n] = alpha * mean[n]! + (1 - alpha) * direction;
        variance -= mean[n]! * mean[n]!;
      }
      let step = direction / (Math.sqrt(variance) + eps);
      if (velocity !== undefined) step = velocity[n] = momentum * velocity[n]! + step;
      values[at]! -= lr * step;
    });
  }
}
