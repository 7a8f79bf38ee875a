import type { Tensor } from "../tensor";
import { checkMoments, type MomentOptions, momentDefaults } from "./adam";
import { eachElement, numbersFor, Optimizer, type ParametersOf } from "./optimizer";

type State = {
  step: number;
  readonly expAvg: Tensor;
  readonly expAvgSq: Tensor;
};

/**
 * RAdam (Liu and others, "On the Variance of the Adaptive Learning Rate and Beyond"): Adam that goes by the mean gradient alone
 * until enough steps tell the variance of √ŝ, and with a factor r for that variance from then on. The learning rate is
 * 0.001 by default.
 */
export class RAdam extends Optimizer<MomentOptions, State> {
  constructor(parameters: ParametersOf<MomentOptions>, options: Partial<MomentOptions> = {}) {
    super(parameters, { ...momentDefaults, lr: 0.001, ...options });
  }

  protected override check(options: MomentOptions): void {
    checkMoments("RAdam", options);
  }

  protected override begin(parameter: Tensor): State {
    return { step: 0, expAvg: numbersFor(parameter), expAvgSq: numbersFor(parameter) };
  }

  protected override update(parameter: Tensor, grad: Tensor, options: MomentOptions): void {
    const { lr, eps, weightDecay, maximize } = options;
    const [beta1, beta2] = options.betas;
    const state = this.recall(parameter, options);
    const mean = state.expAvg.values;
    const square = state.expAvgSq.values;
    const step = ++state.step;
    const correction = 1 - beta2 ** step;
    // How many steps the running mean of squares stands for, at last and now.
    const last = 2 / (1 - beta2) - 1;
    const now = last - (2 * step * beta2 ** step) / correction;
    const rectify =
      now > 5
        ? Math.sqrt((correction * (now - 4) * (now - 2) * last) / ((last - 4) * (last - 2) * now))
        : null;
    const rate = lr / (1 - beta1 ** step);
    const { values } = parameter;
    eachElement(parameter, grad, (at, g, n) => {
      const direction = (maximize ? -g : g) + weightDecay * values[at]!;
      mean[n] = beta1 * mean[n]! + (1 - beta1) * direction;
      square[n] = beta2 * square[n]! + (1 - beta2) * direction * direction;
      values[at]! -= rate * mean[n]! * (rectify === null ? 1 : rectify / (Math.sqrt(square[n]!) + eps));
    });
  }
}
