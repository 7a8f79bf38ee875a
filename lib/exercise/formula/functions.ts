/** A function of formulas: how many arguments it takes, and its value. */
interface FormulaFunction {
  least: number;
  most: number;
  apply(...values: number[]): number;
}

const unary = (apply: (x: number) => number): FormulaFunction => ({ least: 1, most: 1, apply });

/** σ(x) = 1/(1+e^(−x)). */
const sigmoid = unary((x) => 1 / (1 + Math.exp(-x)));
const logarithm = unary(Math.log);

/** `log` is the natural logarithm, as in PyTorch. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map([
  ["sigmoid", sigmoid],
  ["σ", sigmoid],
  ["exp", unary(Math.exp)],
  ["ln", logarithm],
  ["log", logarithm],
  ["sqrt", unary(Math.sqrt)],
  ["abs", unary(Math.abs)],
  ["sin", unary(Math.sin)],
  ["cos", unary(Math.cos)],
  ["tanh", unary(Math.tanh)],
  ["min", { least: 1, most: Number.POSITIVE_INFINITY, apply: Math.min }],
  ["max", { least: 1, most: Number.POSITIVE_INFINITY, apply: Math.max }],
]);

export const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["π", Math.PI],
  ["e", Math.E],
]);
