import { onesLike } from "../create";
import { sumTo } from "../ops/reduce";
import { sameShape } from "../shape";
import { alias, blankLike, copyElements, elements, needTensor, scalar, type Tensor } from "../tensor";
import { walkBackward } from "./backward";
import { noGrad } from "./mode";
import type { Node } from "./node";

/** One operation or leaf of a computational graph, as plain data. */
export interface GraphNode {
  /** Its number within the graph: inputs come before what is computed from them. */
  readonly id: number;
  /** The operation's name, or "leaf" for a tensor that was not computed. */
  readonly op: string;
  /** The shape of its result. */
  readonly shape: readonly number[];
  /** The values row by row; null once backward has released them or a later change in place has overwritten them. */
  readonly value: readonly number[] | null;
  /** The gradient of the graph's tensor with respect to this, row by row; null where it cannot be computed any more. */
  readonly gradient: readonly number[] | null;
  /**
   * For each input the local derivative, row by row in the input's shape: by how much the sum of this operation's elements
   * grows with each element of the input. Where an operation works element by element, that is the derivative at each. Null
   * for inputs that require no gradient, and for all once backward has released what the rules look at.
   */
  readonly derivatives: readonly (readonly number[] | null)[];
  /** Whether gradients flow to it. */
  readonly requiresGrad: boolean;
}

/** One input of an operation. */
export interface GraphEdge {
  /** The node that is used … */
  readonly from: number;
  /** … by this one … */
  readonly to: number;
  /** … as its first (0), second (1), … input. */
  readonly input: number;
}

/** A recorded computational graph, as plain data that can be drawn and sent. */
export interface Graph {
  /** The operations and leaves, in an order in which inputs come first. */
  readonly nodes: readonly GraphNode[];
  /** Which node uses which. */
  readonly edges: readonly GraphEdge[];
  /** The node of the tensor that was asked about. */
  readonly output: number;
}

/**
 * The graph that a tensor was computed by: every operation and leaf with its value and, if the tensor is a single number
 * and backward has not released the graph, its gradient. Nothing in the graph is changed.
 */
export function graph(of: Tensor): Graph {
  needTensor("graph", of);
  const gradients = gradientsOf(of);
  const ids = new Map<Node | Tensor, number>();
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const give = (key: Node | Tensor, node: Omit<GraphNode, "id">): number => {
    const id = nodes.length;
    ids.set(key, id);
    nodes.push({ id, ...node });
    return id;
  };
  const constant = (t: Tensor): number =>
    ids.get(t) ??
    give(t, {
      op: "leaf",
      shape: t.shape,
      value: elements(t),
      gradient: null,
      derivatives: [],
      requiresGrad: false,
    });

  const root = of.node;
  if (root === null) return { nodes, edges, output: constant(of) };
  for (const node of reachable(root)) {
    const inputs = node.edges.map((edge, i) => {
      if (edge !== null) return ids.get(edge);
      const input = node.inputs?.[i];
      return input === undefined ? undefined : constant(input);
    });
    const output = node.output;
    const gradient = gradients?.get(node);
    const id = give(node, {
      op: node.isLeaf ? "leaf" : node.op.name,
      shape: output?.shape ?? gradient?.shape ?? node.shape(0),
      value: output === null || output.node !== node ? null : elements(output),
      gradient:
        gradient === undefined
          ? node.isLeaf && output?.grad
            ? elements(output.grad)
            : null
          : elements(gradient),
      derivatives: localDerivatives(node),
      requiresGrad: true,
    });
    inputs.forEach((from, input) => {
      if (from !== undefined) edges.push({ from, to: id, input });
    });
  }
  return { nodes, edges, output: ids.get(root) ?? 0 };
}

function copyOf(t: Tensor): Tensor {
  const copy = blankLike(t, t.dtype);
  copyElements(t, copy);
  return copy;
}

/** What the operation's rules make of a gradient of ones. */
function localDerivatives(node: Node): (number[] | null)[] {
  const { op, edges, output } = node;
  if (output === null || node.released || node.changed) return edges.map(() => null);
  return noGrad(() => {
    const ones = onesLike(output);
    return edges.map((edge, i) => {
      const rule = typeof op.backward === "function" ? op.backward : op.backward[i];
      if (edge === null || rule === null || rule === undefined) return null;
      const slopes = rule(ones, node, i);
      const shape = node.shape(i);
      return elements(sameShape(slopes.shape, shape) ? slopes : sumTo(slopes, shape));
    });
  });
}

/** All nodes under this one, leaves first, then in the order of creation. */
function reachable(root: Node): Node[] {
  const seen = new Set([root]);
  for (const node of seen) for (const edge of node.edges) if (edge !== null) seen.add(edge);
  return [...seen].sort((a, b) => a.id - b.id);
}

function gradientsOf(of: Tensor): Map<Node, Tensor> | null {
  const root = of.node;
  if (root === null || of.count !== 1) return null;
  const nodes = reachable(root);
  if (nodes.some((node) => node.released || node.changed)) return null;
  const found = new Map<Node, Tensor>();
  const one = scalar(1, of.dtype);
  walkBackward([root], [alias(one, of.shape, of.shape, one.offset)], {
    retainGraph: true,
    createGraph: false,
    only: nodes.filter((node) => node.isLeaf),
    // A later addition could change the tensor in place: keep the numbers as they are now.
    visit: (node, g) => found.set(node, copyOf(g)),
  });
  return found;
}
