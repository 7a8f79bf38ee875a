import { JOINS, NEURON, type NodeName, type SettingName, WEIGHTS } from "@/lib/figures/network";

const SUBSCRIPTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."₀₁₂₃₄₅₆₇₈₉"].map((sign, digit) => [String(digit), sign])),
};

/** `w5` as it is printed: w₅. */
export function printed(name: string): string {
  return name.replace(/\d/g, (digit) => SUBSCRIPTS[digit] ?? digit);
}

/** The bias's letter alone: which one it is, its place says. */
export function shortName(name: SettingName): string {
  return name.startsWith("b") ? "b" : printed(name);
}

/** What is reached from a place in the network: the nodes and weights whose numbers depend on it. */
export function reached(from: SettingName | NodeName): ReadonlySet<string> {
  const found = new Set<string>([from]);
  const target = { t1: "o1", t2: "o2" }[from as string];
  if (target) return new Set([from, `${target}E`, "E"]);
  for (const [neuron, { bias }] of Object.entries(NEURON)) if (bias === from) found.add(neuron);
  for (const weight of WEIGHTS) {
    const { from: start, to } = JOINS[weight];
    // Weights are counted from the inputs on: one pass finds all.
    if (found.has(start)) found.add(weight);
    if (found.has(weight)) found.add(to);
  }
  for (const output of ["o1", "o2"]) if (found.has(output)) found.add(`${output}E`);
  found.add("E");
  return found;
}

/** What a node's number is made from: itself, its weights, its bias, the nodes before it. */
export function madeFrom(node: NodeName | "E"): ReadonlySet<string> {
  if (node === "E") return new Set(["E", "o1", "o2", "t1", "t2", "o1E", "o2E"]);
  if (node === "i1" || node === "i2") return reached(node);
  const { bias, weights } = NEURON[node];
  return new Set([node, bias, ...weights, ...weights.map((weight) => JOINS[weight].from)]);
}
