import type { Tensor } from "../tensor";
import { checkMoments, type MomentOptions, momentDefaults } from "./adam";
import { eachElement, numbersFor, Optimizer, type ParametersOf } from "./optimizer";

type State = {
  step: number;
  readonly expAvg: Tensor;
  readonly expInf: Tensor;
};

/**
 * Adamax (Kingma and Ba, "Adam: A Method for Stochastic Optimization", section 7): Adam with the greatest gradient so far,
 * which fades by beta₂ in each step, in place of the root of the mean square. The learning rate is 0.002 by default.
 */
export class Adamax extends Optimizer<MomentOptions, State> {
  constructor(parameters: ParametersOf<MomentOptions>, options: Partial<MomentOptions> = {}) {
    super(parameters, { ...momentDefaults, lr: 0.002, ...options });
  }

  protected override check(options: MomentOptions): void {
    checkMoments("Adamax", options);
  }

  protected override begin(parameter: Tensor): State {
    return { step: 0, expAvg: numbersFor(parameter), expInf: numbersFor(parameter) };
  }

  protected override update(parameter: Tensor, grad: Tensor, options: MomentOptions): void {
    const { lr, eps, weightDecay, maximize } = options;
    const [beta1, beta2] = options.betas;
    const state = this.recall(parameter, options);
    const mean = state.expAvg.values;
    const greatest = state.expInf.values;
    const rate = lr / (1 - beta1 ** ++state.step);
    const { values } = parameter;
    eachElement(parameter, grad, (at, g, n) => {
      const direction = (maximize ? -g : g) + weightDecay * values[at]!;
      mean[n] = beta1 * mean[n]! + (1 - beta1) * direction;
      greatest[n] = Math.max(beta2 * greatest[n]!, Math.abs(direction) + eps);
      values[at]! -= (rate * mean[n]!) / greatest[n]!;
    });
  }
}
