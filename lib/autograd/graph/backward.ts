import { fail } from "../errors";
import * as mistake from "../mistakes";
import { add, addInto } from "../ops/arithmetic";
import { cast } from "../ops/cast";
import { sumTo } from "../ops/reduce";
import { sameShape } from "../shape";
import { blankLike, copyElements, type Tensor } from "../tensor";
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
 * Nodes that a gradient has reached wait in a heap, the youngest on top: when a node is taken, everything computed
 * from it is older news, so its gradient is whole.
 */
export function walkBackward(outputs: readonly Node[], grads: readonly Tensor[], walk: Walk): void {
  const run = new Run(walk, outputs);
  const before = mode.recording;
  mode.recording = walk.createGraph;
  try {
    for (let i = 0; i < outputs.length; i++) run.deposit(outputs[i]!, grads[i]!, false);
    run.drain();
  } finally {
    mode.recording = before;
    run.clear();
  }
}

class Run {
  private readonly walk: Walk;
  /** Nodes on a way to one of `walk.only`; null when all are wanted. */
  private readonly wanted: Set<Node> | null;
  private readonly heap: Node[] = [];
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
      node.pendingFresh = fresh;
      if (node.isLeaf) this.leaves.push(node);
      else push(this.heap, node);
    } else if (node.pendingFresh && !mode.recording && held.rowMajor) addInto(held, grad);
    else {
      node.pending = add(held, grad);
      node.pendingFresh = true;
    }
  }

  drain(): void {
    const { heap, leaves, walk } = this;
    let node: Node | undefined;
    while ((node = pop(heap)) !== undefined) {
      const grad = this.arrive(node);
      if (node.retains && node.output !== null && walk.only === null) keep(node.output, grad, false);
      this.pass(node, grad);
    }
    for (const leaf of leaves) {
      const grad = this.arrive(leaf);
      if (walk.only === null && leaf.output !== null)
        keep(leaf.output, grad, leaf.pendingFresh && leaf.hooks === null);
    }
  }

  /** The node's whole gradient, after its hooks. */
  private arrive(node: Node): Tensor {
    let grad = node.pending!;
    node.pending = null;
    if (node.hooks !== null) {
      for (const hook of node.hooks) grad = hook(grad) ?? grad;
    }
    this.walk.visit?.(node, grad);
    return grad;
  }

  /** Applies the node's rules and hands the results on to its inputs. */
  private pass(node: Node, grad: Tensor): void {
    const { op, edges } = node;
    const list = typeof op.backward === "function" ? op.backward : null;
    const each = typeof op.backward === "function" ? null : op.backward;
    let checked = false;
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i]!;
      if (edge === null || (this.wanted !== null && !this.wanted.has(edge))) continue;
      if (!checked) {
        check(node);
        checked = true;
      }
      let result = !mode.recording && op.fast !== undefined ? op.fast(grad, node, i) : null;
      if (result === null) {
        if (list !== null) result = list(grad, node, i);
        else {
          const rule = each![i]!;
          if (rule === null) continue;
          result = rule(grad, node);
        }
      }
      const shape = node.shape(i);
      if (!sameShape(result.shape, shape)) result = sumTo(result, shape);
      this.deposit(edge, result, result !== grad && result.root === null);
    }
    if (!this.walk.retainGraph) node.release();
  }

  /** Leaves no half-gathered gradients behind when a rule or a hook throws. */
  clear(): void {
    for (const node of this.heap) node.pending = null;
    for (const node of this.leaves) node.pending = null;
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
    if (mode.recording || (fresh && grad.rowMajor)) t.ownGrad = grad;
    else {
      t.ownGrad = blankLike(grad, grad.dtype);
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

function pop(heap: Node[]): Node | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return top;
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
