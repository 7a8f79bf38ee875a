import { checkOption } from "../errors";
import type { Tensor } from "../tensor";
import { eachElement, numbersFor, Optimizer, type ParametersOf } from "./optimizer";

/** The options of Adam and its relatives. */
export interface MomentOptions {
  /** The learning rate. */
  lr: number;
  /** How much of the running means of the gradient and its square is kept in a step. Default [0.9, 0.999]. */
  betas: readonly [number, number];
  /** Added to the divisor, so that it is not 0. Default 1e-8. */
  eps: number;
  /** How strongly parameters are drawn to 0: added to the gradient, times the parameter. Default 0. */
  weightDecay: number;
  /** Whether to climb instead of descending. Default false. */
  maximize: boolean;
}

/** Options of Adam and AdamW. */
export interface AdamOptions extends MomentOptions {
  /** The learning rate. Default 0.001. */
  lr: number;
  /** Whether to divide by the greatest mean square so far instead of the last. Default false. */
  amsgrad: boolean;
}

/** @internal What the options of Adam and its relatives begin with, but for the learning rate. */
export const momentDefaults = {
  betas: [0.9, 0.999] as readonly [number, number],
  eps: 1e-8,
  weightDecay: 0,
  maximize: false,
};

/** @internal Refuses options that make no sense. */
export function checkMoments(name: string, { lr, eps, weightDecay, betas }: MomentOptions): void {
  checkOption(name, "lr", lr);
  checkOption(name, "eps", eps);
  checkOption(name, "weightDecay", weightDecay);
  checkOption(name, "betas[0]", betas[0], { most: 1, open: true });
  checkOption(name, "betas[1]", betas[1], { most: 1, open: true });
}

type State = {
  step: number;
  readonly expAvg: Tensor;
  readonly expAvgSq: Tensor;
  readonly maxExpAvgSq?: Tensor;
};

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization"): with running means m of the gradient and s of its
 * square, both corrected for their start at 0, w ← w − lr · m̂ / (√ŝ + eps).
 */
export class Adam extends Optimizer<AdamOptions, State> {
  constructor(parameters: ParametersOf<AdamOptions>, options: Partial<AdamOptions> = {}) {
    super(parameters, { ...momentDefaults, lr: 0.001, amsgrad: false, ...options });
  }

  /** Whether weight decay shrinks the parameters by themselves instead of entering the gradient: see AdamW. */
  protected get decoupled(): boolean {
    return false;
  }

  protected override check(options: AdamOptions): void {
    checkMoments(this.decoupled ? "AdamW" : "Adam", options);
  }

  protected override begin(parameter: Tensor, { amsgrad }: AdamOptions): State {
    return {
      step: 0,
      expAvg: numbersFor(parameter),
      expAvgSq: numbersFor(parameter),
      ...(amsgrad ? { maxExpAvgSq: numbersFor(parameter) } : {}),
    };
  }

  protected override update(parameter: Tensor, grad: Tensor, options: AdamOptions): void {
    const { lr, eps, weightDecay } = options;
    const [beta1, beta2] = options.betas;
    const state = this.recall(parameter, options);
    state.step++;
    const mean = state.expAvg.values;
    const square = state.expAvgSq.values;
    const greatest = state.maxExpAvgSq?.values;
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
      if (greatest !== undefined) s = greatest[n] = Math.max(greatest[n]!, s);
      values[at]! -= (stepSize * mean[n]!) / (Math.sqrt(s) / correction + eps);
    });
  }
}
