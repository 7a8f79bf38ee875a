import { isFloat } from "../dtype";
import { fail, kindOf } from "../errors";
import * as mistake from "../mistakes";
import { cast } from "../ops/cast";
import { sameShape } from "../shape";
import { alias, scalar, Tensor, viewOf } from "../tensor";
import { walkBackward } from "./backward";
import { type Hook, markLeaf, type Node } from "./node";

/** What becomes of the graph when gradients go through it. */
export interface BackwardOptions {
  /** Keep what the graph has saved, so that backward can go through it again. Default: as `createGraph`. */
  readonly retainGraph?: boolean;
  /** Record the gradients' own computation, so that they can be differentiated. Default false. */
  readonly createGraph?: boolean;
}

/** The gradient that backward starts with: the given one, or 1 for a single number. */
function start(t: Tensor, gradient: Tensor | null | undefined): Tensor {
  if (gradient === null || gradient === undefined) {
    if (t.count !== 1) {
      fail(mistake.backwardNotScalar, { op: "backward", shape: t.shape });
    }
    const one = scalar(1, t.dtype);
    return t.shape.length === 0 ? one : viewOf(one, t.shape, t.strides, one.offset);
  }
  if (!sameShape(gradient.shape, t.shape)) {
    fail(mistake.gradientShape, { shape: t.shape, gradient: gradient.shape });
  }
  return cast(gradient, t.dtype);
}

function nodeOf(t: Tensor): Node {
  const node = t.node;
  if (node === null) {
    fail(mistake.backwardNoGraph, {});
  }
  return node;
}

/**
 * Computes the gradients of a tensor with respect to all leaves that it was computed from, and adds them to their `.grad`.
 * The gradient to start with (of the tensor's shape) may be left out for a single number, where it is 1.
 */
export function backward(t: Tensor, first?: Tensor | BackwardOptions | null, second?: BackwardOptions): void {
  const gradient = first instanceof Tensor ? first : null;
  const options = second ?? (first instanceof Tensor ? null : first) ?? {};
  const createGraph = options.createGraph ?? false;
  const walk = { retainGraph: options.retainGraph ?? createGraph, createGraph, only: null };
  walkBackward([nodeOf(t)], [start(t, gradient)], walk, gradient === null);
}

/** Options of `torch.autograd.grad`. */
export interface GradOptions extends BackwardOptions {
  /** The gradient each output starts with; may be left out for single numbers. */
  readonly gradOutputs?: Tensor | readonly (Tensor | null)[] | null;
}

/**
 * The gradients of the outputs (their sum, weighted by `gradOutputs`) with respect to the inputs, without touching any `.grad`.
 * With `allowUnused`, an input that the outputs do not depend on gives null instead of an error.
 */
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options?: GradOptions,
): Tensor[];
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options: GradOptions & { readonly allowUnused: true },
): (Tensor | null)[];
export function grad(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  options: GradOptions & { readonly allowUnused?: boolean } = {},
): (Tensor | null)[] {
  const from = "shape" in outputs ? [outputs] : outputs;
  const to = "shape" in inputs ? [inputs] : inputs;
  const given = options.gradOutputs;
  const weights = given === null || given === undefined ? [] : "shape" in given ? [given] : given;
  const createGraph = options.createGraph ?? false;
  const targets = to.map((t, position) => {
    const node = t.node;
    if (node === null) {
      fail(mistake.inputNoGrad, { op: "grad", position });
    }
    return node;
  });
  const found = new Map<Node, Tensor>();
  walkBackward(
    from.map(nodeOf),
    from.map((t, i) => start(t, weights[i])),
    {
      retainGraph: options.retainGraph ?? createGraph,
      createGraph,
      only: targets,
      visit: (node, g) => {
        found.set(node, g);
      },
    },
  );
  return targets.map((node, position) => {
    const g = found.get(node);
    if (g === undefined) {
      if (options.allowUnused === true) return null;
      fail(mistake.inputUnused, { position });
    }
    return cast(g, to[position]!.dtype);
  });
}

/** @internal `requiresGrad = value`: refused for computed tensors and for types without gradients. */
export function setRequiresGrad(t: Tensor, value: boolean): void {
  if (value === t.requiresGrad) return;
  if (!value) {
    if (!t.isLeaf) {
      fail(mistake.flagOfComputed, {});
    }
    t.ownNode = null;
    return;
  }
  if (!isFloat(t.dtype)) {
    fail(mistake.integerRequiresGrad, { dtype: t.dtype });
  }
  markLeaf(t);
}

/** @internal Keeps the gradient of a computed tensor in its `.grad`. */
export function retainGrad(t: Tensor): void {
  nodeOf(t).retains = true;
}

/** What `registerHook` returns: it removes the hook again. */
export interface HookHandle {
  remove(): void;
}

/** @internal Shows every gradient that arrives at a tensor to a function, which may return another one in its place. */
export function registerHook(t: Tensor, hook: Hook): HookHandle {
  if (typeof hook !== "function") fail(mistake.notFunction, { op: "registerHook", got: kindOf(hook) });
  const node = nodeOf(t);
  node.hooks = [...(node.hooks ?? []), hook];
  return {
    remove: () => {
      const left = node.hooks?.filter((each) => each !== hook) ?? [];
      node.hooks = left.length > 0 ? left : null;
    },
  };
}

/** @internal Cuts a tensor off from its history. */
export function detachInPlace(t: Tensor): Tensor {
  t.ownNode = null;
  t.origin = null;
  return t;
}

/** @internal The same elements and the same history: a stand-in for a tensor that is about to be changed in place. */
export function shadow(t: Tensor): Tensor {
  const s = alias(t, t.shape, t.strides, t.offset);
  s.root = t.root ?? t;
  s.ownNode = t.node;
  return s;
}
