/** A computational graph as it is shown: what a kernel sends of it. */

/** A number that survives JSON. */
export type GraphNumber = number | "NaN" | "Infinity" | "-Infinity";

/** The numbers of a tensor: all of them, row by row, if they are few; else what they come to. */
export type GraphValues =
  | { kind: "all"; numbers: GraphNumber[] }
  | { kind: "summary"; least: GraphNumber; most: GraphNumber; mean: GraphNumber };

/** One operation or leaf. */
export interface GraphNodeData {
  /** The operation's name, or `leaf` for a tensor that was not computed. */
  op: string;
  /** What the reader's program calls it: a variable, or a module's parameter. */
  name?: string;
  shape: number[];
  /** Absent where it is not known any more. */
  value?: GraphValues;
  /** The gradient of the graph's output; absent where there is none. */
  gradient?: GraphValues;
  /** Whether gradients flow to it. */
  requiresGrad: boolean;
  /** The innermost module call that it belongs to. */
  module?: number;
}

/** One input of an operation. */
export interface GraphEdgeData {
  /** The node that is used … */
  from: number;
  /** … by this one, which stands further back in the list … */
  to: number;
  /** … as its first (0), second (1), … input. */
  input: number;
  /** What backward passes along the edge: the share of `from`'s gradient that comes from `to`. */
  passed?: GraphValues;
  /**
   * The local derivatives that are not 0, three numbers each: the place of an element of `to`, that of an element of
   * `from`, and by how much the first grows with the second. Only where tensors are small.
   */
  slopes?: GraphNumber[];
}

/** One call of a module. */
export interface GraphModuleData {
  /** The module's class. */
  type: string;
  /** Where the program keeps it: `net.linear1`. */
  name?: string;
  /** The call within which it was made; it stands earlier in the list. */
  parent?: number;
}

/** Why there are gradients, or why there are none. */
export type GraphGradients = "known" | "none" | "not-scalar" | "released" | "changed";

export interface GraphData {
  /** Inputs come before what is computed from them. */
  nodes: GraphNodeData[];
  edges: GraphEdgeData[];
  modules: GraphModuleData[];
  /** The node of the tensor that is shown. */
  output: number;
  /** The nodes in the order in which backward visits them. */
  backward: number[];
  gradients: GraphGradients;
}

/** Limits of one graph. A kernel refuses to show what has more nodes, and sends no more of the rest. */
export const GRAPH_LIMITS = {
  nodes: 1_000,
  edges: 4_000,
  /** Elements of a tensor of which all numbers are sent. */
  numbers: 16,
} as const;

/** The number itself. */
export function graphNumber(number: GraphNumber): number {
  return Number(number);
}
