import { fixed, significant } from "@/lib/figures";
import { overflowOf, regimeOf, SHOWN_STEPS, steepest } from "@/lib/figures/learning-rate";
import type { FigureDefinition, Playback } from "../kit";
import { runOf } from "./run";
import { LEARNING_RATE_FIELDS, type LearningRateState, mostEta } from "./state";
import { LearningRateView } from "./view";
import { LEARNING_RATE_WORDS } from "./words";

/** Seconds that a step takes, and one of the hundreds until the numbers overflow. */
const PACE = 0.22;
const HURRY = 0.015;

const playback: Playback<LearningRateState> = {
  length: (state) => runOf(state).losses.length - 1,
  position: ({ n }) => n,
  at: (state, n) => ({ ...state, n }),
  pace: ({ n }) => (n < SHOWN_STEPS ? PACE : HURRY),
};

/** What becomes of gradient descent on a parabola, from too small a learning rate to one at which it explodes. */
export const learningRate: FigureDefinition<LearningRateState> = {
  title: { zh: "学习率：从太小到发散", en: "The learning rate, from too small to too large" },
  caption: {
    zh: "慢慢向右拖动 η，看小球的路线和损失怎样一起改变。两个界限只取决于最大的二阶导数 λ。",
    en: "Drag η slowly to the right and watch the ball's way and the loss change together. Both limits depend on the largest second derivative λ alone.",
  },
  fields: LEARNING_RATE_FIELDS,
  settle: (state) => ({ ...state, eta: Math.min(state.eta, mostEta(state.surface)) }),
  formulas: {
    bowl: String.raw`w_{k+1} = (1-\eta\lambda)\,w_k = \text{@factor}\;w_k,\;\;\lambda=2`,
    ravine: String.raw`1-\eta = \text{@flat}\qquad 1-10\,\eta = \text{@steep}`,
  },
  playback,
  view: LearningRateView,
  describe(state, locale) {
    const words = LEARNING_RATE_WORDS[locale];
    const { surface, eta } = state;
    const run = runOf(state);
    const regime = words.regimes[regimeOf(eta, steepest(surface))];
    const n = Math.min(Math.floor(state.n), run.losses.length - 1);
    const last = Math.min(SHOWN_STEPS, run.losses.length - 1);
    const at = (step: number) => {
      const place = (run.places[step] ?? []).map((one) => significant(one, 4)).join(", ");
      return words.now(step, `w = ${place}`, significant(run.losses[step] ?? 0, 4));
    };
    const overflow = overflowOf(run);
    const end = overflow ? ` ${words.nan(overflow.nan)}.` : "";
    return `η = ${fixed(eta, 3)}. ${regime}. ${at(n)} ${n === last ? "" : at(last)}${end}`.trim();
  },
};
