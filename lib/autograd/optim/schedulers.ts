import { checkOption } from "../errors";

/** What a scheduler changes: any optimizer. */
export interface Scheduled {
  /** The groups, whose learning rates are changed. */
  readonly paramGroups: readonly {
    lr: number;
    /** The learning rate before the first scheduler changed it. */
    initialLr?: number;
  }[];
}

/** Where a scheduler is in its course: plain numbers, which JSON keeps. */
export interface SchedulerState {
  /** How often `step()` was called. */
  readonly lastEpoch: number;
  /** The learning rates before the first step. */
  readonly baseLrs: readonly number[];
}

/** The base of the schedulers whose learning rate follows from the number of steps. Create one after the optimizer, and call `step()` after its. */
export abstract class LRScheduler {
  /** How often `step()` was called. */
  lastEpoch = 0;
  /** The learning rates of the groups when the first scheduler of the optimizer was created. */
  baseLrs: readonly number[];

  constructor(readonly optimizer: Scheduled) {
    this.baseLrs = optimizer.paramGroups.map((group) => (group.initialLr ??= group.lr));
  }

  /** The learning rate of a group after so many steps; `now` is what it is before that. */
  protected abstract rate(base: number, steps: number, group: number, now: number): number;

  /** Sets the learning rates for the current number of steps. */
  protected apply(): void {
    this.optimizer.paramGroups.forEach((group, i) => {
      group.lr = this.rate(this.baseLrs[i] ?? group.lr, this.lastEpoch, i, group.lr);
    });
  }

  /** Goes on by one step. */
  step(): void {
    this.lastEpoch++;
    this.apply();
  }

  /** The learning rates of the groups now. */
  getLastLr(): number[] {
    return this.optimizer.paramGroups.map(({ lr }) => lr);
  }

  /** Where it is in its course. What the options say is not in it: create the scheduler with the same ones. */
  stateDict(): SchedulerState {
    return { lastEpoch: this.lastEpoch, baseLrs: [...this.baseLrs] };
  }

  /** Goes on from a `stateDict`. The learning rates themselves come back with the optimizer's state. */
  loadStateDict(state: SchedulerState): void {
    this.lastEpoch = state.lastEpoch;
    this.baseLrs = [...state.baseLrs];
  }
}

const whole = (op: string, option: string, value: number, least = 1): void =>
  checkOption(op, option, value, { least, whole: true });

/** Options of `StepLR`. */
export interface StepLROptions {
  /** After how many steps each time. */
  readonly stepSize: number;
  /** Default 0.1. */
  readonly gamma?: number;
}

/** base · gamma^⌊steps / stepSize⌋ */
export class StepLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    private readonly options: StepLROptions,
  ) {
    super(optimizer);
    whole("StepLR", "stepSize", options.stepSize);
  }

  protected override rate(base: number, steps: number): number {
    const { stepSize, gamma = 0.1 } = this.options;
    return base * gamma ** Math.floor(steps / stepSize);
  }
}

/** Options of `MultiStepLR`. */
export interface MultiStepLROptions {
  /** After how many steps in all, in rising order. */
  readonly milestones: readonly number[];
  /** Default 0.1. */
  readonly gamma?: number;
}

/** base · gamma^(number of milestones passed) */
export class MultiStepLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    private readonly options: MultiStepLROptions,
  ) {
    super(optimizer);
  }

  protected override rate(base: number, steps: number): number {
    const { milestones, gamma = 0.1 } = this.options;
    return base * gamma ** milestones.filter((milestone) => milestone <= steps).length;
  }
}

/** base · gammaˢᵗᵉᵖˢ */
export class ExponentialLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    private readonly options: { readonly gamma: number },
  ) {
    super(optimizer);
    checkOption("ExponentialLR", "gamma", options.gamma);
  }

  protected override rate(base: number, steps: number): number {
    return base * this.options.gamma ** steps;
  }
}

/** Options of `CosineAnnealingLR`. */
export interface CosineAnnealingLROptions {
  /** After how many steps the least rate is reached. */
  readonly tMax: number;
  /** The least rate. Default 0. */
  readonly etaMin?: number;
}

/** etaMin + (base − etaMin) (1 + cos(π · steps / tMax)) / 2 (Loshchilov and Hutter, "SGDR"); it rises again after tMax. */
export class CosineAnnealingLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    private readonly options: CosineAnnealingLROptions,
  ) {
    super(optimizer);
    whole("CosineAnnealingLR", "tMax", options.tMax);
  }

  protected override rate(base: number, steps: number): number {
    const { tMax, etaMin = 0 } = this.options;
    return etaMin + ((base - etaMin) * (1 + Math.cos((Math.PI * steps) / tMax))) / 2;
  }
}

/** Options of `LinearLR`. */
export interface LinearLROptions {
  /** Default 1/3. */
  readonly startFactor?: number;
  /** Default 1. */
  readonly endFactor?: number;
  /** After how many steps the end factor is reached. Default 5. */
  readonly totalIters?: number;
}

/** base times a factor that goes straight from startFactor to endFactor in totalIters steps. */
export class LinearLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    private readonly options: LinearLROptions = {},
  ) {
    super(optimizer);
    checkOption("LinearLR", "startFactor", options.startFactor ?? 1 / 3, { most: 1 });
    checkOption("LinearLR", "endFactor", options.endFactor ?? 1, { most: 1 });
    whole("LinearLR", "totalIters", options.totalIters ?? 5);
    this.apply();
  }

  protected override rate(base: number, steps: number): number {
    const { startFactor = 1 / 3, endFactor = 1, totalIters = 5 } = this.options;
    return base * (startFactor + ((endFactor - startFactor) * Math.min(steps, totalIters)) / totalIters);
  }
}

/** Options of `ConstantLR`. */
export interface ConstantLROptions {
  /** Default 1/3. */
  readonly factor?: number;
  /** For how many steps. Default 5. */
  readonly totalIters?: number;
}

/** base · factor for totalIters steps, then base. */
export class ConstantLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    private readonly options: ConstantLROptions = {},
  ) {
    super(optimizer);
    checkOption("ConstantLR", "factor", options.factor ?? 1 / 3, { most: 1 });
    this.apply();
  }

  protected override rate(base: number, steps: number): number {
    const { factor = 1 / 3, totalIters = 5 } = this.options;
    return steps < totalIters ? base * factor : base;
  }
}

/** Options of `PolynomialLR`. */
export interface PolynomialLROptions {
  /** After how many steps 0 is reached. Default 5. */
  readonly totalIters?: number;
  /** Default 1. */
  readonly power?: number;
}

/** base · (1 − steps / totalIters)^power, and 0 from there. */
export class PolynomialLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    private readonly options: PolynomialLROptions = {},
  ) {
    super(optimizer);
    whole("PolynomialLR", "totalIters", options.totalIters ?? 5);
  }

  protected override rate(base: number, steps: number): number {
    const { totalIters = 5, power = 1 } = this.options;
    return base * (1 - Math.min(steps, totalIters) / totalIters) ** power;
  }
}
