import {
  type BackwardOptions,
  backward,
  detachInPlace,
  type HookHandle,
  registerHook,
  retainGrad,
  setRequiresGrad,
} from "../graph/autograd";
import type { Hook } from "../graph/node";
import { detach, type Tensor } from "../tensor";
import { install } from "./install";

/** A tensor's dealings with the computational graph. */
export const graphMethods = {
  /**
   * Computes the gradients with respect to all leaves that this was computed from, and adds them to their `.grad`.
   * The gradient to start with (of this shape) may be left out for a single number, where it is 1:
   * `loss.backward()`, `loss.backward({ retainGraph: true })`, `y.backward(gradient)`.
   */
  backward(this: Tensor, gradient?: Tensor | BackwardOptions | null, options?: BackwardOptions): void {
    backward(this, gradient, options);
  },
  /** The same elements without a history: a constant for all that is computed from it. */
  detach(this: Tensor): Tensor {
    return detach(this);
  },
  /** Cuts this tensor off from its history. */
  detach_(this: Tensor): Tensor {
    return detachInPlace(this);
  },
  /** Switches on (or off, for leaves) that gradients are computed for this tensor. */
  requiresGrad_(this: Tensor, value = true): Tensor {
    setRequiresGrad(this, value);
    return this;
  },
  /** Makes this computed tensor keep its gradient in `.grad`. */
  retainGrad(this: Tensor): void {
    retainGrad(this);
  },
  /** Shows every gradient that arrives here to a function; what that returns takes the gradient's place. */
  registerHook(this: Tensor, hook: Hook): HookHandle {
    return registerHook(this, hook);
  },
};

install(graphMethods);
