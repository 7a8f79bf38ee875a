import { checkOption } from "../errors";
import type { Scheduled } from "./schedulers";

/** Options of `ReduceLROnPlateau`. */
export interface PlateauOptions {
  /** Whether the metric shall fall ("min", the default) or rise ("max"). */
  readonly mode?: "min" | "max";
  /** What the learning rate is multiplied by. Default 0.1. */
  readonly factor?: number;
  /** How many steps without improvement are accepted. Default 10. */
  readonly patience?: number;
  /** How much counts as an improvement. Default 1e-4. */
  readonly threshold?: number;
  /** Whether that is a part of the best value ("rel", the default) or a difference ("abs"). */
  readonly thresholdMode?: "rel" | "abs";
  /** How many steps to wait after a reduction. Default 0. */
  readonly cooldown?: number;
  /** The least learning rate. Default 0. */
  readonly minLr?: number;
  /** Smaller changes of the rate are not made. Default 1e-8. */
  readonly eps?: number;
}

/** Reduces the learning rate when a metric has stopped improving: call `step(metric)` after each epoch. */
export class ReduceLROnPlateau {
  private best: number;
  private numBadEpochs = 0;
  private cooldownCounter = 0;

  constructor(
    readonly optimizer: Scheduled,
    private readonly options: PlateauOptions = {},
  ) {
    checkOption("ReduceLROnPlateau", "factor", options.factor ?? 0.1, { most: 1, open: true });
    this.best = options.mode === "max" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }

  private improves(metric: number): boolean {
    const { mode = "min", threshold = 1e-4, thresholdMode = "rel" } = this.options;
    const sign = mode === "min" ? -1 : 1;
    const bound = thresholdMode === "rel" ? this.best * (1 + sign * threshold) : this.best + sign * threshold;
    return mode === "min" ? metric < bound : metric > bound;
  }

  /** Looks at the metric, a plain number, and reduces the learning rates if it is time. */
  step(metric: number): void {
    const { factor = 0.1, patience = 10, cooldown = 0, minLr = 0, eps = 1e-8 } = this.options;
    if (this.improves(metric)) {
      this.best = metric;
      this.numBadEpochs = 0;
    } else this.numBadEpochs++;
    if (this.cooldownCounter > 0) {
      this.cooldownCounter--;
      this.numBadEpochs = 0;
    }
    if (this.numBadEpochs <= patience) return;
    for (const group of this.optimizer.paramGroups) {
      const lr = Math.max(group.lr * factor, minLr);
      if (group.lr - lr > eps) group.lr = lr;
    }
    this.cooldownCounter = cooldown;
    this.numBadEpochs = 0;
  }

  /** The learning rates of the groups now. */
  getLastLr(): number[] {
    return this.optimizer.paramGroups.map(({ lr }) => lr);
  }

  /** The best metric so far, and how long it has been waited. */
  stateDict(): PlateauState {
    const { best, numBadEpochs, cooldownCounter } = this;
    return { best, numBadEpochs, cooldownCounter };
  }

  /** Goes on from a `stateDict`. The learning rates themselves come back with the optimizer's state. */
  loadStateDict({ best, numBadEpochs, cooldownCounter }: PlateauState): void {
    this.best = best;
    this.numBadEpochs = numBadEpochs;
    this.cooldownCounter = cooldownCounter;
  }
}

/** Where a scheduler that waits for a plateau is in its course. */
export interface PlateauState {
  /** The best metric so far. */
  readonly best: number;
  /** How many steps it has not been improved. */
  readonly numBadEpochs: number;
  /** How many steps are still to wait. */
  readonly cooldownCounter: number;
}
