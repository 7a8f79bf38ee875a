import { fixed } from "@/lib/figures";
import { DESCENT_CURVES, descentPath, descentStep } from "@/lib/figures/descent";
import type { FigureDefinition, Playback } from "../kit/definition";
import { DESCENT_FIELDS, type DescentState } from "./state";
import { DescentView } from "./view";
import { DESCENT_WORDS } from "./words";

const playback: Playback<DescentState> = {
  length: ({ curve, x, eta }) => descentPath(curve, x, eta).length - 1,
  position: ({ n }) => n,
  at: (state, n) => ({ ...state, n }),
  pace: () => 0.7,
};

/** A ball on a curve: its tangent, the step that gradient descent takes, what the tangent predicts and what comes. */
export const descent: FigureDefinition<DescentState> = {
  title: { zh: "沿着斜率下山", en: "Down the slope" },
  caption: {
    zh: "拖动小球。切线只知道脚下的坡度；它预言的变化与曲线真正的变化，步子越小越接近。",
    en: "Drag the ball. The tangent knows only the slope underfoot; the shorter the step, the closer what it predicts comes to what the curve does.",
  },
  fields: DESCENT_FIELDS,
  settle(state) {
    const { x, start } = DESCENT_CURVES[state.curve];
    return state.x < x[0] || state.x > x[1] ? { ...state, x: start } : state;
  },
  formulas: {
    step: String.raw`x' = x-\eta f'(x) = \text{@x}-\text{@eta}\cdot\text{@slope} = \text{@next}`,
  },
  playback,
  view: DescentView,
  describe({ curve, x, eta, n }, locale) {
    const words = DESCENT_WORDS[locale];
    const at = descentPath(curve, x, eta)[Math.floor(n)] ?? x;
    const step = descentStep(curve, at, eta);
    const [now, next] = [fixed(at, 2), fixed(step.to.x, 2)];
    const place = words.ballAt(now, fixed(step.from.value, 2), fixed(step.from.slope, 2));
    if (step.move === 0) return `${words.ball}: ${place}. ${words.flat}`;
    const change = words.step(now, next, fixed(step.predicted, 3), fixed(step.real, 3));
    return `${words.ball}: ${place}. ${change}${step.real > 0 ? ` ${words.uphill}` : ""}`;
  },
};
