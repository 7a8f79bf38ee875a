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

/** One operation or leaf of a computational graph, with the tensors themselves. */
export interface Inspected {
  /** Its node; null for a constant. */
  readonly node: Node | null;
  /** The result; null where it is no longer what it was. */
  readonly tensor: Tensor | null;
  /** The shape of the result. */
  readonly shape: readonly number[];
  /** The gradient of the graph's tensor; null where it cannot be computed any more. */
  readonly gradient: Tensor | null;
  /** The places of its inputs in the list of nodes; undefined for constants that have been released. */
  readonly inputs: readonly (number | undefined)[];
}

/** Why there are gradients, or why there are none. */
export type GradientState = "known" | "none" | "not-scalar" | "released" | "changed";

/** A computational graph with the tensors themselves. */
export interface Inspection {
  /** The operations and leaves, in an order in which inputs come first. */
  readonly nodes: readonly Inspected[];
  /** The place of the tensor that was asked about. */
  readonly output: number;
  /** The places of the nodes in the order in which backward visits them. */
  readonly backward: readonly number[];
  /** Whether there are gradients, or why not. */
  readonly gradients: GradientState;
}

/**
 * The graph that a tensor was computed by: every operation and leaf with its value and, if the tensor is a single number
 * and backward has not released the graph, its gradient. Nothing in the graph is changed.
 */
export function graph(of: Tensor): Graph {
  const { nodes, output } = inspect(of);
  const edges: GraphEdge[] = [];
  const shown = nodes.map(({ node, tensor, shape, gradient, inputs }, id): GraphNode => {
    inputs.forEach((from, input) => {
      if (from !== undefined) edges.push({ from, to: id, input });
    });
    return {
      id,
      op: node === null || node.isLeaf ? "leaf" : node.op.name,
      shape,
      value: tensor && elements(tensor),
      gradient: gradient && elements(gradient),
      derivatives: node === null ? [] : localDerivatives(node),
      requiresGrad: node !== null,
    };
  });
  return { nodes: shown, edges, output };
}

/** The graph that a tensor was computed by, with the tensors themselves. Nothing in the graph is changed. */
export function inspect(of: Tensor): Inspection {
  needTensor("graph", of);
  const nodes: Inspected[] = [];
  const places = new Map<Node | Tensor, number>();
  const give = (key: Node | Tensor, node: Inspected): number => {
    places.set(key, nodes.length);
    return nodes.push(node) - 1;
  };
  const constant = (t: Tensor): number =>
    places.get(t) ?? give(t, { node: null, tensor: t, shape: t.shape, gradient: null, inputs: [] });

  const root = of.node;
  if (root === null) return { nodes, output: constant(of), backward: [], gradients: "none" };
  const within = reachable(root);
  const gradients = stateOf(of, within);
  const found = gradients === "known" ? gradientsOf(of, root, within) : new Map<Node, Tensor>();
  for (const node of within) {
    const inputs = node.edges.map((edge, i) => {
      if (edge !== null) return places.get(edge);
      const input = node.inputs?.[i];
      return input === undefined ? undefined : constant(input);
    });
    const output = node.output;
    const gradient = found.get(node) ?? (node.isLeaf && output !== null ? output.grad : null);
    give(node, {
      node,
      tensor: output === null || output.node !== node ? null : output,
      shape: output?.shape ?? gradient?.shape ?? node.shape(0),
      gradient,
      inputs,
    });
  }
  const placeOf = (node: Node): number => places.get(node) ?? 0;
  return { nodes, output: placeOf(root), backward: [...found.keys()].map(placeOf), gradients };
}

/** How many nodes lie under a tensor, constants not counted. */
export function nodesUnder(of: Tensor): number {
  needTensor("graph", of);
  return of.node === null ? 1 : reachable(of.node).length;
}

/**
 * What a node passes on to one of its inputs when it receives `gradient`: what its rule makes of that. Null for inputs
 * that require no gradient.
 */
export function passedOn(node: Node, gradient: Tensor, input: number): Tensor | null {
  const { op } = node;
  const rule = typeof op.backward === "function" ? op.backward : op.backward[input];
  if (node.edges[input] === null || rule === null || rule === undefined) return null;
  return noGrad(() => {
    const passed = rule(gradient, node, input);
    const shape = node.shape(input);
    return sameShape(passed.shape, shape) ? passed : sumTo(passed, shape);
  });
}

/**
 * The Jacobian of a node with respect to one of its inputs, as a list of [element of the result, element of the input,
 * slope] without the zeros: the rule is asked for each element of the result by itself. Null where `passedOn` is.
 */
export function slopesOf(node: Node, input: number): [number, number, number][] | null {
  const { output } = node;
  if (output === null) return null;
  const slopes: [number, number, number][] = [];
  for (let k = 0; k < output.count; k++) {
    const one = blankLike(output, output.dtype);
    one.values[one.offset + k] = 1;
    const passed = passedOn(node, one, input);
    if (passed === null) return null;
    elements(passed).forEach((slope, j) => {
      if (slope !== 0) slopes.push([k, j, slope]);
    });
  }
  return slopes;
}

/** What the operation's rules make of a gradient of ones. */
function localDerivatives(node: Node): (number[] | null)[] {
  const { edges, output } = node;
  if (output === null || node.released || node.changed) return edges.map(() => null);
  const ones = onesLike(output);
  return edges.map((_, i) => {
    const slopes = passedOn(node, ones, i);
    return slopes && elements(slopes);
  });
}

/** All nodes under this one, leaves first, then in the order of creation. */
function reachable(root: Node): Node[] {
  const seen = new Set([root]);
  for (const node of seen) for (const edge of node.edges) if (edge !== null) seen.add(edge);
  return [...seen].sort((a, b) => a.id - b.id);
}

function stateOf(of: Tensor, nodes: readonly Node[]): GradientState {
  if (nodes.some((node) => node.released)) return "released";
  if (nodes.some((node) => node.changed)) return "changed";
  return of.count === 1 ? "known" : "not-scalar";
}

/** The gradients of all nodes, in the order in which backward visits them. */
function gradientsOf(of: Tensor, root: Node, nodes: readonly Node[]): Map<Node, Tensor> {
  const found = new Map<Node, Tensor>();
  const one = scalar(1, of.dtype);
  walkBackward([root], [alias(one, of.shape, of.shape, one.offset)], {
    retainGraph: true,
    createGraph: false,
    only: nodes.filter((node) => node.isLeaf),
    // A later addition could change the tensor in place: keep the numbers as they are now.
    visit: (node, g) => {
      const copy = blankLike(g, g.dtype);
      copyElements(g, copy);
      found.set(node, copy);
    },
  });
  return found;
}
