import { descend, type Run } from "@/lib/figures/learning-rate";
import type { LearningRateState } from "./state";

/** Where a state starts: the bowl has one weight, the ravine two. */
export function startOf({ surface, x, y }: LearningRateState): number[] {
  return surface === "bowl" ? [x] : [x, y];
}

/** The run that a state shows. */
export function runOf(state: LearningRateState): Run {
  return descend(state.surface, state.eta, ...startOf(state));
}
