import { type BinaryKernel, runBinary } from "../kernels/elementwise";
import { broadcast } from "../shape";
import { blank, type Tensor, type TensorLike } from "../tensor";
import { operand } from "./elementwise";
import type { NotDifferentiable } from "./op";

/** A question about pairs of elements; the answers are a bool tensor and have no derivative. */
export interface CompareOp extends NotDifferentiable {
  readonly forward: BinaryKernel;
}

export const Eq: CompareOp = {
  name: "eq",
  differentiable: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai] === b[bi] ? 1 : 0;
  },
};

export const Ne: CompareOp = {
  name: "ne",
  differentiable: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai] !== b[bi] ? 1 : 0;
  },
};

export const Lt: CompareOp = {
  name: "lt",
  differentiable: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai]! < b[bi]! ? 1 : 0;
  },
};

export const Le: CompareOp = {
  name: "le",
  differentiable: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai]! <= b[bi]! ? 1 : 0;
  },
};

export const LogicalAnd: CompareOp = {
  name: "logicalAnd",
  differentiable: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai] !== 0 && b[bi] !== 0 ? 1 : 0;
  },
};

export const LogicalOr: CompareOp = {
  name: "logicalOr",
  differentiable: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) y[yi++] = a[ai] !== 0 || b[bi] !== 0 ? 1 : 0;
  },
};

function compare(op: CompareOp, left: TensorLike, right: TensorLike): Tensor {
  const a = operand(op.name, left, right);
  const b = operand(op.name, right, left);
  const y = blank(broadcast(op.name, a.shape, b.shape), "bool");
  runBinary(op.forward, a, b, y);
  return y;
}

/** Element by element a = b, as a bool tensor, with broadcasting. */
export const eq = (a: TensorLike, b: TensorLike): Tensor => compare(Eq, a, b);
/** Element by element a ≠ b, as a bool tensor, with broadcasting. */
export const ne = (a: TensorLike, b: TensorLike): Tensor => compare(Ne, a, b);
/** Element by element a < b, as a bool tensor, with broadcasting. */
export const lt = (a: TensorLike, b: TensorLike): Tensor => compare(Lt, a, b);
/** Element by element a ≤ b, as a bool tensor, with broadcasting. */
export const le = (a: TensorLike, b: TensorLike): Tensor => compare(Le, a, b);
/** Element by element a > b, as a bool tensor, with broadcasting. */
export const gt = (a: TensorLike, b: TensorLike): Tensor => compare(Lt, b, a);
/** Element by element a ≥ b, as a bool tensor, with broadcasting. */
export const ge = (a: TensorLike, b: TensorLike): Tensor => compare(Le, b, a);
/** Element by element whether both are not 0, as a bool tensor, with broadcasting. */
export const logicalAnd = (a: Tensor, b: Tensor): Tensor => compare(LogicalAnd, a, b);
/** Element by element whether one of them is not 0, as a bool tensor, with broadcasting. */
export const logicalOr = (a: Tensor, b: Tensor): Tensor => compare(LogicalOr, a, b);
/** Element by element whether it is 0, as a bool tensor. */
export const logicalNot = (x: Tensor): Tensor => eq(x, 0);
