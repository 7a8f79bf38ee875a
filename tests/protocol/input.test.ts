import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  currentValue,
  decimalsOf,
  fits,
  type Input,
  isOnStep,
  nearestOnStep,
  parseInput,
  parseMessage,
} from "@/lib/protocol";

const named = { key: "k", label: "$w_1$" };
const PROPER: Input[] = [
  { kind: "slider", ...named, value: 0.5, initial: 1, min: 0, max: 1, step: 0.1 },
  { kind: "number", ...named, value: 2, initial: 3 },
  { kind: "number", ...named, value: 2, initial: 4, min: 0, max: 4, step: 2 },
  { kind: "select", ...named, value: "a", initial: "b", options: ["a", "b"] },
  { kind: "checkbox", ...named, value: true, initial: false },
  { kind: "button", ...named, value: 2, initial: 0 },
  { kind: "text", ...named, value: "", initial: "x", placeholder: "…" },
];

describe("parseInput", () => {
  it("reads every proper input as it is, and no field more", () => {
    for (const input of PROPER) {
      expect(parseInput(input)).toEqual(input);
      expect(parseInput({ ...input, html: "<script>", onInput: () => 1, href: "javascript:1" })).toEqual(
        input,
      );
    }
  });

  it("refuses an input with a field missing or of another kind", () => {
    const optional = new Set(["placeholder"]);
    for (const input of PROPER) {
      for (const field of Object.keys(input)) {
        if (optional.has(field)) continue;
        const bound = input.kind === "number" && ["min", "max", "step"].includes(field);
        for (const wrong of [undefined, null, {}, [], Symbol("s"), () => 1, Number.NaN, new String("x")]) {
          // A number without one of its bounds is a number all the same.
          if (!bound) expect(parseInput({ ...input, [field]: wrong }), `${input.kind}.${field}`).toBeNull();
        }
      }
    }
  });

  it.each([
    ["an empty key", { ...PROPER[0], key: "" }],
    ["a long key", { ...PROPER[0], key: "k".repeat(201) }],
    ["a long label", { ...PROPER[0], label: "l".repeat(201) }],
    ["bounds the wrong way round", { ...PROPER[0], min: 2, max: 1 }],
    ["an endless slider", { ...PROPER[0], max: Number.POSITIVE_INFINITY }],
    ["no step", { ...PROPER[0], step: 0 }],
    ["a value beyond its bounds", { ...PROPER[0], value: 1.1 }],
    ["a value between its steps", { ...PROPER[0], value: 0.55 }],
    ["an initial value beyond its bounds", { ...PROPER[2], initial: 6 }],
    ["a step backwards", { ...PROPER[2], step: -2 }],
    ["a value that is no option", { ...PROPER[3], value: "c" }],
    ["no options", { ...PROPER[3], options: [] }],
    ["an option twice", { ...PROPER[3], options: ["a", "b", "a"] }],
    ["an option that is no text", { ...PROPER[3], options: ["a", "b", 1] }],
    ["options with holes", { ...PROPER[3], options: Object.assign(new Array(3), ["a", "b"]) }],
    ["too many options", { ...PROPER[3], options: ["a", "b", ...Array.from({ length: 500 }, String)] }],
    ["presses below zero", { ...PROPER[5], value: -1 }],
    ["half a press", { ...PROPER[5], value: 0.5 }],
    ["a long text", { ...PROPER[6], value: "x".repeat(10_001) }],
    ["an unknown kind", { ...PROPER[4], kind: "file" }],
  ])("refuses %s", (_, input) => {
    expect(parseInput(input)).toBeNull();
  });

  it("never throws, and what it returns takes its own values", () => {
    const kinds = PROPER.map(({ kind }) => kind);
    const any = fc.oneof(fc.anything(), fc.double(), fc.string(), fc.boolean());
    const like = fc.record({
      kind: fc.constantFrom(...kinds),
      key: fc.string({ minLength: 1 }),
      label: fc.string(),
      value: any,
      initial: any,
      min: any,
      max: any,
      step: any,
      options: fc.oneof(fc.array(fc.string()), fc.anything()),
      placeholder: any,
    });
    fc.assert(
      fc.property(fc.oneof(like, fc.anything()), (data) => {
        const input = parseInput(data);
        if (!input) return;
        expect(structuredClone(input)).toEqual(input);
        expect(fits(input, currentValue(input, input.value))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves the text of a bundle whose input cannot be read", () => {
    const bundle = (input: unknown) => ({
      type: "display_data",
      parent: "a#1",
      cell: "a",
      data: { "text/plain": "k: 1", "application/vnd.gradbook.input+json": input },
    });
    const clean = () => null;
    for (const input of PROPER) expect(parseMessage(bundle(input), clean)).toEqual(bundle(input));
    expect(parseMessage(bundle({ ...PROPER[0], step: -1 }), clean)).toMatchObject({
      data: { "text/plain": "k: 1" },
    });
    expect(JSON.stringify(parseMessage(bundle({ kind: "slider" }), clean))).not.toContain("slider");
  });
});

describe("steps", () => {
  it("a number is written as people write it", () => {
    const tenths = { min: 0, max: 1, step: 0.1 };
    for (let count = 0; count <= 10; count++)
      expect(nearestOnStep(tenths, count * 0.1)).toBe(Number(`${Math.floor(count / 10)}.${count % 10}`));
    expect(nearestOnStep({ min: -1, max: 1, step: 0.25 }, 0.3)).toBe(0.25);
    expect(nearestOnStep({ min: 1e-5, max: 1e-4, step: 1e-5 }, 0.000028)).toBe(0.00003);
    expect([decimalsOf(tenths), decimalsOf({ min: 0.25, step: 1 }), decimalsOf({ step: 1e-7 })]).toEqual([
      1, 2, 7,
    ]);
  });

  it("the last step may end before the upper bound", () => {
    const thirds = { min: 0, max: 1, step: 0.3 };
    expect(nearestOnStep(thirds, 1)).toBe(0.9);
    expect(isOnStep(thirds, 1)).toBe(false);
    expect(isOnStep(thirds, 0.9)).toBe(true);
  });

  it("steps without a lower bound are counted from 0", () => {
    expect(nearestOnStep({ step: 5 }, -12)).toBe(-10);
    expect(nearestOnStep({ max: -7, step: 5 }, 0)).toBe(-10);
    expect(nearestOnStep({ max: 3 }, 10)).toBe(3);
    expect(nearestOnStep({}, 0.1)).toBe(0.1);
  });

  it("the nearest number is always one of the row, and none of the row is nearer", () => {
    const hundredth = (low: number, high: number) => fc.integer({ min: low, max: high }).map((n) => n / 100);
    fc.assert(
      fc.property(
        hundredth(-1000, 1000),
        hundredth(1, 1000),
        hundredth(1, 300),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (min, length, step, value) => {
          const steps = { min, max: min + length, step };
          const near = nearestOnStep(steps, value);
          expect(near !== undefined && isOnStep(steps, near)).toBe(true);
          const row: number[] = [];
          for (let count = 0; min + count * step <= min + length + 1e-9; count++)
            row.push(min + count * step);
          const best = Math.min(...row.map((one) => Math.abs(one - value)));
          expect(Math.abs((near ?? Number.NaN) - value)).toBeCloseTo(best, 6);
        },
      ),
    );
  });
});
