import { outer } from "../ops/einsum";
import * as ops from "../ops/matmul";
import type { Tensor } from "../tensor";
import { install } from "./install";

/** Products of matrices and vectors, as methods. */
export const matmulMethods = {
  /** The matrix product, with batches and broadcasting. */
  matmul(this: Tensor, other: Tensor): Tensor {
    return ops.matmul(this, other);
  },
  /** The product of two matrices. */
  mm(this: Tensor, other: Tensor): Tensor {
    return ops.mm(this, other);
  },
  /** The products of two batches of matrices. */
  bmm(this: Tensor, other: Tensor): Tensor {
    return ops.bmm(this, other);
  },
  /** The product of this matrix and a vector. */
  mv(this: Tensor, vector: Tensor): Tensor {
    return ops.mv(this, vector);
  },
  /** The inner product of two vectors. */
  dot(this: Tensor, other: Tensor): Tensor {
    return ops.dot(this, other);
  },
  /** The outer product of two vectors. */
  outer(this: Tensor, other: Tensor): Tensor {
    return outer(this, other);
  },
};

install(matmulMethods);
