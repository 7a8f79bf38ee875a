const at = (name: string) => `\\text{@${name}}`;
/** A letter and a number side by side, as an index. */
const both = (letter: string, index: string) => `\\textit{@${letter}}${at(index)}`;
/** A letter with its number: which ones, the figure says. */
const named = (letter: string, index: string) => `\\textit{@${letter}}_{${at(index)}}`;

/**
 * The figure's formulas: a neuron's sum and sigmoid, an input's products, the error. The first two are the same for all
 * neurons and inputs: `layer` and `lane` name the neuron, `before` the layer before it, `first` and `second` its weights.
 */
export const FORWARD_FORMULAS: Readonly<Record<string, string>> = {
  neuron: String.raw`\begin{aligned}
    z_{${both("layer", "lane")}} &= w_{${at("first")}} ${named("before", "one")} + w_{${at("second")}} ${named("before", "two")} + b_{${both("layer", "lane")}} \\
    &= ${at("w1")} \cdot ${at("x1")} + ${at("w2")} \cdot ${at("x2")} + ${at("b")} \\
    &= ${at("sum")} \\
    ${named("layer", "lane")} &= \sigma(z_{${both("layer", "lane")}}) = ${at("out")}
  \end{aligned}`,
  input: String.raw`\begin{aligned}
    w_{${at("first")}} i_{${at("lane")}} &= ${at("w1")} \cdot ${at("x")} = ${at("c1")} \\
    w_{${at("second")}} i_{${at("lane")}} &= ${at("w2")} \cdot ${at("x")} = ${at("c2")}
  \end{aligned}`,
  error: String.raw`\begin{aligned}
    E &= \tfrac12 (o_1 - t_1)^2 + \tfrac12 (o_2 - t_2)^2 \\
    &= \tfrac12 (${at("o1")} - ${at("t1")})^2 + \tfrac12 (${at("o2")} - ${at("t2")})^2 \\
    &= ${at("share1")} + ${at("share2")} \\
    &= ${at("error")}
  \end{aligned}`,
};
