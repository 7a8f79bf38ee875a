const slope = (of: string, by: string) => String.raw`\frac{\partial ${of}}{\partial ${by}}`;
const place = (name: string) => `\\text{@${name}}`;

/** One step back: what has arrived, times the slope along the arrow, is what arrives here. */
function back(by: string, through: string): string {
  const name = by.replace("_", "");
  const product = `${place(`${name}Arrived`)} \\cdot ${place(`${name}Along`)}`;
  return `${slope("f", by)} &= ${slope("f", through)} \\cdot ${slope(through, by)} = ${product} = ${place(name)}`;
}

function aligned(...rows: string[]): string {
  return String.raw`\begin{aligned} ${rows.join(" \\\\[0.4em] ")} \end{aligned}`;
}

/** One formula for each step: `f1` to `f6` forward, `seed`, and `b5` to `b0` back. */
export const CHAIN_FORMULAS: Readonly<Record<string, string>> = {
  f0: String.raw`f = \sigma(w x + b) = \frac{1}{e^{-(wx + b)} + 1}`,
  f1: `h_1 = w \\cdot x = ${place("w")} \\cdot ${place("x")} = ${place("value")}`,
  f2: `h_2 = h_1 + b = ${place("h1")} + ${place("b")} = ${place("value")}`,
  f3: `h_3 = -1 \\cdot h_2 = -1 \\cdot ${place("h2")} = ${place("value")}`,
  f4: `h_4 = e^{h_3} = \\exp(${place("h3")}) = ${place("value")}`,
  f5: `h_5 = h_4 + 1 = ${place("h4")} + 1 = ${place("value")}`,
  f6: `f = h_6 = 1 / h_5 = 1 / ${place("h5")} = ${place("value")}`,
  seed: `${slope("f", "f")} = 1`,
  b5: aligned(back("h_5", "f")),
  b4: aligned(back("h_4", "h_5")),
  b3: aligned(back("h_3", "h_4")),
  b2: aligned(back("h_2", "h_3")),
  b1: aligned(back("h_1", "h_2"), back("b", "h_2")),
  b0: aligned(back("w", "h_1"), back("x", "h_1")),
};
