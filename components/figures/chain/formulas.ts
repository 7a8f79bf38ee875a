const place = (name: string) => `\\text{@${name}}`;

/** One step back: what has arrived, times the slope along the arrow, is what arrives here. */
function back(by: string, through: string): string {
  const slope = (of: string) => `\\dfrac{\\partial ${of}}{\\partial ${by}}`;
  const arrived = `\\dfrac{\\partial f}{\\partial ${through}}`;
  return `${slope("f")} = ${arrived} \\cdot ${slope(through)} = ${place("arrived")} \\cdot ${place("along")} = ${place("gradient")}`;
}

/**
 * `f1` to `f6` for the steps forward, `seed` for the gradient to begin with, and for the steps back `backF` from the last
 * value, `backH` from one step to the one before, `back` from a step to what was set. `by` and `through` say which.
 */
export const CHAIN_FORMULAS: Readonly<Record<string, string>> = {
  f0: String.raw`f = \sigma(w x + b) = \dfrac{1}{e^{-(wx + b)} + 1}`,
  f1: `h_1 = w \\cdot x = ${place("w")} \\cdot ${place("x")} = ${place("value")}`,
  f2: `h_2 = h_1 + b = ${place("h1")} + ${place("b")} = ${place("value")}`,
  f3: `h_3 = -1 \\cdot h_2 = -1 \\cdot ${place("h2")} = ${place("value")}`,
  f4: `h_4 = e^{h_3} = \\exp(${place("h3")}) = ${place("value")}`,
  f5: `h_5 = h_4 + 1 = ${place("h4")} + 1 = ${place("value")}`,
  f6: `f = h_6 = 1 / h_5 = 1 / ${place("h5")} = ${place("value")}`,
  seed: String.raw`\dfrac{\partial f}{\partial f} = 1`,
  backF: back("h_5", "f"),
  backH: back(`h_{${place("by")}}`, `h_{${place("through")}}`),
  back: back(String.raw`\textit{@by}`, `h_{${place("through")}}`),
};
