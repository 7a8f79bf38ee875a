import { allocate, type DType, isFloat, type Values } from "./dtype";
import { fail, kindOf } from "./errors";
import { clock } from "./graph/clock";
import type { Node } from "./graph/node";
import type { TensorMethods } from "./methods";
import * as mistake from "./mistakes";
import { count, isRowMajor, rowStrides, type Shape, sameShape } from "./shape";

/** Remembers that a tensor looks at the elements of another one, and which history that one had then. */
interface View {
  readonly base: Tensor;
  baseNode: Node | null;
}

/** Makes the history of a view anew after its base was changed in place; set by graph/inplace, which knows the operation. */
let refreshView: ((view: Tensor, base: Tensor) => Node | null) | null = null;

/** @internal Says how the history of a view is made anew. */
export function onStaleView(refresh: (view: Tensor, base: Tensor) => Node | null): void {
  refreshView = refresh;
}

/**
 * An array of numbers of one type with a shape, and, when it requires a gradient, the node of the computational graph
 * that made it. Several tensors may look at the same flat array through different shapes and strides (views).
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: every declared method is installed by methods/index, which is typed by the same object.
export class Tensor {
  /** The sizes of the dimensions, outermost first; `[]` for a single number. */
  declare readonly shape: Shape;
  /** The kind of numbers. */
  declare readonly dtype: DType;
  /** @internal How far apart neighbours of each dimension lie in `values`. */
  declare strides: Shape;
  /** @internal The flat array, perhaps shared with other tensors. */
  declare values: Values;
  /** @internal Where this tensor's first element lies in `values`. */
  declare offset: number;
  /** @internal The number of elements. */
  declare readonly count: number;
  /** @internal Whether the elements lie row by row without gaps. */
  declare rowMajor: boolean;
  /** @internal The recorded node; see `node`. */
  ownNode: Node | null = null;
  /** @internal The accumulated gradient; see `grad`. */
  ownGrad: Tensor | null = null;
  /** @internal When the values were last changed in place, by graph/clock; views ask their root. */
  lastChange = 0;
  /** @internal The tensor whose changes are this one's too. */
  root: Tensor | null = null;
  /** @internal Set when gradients flow from this tensor to another one's elements. */
  origin: View | null = null;

  /** @internal Use `torch.tensor`, `torch.zeros`, …. */
  constructor(
    shape: Shape,
    strides: Shape,
    values: Values,
    offset: number,
    dtype: DType,
    size: number,
    rowMajor: boolean,
  ) {
    this.shape = shape;
    this.strides = strides;
    this.values = values;
    this.offset = offset;
    this.dtype = dtype;
    this.count = size;
    this.rowMajor = rowMajor;
  }

  /** @internal The node that gradients of this tensor go to; null when it requires none. */
  get node(): Node | null {
    const origin = this.origin;
    if (origin !== null && origin.baseNode !== origin.base.ownNode && refreshView !== null) {
      this.ownNode = refreshView(this, origin.base);
      origin.baseNode = origin.base.ownNode;
    }
    return this.ownNode;
  }

  /** @internal When the values were last changed in place. */
  get changedAt(): number {
    return this.root === null ? this.lastChange : this.root.lastChange;
  }

  /** @internal Notes a change in place. */
  touch(): void {
    clock.lastChange = (this.root ?? this).lastChange = ++clock.now;
  }

  /**
   * The gradient that `backward()` has added up here; null as long as none has arrived.
   * Only leaves keep it, and computed tensors after `retainGrad()`.
   */
  get grad(): Tensor | null {
    if (this.ownNode !== null) this.ownNode.gradSeen = true;
    return this.ownGrad;
  }

  set grad(grad: Tensor | null) {
    if (grad !== null) {
      if (!sameShape(grad.shape, this.shape)) {
        fail(mistake.gradientShape, { shape: this.shape, gradient: grad.shape });
      }
      if (grad.dtype !== this.dtype) {
        fail(mistake.dtype, { op: "grad", dtype: grad.dtype, expected: this.dtype });
      }
    }
    this.ownGrad = grad;
    if (this.ownNode !== null) this.ownNode.gradSeen = true;
  }

  /** Whether gradients flow to this tensor. */
  get requiresGrad(): boolean {
    return this.node !== null;
  }

  set requiresGrad(value: boolean) {
    this.requiresGrad_(value);
  }

  /** Whether the tensor was not computed from others that require gradients. */
  get isLeaf(): boolean {
    const node = this.node;
    return node === null || node.isLeaf;
  }

  /** The operation that made this tensor (`{ name: "MulBackward" }`), or null for leaves. */
  get gradFn(): { readonly name: string } | null {
    const node = this.node;
    return node === null || node.isLeaf ? null : { name: node.gradName };
  }

  /** The number of dimensions. */
  get ndim(): number {
    return this.shape.length;
  }

  /** The same elements without a history, which may be changed without backward noticing: prefer `detach()`. */
  get data(): Tensor {
    return alias(this, this.shape, this.strides, this.offset);
  }

  set data(data: Tensor) {
    if (data.dtype !== this.dtype) {
      fail(mistake.dtype, { op: "data", dtype: data.dtype, expected: this.dtype });
    }
    const self = this as { -readonly [K in keyof this]: this[K] };
    self.shape = data.shape;
    self.count = data.count;
    self.strides = data.strides;
    self.values = data.values;
    self.offset = data.offset;
    self.rowMajor = data.rowMajor;
  }
}

export interface Tensor extends TensorMethods {}

/** A tensor or a plain number where an operation takes either. */
export type TensorLike = Tensor | number;

/** @internal A new tensor of zeros, stored row by row. */
export function blank(shape: Shape, dtype: DType): Tensor {
  const size = count(shape);
  return new Tensor(shape, rowStrides(shape), allocate(dtype, size), 0, dtype, size, true);
}

/** @internal A new tensor of zeros of the shape of `like`, stored row by row. */
export function blankLike(like: Tensor, dtype: DType): Tensor {
  const strides = like.rowMajor ? like.strides : rowStrides(like.shape);
  return new Tensor(like.shape, strides, allocate(dtype, like.count), 0, dtype, like.count, true);
}

/** Up to so many numbers a result shares its array with others, and so many numbers such an array has. */
const FEW = 16;
const SHARED = 2048;
let doubles = new Float64Array(SHARED);
let doublesUsed = 0;
let singles = new Float32Array(SHARED);
let singlesUsed = 0;

/**
 * @internal A new tensor of zeros for the result of an operation, stored row by row from its `offset` on. Making an array
 * takes longer than computing a few numbers, so small results lie one after the other in an array that they share.
 */
export function room(shape: Shape, strides: Shape, dtype: DType, size: number): Tensor {
  if (size <= FEW) {
    if (dtype === "float64") {
      if (doublesUsed + size > SHARED) {
        doubles = new Float64Array(SHARED);
        doublesUsed = 0;
      }
      const offset = doublesUsed;
      doublesUsed += size;
      return new Tensor(shape, strides, doubles, offset, dtype, size, true);
    }
    if (dtype === "float32") {
      if (singlesUsed + size > SHARED) {
        singles = new Float32Array(SHARED);
        singlesUsed = 0;
      }
      const offset = singlesUsed;
      singlesUsed += size;
      return new Tensor(shape, strides, singles, offset, dtype, size, true);
    }
  }
  return new Tensor(shape, strides, allocate(dtype, size), 0, dtype, size, true);
}

/** @internal As {@link room}, of the shape of another tensor. */
export const roomLike = (like: Tensor, dtype: DType): Tensor =>
  room(like.shape, like.rowMajor ? like.strides : rowStrides(like.shape), dtype, like.count);

/** @internal A tensor without dimensions that holds a number: how plain numbers enter operations. */
export function scalar(value: number, dtype: DType): Tensor {
  const t = room(noShape, noShape, dtype, 1);
  t.values[t.offset] = value;
  return t;
}

/** The shape of a single number. */
export const noShape: Shape = [];

/** @internal Another look at the same elements, without history and with a counter of changes of its own. */
export function alias(t: Tensor, shape: Shape, strides: Shape, offset: number): Tensor {
  return new Tensor(shape, strides, t.values, offset, t.dtype, count(shape), isRowMajor(shape, strides));
}

/** @internal Another look at the same elements, whose changes in place are counted together with those of `t`. */
export function viewOf(t: Tensor, shape: Shape, strides: Shape, offset: number): Tensor {
  const v = alias(t, shape, strides, offset);
  v.root = t.root ?? t;
  return v;
}

/** @internal The same elements without a history; changes in place are still noticed on both sides. */
export const detach = (t: Tensor): Tensor => viewOf(t, t.shape, t.strides, t.offset);

/** @internal A flat copy of the elements, row by row. */
export function elements(t: Tensor): number[] {
  const source = rowMajor(t);
  return Array.from(source.values.subarray(source.offset, source.offset + source.count));
}

/** @internal The tensor itself when its elements lie row by row, else a copy that does; without history. */
export function rowMajor(t: Tensor): Tensor {
  if (t.rowMajor) return t;
  const copy = blankLike(t, t.dtype);
  copyElements(t, copy);
  return copy;
}

/** @internal Writes the elements of `from` over those of `to`; the shapes are equal. */
export function copyElements(from: Tensor, to: Tensor): void {
  if (from.rowMajor && to.rowMajor) {
    if (from.count < 16) {
      for (let i = 0; i < from.count; i++) to.values[to.offset + i] = from.values[from.offset + i]!;
    } else to.values.set(from.values.subarray(from.offset, from.offset + from.count), to.offset);
    return;
  }
  if (from.count === 0) return;
  copyDim(from, from.offset, to, to.offset, 0);
}

/** Recursion over dimensions, of which there are few. */
function copyDim(from: Tensor, fromAt: number, to: Tensor, toAt: number, dim: number): void {
  if (dim === from.shape.length) {
    to.values[toAt] = from.values[fromAt]!;
    return;
  }
  const size = from.shape[dim]!;
  const fs = from.strides[dim]!;
  const ts = to.strides[dim]!;
  if (dim === from.shape.length - 1) {
    const source = from.values;
    const target = to.values;
    for (let i = 0, f = fromAt, t = toAt; i < size; i++, f += fs, t += ts) target[t] = source[f]!;
  } else {
    for (let i = 0; i < size; i++) copyDim(from, fromAt + i * fs, to, toAt + i * ts, dim + 1);
  }
}

/** @internal Refuses what is not a tensor: plain JavaScript has no types to do so. */
export function needTensor(op: string, x: unknown): asserts x is Tensor {
  if (!(x instanceof Tensor)) {
    fail(mistake.notTensor, { op, got: kindOf(x) });
  }
}

/** @internal Refuses data types that have no gradient. */
export function needFloat(op: string, t: Tensor): void {
  needTensor(op, t);
  if (!isFloat(t.dtype)) {
    fail(mistake.dtype, { op, dtype: t.dtype, expected: "float" });
  }
}

/** @internal Refuses what is no tensor, or has fewer than `least` or more than `most` dimensions (null: no limit). */
export function checkRank(
  op: string,
  x: unknown,
  least: number,
  most: number | null = least,
): asserts x is Tensor {
  needTensor(op, x);
  const rank = x.shape.length;
  if (rank < least || (most !== null && rank > most)) fail(mistake.rank, { op, shape: x.shape, least, most });
}

/** @internal Refuses an argument of another shape than the one that it must have. */
export function checkShapeOf(op: string, argument: string, got: Shape, expected: Shape): void {
  if (!sameShape(got, expected)) fail(mistake.sameShape, { op, argument, expected, got });
}
