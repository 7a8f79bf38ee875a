import { JOINS, NEURON, type ParameterName, WEIGHTS } from "@/lib/figures/network";
import { entry, type Path } from "@/lib/figures/paths";
import { type Arrow, along, arrowBetween, type Geometry, RADIUS, reversed } from "../network/geometry";

/** A part of a path in the drawing, walked backward; parts through a node have no arrow. */
export type Leg =
  | { readonly kind: "arrow"; readonly arrow: Arrow; readonly name: string }
  | { readonly kind: "node"; readonly name: string };

/** The parts of a path, one for each of its slopes. */
export function trail(path: Path, parameter: ParameterName, geometry: Geometry): Leg[] {
  return path.factors.map((factor): Leg => {
    switch (factor.kind) {
      case "error":
        return { kind: "arrow", arrow: reversed(geometry.toError[factor.at]), name: `${factor.at}E` };
      case "sigmoid":
        return { kind: "node", name: factor.at };
      case "weight":
        return { kind: "arrow", arrow: reversed(geometry.weight[factor.at]), name: factor.at };
      default:
        return { kind: "arrow", arrow: toParameter(parameter, geometry), name: parameter };
    }
  });
}

/** From a neuron to the label of the weight or the bias: there the path ends. */
function toParameter(parameter: ParameterName, geometry: Geometry): Arrow {
  const weight = WEIGHTS.find((name) => name === parameter);
  if (weight) {
    const back = reversed(geometry.weight[weight]);
    return { start: back.start, end: geometry.weightLabel[weight] };
  }
  const neuron = entry(parameter);
  return arrowBetween(geometry.node[neuron], geometry.outside[neuron], RADIUS, 12);
}

/** Where the walker is: how far along which leg. */
export function walker(legs: readonly Leg[], position: number): { x: number; y: number } | null {
  const index = Math.floor(position);
  const leg = legs[index];
  if (!leg) return null;
  if (leg.kind === "arrow") return along(leg.arrow, position - index);
  // Through the node from where it came in to where it goes out.
  const [before, behind] = [legs[index - 1], legs[index + 1]];
  if (before?.kind !== "arrow" || behind?.kind !== "arrow") return null;
  return along({ start: before.arrow.end, end: behind.arrow.start }, position - index);
}

/** The value that a weight is multiplied by: its input; a bias has none. */
export function valueBeside(parameter: ParameterName): string | null {
  const weight = WEIGHTS.find((name) => name === parameter);
  return weight ? JOINS[weight].from : null;
}

/** All labels of parameters, in the order of the way forward. */
export const PARAMETER_ORDER: readonly ParameterName[] = [
  ...WEIGHTS.slice(0, 4),
  NEURON.h1.bias,
  NEURON.h2.bias,
  ...WEIGHTS.slice(4),
  NEURON.o1.bias,
  NEURON.o2.bias,
];
