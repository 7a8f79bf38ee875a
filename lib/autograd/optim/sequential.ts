import { fail } from "../errors";
import * as mistake from "../mistakes";
import type { LRScheduler, Scheduled, SchedulerState } from "./schedulers";

/** Schedulers one after the other: each milestone is the number of steps in all after which the next one begins. */
export class SequentialLR {
  /** How often `step()` was called. */
  lastEpoch = 0;

  constructor(
    readonly optimizer: Scheduled,
    private readonly schedulers: readonly LRScheduler[],
    private readonly milestones: readonly number[],
  ) {
    if (milestones.length !== schedulers.length - 1) {
      const [expected, got] = [[schedulers.length - 1], [milestones.length]];
      fail(mistake.sameShape, { op: "SequentialLR", argument: "the list of milestones", expected, got });
    }
    // The others may have set their first rates already.
    for (const group of optimizer.paramGroups) group.lr = group.initialLr ?? group.lr;
    this.apply();
  }

  private apply(): void {
    const passed = this.milestones.filter((milestone) => milestone <= this.lastEpoch).length;
    const scheduler = this.schedulers[passed]!;
    scheduler.lastEpoch = this.lastEpoch - (this.milestones[passed - 1] ?? 0) - 1;
    scheduler.step();
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

  /** Where it and its schedulers are in their course. */
  stateDict(): SequentialState {
    return { lastEpoch: this.lastEpoch, schedulers: this.schedulers.map((each) => each.stateDict()) };
  }

  /** Goes on from a `stateDict`. */
  loadStateDict(state: SequentialState): void {
    this.lastEpoch = state.lastEpoch;
    for (const [i, scheduler] of this.schedulers.entries()) scheduler.loadStateDict(state.schedulers[i]!);
  }
}

/** Where a sequence of schedulers is in its course. */
export interface SequentialState {
  /** How often `step()` was called. */
  readonly lastEpoch: number;
  /** Where each of the schedulers is. */
  readonly schedulers: readonly SchedulerState[];
}
