import { INPUTS, JOINS, NEURON, NEURONS, type NeuronName, WEIGHTS } from "@/lib/figures/network";

/** `w5` in TeX. */
function tex(name: string): string {
  return name.replace(/^(\w)(.+)$/, (_, letter: string, index: string) => `${letter}_{${index}}`);
}

function at(name: string): string {
  return `\\text{@${name}}`;
}

/** z = Σ w·x + b, with letters and with numbers; then the sigmoid. */
function neuron(name: NeuronName): string {
  const { bias, weights } = NEURON[name];
  const letters = weights.map((weight) => `${tex(weight)} ${tex(JOINS[weight].from)}`);
  const numbers = weights.map((weight) => `${at(weight)} \\cdot ${at(JOINS[weight].from)}`);
  return String.raw`\begin{aligned}
    z_{${name}} &= ${letters.join(" + ")} + ${tex(bias)} \\
    &= ${numbers.join(" + ")} + ${at(bias)} \\
    &= ${at("sum")} \\
    ${tex(name)} &= \sigma(z_{${name}}) = ${at("out")}
  \end{aligned}`;
}

/** What an input gives to each hidden neuron. */
function input(name: (typeof INPUTS)[number]): string {
  const rows = WEIGHTS.filter((weight) => JOINS[weight].from === name).map(
    (weight) => `${tex(weight)} ${tex(name)} &= ${at(weight)} \\cdot ${at(name)} = ${at(`${weight}c`)}`,
  );
  return String.raw`\begin{aligned} ${rows.join(" \\\\ ")} \end{aligned}`;
}

const ERROR = String.raw`\begin{aligned}
  E &= \tfrac12 (o_1 - t_1)^2 + \tfrac12 (o_2 - t_2)^2 \\
  &= \tfrac12 (${at("o1")} - ${at("t1")})^2 + \tfrac12 (${at("o2")} - ${at("t2")})^2 \\
  &= ${at("share1")} + ${at("share2")} \\
  &= ${at("error")}
\end{aligned}`;

export const FORWARD_FORMULAS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(NEURONS.map((name) => [name, neuron(name)])),
  ...Object.fromEntries(INPUTS.map((name) => [name, input(name)])),
  E: ERROR,
};
