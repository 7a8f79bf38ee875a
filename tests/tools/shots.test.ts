import { describe, expect, test } from "vitest";
import { notUnderstood } from "@/lib/figures";
import { FIGURE_DEFINITIONS } from "../../components/figures/definitions";
import { isFigureName } from "../../components/figures/loaders";
import { FIGURE_STATES } from "../../tools/shots/figure-states";

describe("pictures for people to look at", () => {
  test.each(Object.keys(FIGURE_DEFINITIONS).filter(isFigureName))("%s: states that it can show", (name) => {
    expect(FIGURE_STATES[name].length).toBeGreaterThan(5);
    for (const state of FIGURE_STATES[name])
      expect(notUnderstood(FIGURE_DEFINITIONS[name].fields, state)).toEqual([]);
  });
});
