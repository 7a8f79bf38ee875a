import type { FunctionName } from "@/lib/figures/derivatives";
import type { Locale } from "@/lib/i18n";

interface DerivativesWords {
  function: string;
  point: string;
  value: string;
  slope: string;
  corner: string;
  at(x: string, value: string, slope: string): string;
}

export const DERIVATIVES_WORDS: Readonly<Record<Locale, DerivativesWords>> = {
  zh: {
    function: "函数",
    point: "切点",
    value: "函数值 $f(x)$",
    slope: "切线斜率 $f\\prime(x)$",
    corner: "这里是个尖角，没有切线；自动求导约定取 0。",
    at: (x, value, slope) => `x = ${x}，f(x) = ${value}，f′(x) = ${slope}`,
  },
  en: {
    function: "Function",
    point: "Point of contact",
    value: "value $f(x)$",
    slope: "slope $f\\prime(x)$",
    corner: "A corner has no tangent; automatic differentiation takes 0 by convention.",
    at: (x, value, slope) => `x = ${x}, f(x) = ${value}, f′(x) = ${slope}`,
  },
};

/** Functions as labels: text with simple TeX. */
export const FUNCTION_LABELS: Readonly<Record<FunctionName, string>> = {
  square: "$x^2$",
  cube: "$x^3$",
  reciprocal: "$1/x$",
  sqrt: "√$x$",
  exp: "$e^x$",
  log: "$\\ln\\,x$",
  sin: "$\\sin\\,x$",
  cos: "$\\cos\\,x$",
  sigmoid: "$\\sigma(x)$",
  tanh: "$\\tanh\\,x$",
  relu: "$\\mathrm{ReLU}(x)$",
};
