import { checkOption } from "../errors";
import { LRScheduler, type Scheduled } from "./schedulers";

/** Options of `CosineAnnealingWarmRestarts`. */
export interface CosineAnnealingWarmRestartsOptions {
  /** After how many steps the first restart comes. */
  readonly t0: number;
  /** How many times as long each period is as the one before. Default 1. */
  readonly tMult?: number;
  /** The least rate. Default 0. */
  readonly etaMin?: number;
}

/** etaMin + (base − etaMin) (1 + cos(π · part)) / 2, where part is how much of the period is over; then again from base (Loshchilov and Hutter, "SGDR"). */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    private readonly options: CosineAnnealingWarmRestartsOptions,
  ) {
    super(optimizer);
    checkOption("CosineAnnealingWarmRestarts", "t0", options.t0, { least: 1, whole: true });
    checkOption("CosineAnnealingWarmRestarts", "tMult", options.tMult ?? 1, { least: 1, whole: true });
  }

  protected override rate(base: number, steps: number): number {
    const { t0, tMult = 1, etaMin = 0 } = this.options;
    let period = t0;
    let over = steps;
    if (tMult === 1) over %= period;
    else
      while (over >= period) {
        over -= period;
        period *= tMult;
      }
    return etaMin + ((base - etaMin) * (1 + Math.cos((Math.PI * over) / period))) / 2;
  }
}
