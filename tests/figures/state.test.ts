import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  choiceField,
  countField,
  type Fields,
  flagField,
  notUnderstood,
  numberField,
  readState,
  writeState,
} from "@/lib/figures";

type State = { x: number; n: number; curve: "bowl" | "waves"; drop: boolean };

const fields: Fields<State> = {
  x: numberField({ initial: 4, min: -6, max: 6 }),
  n: countField({ initial: 0, min: 0, max: 40 }),
  curve: choiceField("bowl", ["bowl", "waves"]),
  drop: flagField(false),
};
const first: State = { x: 4, n: 0, curve: "bowl", drop: false };

describe("a figure's state in an address", () => {
  test("is only what differs from the first", () => {
    expect(writeState(fields, first)).toBe("");
    expect(writeState(fields, { ...first, x: -1.25, drop: true })).toBe("x:-1.25,drop:1");
    // On the way to a step it is written as the one before.
    expect(writeState(fields, { ...first, n: 2.7 })).toBe("n:2");
  });

  test("comes back as it was", () => {
    const states = fc.record({
      x: fc.double({ min: -6, max: 6, noNaN: true }).map((x) => Number(x.toPrecision(6))),
      n: fc.integer({ min: 0, max: 40 }),
      curve: fc.constantFrom("bowl" as const, "waves" as const),
      drop: fc.boolean(),
    });
    fc.assert(
      fc.property(states, (state) => {
        const text = writeState(fields, state);
        expect(readState(fields, text)).toEqual({ ...state, x: state.x === 0 ? 0 : state.x });
        expect(text).toBe(writeState(fields, readState(fields, text)));
      }),
    );
  });

  test.each([
    ["", {}],
    ["x:7", {}],
    ["x:-6", { x: -6 }],
    ["x:", {}],
    ["x:NaN,n:3", { n: 3 }],
    ["x:Infinity", {}],
    ["n:2.5", {}],
    ["curve:toString", {}],
    ["curve:waves, x: 1", { curve: "waves", x: 1 }],
    ["drop:true", {}],
    ["drop:1,drop:0", { drop: false }],
    ["__proto__:1,constructor:x,:,,:5", {}],
  ])("%j changes what it can, and nothing else", (text, change) => {
    expect(readState(fields, text)).toEqual({ ...first, ...change });
  });

  test("authors are told what is not understood in theirs", () => {
    expect(notUnderstood(fields, "")).toEqual([]);
    expect(notUnderstood(fields, "x:-6, curve:waves,drop:1,n:40")).toEqual([]);
    expect(notUnderstood(fields, "x:7,n:2,y:1,curve:Waves,toString:1")).toEqual([
      "x:7",
      "y:1",
      "curve:Waves",
      "toString:1",
    ]);
  });

  test("is a state whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { x, n, curve, drop } = readState(fields, text);
        expect(Math.abs(x)).toBeLessThanOrEqual(6);
        expect(Number.isInteger(n)).toBe(true);
        expect(["bowl", "waves"]).toContain(curve);
        expect(typeof drop).toBe("boolean");
      }),
    );
  });
});
