import { type GraphData, type GraphNodeData, graphNumber } from "@/lib/protocol";
import { figure, numbersOf, placeText } from "./figures";
import { type Formula, formula, nameFormula, numberFormula } from "./formula";
import type { Arc, Visible } from "./visible";

/** Terms of one sum that are written out. */
const MAX_TERMS = 8;

/** A line of arithmetic for one element of a tensor. */
export interface ElementLine {
  /** The element's place, `[0, 1]`; empty for a single number. */
  place: string;
  formula: Formula;
}

const number = (value: number, inside = false) => numberFormula(figure(value), inside);

/** What the program calls a node; else its operation. */
export function callOf({ name, op }: GraphNodeData): string {
  return name ?? op;
}

/**
 * What a gradient becomes on its way along one edge: by the chain rule, the sum over the result's elements of their
 * gradients times their local derivatives. Empty where the numbers were not sent.
 */
export function passedLines(graph: GraphData, edge: number): ElementLine[] {
  const { from = 0, to = 0, passed, slopes } = graph.edges[edge] ?? {};
  const [source, target] = [graph.nodes[from], graph.nodes[to]];
  const gradient = numbersOf(target?.gradient);
  const results = numbersOf(passed);
  if (!source || !gradient || !results || !slopes) return [];
  return results.map((result, element) => {
    const terms: Formula[] = [];
    for (let at = 0; at < slopes.length; at += 3) {
      if (slopes[at + 1] !== element) continue;
      const above = gradient[graphNumber(slopes[at] ?? 0)] ?? Number.NaN;
      terms.push(product(above, graphNumber(slopes[at + 2] ?? 0), terms.length > 0));
    }
    // Slopes of 0 were not sent: the one element that this one makes has such a slope.
    const own = gradient.length === results.length ? element : 0;
    if (terms.length === 0) terms.push(product(gradient[own] ?? 0, 0));
    return { place: placeText(element, source.shape), formula: formula(sum(terms), "=", number(result)) };
  });
}

/** How what has come along several lines adds up, element by element; empty unless there are several. */
export function joinLines(graph: GraphData, arcs: readonly Arc[], arrived: readonly number[]): ElementLine[] {
  const shares = arrived.map((arc) => numbersOf(graph.edges[arcs[arc]?.edge ?? -1]?.passed));
  const source = graph.nodes[graph.edges[arcs[arrived[0] ?? -1]?.edge ?? -1]?.from ?? -1];
  if (shares.length < 2 || !source || !shares.every((share) => share !== null)) return [];
  return (shares[0] ?? []).map((_, element) => {
    const parts = shares.map((share) => share[element] ?? 0);
    const total = parts.reduce((a, b) => a + b, 0);
    return {
      place: placeText(element, source.shape),
      formula: formula(sum(parts.map((part, i) => number(part, i > 0))), "=", number(total)),
    };
  });
}

/** How a gradient came about: all lines to a card, and how they add up. */
export function gradientLines(graph: GraphData, { vertices, arcs }: Visible, vertex: number): ElementLine[] {
  const node = vertices[vertex]?.node;
  const coming = arcs.flatMap(({ edge }, arc) => {
    const { from, passed } = graph.edges[edge] ?? {};
    return from === node && passed ? [arc] : [];
  });
  if (coming.length === 1) return passedLines(graph, arcs[coming[0] ?? 0]?.edge ?? -1);
  return joinLines(graph, arcs, coming);
}

/** `\frac{∂loss}{∂w}`. */
export function slopeName(of: string, by: string): Formula {
  const [top, bottom] = [nameFormula(of), nameFormula(by)];
  return {
    tex: `\\frac{\\partial\\,${top.tex}}{\\partial\\,${bottom.tex}}`,
    text: `∂${top.text}/∂${bottom.text}`,
  };
}

/**
 * How a value was computed, element by element. Empty for operations that have no arithmetic of their own to show, and
 * where the numbers were not sent.
 */
export function valueLines(graph: GraphData, place: number): ElementLine[] {
  const node = graph.nodes[place];
  const values = numbersOf(node?.value);
  if (!node || !values || node.op === "leaf") return [];
  const inputs: Input[] = [];
  graph.edges.forEach(({ from, to, input, slopes }) => {
    const source = graph.nodes[from];
    const numbers = numbersOf(source?.value);
    if (to === place && source && numbers)
      inputs[input] = { numbers, shape: source.shape, slopes: slopes?.map(graphNumber) };
  });
  const expression = EXPRESSIONS[node.op];
  if (!expression || inputs.length === 0) return [];
  return values.flatMap((value, element) => {
    const written = expression(inputs, element, node);
    if (!written) return [];
    return [{ place: placeText(element, node.shape), formula: formula(written, "=", number(value)) }];
  });
}

interface Input {
  numbers: number[];
  shape: readonly number[];
  slopes: number[] | undefined;
}

/** Writes how one element of a result is computed; null where that cannot be said. */
type Expression = (inputs: readonly Input[], element: number, node: GraphNodeData) => Formula | null;

/** The number of an input that an element of the result is made of, shapes being stretched to fit. */
function operand({ numbers, shape }: Input, element: number, result: readonly number[]): number {
  let [place, rest, step] = [0, element, 1];
  for (let back = 1; back <= result.length; back++) {
    const size = result.at(-back) ?? 1;
    const own = shape.length >= back ? (shape.at(-back) ?? 1) : 1;
    if (own > 1) place += (rest % size) * step;
    step *= own;
    rest = Math.floor(rest / size);
  }
  return numbers[place] ?? Number.NaN;
}

const infix =
  (sign: string): Expression =>
  ([a, b], element, { shape }) =>
    a && b
      ? formula(number(operand(a, element, shape)), sign, number(operand(b, element, shape), true))
      : null;

/** @param before and @param after in TeX; @param words before and after as text */
const around =
  (before: string, after: string, words: readonly [string, string]): Expression =>
  ([a], element, { shape }) => {
    if (!a) return null;
    const inner = number(operand(a, element, shape));
    return { tex: `${before}${inner.tex}${after}`, text: `${words[0]}${inner.text}${words[1]}` };
  };

const called = (tex: string, text: string): Expression => around(`${tex}(`, ")", [`${text}(`, ")"]);

/** A sum of products: by the slopes of one input, which are the numbers of the other. */
const products: Expression = (inputs, element, { shape }) => {
  const [first, second, bias] = inputs;
  const by = second?.slopes ? second : first?.slopes ? first : null;
  if (!by?.slopes) return null;
  const terms: Formula[] = [];
  for (let at = 0; at < by.slopes.length; at += 3) {
    if (by.slopes[at] !== element) continue;
    terms.push(
      product(by.numbers[by.slopes[at + 1] ?? -1] ?? Number.NaN, by.slopes[at + 2] ?? 0, terms.length > 0),
    );
  }
  if (bias) terms.push(number(operand(bias, element, shape), terms.length > 0));
  return terms.length > 0 ? sum(terms) : null;
};

/** The elements that a result depends on, added up. */
const total: Expression = (inputs, element) => {
  const [a] = inputs;
  if (!a) return null;
  const { slopes } = a;
  const taken = slopes ? a.numbers.filter((_, i) => dependsOn(slopes, element, i)) : a.numbers;
  return sum(taken.map((n, i) => number(n, i > 0)));
};

const mean: Expression = (inputs, element, node) => {
  const added = total(inputs, element, node);
  const [a] = inputs;
  if (!added || !a) return null;
  const { slopes } = a;
  const count = slopes ? a.numbers.filter((_, i) => dependsOn(slopes, element, i)).length : a.numbers.length;
  return { tex: `\\tfrac{1}{${count}} (${added.tex})`, text: `(${added.text}) / ${count}` };
};

function dependsOn(slopes: readonly number[], element: number, input: number): boolean {
  for (let at = 0; at < slopes.length; at += 3)
    if (slopes[at] === element && slopes[at + 1] === input) return true;
  return false;
}

const EXPRESSIONS: Readonly<Record<string, Expression>> = {
  add: infix("+"),
  sub: infix("−"),
  mul: infix("×"),
  div: infix("/"),
  pow: ([a, b], element, { shape }) => {
    if (!a || !b) return null;
    const base = number(operand(a, element, shape), true);
    const exponent = number(operand(b, element, shape));
    return { tex: `${base.tex}^{${exponent.tex}}`, text: `${base.text}^${exponent.text}` };
  },
  neg: around("-(", ")", ["−(", ")"]),
  square: around("(", ")^2", ["(", ")²"]),
  exp: around("e^{", "}", ["e^(", ")"]),
  log: called("\\ln", "ln"),
  sqrt: around("\\sqrt{", "}", ["√(", ")"]),
  reciprocal: around("1 / (", ")", ["1 / (", ")"]),
  abs: around("|", "|", ["|", "|"]),
  sin: called("\\sin", "sin"),
  cos: called("\\cos", "cos"),
  tanh: called("\\tanh", "tanh"),
  sigmoid: called("\\sigma", "σ"),
  relu: around("\\max(0, ", ")", ["max(0, ", ")"]),
  sum: total,
  mean,
  linear: products,
  mm: products,
  bmm: products,
  mv: products,
  dot: products,
};

function product(a: number, b: number, inside = false): Formula {
  return formula(number(a, inside), "×", number(b, true));
}

/** Terms with plus signs between them; of many, the first and the last. */
function sum(terms: readonly Formula[]): Formula {
  const dots: Formula = { tex: "\\dots", text: "…" };
  const shown = terms.length > MAX_TERMS ? [...terms.slice(0, 4), dots, ...terms.slice(-1)] : terms;
  return formula(...shown.flatMap((term, i) => (i === 0 ? [term] : ["+", term])));
}

/**
 * The local derivative as it fits on a line: `× 0.5`, `× 0.1868, 0.1755` where the operation works element by element,
 * `× w` where the other factor is a whole tensor. Empty where none of these says it.
 */
export function factorText(graph: GraphData, edge: number): string {
  const { from = 0, to = 0, slopes, passed } = graph.edges[edge] ?? {};
  const [source, target] = [graph.nodes[from], graph.nodes[to]];
  if (!source || !target || !passed) return "";
  if (slopes) {
    const values = slopes.filter((_, at) => at % 3 === 2).map(graphNumber);
    const [first] = values;
    if (first !== undefined && values.every((value) => value === first)) return `× ${figure(first)}`;
    const aligned = slopes.every((place, at) => at % 3 !== 0 || place === slopes[at + 1]);
    if (aligned && values.length > 0 && values.length <= 2) return `× ${values.map(figure).join(", ")}`;
  }
  if (!FACTORS.has(target.op)) return "";
  const other = graph.edges.find((one) => one.to === to && one.input === 1 - (graph.edges[edge]?.input ?? 0));
  const name = other && graph.nodes[other.from]?.name?.split(".").at(-1);
  return name ? `× ${name}` : "";
}

/** Operations whose local derivative with respect to one input is the other. */
const FACTORS = new Set(["mul", "linear", "mm", "bmm", "mv", "dot"]);
