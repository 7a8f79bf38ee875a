import type { Tensor } from "../../autograd";
import {
  type Inspection,
  inspect,
  type ModuleCall,
  nodesUnder,
  passedOn,
  slopesOf,
} from "../../autograd/inspection";
import {
  GRAPH_LIMITS,
  type GraphData,
  type GraphEdgeData,
  type GraphModuleData,
  type GraphNodeData,
  type GraphNumber,
  type GraphValues,
} from "../../protocol";
import { type Names, namesOf } from "./names";

/** Graphs with more nodes get local derivatives only where there are few numbers: each asks a rule once. */
const MANY_NODES = 200;
const FEW_NUMBERS = 4;

/** What `graph` returns: the graph as it was at that moment. */
export class GraphOutput {
  readonly #data: GraphData;
  constructor(data: GraphData) {
    this.#data = data;
  }

  /** The graph as data. */
  static dataOf(value: unknown): GraphData | undefined {
    return typeof value === "object" && value !== null && #data in value ? value.#data : undefined;
  }

  /** The operations one a line, as they were carried out. */
  toString(): string {
    const { nodes, edges } = this.#data;
    const nameOf = (place: number) => nodes[place]?.name ?? `%${place}`;
    return nodes
      .map(({ op, shape }, place) => {
        const inputs = edges.filter(({ to }) => to === place).map(({ from }) => nameOf(from));
        return `${nameOf(place)} = ${op === "leaf" ? op : `${op}(${inputs.join(", ")})`} [${shape.join(", ")}]`;
      })
      .join("\n");
  }
}

/** A graph has more nodes than a page can show. */
class GraphTooLargeError extends RangeError {
  override readonly name = "RangeError";
  readonly code = "graph-too-large";
  readonly details: { nodes: string; limit: string };
  constructor(nodes: number) {
    super(`The graph has ${nodes} nodes; graph() shows up to ${GRAPH_LIMITS.nodes}.`);
    this.details = { nodes: String(nodes), limit: String(GRAPH_LIMITS.nodes) };
  }
}

/**
 * The graph of a tensor, with the names that the program has for what is in it. A copy: what the program does afterwards
 * does not change it, and it changes nothing.
 *
 * @param variables the names that cells define, with their values
 * @throws RangeError `graph-too-large`; TorchError for what is no tensor
 */
export function graphOf(of: Tensor, variables: Iterable<readonly [string, unknown]>): GraphOutput {
  const count = nodesUnder(of);
  if (count > GRAPH_LIMITS.nodes) throw new GraphTooLargeError(count);
  const inspection = inspect(of);
  if (inspection.nodes.length > GRAPH_LIMITS.nodes) throw new GraphTooLargeError(inspection.nodes.length);
  const names = namesOf(variables);
  const { modules, moduleOf } = modulesOf(inspection, names);
  const nodes = inspection.nodes.map(({ node, tensor, shape, gradient }, place): GraphNodeData => {
    const data: GraphNodeData = {
      op: node === null || node.isLeaf ? "leaf" : node.op.name,
      shape: [...shape],
      requiresGrad: node !== null,
    };
    const name = names.tensors.get(node ?? tensor ?? inspection);
    if (name !== undefined) data.name = name;
    if (tensor) data.value = valuesOf(tensor);
    if (gradient) data.gradient = valuesOf(gradient);
    const module = moduleOf[place];
    if (module !== undefined) data.module = module;
    return data;
  });
  const { output, backward, gradients } = inspection;
  return new GraphOutput({
    nodes,
    edges: edgesOf(inspection),
    modules,
    output,
    backward: [...backward],
    gradients,
  });
}

function edgesOf({ nodes, gradients }: Inspection): GraphEdgeData[] {
  const limit = nodes.length > MANY_NODES ? FEW_NUMBERS : GRAPH_LIMITS.numbers;
  const edges: GraphEdgeData[] = [];
  nodes.forEach(({ node, tensor, gradient, inputs }, to) => {
    inputs.forEach((from, input) => {
      if (from === undefined || node === null || edges.length >= GRAPH_LIMITS.edges) return;
      const edge: GraphEdgeData = { from, to, input };
      edges.push(edge);
      if (gradients === "released" || gradients === "changed") return;
      const passed = gradient && passedOn(node, gradient, input);
      if (passed) edge.passed = valuesOf(passed);
      const size = (nodes[from]?.shape ?? []).reduce((product, length) => product * length, 1);
      const slopes = tensor && tensor.count <= limit && size <= limit ? slopesOf(node, input) : null;
      if (slopes) edge.slopes = slopes.flatMap(([k, j, slope]) => [k, j, written(slope)]);
    });
  });
  return edges;
}

/** The module calls of a graph, outer ones first, and the innermost one for each node. */
function modulesOf(
  { nodes }: Inspection,
  names: Names,
): { modules: GraphModuleData[]; moduleOf: (number | undefined)[] } {
  const modules: GraphModuleData[] = [];
  const calls: ModuleCall[] = [];
  const places = new Map<ModuleCall, number>();
  const placeOf = (call: ModuleCall | null): number | undefined => {
    if (call === null) return undefined;
    const known = places.get(call);
    if (known !== undefined) return known;
    const parent = placeOf(call.caller);
    const data: GraphModuleData = { type: call.module.constructor.name };
    const name = names.modules.get(call.module);
    if (name !== undefined) data.name = name;
    if (parent !== undefined) data.parent = parent;
    calls.push(call);
    places.set(call, modules.length);
    return modules.push(data) - 1;
  };
  const moduleOf = nodes.map(({ node }) => (node?.isLeaf ? undefined : placeOf(node?.call ?? null)));

  // A module's own parameter belongs to the call that uses it; used by several, to what they have in common.
  const usedBy: (number | undefined)[][] = nodes.map(() => []);
  nodes.forEach(({ inputs }, to) => {
    for (const from of inputs) if (from !== undefined) usedBy[from]?.push(moduleOf[to]);
  });
  nodes.forEach(({ node, tensor }, place) => {
    const users = usedBy[place] ?? [];
    if (
      (node !== null && !node.isLeaf) ||
      tensor === null ||
      !users.some((user) => owns(calls, user, tensor))
    )
      return;
    moduleOf[place] = users.reduce((one, other) => common(modules, one, other));
  });
  return { modules, moduleOf };
}

function owns(calls: readonly ModuleCall[], place: number | undefined, tensor: Tensor): boolean {
  for (let call = place === undefined ? null : (calls[place] ?? null); call !== null; call = call.caller)
    if (Object.values(call.module).includes(tensor)) return true;
  return false;
}

/** The innermost call that both lie within. */
function common(
  modules: readonly GraphModuleData[],
  one: number | undefined,
  other: number | undefined,
): number | undefined {
  const around = new Set<number>();
  for (let at = one; at !== undefined; at = modules[at]?.parent) around.add(at);
  let at = other;
  while (at !== undefined && !around.has(at)) at = modules[at]?.parent;
  return at;
}

/** All numbers if they are few, else what they come to. */
function valuesOf(tensor: Tensor): GraphValues {
  const numbers = tensor.flatten().tolist() as (number | boolean)[] | number | boolean;
  const all = Array.isArray(numbers) ? numbers.map(Number) : [Number(numbers)];
  if (all.length <= GRAPH_LIMITS.numbers) return { kind: "all", numbers: all.map(written) };
  let [least, most, total] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const number of all) {
    least = Math.min(least, number);
    most = Math.max(most, number);
    total += number;
  }
  const mean = total / all.length;
  return { kind: "summary", least: written(least), most: written(most), mean: written(mean) };
}

function written(number: number): GraphNumber {
  return Number.isFinite(number) ? number : (String(number) as GraphNumber);
}
