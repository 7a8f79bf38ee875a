import type { Nested } from "../create";
import type { DType } from "../dtype";
import { fail } from "../errors";
import * as mistake from "../mistakes";
import { cast } from "../ops/cast";
import { print } from "../print";
import { type Shape, wrapDim } from "../shape";
import { elements, Tensor } from "../tensor";
import { install } from "./install";

function toNested(t: Tensor, dim: number, at: number): Nested {
  if (dim === t.shape.length) return t.dtype === "bool" ? t.values[at] !== 0 : t.values[at]!;
  const step = t.strides[dim]!;
  return Array.from({ length: t.shape[dim]! }, (_, i) => toNested(t, dim + 1, at + i * step));
}

function size(this: Tensor): Shape;
function size(this: Tensor, dim: number): number;
function size(this: Tensor, dim?: number): Shape | number {
  return dim === undefined ? this.shape : (this.shape[wrapDim("size", dim, this.shape.length)] ?? 1);
}

/** What a tensor holds, as JavaScript values. */
export const valueMethods = {
  /** The one number (or boolean, as 0 or 1) of a tensor with one element. */
  item(this: Tensor): number {
    if (this.count !== 1) {
      fail(mistake.notOneElement, { op: "item", shape: this.shape });
    }
    return this.values[this.offset]!;
  },
  /** The elements as nested arrays; a plain number for a tensor without dimensions. */
  tolist(this: Tensor): Nested {
    return toNested(this, 0, this.offset);
  },
  /** A flat copy of the elements, row by row. */
  toArray(this: Tensor): number[] {
    return elements(this);
  },
  /** The number of elements. */
  numel(this: Tensor): number {
    return this.count;
  },
  /** The number of dimensions. */
  dim(this: Tensor): number {
    return this.shape.length;
  },
  /** The size of one dimension; the sizes of all where none is named. */
  size,
  /** How far apart neighbours of each dimension lie in memory, counted in elements. */
  stride(this: Tensor): readonly number[] {
    return this.strides;
  },
  /** Whether the elements lie row by row without gaps. */
  isContiguous(this: Tensor): boolean {
    return this.rowMajor;
  },
  /** The elements in another type; the tensor itself where the type is the same. */
  to(this: Tensor, dtype: DType): Tensor {
    return cast(this, dtype);
  },
  /** The elements as float64. */
  double(this: Tensor): Tensor {
    return cast(this, "float64");
  },
  /** The elements as float32. */
  float(this: Tensor): Tensor {
    return cast(this, "float32");
  },
  /** The elements as int64, without what follows the point. */
  long(this: Tensor): Tensor {
    return cast(this, "int64");
  },
  /** Whether each element is not 0. */
  bool(this: Tensor): Tensor {
    return cast(this, "bool");
  },
  /** As PyTorch prints it: `tensor([[0.7514, 0.7729]], gradFn=<SigmoidBackward>)`. */
  toString(this: Tensor): string {
    return print(this);
  },
};

/** Texts are printed; arithmetic with JavaScript's operators is refused, because it would lose the gradient. */
function toPrimitive(this: Tensor, hint: string): string {
  if (hint === "string") return this.toString();
  fail(mistake.operator, {});
}

install(valueMethods);

// JavaScript's own way of asking an object for a text or a number, and Node's of showing it.
Object.defineProperties(Tensor.prototype, {
  [Symbol.toPrimitive]: { value: toPrimitive },
  [Symbol.for("nodejs.util.inspect.custom")]: {
    value(this: Tensor): string {
      return this.toString();
    },
  },
});
