import { fail } from "../errors";
import * as mistake from "../mistakes";
import { add, addInto } from "../ops/arithmetic";
import { cast } from "../ops/cast";
import { sumTo } from "../ops/reduce";
import { sameShape } from "../shape";
import { copyElements, roomLike, type Tensor } from "../tensor";
import { mode } from "./mode";
import type { Node } from "./node";

export interface Walk {
  /** Keep the saved values, so that backward can be run again. */
  readonly retainGraph: boolean;
  /** Record the gradient computation itself, so that gradients can be differentiated. */
  readonly createGraph: boolean;
  /** Collect the gradients of these nodes instead of adding to `.grad` of all leaves; null adds to all leaves. */
  readonly only: readonly Node[] | null;
  /** Called with every node that a gradient reaches, and its whole gradient. */
  readonly visit?: (node: Node, grad: Tensor) => void;
}

/**
 * Carries gradients backwards from `outputs` through the graph, in the reverse order of creation and without recursion.
 * Of the nodes that a gradient has reached, always the youngest is taken: everything computed from it is older news by
 * then, so its gradient is whole. `fresh`: nobody else holds the first gradients.
 */
export function walkBackward(
  outputs: readonly Node[],
  grads: readonly Tensor[],
  walk: Walk,
  fresh = false,
): void {
  const run = new Run(walk, outputs);
  const before = mode.recording;
  mode.recording = walk.createGraph;
  let done = false;
  try {
    for (let i = 0; i < outputs.length; i++) run.deposit(outputs[i]!, grads[i]!, fresh);
    run.drain();
    done = true;
  } finally {
    mode.recording = before;
    if (!done) run.clear();
  }
}

class Run {
  private readonly walk: Walk;
  /** Nodes on a way to one of `walk.only`; null when all are wanted. */
  private readonly wanted: Set<Node> | null;
  /** The youngest of the waiting nodes, and a heap of the others: along a chain of operations it stays empty. */
  private youngest: Node | null = null;
  private readonly others: Node[] = [];
  private readonly leaves: Node[] = [];

  constructor(walk: Walk, outputs: readonly Node[]) {
    this.walk = walk;
    this.wanted = walk.only === null ? null : leadingTo(walk.only, outputs);
  }

  /** Adds a gradient to what a node has received. `fresh`: nobody else holds this tensor. */
  deposit(node: Node, grad: Tensor, fresh: boolean): void {
    const held = node.pending;
    if (held === null) {
      node.pending = grad;
      node.fresh = fresh;
      if (node.isLeaf) this.leaves.push(node);
      else this.wait(node);
    } else if (node.fresh && !mode.recording && held.rowMajor) addInto(held, grad);
    else {
      node.pending = add(held, grad);
      node.fresh = true;
    }
  }

  private wait(node: Node): void {
    const youngest = this.youngest;
    if (youngest === null) this.youngest = node;
    else if (node.id < youngest.id) push(this.others, node);
    else {
      push(this.others, youngest);
      this.youngest = node;
    }
  }

  drain(): void {
    const { others, leaves, walk } = this;
    for (let node = this.youngest; node !== null; node = this.youngest) {
      this.youngest = others.length === 0 ? null : pop(others);
      const grad = this.arrive(node);
      if (node.retains && node.output !== null && walk.only === null) keep(node.output, grad, false);
      this.pass(node, grad);
    }
    for (let i = 0; i < leaves.length; i++) {
      const leaf = leaves[i]!;
      const grad = this.arrive(leaf);
      if (walk.only === null && leaf.output !== null) keep(leaf.output, grad, leaf.fresh);
    }
  }

  /** The node's whole gradient, after its hooks. */
  private arrive(node: Node): Tensor {
    let grad = node.pending!;
    node.pending = null;
    if (node.hooks !== null) {
      node.fresh = false;
      for (const hook of node.hooks) grad = hook(grad) ?? grad;
    }
    if (this.walk.visit !== undefined) {
      node.fresh = false;
      this.walk.visit(node, grad);
    }
    return grad;
  }

  /** Applies the node's rules and hands the results on to its inputs. */
  private pass(node: Node, grad: Tensor): void {
    const { op, edges } = node;
    const { backward } = op;
    const fast = mode.recording ? undefined : op.fast;
    // With several ways on, none may take the gradient for its own.
    if (node.degree > 1) node.fresh = false;
    let checked = false;
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i]!;
      if (edge === null || (this.wanted !== null && !this.wanted.has(edge))) continue;
      if (!checked) {
        check(node);
        checked = true;
      }
      let result = fast === undefined ? null : fast(grad, node, i);
      if (result === null) {
        if (typeof backward === "function") result = backward(grad, node, i);
        else {
          const rule = backward[i]!;
          if (rule === null) continue;
          result = rule(grad, node);
        }
      }
      const shape = node.shape(i);
      if (result.shape !== shape && !sameShape(result.shape, shape)) result = sumTo(result, shape);
      this.deposit(edge, result, (result !== grad || node.fresh) && result.root === null);
    }
    if (!this.walk.retainGraph) node.release();
  }

  /** Leaves no half-gathered gradients behind when a rule or a hook throws. */
  clear(): void {
    if (this.youngest !== null) this.youngest.pending = null;
    for (let i = 0; i < this.others.length; i++) this.others[i]!.pending = null;
    for (let i = 0; i < this.leaves.length; i++) this.leaves[i]!.pending = null;
  }
}

/** The nodes under `outputs` from which an edge leads, directly or not, to one of the targets; and the targets. */
function leadingTo(targets: readonly Node[], outputs: readonly Node[]): Set<Node> {
  const seen = new Set(outputs);
  for (const node of seen) for (const edge of node.edges) if (edge !== null) seen.add(edge);
  const wanted = new Set(targets);
  // In the order of creation, every node comes after those that its edges lead to.
  for (const node of [...seen].sort((x, y) => x.id - y.id)) {
    if (node.edges.some((edge) => edge !== null && wanted.has(edge))) wanted.add(node);
  }
  return wanted;
}

function check(node: Node): void {
  const op = node.op.name;
  if (node.released) {
    fail(mistake.backwardTwice, { op });
  }
  if (node.changed) {
    const shape = node.out.shape;
    fail(mistake.inplaceSaved, { op, shape });
  }
}

/** Adds a gradient to `.grad`. The first one may become `.grad` itself when nobody else holds it. */
function keep(t: Tensor, given: Tensor, fresh: boolean): void {
  const grad = given.dtype === t.dtype ? given : cast(given, t.dtype);
  const held = t.ownGrad;
  if (held === null) {
    // A gradient with a history is held by that.
    if (t.ownNode !== null) t.ownNode.gradSeen = mode.recording;
    if (mode.recording || (fresh && grad.rowMajor)) t.ownGrad = grad;
    else {
      t.ownGrad = roomLike(grad, grad.dtype);
      copyElements(grad, t.ownGrad);
    }
  } else if (mode.recording) t.ownGrad = add(held, grad);
  else addInto(held, grad);
}

/** A binary heap with the youngest node (the highest number) on top. */
function push(heap: Node[], node: Node): void {
  let i = heap.length;
  heap.push(node);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = heap[parent]!;
    if (above.id >= node.id) break;
    heap[i] = above;
    i = parent;
  }
  heap[i] = node;
}

/** Takes the youngest node of a heap that is not empty. */
function pop(heap: Node[]): Node {
  const top = heap[0]!;
  const last = heap.pop()!;
  if (heap.length === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]!.id > heap[child]!.id) child++;
    const below = heap[child]!;
    if (below.id <= last.id) break;
    heap[i] = below;
    i = child;
  }
  heap[i] = last;
  return top;
}
