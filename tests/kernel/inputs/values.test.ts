import { describe, expect, test } from "vitest";
import { Inputs, MAX_INPUTS } from "@/lib/kernel/inputs/inputs";
import { type Input, type InputKind, type InputValue, parseInput } from "@/lib/protocol";

/** What an input returns and shows, when the reader has set something. */
function ask(kind: InputKind, options?: unknown, set?: Record<string, InputValue>) {
  const shown: Input[] = [];
  const value = new Inputs(set, (input) => shown.push(input))[kind](options);
  expect(shown).toHaveLength(1);
  // The page must be able to read whatever is shown.
  expect(shown.map((input) => parseInput(input))).toEqual(shown);
  return { value, input: shown[0] as Input };
}

/** The error of an input that there cannot be. */
function refusal(kind: InputKind, options: unknown) {
  try {
    new Inputs({}, () => undefined)[kind](options);
  } catch (error) {
    const { name, code, details } = error as { name: string; code: string; details: object };
    return { name, code, details };
  }
  throw new Error("it was not refused");
}

describe("an input that nobody has touched", () => {
  test.each<[InputKind, unknown, unknown]>([
    ["slider", { min: 0, max: 2, step: 0.01, value: 0.5 }, 0.5],
    ["slider", undefined, 0.5],
    ["slider", { min: 1, max: 10, step: 1 }, 6],
    ["slider", { min: -1, max: 1, step: 0.5 }, 0],
    ["slider", { max: 10, value: 0.3 }, 0.3],
    ["slider", { min: 1, max: 100, step: 5, value: 51 }, 51],
    ["number", {}, 0],
    ["number", { min: 2 }, 2],
    ["number", { max: -0.5, step: 1 }, -1],
    ["number", { value: 1e-3 }, 0.001],
    ["number", { min: 1, max: 64, step: 1, value: 16 }, 16],
    ["select", { options: ["sgd", "adam"] }, "sgd"],
    ["select", { options: ["sgd", "adam"], value: "adam" }, "adam"],
    ["select", { options: [0.1, 0.01], value: 0.01 }, 0.01],
    ["select", { options: [false, true] }, false],
    ["select", { options: { tanh: Math.tanh, exp: Math.exp }, value: "exp" }, Math.exp],
    ["checkbox", {}, false],
    ["checkbox", { value: true }, true],
    ["button", { label: "again" }, 0],
    ["text", {}, ""],
    ["text", { value: "to be", placeholder: "…" }, "to be"],
  ])("%s(%j) is its initial value", (kind, options, value) => {
    const asked = ask(kind, options);
    expect(asked.value).toBe(value);
    expect(asked.input.value).toBe(asked.input.initial);
  });

  test("a slider without a step has at least a hundred, of a round length", () => {
    const step = (min: number, max: number) => {
      const { input } = ask("slider", { min, max });
      return input.kind === "slider" ? input.step : undefined;
    };
    expect([step(0, 1), step(0, 2), step(0, 10), step(-50, 50), step(0, 5e-4)]).toEqual([
      0.01, 0.01, 0.1, 1, 1e-6,
    ]);
  });
});

describe("an input that the reader has set", () => {
  test.each<[InputKind, unknown, InputValue, unknown]>([
    ["slider", { min: 0, max: 2, step: 0.01, value: 0.5 }, 1.25, 1.25],
    // A third step of 0.1 is 0.30000000000000004 in floating point.
    ["slider", { min: 0, max: 1, step: 0.1 }, 0.1 + 0.2, 0.3],
    ["slider", { min: 1e-4, max: 1e-3, step: 1e-4 }, 3 * 1e-4, 0.0003],
    ["number", { min: 0 }, 1e6, 1e6],
    ["select", { options: [0.1, 0.01] }, "0.01", 0.01],
    ["select", { options: { tanh: Math.tanh, exp: Math.exp } }, "exp", Math.exp],
    ["checkbox", {}, true, true],
    ["button", {}, 3, 3],
    ["text", { value: "a" }, "", ""],
  ])("%s(%j) set to %j", (kind, options, set, value) => {
    const { key, initial } = ask(kind, options).input;
    const asked = ask(kind, options, { [key]: set });
    expect(asked.value).toBe(value);
    expect(asked.input.initial).toBe(initial);
  });

  test.each<[InputKind, unknown, InputValue]>([
    ["slider", { min: 0, max: 1, step: 0.1, value: 0.2 }, 1.1],
    ["slider", { min: 0, max: 1, step: 0.1, value: 0.2 }, -0.1],
    ["slider", { min: 0, max: 1, step: 0.1, value: 0.2 }, 0.25],
    ["slider", { min: 0, max: 1, step: 0.1, value: 0.2 }, Number.NaN],
    ["slider", { min: 0, max: 1, step: 0.1, value: 0.2 }, "0.3"],
    ["number", { min: 1, step: 2, value: 3 }, 4],
    ["number", {}, Number.POSITIVE_INFINITY],
    ["select", { options: ["a", "b"] }, "c"],
    ["select", { options: { a: 1 } }, "toString"],
    ["checkbox", {}, "true"],
    ["button", {}, -1],
    ["button", {}, 1.5],
    ["text", {}, 7],
    ["text", {}, "x".repeat(10_001)],
  ])("%s(%j) does not take %j, and stays what it was", (kind, options, set) => {
    const { input, value } = ask(kind, options);
    expect(ask(kind, options, { [input.key]: set }).value).toBe(value);
  });

  test("is found by its key, else by its label, else by its kind and place", () => {
    const shown: Input[] = [];
    const inputs = new Inputs({ rate: 0.9, $w_1$: 0.8, "slider 3": 0.7, "$w_1$ #2": 0.6 }, (input) =>
      shown.push(input),
    );
    expect([
      inputs.slider({ key: "rate", label: "$w_1$" }),
      inputs.slider({ label: "$w_1$" }),
      inputs.slider(),
      inputs.slider({ label: "$w_1$" }),
    ]).toEqual([0.9, 0.8, 0.7, 0.6]);
    expect(new Set(shown.map(({ key }) => key)).size).toBe(4);
  });

  test("is not found among the prototype's names", () => {
    for (const key of ["__proto__", "constructor", "toString"])
      expect(ask("text", { key, value: "own" }).value).toBe("own");
  });
});

describe("what there cannot be is refused", () => {
  test.each<[InputKind, unknown, string, object]>([
    ["slider", 5, "input-option", { option: "options" }],
    ["slider", [0, 1], "input-option", { option: "options" }],
    ["slider", { mn: 0 }, "unknown-input-option", { option: "mn" }],
    ["slider", { min: "0" }, "input-option", { option: "min", value: '"0"' }],
    ["slider", { max: Number.POSITIVE_INFINITY }, "input-option", { option: "max", value: "Infinity" }],
    ["slider", { min: 1, max: 1 }, "input-option", { option: "max", value: "1" }],
    ["slider", { min: -1e308, max: 1e308 }, "input-option", { option: "max" }],
    ["slider", { step: 0 }, "input-option", { option: "step", value: "0" }],
    ["slider", { step: 2 }, "input-option", { option: "step", value: "2" }],
    ["slider", { min: 0, max: 1, value: 2 }, "input-value", { value: "2" }],
    ["slider", { min: 0, max: 1, step: 0.5, value: 0.4 }, "input-value", { value: "0.4" }],
    ["number", { min: 2, max: 1 }, "input-option", { option: "max" }],
    ["number", { min: 0, value: -1 }, "input-value", { value: "-1" }],
    ["number", { min: 0.2, max: 0.8, step: 1, value: 0.5 }, "input-value", { value: "0.5" }],
    ["number", { max: 0.5, min: 0.2, step: -1 }, "input-option", { option: "step" }],
    ["select", {}, "input-option", { option: "options" }],
    ["select", { options: [] }, "input-option", { option: "options" }],
    ["select", { options: [Math.tanh] }, "input-option", { option: "options", value: "a function" }],
    ["select", { options: [1, "1"] }, "input-option", { option: "options" }],
    ["select", { options: Array.from({ length: 501 }, (_, i) => i) }, "input-option", { option: "options" }],
    ["select", { options: ["a"], value: "b" }, "input-value", { value: '"b"' }],
    ["checkbox", { value: "yes" }, "input-option", { option: "value" }],
    ["button", { value: 3 }, "unknown-input-option", { option: "value" }],
    ["text", { value: 3 }, "input-option", { option: "value" }],
    ["text", { label: "l".repeat(201) }, "input-option", { option: "label" }],
  ])("%s(%j): %s", (kind, options, code, details) => {
    expect(refusal(kind, options)).toMatchObject({
      name: "InputError",
      code,
      details: { input: kind, ...details },
    });
  });

  test("two inputs with one key", () => {
    const inputs = new Inputs({}, () => undefined);
    inputs.checkbox({ key: "k" });
    expect(() => inputs.slider({ key: "k" })).toThrow(
      expect.objectContaining({ code: "input-key-twice", details: { input: "slider", key: "k" } }),
    );
  });

  test("more inputs than a page can hold", () => {
    const inputs = new Inputs({}, () => undefined);
    for (let i = 0; i < MAX_INPUTS; i++) inputs.button();
    expect(() => inputs.button()).toThrow(expect.objectContaining({ code: "too-many-inputs" }));
  });
});
