import type { GraphData } from "@/lib/protocol";
import type { Emphasis, Spot } from "./picture";
import type { GraphStep } from "./steps";
import type { Visible } from "./visible";

/** What stands out: what the reader points at, else what the step is about. */
export function emphasisOf(
  graph: GraphData,
  { vertices, arcs }: Visible,
  spot: Spot | null,
  step: GraphStep | undefined,
): Emphasis {
  const line = spot?.kind === "line" ? spot.arc : !spot && step?.kind === "pass" ? step.arc : undefined;
  if (line !== undefined) {
    const { from, to } = arcs[line] ?? {};
    const cards = [from, to].filter((vertex) => vertex !== undefined);
    return { cards: new Set(cards), lines: new Set([line]), passing: line };
  }
  if (spot?.kind === "card") {
    // The lines along which its gradient comes.
    const node = vertices[spot.vertex]?.node;
    const lines = arcs.flatMap(({ edge, from }, arc) =>
      from === spot.vertex && graph.edges[edge]?.from === node && graph.edges[edge]?.passed ? [arc] : [],
    );
    return { cards: new Set([spot.vertex]), lines: new Set(lines) };
  }
  const cards = step && step.kind !== "pass" ? [step.vertex] : [];
  return { cards: new Set(cards), lines: new Set() };
}
