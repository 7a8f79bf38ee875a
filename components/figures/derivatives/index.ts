import { fixed } from "@/lib/figures";
import { type FunctionName, slopeAt, TABLE_FUNCTIONS } from "@/lib/figures/derivatives";
import type { FigureDefinition } from "../kit";
import { DERIVATIVES_FIELDS, type DerivativesState } from "./state";
import { DerivativesView } from "./view";
import { DERIVATIVES_WORDS } from "./words";

/** Each function and its derivative, as tables have them. */
const TABLE: Readonly<Record<FunctionName, readonly [f: string, derivative: string]>> = {
  square: ["x^2", "2x"],
  cube: ["x^3", "3x^2"],
  reciprocal: [String.raw`\tfrac{1}{x}`, String.raw`-\tfrac{1}{x^2}`],
  sqrt: ["x^{1/2}", String.raw`\tfrac12\,x^{-1/2}`],
  exp: ["e^x", "e^x"],
  log: [String.raw`\ln x`, String.raw`\tfrac{1}{x}`],
  sin: [String.raw`\sin x`, String.raw`\cos x`],
  cos: [String.raw`\cos x`, String.raw`-\sin x`],
  sigmoid: [String.raw`\tfrac{1}{1+e^{-x}}`, String.raw`f(x)\,(1-f(x))`],
  tanh: [String.raw`\tanh x`, String.raw`1-\tanh^2 x`],
  relu: [String.raw`\max(0,x)`, String.raw`\mathbf 1_{x>0}`],
};

const formulas = Object.fromEntries(
  Object.entries(TABLE).flatMap(([name, [f, derivative]]) => [
    [`${name}-f`, `f(x) = ${f}`],
    [`${name}-d`, `f'(x) = ${derivative}`],
  ]),
);

/** A function beside its derivative: the tangent's slope on one side is the height on the other. */
export const derivatives: FigureDefinition<DerivativesState> = {
  title: { zh: "函数与它的导数", en: "A function and its derivative" },
  caption: {
    zh: "拖动切点。切线向右走 1 所升高的那一段红线，正是导数曲线在这里的高度。",
    en: "Drag the point. What the tangent rises on a run of 1, the red piece, is the height of the derivative's curve there.",
  },
  fields: DERIVATIVES_FIELDS,
  formulas,
  view: DerivativesView,
  describe({ f, x }, locale) {
    const words = DERIVATIVES_WORDS[locale];
    const { value, slope } = slopeAt(f, x);
    const corner = x === TABLE_FUNCTIONS[f].corner ? ` ${words.corner}` : "";
    return `${f}: ${words.at(fixed(x, 2), fixed(value, 3), fixed(slope, 3))}.${corner}`;
  },
};
