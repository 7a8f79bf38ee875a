import { isRecord, isString, isWhole } from "./checks";
import {
  GRAPH_LIMITS,
  type GraphData,
  type GraphEdgeData,
  type GraphGradients,
  type GraphModuleData,
  type GraphNodeData,
  type GraphNumber,
  type GraphValues,
} from "./graph";

const MAX_DIMENSIONS = 64;
/** Characters of a name. */
const MAX_NAME = 100;

const GRADIENTS: ReadonlySet<unknown> = new Set<GraphGradients>([
  ...(["known", "none", "not-scalar", "released", "changed"] as const),
]);

/** A graph, built anew; null if it is none, too big, or if its edges do not lead forward from node to node. */
export function parseGraph(data: unknown): GraphData | null {
  if (!isRecord(data) || !GRADIENTS.has(data.gradients)) return null;
  const modules = list(data.modules, GRAPH_LIMITS.nodes, parseModule);
  if (!modules) return null;
  const nodes = list(data.nodes, GRAPH_LIMITS.nodes, (node) => parseNode(node, modules.length));
  if (!nodes) return null;
  const edges = list(data.edges, GRAPH_LIMITS.edges, (edge) => parseEdge(edge, nodes));
  const backward = list(data.backward, nodes.length, (place) =>
    isWhole(place) && place < nodes.length ? place : null,
  );
  if (!edges || !backward || new Set(backward).size < backward.length) return null;
  const { output } = data;
  if (!isWhole(output) || output >= nodes.length) return null;
  return { nodes, edges, modules, output, backward, gradients: data.gradients as GraphGradients };
}

/** A list of which every item is as it should be; else null. */
function list<Item>(
  data: unknown,
  limit: number,
  parse: (item: unknown, place: number) => Item | null,
): Item[] | null {
  if (!Array.isArray(data) || data.length > limit) return null;
  const items: Item[] = [];
  for (const [place, given] of data.entries()) {
    const item = parse(given, place);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

function parseNode(data: unknown, modules: number): GraphNodeData | null {
  if (!isRecord(data) || !isString(data.op) || typeof data.requiresGrad !== "boolean") return null;
  const shape = list(data.shape, MAX_DIMENSIONS, (size) => (isWhole(size) ? size : null));
  if (!shape) return null;
  const node: GraphNodeData = { op: data.op.slice(0, MAX_NAME), shape, requiresGrad: data.requiresGrad };
  if (isString(data.name)) node.name = data.name.slice(0, MAX_NAME);
  const count = shape.reduce((product, size) => product * size, 1);
  const value = parseValues(data.value, count);
  if (value) node.value = value;
  const gradient = parseValues(data.gradient, count);
  if (gradient) node.gradient = gradient;
  if (isWhole(data.module) && data.module < modules) node.module = data.module;
  return node;
}

function parseEdge(data: unknown, nodes: readonly GraphNodeData[]): GraphEdgeData | null {
  if (!isRecord(data) || !isWhole(data.from) || !isWhole(data.to) || !isWhole(data.input)) return null;
  const [from, to] = [nodes[data.from], nodes[data.to]];
  if (!from || !to || data.from >= data.to) return null;
  const edge: GraphEdgeData = { from: data.from, to: data.to, input: data.input };
  const [fromCount, toCount] = [from, to].map(({ shape }) => shape.reduce((n, size) => n * size, 1));
  const passed = parseValues(data.passed, fromCount ?? 0);
  if (passed) edge.passed = passed;
  const slopes = parseSlopes(data.slopes, toCount ?? 0, fromCount ?? 0);
  if (slopes) edge.slopes = slopes;
  return edge;
}

function parseSlopes(data: unknown, toCount: number, fromCount: number): GraphNumber[] | null {
  const limit = GRAPH_LIMITS.numbers;
  if (!Array.isArray(data) || data.length % 3 !== 0 || data.length > 3 * limit * limit) return null;
  return list(data, data.length, (number, place) => {
    if (place % 3 === 2) return isGraphNumber(number) ? number : null;
    return isWhole(number) && number < (place % 3 === 0 ? toCount : fromCount) ? number : null;
  });
}

function parseModule(data: unknown, place: number): GraphModuleData | null {
  if (!isRecord(data) || !isString(data.type)) return null;
  const module: GraphModuleData = { type: data.type.slice(0, MAX_NAME) };
  if (isString(data.name)) module.name = data.name.slice(0, MAX_NAME);
  if (isWhole(data.parent)) {
    if (data.parent >= place) return null;
    module.parent = data.parent;
  }
  return module;
}

function parseValues(data: unknown, count: number): GraphValues | null {
  if (!isRecord(data)) return null;
  if (data.kind === "all") {
    const numbers = list(data.numbers, GRAPH_LIMITS.numbers, (number) =>
      isGraphNumber(number) ? number : null,
    );
    return numbers?.length === count ? { kind: "all", numbers } : null;
  }
  const { kind, least, most, mean } = data;
  if (kind !== "summary" || !isGraphNumber(least) || !isGraphNumber(most) || !isGraphNumber(mean))
    return null;
  return { kind, least, most, mean };
}

function isGraphNumber(data: unknown): data is GraphNumber {
  if (typeof data === "number") return Number.isFinite(data);
  return data === "NaN" || data === "Infinity" || data === "-Infinity";
}
