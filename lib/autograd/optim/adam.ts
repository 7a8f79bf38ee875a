import { checkOption } from "../errors";
import type { Tensor } from "../tensor";
import { eachElement, Optimizer, type ParametersOf } from "./optimizer";

export interface AdamOptions {
  /** The learning rate. Default 0.001. */
  lr: number;
  /** How much of the running means of the gradient and its square is kept in a step. Default [0.9, 0.999]. */
  betas: readonly [number, number];
  /** Added to the divisor, so that it is not 0. Default 1e-8. */
  eps: number;
  /** How strongly parameters are drawn to 0: added to the gradient, times the parameter. Default 0. */
  weightDecay: number;
  /** Whether to divide by the greatest mean square so far instead of the last. Default false. */
  amsgrad: boolean;
  /** Whether to climb instead of descending. Default false. */
  maximize: boolean;
}

interface State {
  step: number;
  readonly mean: Float64Array;
  readonly square: Float64Array;
  readonly greatest: Float64Array;
}

const defaults: AdamOptions = {
  lr: 0.001,
  betas: [0.9, 0.999],
  eps: 1e-8,
  weightDecay: 0,
  amsgrad: false,
  maximize: false,
};

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization"): with running means m of the gradient and s of its
 * square, both corrected for their start at 0, w ← w − lr · m̂ / (√ŝ + eps).
 */
export class Adam extends Optimizer<AdamOptions> {
  private readonly states = new WeakMap<Tensor, State>();

  constructor(parameters: ParametersOf<AdamOptions>, options: Partial<AdamOptions> = {}) {
    super(parameters, { ...defaults, ...options });
  }

  /** Whether weight decay shrinks the parameters by themselves instead of entering the gradient: see AdamW. */
  protected get decoupled(): boolean {
    return false;
  }

  protected override check(options: AdamOptions): void {
    const name = this.decoupled ? "AdamW" : "Adam";
    checkOption(name, "lr", options.lr);
    checkOption(name, "eps", options.eps);
    checkOption(name, "weightDecay", options.weightDecay);
    checkOption(name, "betas[0]", options.betas[0], { most: 1, open: true });
    checkOption(name, "betas[1]", options.betas[1], { most: 1, open: true });
  }

  protected override update(parameter: Tensor, grad: Tensor, options: AdamOptions): void {
    const { lr, eps, weightDecay, amsgrad } = options;
    const [beta1, beta2] = options.betas;
    let state = this.states.get(parameter);
    if (state === undefined) {
      const size = parameter.count;
      state = {
        step: 0,
        mean: new Float64Array(size),
        square: new Float64Array(size),
        greatest: new Float64Array(amsgrad ? size : 0),
      };
      this.states.set(parameter, state);
    }
    state.step++;
    const { mean, square, greatest } = state;
    const stepSize = lr / (1 - beta1 ** state.step);
    const correction = Math.sqrt(1 - beta2 ** state.step);
    const shrink = this.decoupled ? 1 - lr * weightDecay : 1;
    const decay = this.decoupled ? 0 : weightDecay;
    const values = parameter.values;
    eachElement(parameter, grad, (at, g, n) => {
      if (shrink !== 1) values[at]! *= shrink;
      const direction = (options.maximize ? -g : g) + decay * values[at]!;
      mean[n] = beta1 * mean[n]! + (1 - beta1) * direction;
      square[n] = beta2 * square[n]! + (1 - beta2) * direction * direction;
      let s = square[n]!;
      if (amsgrad) s = greatest[n] = Math.max(greatest[n]!, s);
      values[at]! -= (stepSize * mean[n]!) / (Math.sqrt(s) / correction + eps);
    });
  }
}
