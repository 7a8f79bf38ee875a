import { type Fields, numberField } from "@/lib/figures";
import { CHAIN_EXAMPLE, type ChainRun, type ChainSettings, type ChainStep } from "@/lib/figures/chain";
import type { Playback } from "../kit/definition";

/** The neuron's numbers, and how far the figure has come: forward to 6, the gradient to begin with at 7, back to 13. */
export type ChainState = ChainSettings & Readonly<{ step: number }>;

export const SETTING_LIMIT = 100;

/** The seed: ∂f/∂f = 1. */
export const SEED = 7;
export const LAST = 13;

const bounds = { min: -SETTING_LIMIT, max: SETTING_LIMIT };

export const CHAIN_FIELDS: Fields<ChainState> = {
  x: numberField({ initial: CHAIN_EXAMPLE.x, ...bounds }),
  w: numberField({ initial: CHAIN_EXAMPLE.w, ...bounds }),
  b: numberField({ initial: CHAIN_EXAMPLE.b, ...bounds }),
  step: numberField({ initial: LAST, min: 0, max: LAST }),
};

export const CHAIN_PLAYBACK: Playback<ChainState> = {
  length: () => LAST,
  position: ({ step }) => step,
  at: (state, step) => ({ ...state, step }),
  pace: () => 0.9,
};

/** The step at which a value is known. */
export function knownAt(name: keyof ChainRun["value"]): number {
  return isStep(name) ? Number(name.slice(1)) : 0;
}

/** The step at which a gradient is known: the last value's first. */
export function slopeKnownAt(name: keyof ChainRun["gradient"]): number {
  if (isStep(name)) return LAST - Number(name.slice(1));
  return name === "b" ? LAST - 1 : LAST;
}

function isStep(name: string): name is ChainStep {
  return name.startsWith("h");
}
