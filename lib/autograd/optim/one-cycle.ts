import { checkOption, fail } from "../errors";
import * as mistake from "../mistakes";
import { setMomentum } from "./momentum";
import { LRScheduler, type Scheduled } from "./schedulers";

/** Options of `OneCycleLR`. */
export interface OneCycleLROptions {
  /** The greatest learning rate. */
  readonly maxLr: number;
  /** How many steps the cycle has; or say `epochs` and `stepsPerEpoch`. */
  readonly totalSteps?: number;
  /** How many epochs the cycle has. */
  readonly epochs?: number;
  /** How many steps an epoch has. */
  readonly stepsPerEpoch?: number;
  /** Which part of the cycle rises. Default 0.3. */
  readonly pctStart?: number;
  /** Along a cosine or a straight line. Default "cos". */
  readonly annealStrategy?: "cos" | "linear";
  /** Whether momentum (or the first of Adam's betas) goes the other way. Default true. */
  readonly cycleMomentum?: boolean;
  /** Default 0.85. */
  readonly baseMomentum?: number;
  /** Default 0.95. */
  readonly maxMomentum?: number;
  /** The first rate is maxLr / divFactor. Default 25. */
  readonly divFactor?: number;
  /** The last rate is the first / finalDivFactor. Default 10 000. */
  readonly finalDivFactor?: number;
  /** Whether to fall as long as it rose, and only then to the last rate. Default false. */
  readonly threePhase?: boolean;
}

/** A stretch of the cycle: until which step, and between which values. */
interface Phase {
  readonly end: number;
  readonly lr: readonly [number, number];
  readonly momentum: readonly [number, number];
}

/** A learning rate that rises to a maximum and falls far below its start (Smith and Topin, "Super-Convergence"). */
export class OneCycleLR extends LRScheduler {
  private readonly phases: readonly Phase[];
  private readonly totalSteps: number;

  constructor(
    optimizer: Scheduled,
    private readonly options: OneCycleLROptions,
  ) {
    super(optimizer);
    const { maxLr, pctStart = 0.3, divFactor = 25, finalDivFactor = 1e4, threePhase = false } = options;
    const total = options.totalSteps ?? (options.epochs ?? 0) * (options.stepsPerEpoch ?? 0);
    checkOption("OneCycleLR", "totalSteps", total, { least: 1, whole: true });
    checkOption("OneCycleLR", "maxLr", maxLr);
    checkOption("OneCycleLR", "pctStart", pctStart, { most: 1 });
    this.totalSteps = total;
    const first = maxLr / divFactor;
    const last = first / finalDivFactor;
    const { baseMomentum: low = 0.85, maxMomentum: high = 0.95 } = options;
    const rise: Phase = { end: pctStart * total - 1, lr: [first, maxLr], momentum: [high, low] };
    this.phases = threePhase
      ? [
          rise,
          { end: 2 * pctStart * total - 2, lr: [maxLr, first], momentum: [low, high] },
          { end: total - 1, lr: [first, last], momentum: [high, high] },
        ]
      : [rise, { end: total - 1, lr: [maxLr, last], momentum: [low, high] }];
    this.apply();
  }

  /** How far the cycle is, as a phase and a place from 0 to 1 in it. */
  private place(steps: number): readonly [Phase, number] {
    let start = 0;
    for (const phase of this.phases) {
      if (steps <= phase.end || phase === this.phases.at(-1))
        return [phase, (steps - start) / (phase.end - start)];
      start = phase.end;
    }
    throw new Error("a cycle has phases");
  }

  private between([from, to]: readonly [number, number], part: number): number {
    return this.options.annealStrategy === "linear"
      ? from + (to - from) * part
      : to + ((from - to) / 2) * (1 + Math.cos(Math.PI * part));
  }

  protected override rate(_base: number, steps: number): number {
    if (steps >= this.totalSteps) {
      const most = this.totalSteps - 1;
      fail(mistake.optionRange, {
        op: "OneCycleLR",
        option: "the number of steps",
        got: steps,
        least: 0,
        most,
        open: false,
        whole: true,
      });
    }
    const [phase, part] = this.place(steps);
    return this.between(phase.lr, part);
  }

  protected override apply(): void {
    super.apply();
    if (this.options.cycleMomentum === false) return;
    const [phase, part] = this.place(this.lastEpoch);
    setMomentum(this.optimizer, this.between(phase.momentum, part));
  }
}
