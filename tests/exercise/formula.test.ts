import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateFormula, FormulaError, parseFormula } from "../../lib/exercise";

const value = (text: string, names: Record<string, number> = {}) =>
  evaluateFormula(parseFormula(text), new Map(Object.entries(names)));

function failure(run: () => unknown): [string, number, Record<string, string>] {
  try {
    run();
  } catch (error) {
    if (error instanceof FormulaError) return [error.code, error.position, error.details];
    throw error;
  }
  throw new Error("did not fail");
}

describe("formulas", () => {
  test.each<[string, number]>([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 - 4 - 3", 3],
    ["24 / 4 / 3", 2],
    ["2^3^2", 512],
    ["2**3", 8],
    ["-2^2", -4],
    ["(-2)^2", 4],
    ["2^-1", 0.5],
    ["2*-3", -6],
    ["- - 3", 3],
    ["+3", 3],
    ["−3 × 2 · 2 ÷ 4", -3],
    ["（1＋2）＊3", 9],
    [".5 + 5.", 5.5],
    ["1e-3", 0.001],
    ["2.5E2", 250],
    ["2 * pi", 2 * Math.PI],
    ["π", Math.PI],
    ["e^1", Math.E],
    ["sigmoid(0)", 0.5],
    ["σ(1)", 1 / (1 + Math.exp(-1))],
    ["exp(1)", Math.E],
    ["ln(e) + log(e)", 2],
    ["sqrt(16)", 4],
    ["abs(-3)", 3],
    ["sin(0) + cos(0)", 1],
    ["tanh(0.5)", Math.tanh(0.5)],
    ["min(3, 1, 2) + max(3, 1, 2)", 4],
    ["max(3)", 3],
  ])("%s = %d", (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test("names of the course's formulas", () => {
    expect(value("w - η*2*w", { w: 3, η: 0.1 })).toBeCloseTo(2.4, 15);
    expect(value("δ_o1 * h_1", { δ_o1: 2, h_1: 3 })).toBe(6);
    expect(value("w₅ + w5", { w5: 2 })).toBe(4);
  });

  test("names that JavaScript's objects have mean nothing", () => {
    for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
      expect(failure(() => value(name))[0]).toMatch(/unknown-name|unexpected-character/);
      expect(failure(() => value(`${name}(1)`))[0]).toMatch(/unknown-function|unexpected-character/);
    }
  });

  test.each<[string, string, number, Record<string, string>]>([
    ["", "empty", 0, {}],
    ["   ", "empty", 0, {}],
    ["1 +", "expected-operand", 3, { found: "" }],
    ["* 2", "expected-operand", 0, { found: "*" }],
    ["2 * / 3", "expected-operand", 4, { found: "/" }],
    ["()", "expected-operand", 1, { found: ")" }],
    ["2 w", "missing-operator", 2, { found: "w" }],
    ["2(3)", "missing-operator", 1, { found: "(" }],
    ["(1)(2)", "missing-operator", 3, { found: "(" }],
    ["1 2", "missing-operator", 2, { found: "2" }],
    ["(2 w)", "missing-operator", 3, { found: "w" }],
    ["(1 + 2", "missing-closing-parenthesis", 0, {}],
    ["exp(1", "missing-closing-parenthesis", 3, {}],
    ["1)", "unexpected-character", 1, { found: ")" }],
    ["1, 2", "unexpected-character", 1, { found: "," }],
    ["w = 3", "unexpected-character", 2, { found: "=" }],
    ["a; b", "unexpected-character", 1, { found: ";" }],
    ["1 + ²", "expected-operand", 4, { found: "^" }],
    ["😀", "unexpected-character", 0, { found: "😀" }],
    ["sin", "missing-arguments", 0, { name: "sin" }],
    ["sin x", "missing-arguments", 0, { name: "sin" }],
    [
      "1 + sine(2)",
      "unknown-function",
      4,
      { name: "sine", known: "sigmoid, σ, exp, ln, log, sqrt, abs, sin, cos, tanh, min, max" },
    ],
    ["exp(1, 2)", "wrong-number-of-arguments", 0, { name: "exp", found: "2" }],
    ["1 + w5", "unknown-name", 4, { name: "w5" }],
    ["(".repeat(200), "too-deep", 100, { limit: "100" }],
    ["-".repeat(200), "too-deep", 100, { limit: "100" }],
    ["1+".repeat(2000), "too-long", 2000, { limit: "2000" }],
  ])("%s fails with its place", (text, code, position, details) => {
    expect(failure(() => value(text))).toEqual([code, position, details]);
  });

  test("a long sum does not exhaust the stack", () => {
    expect(value(`0${"+1".repeat(999)}`)).toBe(999);
  });
});

describe("arithmetic is JavaScript's", () => {
  const names = { a: 0.5, b: -3, c: 1.25, h_1: 7 };
  const atom = fc.oneof(
    fc.double({ min: 0, max: 100, noNaN: true }).map((number) => String(number)),
    fc.constantFrom(...Object.keys(names)),
  );
  /** Formulas without superfluous parentheses, so that precedence counts. JavaScript has no `-a ** b`. */
  const { formula } = fc.letrec<{ formula: string; term: string; power: string; primary: string }>((tie) => ({
    primary: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      atom,
      tie("formula").map((inner) => `(${inner})`),
      fc
        .tuple(fc.constantFrom("sin", "cos", "abs", "exp", "tanh", "sqrt", "ln"), tie("formula"))
        .map(([name, inner]) => `${name}(${inner})`),
      fc
        .tuple(fc.constantFrom("min", "max"), tie("formula"), tie("formula"))
        .map(([name, left, right]) => `${name}(${left}, ${right})`),
    ),
    power: fc.oneof(
      tie("primary"),
      tie("primary").map((operand) => `-${operand}`),
      fc.tuple(tie("primary"), tie("primary")).map(([base, exponent]) => `${base} ** ${exponent}`),
    ),
    term: fc.oneof(
      tie("power"),
      fc.tuple(tie("term"), fc.constantFrom("*", "/"), tie("power")).map((parts) => parts.join(" ")),
    ),
    formula: fc.oneof(
      tie("term"),
      fc.tuple(tie("formula"), fc.constantFrom("+", "-"), tie("term")).map((parts) => parts.join(" ")),
    ),
  }));

  test("for random formulas", () => {
    const scope = {
      ...names,
      ...Object.fromEntries(
        ["sin", "cos", "abs", "exp", "tanh", "sqrt", "min", "max"].map((name) => [name, Math[name as "sin"]]),
      ),
      ln: Math.log,
    };
    fc.assert(
      fc.property(
        formula.filter((text) => text.length < 1000),
        (text) => {
          expect(value(text, names)).toBe(runInNewContext(text, { ...scope }));
          expect(value(text.replaceAll("**", "^").replaceAll("*", "×").replaceAll("-", "−"), names)).toBe(
            value(text, names),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test("and whatever is written, a number or a FormulaError comes out", () => {
    const scraps = fc.constantFrom(
      "1",
      "a",
      "(",
      ")",
      "+",
      "-",
      "*",
      "**",
      "^",
      ",",
      " ",
      "sin",
      "e",
      "·",
      "$",
      "₅",
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 12 }), (pieces) => {
        try {
          expect(typeof value(pieces.join(""), names)).toBe("number");
        } catch (error) {
          expect(error).toBeInstanceOf(FormulaError);
          expect((error as FormulaError).position).toBeLessThanOrEqual(pieces.join("").length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
