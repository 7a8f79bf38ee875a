import * as rearrange from "../ops/rearrange";
import * as ops from "../ops/shape";
import { type Shape, sizes } from "../shape";
import { needTensor, type Tensor } from "../tensor";
import { install } from "./install";

/** Other shapes of a tensor, as methods. Where dimensions are asked for, `f(2, 3)` and `f([2, 3])` are the same. */
export const shapeMethods = {
  /** The same elements in another shape; one size may be −1. Copies only where it must. */
  reshape(this: Tensor, ...shape: readonly number[] | readonly [Shape]): Tensor {
    return ops.reshape(this, sizes(shape));
  },
  /** The same elements in another shape without copying; one size may be −1. */
  view(this: Tensor, ...shape: readonly number[] | readonly [Shape]): Tensor {
    return ops.view(this, sizes(shape));
  },
  /** The dimensions `startDim` to `endDim` made one. */
  flatten(this: Tensor, startDim = 0, endDim = -1): Tensor {
    return ops.flatten(this, startDim, endDim);
  },
  /** Without dimensions of size 1. */
  squeeze(this: Tensor, dim: number | readonly number[] | null = null): Tensor {
    return ops.squeeze(this, dim);
  },
  /** With a new dimension of size 1. */
  unsqueeze(this: Tensor, dim: number): Tensor {
    return ops.unsqueeze(this, dim);
  },
  /** Two dimensions exchanged. */
  transpose(this: Tensor, dim0: number, dim1: number): Tensor {
    return ops.transpose(this, dim0, dim1);
  },
  /** A matrix with rows and columns exchanged. */
  t(this: Tensor): Tensor {
    return ops.t(this);
  },
  /** The dimensions in the given order. */
  permute(this: Tensor, ...dims: readonly number[] | readonly [Shape]): Tensor {
    return ops.permute(this, sizes(dims));
  },
  /** The elements repeated along new leading dimensions and those of size 1, without copying; −1 keeps a size. */
  expand(this: Tensor, ...shape: readonly number[] | readonly [Shape]): Tensor {
    return ops.expand(this, sizes(shape));
  },
  /** The elements repeated to the shape of another tensor. */
  expandAs(this: Tensor, other: Tensor): Tensor {
    needTensor("expandAs", other);
    return ops.expand(this, other.shape);
  },
  /** A copy, through which gradients flow. */
  clone(this: Tensor): Tensor {
    return ops.clone(this);
  },
  /** The tensor itself when its elements lie row by row, else a copy that does. */
  contiguous(this: Tensor): Tensor {
    return ops.contiguous(this);
  },
  /** The elements in reverse order along the given dimensions. */
  flip(this: Tensor, ...dims: readonly number[] | readonly [Shape]): Tensor {
    return rearrange.flip(this, sizes(dims));
  },
  /** The elements moved on along dimensions; those that leave at the end come in at the beginning. */
  roll(this: Tensor, shifts: number | Shape, dims: number | Shape | null = null): Tensor {
    return rearrange.roll(this, shifts, dims);
  },
  /** The lower triangle of matrices, zeros elsewhere. */
  tril(this: Tensor, diagonal = 0): Tensor {
    return rearrange.tril(this, diagonal);
  },
  /** The upper triangle of matrices, zeros elsewhere. */
  triu(this: Tensor, diagonal = 0): Tensor {
    return rearrange.triu(this, diagonal);
  },
  /** A matrix with this vector on a diagonal, or the diagonal of this matrix. */
  diag(this: Tensor, diagonal = 0): Tensor {
    return rearrange.diag(this, diagonal);
  },
  /** The sum of a matrix's diagonal. */
  trace(this: Tensor): Tensor {
    return rearrange.trace(this);
  },
  /** The whole tensor repeated along each dimension. */
  repeat(this: Tensor, ...repeats: readonly number[] | readonly [Shape]): Tensor {
    return rearrange.repeat(this, sizes(repeats));
  },
  /** Each element repeated on the spot. */
  repeatInterleave(this: Tensor, repeats: number, dim: number | null = null): Tensor {
    return rearrange.repeatInterleave(this, repeats, dim);
  },
  /** Parts along a dimension, each `size` long (the last may be shorter), or as long as a list says. */
  split(this: Tensor, size: number | Shape, dim = 0): Tensor[] {
    return rearrange.split(this, size, dim);
  },
  /** At most `chunks` parts along a dimension. */
  chunk(this: Tensor, chunks: number, dim = 0): Tensor[] {
    return rearrange.chunk(this, chunks, dim);
  },
  /** The parts at each place of a dimension, which disappears. */
  unbind(this: Tensor, dim = 0): Tensor[] {
    return rearrange.unbind(this, dim);
  },
  /** The elements repeated to a shape, without copying. */
  broadcastTo(this: Tensor, ...shape: readonly number[] | readonly [Shape]): Tensor {
    return ops.expand(this, sizes(shape));
  },
};

install(shapeMethods);
