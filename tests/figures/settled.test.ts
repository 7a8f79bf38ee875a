import { describe, expect, test } from "vitest";
import { FIGURE_DEFINITIONS } from "../../components/figures/definitions";
import { descent } from "../../components/figures/descent";
import { stateOf } from "../../components/figures/kit/definition";
import { learningRate } from "../../components/figures/learning-rate";
import { isFigureName } from "../../components/figures/loaders";
import { FIGURE_STATES } from "../../tools/shots/figure-states";

describe("the state that a link stands for", () => {
  test.each([
    ["curve:valleys", "valleys", 0.4],
    ["curve:valleys,x:-2", "valleys", -2],
    ["x:5.5", "bowl", 4],
    ["curve:ripples,x:5.5", "ripples", 5.5],
  ] as const)("%s: the ball is in the window", (text, curve, x) => {
    expect(stateOf(descent, text)).toMatchObject({ curve, x });
  });

  test("no learning rate beyond the slider's end", () => {
    expect(stateOf(learningRate, "eta:3").eta).toBe(3);
    expect(stateOf(learningRate, "surface:ravine,eta:3").eta).toBeCloseTo(0.6);
  });

  test("no step beyond the last", () => {
    // x − 0.5 · 2x = 0: from the bottom there is nowhere to go.
    expect(stateOf(descent, "eta:0.5,n:30").n).toBe(1);
    for (const name of Object.keys(FIGURE_DEFINITIONS).filter(isFigureName)) {
      const definition = FIGURE_DEFINITIONS[name];
      for (const text of FIGURE_STATES[name]) {
        const state = stateOf(definition, text);
        const { playback } = definition;
        if (playback) expect(playback.position(state)).toBeLessThanOrEqual(playback.length(state));
      }
    }
  });
});
