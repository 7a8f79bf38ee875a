import { Adam, type AdamOptions } from "./adam";
import type { ParametersOf } from "./optimizer";

/**
 * AdamW (Loshchilov and Hutter, "Decoupled Weight Decay Regularization"): as Adam, but the parameters are drawn to 0 by
 * themselves, w ← w · (1 − lr · weightDecay), instead of through the gradient. `weightDecay` is 0.01 by default.
 */
export class AdamW extends Adam {
  constructor(parameters: ParametersOf<AdamOptions>, options: Partial<AdamOptions> = {}) {
    super(parameters, { weightDecay: 0.01, ...options });
  }

  protected override get decoupled(): boolean {
    return true;
  }
}
