import { type Fields, numberField } from "@/lib/figures";
import { EXAMPLE } from "@/lib/figures/network";
import type { Playback } from "../kit/definition";

/** What the outputs should be, and how far the two passes have come: forward to 3, back to 6. */
export type FlowState = Readonly<{ t1: number; t2: number; step: number }>;

/** The forward pass is done: there is an error. */
export const TURN = 3;
/** Every weight has its gradient. */
export const END = 6;

export const FLOW_FIELDS: Fields<FlowState> = {
  t1: numberField({ initial: EXAMPLE.t1, min: 0, max: 1 }),
  t2: numberField({ initial: EXAMPLE.t2, min: 0, max: 1 }),
  step: numberField({ initial: END, min: 0, max: END }),
};

export const FLOW_PLAYBACK: Playback<FlowState> = {
  length: () => END,
  position: ({ step }) => step,
  at: (state, step) => ({ ...state, step }),
  pace: () => 1.4,
};
