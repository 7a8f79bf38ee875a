import type { GraphData } from "@/lib/protocol";
import { numbersOf } from "./figures";
import type { Visible } from "./visible";

/** One step on the way forward or back. */
export type GraphStep =
  /** A value is computed. */
  | { kind: "compute"; vertex: number }
  /** Backward begins: the slope of the output with respect to itself is 1. */
  | { kind: "begin"; vertex: number }
  /** A gradient, whole by now, goes along a line: multiplied by the local derivative, and added to what has arrived. */
  | { kind: "pass"; arc: number };

/** What is known after some of the steps. */
export interface Progress {
  /** By card: whether its value is there. */
  computed: boolean[];
  /** By card: how much of its gradient is there. */
  gradients: GradientSoFar[];
}

export interface GradientSoFar {
  /** Lines along which something has come, in order; and how many there are. */
  arrived: number[];
  expected: number;
  /** The sum of what has arrived; null if nothing has, or if not all numbers were sent. */
  sum: number[] | null;
  whole: boolean;
}

/** All steps: values in the order in which they were computed, gradients in the order in which backward goes. */
export function stepsOf(graph: GraphData, { vertices, arcs }: Visible): GraphStep[] {
  const computed = vertices
    .map(({ kind, node }, vertex) => ({ kind, node, vertex }))
    .filter(({ kind }) => kind !== "leaf")
    .sort((a, b) => a.node - b.node)
    .map(({ vertex }): GraphStep => ({ kind: "compute", vertex }));
  if (graph.gradients !== "known") return computed;
  const output = vertices.findIndex(({ node }) => node === graph.output);
  const from = new Map<number, number[]>();
  arcs.forEach(({ edge }, arc) => {
    const { to, passed } = graph.edges[edge] ?? {};
    if (to !== undefined && passed) from.set(to, [...(from.get(to) ?? []), arc]);
  });
  const passes = graph.backward.flatMap((node) =>
    (from.get(node) ?? []).map((arc): GraphStep => ({ kind: "pass", arc })),
  );
  return [...computed, { kind: "begin", vertex: output }, ...passes];
}

/** What is known after the first `count` steps. */
export function progressAfter(
  graph: GraphData,
  { vertices, arcs }: Visible,
  steps: readonly GraphStep[],
  count: number,
): Progress {
  const computed = vertices.map(({ kind }) => kind === "leaf");
  const gradients = vertices.map(
    (): GradientSoFar => ({ arrived: [], expected: 0, sum: null, whole: false }),
  );
  for (const { edge, from } of arcs) {
    const gradient = gradients[from];
    if (gradient && graph.edges[edge]?.passed && arrivesAt(graph, vertices[from]?.node, edge))
      gradient.expected += 1;
  }
  for (const step of steps.slice(0, count)) {
    if (step.kind === "compute") computed[step.vertex] = true;
    else if (step.kind === "begin") {
      const gradient = gradients[step.vertex];
      if (gradient) Object.assign(gradient, { sum: [1], whole: true });
    } else {
      const { edge = 0, from = 0 } = arcs[step.arc] ?? {};
      const gradient = gradients[from];
      const passed = graph.edges[edge]?.passed;
      if (!gradient || !passed || !arrivesAt(graph, vertices[from]?.node, edge)) continue;
      const numbers = numbersOf(passed);
      const before = gradient.sum;
      gradient.sum = numbers && (before ? numbers.map((n, i) => n + (before[i] ?? 0)) : numbers);
      gradient.arrived.push(step.arc);
      gradient.whole = gradient.arrived.length === gradient.expected;
    }
  }
  return { computed, gradients };
}

/** Of a folded module, other results than the one that is shown may be used outside as well. */
function arrivesAt(graph: GraphData, node: number | undefined, edge: number): boolean {
  return graph.edges[edge]?.from === node;
}
