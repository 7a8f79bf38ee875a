import type { Values } from "../dtype";
import { checkOption, fail } from "../errors";
import * as mistake from "../mistakes";
import type { Tensor } from "../tensor";
import { eachElement, numbersFor, Optimizer, type ParametersOf } from "./optimizer";

/** Options of SGD. */
export interface SGDOptions {
  /** The learning rate: how far along the gradient a step goes. Default 0.001. */
  lr: number;
  /** How much of the last step's direction is kept. Default 0. */
  momentum: number;
  /** How much less than fully a new gradient enters the momentum. Default 0. */
  dampening: number;
  /** How strongly parameters are drawn to 0: added to the gradient, times the parameter. Default 0. */
  weightDecay: number;
  /** Whether to look one step ahead; needs momentum and no dampening. Default false. */
  nesterov: boolean;
  /** Whether to climb instead of descending. Default false. */
  maximize: boolean;
}

const defaults: SGDOptions = {
  lr: 0.001,
  momentum: 0,
  dampening: 0,
  weightDecay: 0,
  nesterov: false,
  maximize: false,
};

type State = {
  step: number;
  readonly momentumBuffer: Tensor;
};

/**
 * Stochastic gradient descent, as PyTorch defines it: g ← g + weightDecay · w; v ← momentum · v + (1 − dampening) · g
 * (v = g in the first step); w ← w − lr · v, or with nesterov w ← w − lr · (g + momentum · v).
 */
export class SGD extends Optimizer<SGDOptions, State> {
  constructor(parameters: ParametersOf<SGDOptions>, options: Partial<SGDOptions> = {}) {
    super(parameters, { ...defaults, ...options });
  }

  protected override check(options: SGDOptions): void {
    checkOption("SGD", "lr", options.lr);
    checkOption("SGD", "momentum", options.momentum);
    checkOption("SGD", "weightDecay", options.weightDecay);
    if (options.nesterov && (options.momentum <= 0 || options.dampening !== 0)) {
      fail(mistake.nesterov, { optimizer: "SGD" });
    }
  }

  protected override begin(parameter: Tensor): State {
    return { step: 0, momentumBuffer: numbersFor(parameter) };
  }

  protected override update(parameter: Tensor, grad: Tensor, options: SGDOptions): void {
    const { momentum, weightDecay, nesterov } = options;
    const values = parameter.values;
    const lr = options.maximize ? -options.lr : options.lr;
    if (momentum === 0 && weightDecay === 0 && parameter.rowMajor && grad.rowMajor) {
      descend(parameter.count, values, parameter.offset, grad.values, grad.offset, lr);
      return;
    }
    const sign = options.maximize ? -1 : 1;
    if (momentum === 0) {
      eachElement(parameter, grad, (at, g) => {
        values[at]! -= options.lr * (sign * g + weightDecay * values[at]!);
      });
      return;
    }
    const state = this.recall(parameter, options);
    const v = state.momentumBuffer.values;
    const fresh = state.step++ === 0 ? 1 : 1 - options.dampening;
    eachElement(parameter, grad, (at, g, n) => {
      const direction = sign * g + weightDecay * values[at]!;
      v[n] = momentum * v[n]! + fresh * direction;
      values[at]! -= options.lr * (nesterov ? direction + momentum * v[n]! : v[n]!);
    });
  }
}

/**
 * w ← w − lr · g, the whole of plain gradient descent. Each type of numbers has a loop of its own: an engine makes one that
 * has seen a single type several times as fast.
 */
function descend(n: number, w: Values, wi: number, g: Values, gi: number, lr: number): void {
  if (w instanceof Float64Array && g instanceof Float64Array) {
    for (; n > 0; n--) w[wi++]! -= lr * g[gi++]!;
  } else for (; n > 0; n--) w[wi++]! -= lr * g[gi++]!;
}
