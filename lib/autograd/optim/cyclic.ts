import { checkOption } from "../errors";
import { setMomentum } from "./momentum";
import { LRScheduler, type Scheduled } from "./schedulers";

/** Options of `CyclicLR`. */
export interface CyclicLROptions {
  /** The least learning rate, where each cycle begins and ends. */
  readonly baseLr: number;
  /** The greatest learning rate. */
  readonly maxLr: number;
  /** How many steps the rate rises. Default 2000. */
  readonly stepSizeUp?: number;
  /** How many steps it falls. Default as many as it rises. */
  readonly stepSizeDown?: number;
  /** Whether all cycles are alike (the default), each is half as high as the one before, or heights shrink by gamma in each step. */
  readonly mode?: "triangular" | "triangular2" | "expRange";
  /** What heights are multiplied by in each step of mode "expRange". Default 1. */
  readonly gamma?: number;
  /** Whether momentum (or the first of Adam's betas) goes the other way. Default true. */
  readonly cycleMomentum?: boolean;
  /** Default 0.8. */
  readonly baseMomentum?: number;
  /** Default 0.9. */
  readonly maxMomentum?: number;
}

/** A learning rate that goes straight up and down again (Smith, "Cyclical Learning Rates for Training Neural Networks"). */
export class CyclicLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    private readonly options: CyclicLROptions,
  ) {
    super(optimizer);
    checkOption("CyclicLR", "baseLr", options.baseLr);
    checkOption("CyclicLR", "maxLr", options.maxLr);
    checkOption("CyclicLR", "stepSizeUp", options.stepSizeUp ?? 2000, { least: 1, whole: true });
    checkOption("CyclicLR", "stepSizeDown", options.stepSizeDown ?? 1, { least: 1, whole: true });
    this.apply();
  }

  /** How high above the base it is, from 0 to 1. */
  private height(steps: number): number {
    const { stepSizeUp: up = 2000, stepSizeDown: down = up, mode, gamma = 1 } = this.options;
    const cycles = steps / (up + down);
    const part = cycles - Math.floor(cycles);
    const rise = up / (up + down);
    const triangle = part <= rise ? part / rise : (part - 1) / (rise - 1);
    if (mode === "triangular2") return triangle / 2 ** Math.floor(cycles);
    return mode === "expRange" ? triangle * gamma ** steps : triangle;
  }

  protected override rate(_base: number, steps: number): number {
    const { baseLr, maxLr } = this.options;
    return baseLr + (maxLr - baseLr) * this.height(steps);
  }

  protected override apply(): void {
    super.apply();
    const { cycleMomentum = true, baseMomentum = 0.8, maxMomentum = 0.9 } = this.options;
    if (!cycleMomentum) return;
    setMomentum(this.optimizer, maxMomentum - (maxMomentum - baseMomentum) * this.height(this.lastEpoch));
  }
}
