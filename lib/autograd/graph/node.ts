import type { DType } from "../dtype";
import { A, B, C, type Op, OUT } from "../ops/op";
import type { Shape } from "../shape";
import type { Tensor } from "../tensor";
import { calls, type ModuleCall } from "./calls";
import { clock } from "./clock";
import { mode } from "./mode";

/** A function that is shown a gradient on its way and may return another one in its place. */
export type Hook = (grad: Tensor) => Tensor | undefined;

/**
 * A node of the computational graph: one operation that was carried out, with edges to the nodes of its inputs.
 * Numbers rise in the order of creation, so that going backwards by number visits every node after all that use it.
 */
export class Node {
  declare readonly id: number;
  declare readonly op: Op;
  /** Where the gradient of each input goes; null for inputs that require none. */
  declare readonly edges: readonly (Node | null)[];
  /** How many of the edges lead to a node. */
  declare readonly degree: number;
  /** Facts about the call that are not tensors (dimensions, sizes, …). */
  declare readonly attributes: unknown;
  /** The call of a module in which it was carried out. */
  declare readonly call: ModuleCall | null;
  /** The inputs, released after backward. */
  declare inputs: readonly Tensor[] | null;
  /** The shapes of the inputs, kept where the inputs are released and the rule looks at nothing else. */
  private shapes: readonly Shape[] | null = null;
  /** The result, released after backward. */
  declare output: Tensor | null;
  /** Which of the inputs and the result the rules look at. */
  private readonly saved: number;
  /** When they were saved. */
  private savedAt: number;
  /** The gradient gathered so far in the running backward. */
  pending: Tensor | null = null;
  /** Whether the gradient, waiting or being passed on, is nobody else's, so that it may be changed in place. */
  fresh = false;
  /** Of a leaf: its gradient of an earlier step, which nobody has seen and so nobody holds; the next can be written there. */
  spare: Tensor | null = null;
  /** Of a leaf: whether its gradient has been handed out. */
  gradSeen = false;
  hooks: Hook[] | null = null;
  /** Whether the result keeps its gradient. */
  retains = false;

  constructor(
    op: Op,
    output: Tensor,
    inputs: readonly Tensor[],
    edges: readonly (Node | null)[],
    attributes: unknown,
    id: number,
  ) {
    this.op = op;
    this.output = output;
    this.inputs = inputs;
    this.edges = edges;
    this.attributes = attributes;
    this.id = id;
    this.call = calls.current;
    const saves = op.saves;
    let saved = typeof saves === "number" ? saves : 0;
    let degree = 0;
    for (let i = 0; i < edges.length; i++) {
      if (edges[i] === null) continue;
      degree++;
      if (typeof saves !== "number") saved |= saves[i]!;
    }
    this.degree = degree;
    this.saved = saved;
    this.savedAt = id;
  }

  get isLeaf(): boolean {
    return this.op === Leaf;
  }

  /** PyTorch's name of the node: `MulBackward`. */
  get gradName(): string {
    const name = this.op.name;
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}Backward`;
  }

  /** The first input. Rules that look at it name it in `saves`. */
  get a(): Tensor {
    return this.input(0);
  }
  /** The second input. */
  get b(): Tensor {
    return this.input(1);
  }
  /** The third input. */
  get c(): Tensor {
    return this.input(2);
  }
  /** The result. */
  get out(): Tensor {
    if (this.output === null)
      throw new Error(`${this.op.name}: the rule looks at its result but does not save it`);
    return this.output;
  }

  input(index: number): Tensor {
    const input = this.inputs?.[index];
    if (input === undefined)
      throw new Error(`${this.op.name}: the rule looks at input ${index} but does not save it`);
    return input;
  }

  /** The shape of an input, known also after the release. */
  shape(index: number): Shape {
    return this.inputs === null ? (this.shapes?.[index] ?? []) : this.input(index).shape;
  }

  /** Whether the values that the rules look at are gone. */
  get released(): boolean {
    return this.saved !== 0 && this.inputs === null;
  }

  /** Whether a value that the rules look at has been changed in place since. */
  get changed(): boolean {
    const { saved, inputs, output, savedAt } = this;
    if (clock.lastChange <= savedAt || inputs === null) return false;
    return (
      ((saved & A) !== 0 && inputs[0]!.changedAt > savedAt) ||
      ((saved & B) !== 0 && inputs[1]!.changedAt > savedAt) ||
      ((saved & C) !== 0 && inputs[2]!.changedAt > savedAt) ||
      ((saved & OUT) !== 0 && output !== null && output.changedAt > savedAt)
    );
  }

  /** An array for a leaf's next gradient. */
  takeSpare(dtype: DType): Tensor | null {
    const spare = this.spare;
    this.spare = null;
    return spare?.dtype === dtype ? spare : null;
  }

  /** Whether the rules look at the value of this (`A`, `B`, …). */
  looksAt(which: number): boolean {
    return (this.saved & which) !== 0;
  }

  /** Looks at another tensor in place of an input that is about to change. */
  replaceInput(index: number, input: Tensor): void {
    if (this.inputs === null) return;
    this.inputs = this.inputs.with(index, input);
    this.savedAt = clock.now;
  }

  /** Names another tensor as the result: the one that was changed in place. */
  replaceOutput(output: Tensor): void {
    this.output = output;
    this.savedAt = clock.now;
  }

  /** Lets go of the values after backward; shapes stay where a second backward is possible without values. */
  release(): void {
    if (this.inputs === null) return;
    if (this.saved === 0) {
      const shapes: Shape[] = [];
      for (let i = 0; i < this.inputs.length; i++) shapes.push(this.inputs[i]!.shape);
      this.shapes = shapes;
    }
    this.inputs = null;
    this.output = null;
  }
}

/** The operation of leaves: where gradients end and are added up in `.grad`. */
export const Leaf: Op = { name: "accumulateGrad", saves: [], backward: [] };

const none: readonly never[] = [];

/** Makes a tensor a leaf that requires a gradient. */
export function markLeaf(t: Tensor): void {
  t.ownNode = new Node(Leaf, t, none, none, null, 0);
}

/** Notes in the graph that `output` was computed by `op` from `inputs`, if that matters to any gradient. */
export function record(
  op: Op,
  output: Tensor,
  inputs: readonly Tensor[],
  attributes: unknown = null,
): Tensor {
  if (!mode.recording) return output;
  const edges = edgesTo(inputs);
  if (edges !== null) output.ownNode = new Node(op, output, inputs, edges, attributes, ++clock.now);
  return output;
}

/** The nodes that gradients of the inputs go to; null when there are none. Written out for the usual numbers of inputs. */
function edgesTo(inputs: readonly Tensor[]): (Node | null)[] | null {
  const a = inputs.length === 0 ? null : inputs[0]!.node;
  if (inputs.length === 1) return a === null ? null : [a];
  if (inputs.length === 2) {
    const b = inputs[1]!.node;
    return a === null && b === null ? null : [a, b];
  }
  if (inputs.length === 3) {
    const b = inputs[1]!.node;
    const c = inputs[2]!.node;
    return a === null && b === null && c === null ? null : [a, b, c];
  }
  const edges = inputs.map((input) => input.node);
  return edges.some((edge) => edge !== null) ? edges : null;
}
