import { type DType, getDefaultDtype, isFloat, promote, type Values } from "../dtype";
import { mode } from "../graph/mode";
import { type Node, record } from "../graph/node";
import { type BinaryKernel, runBinary, runUnary, type UnaryKernel } from "../kernels/elementwise";
import { broadcast, count, rowStrides, sameShape } from "../shape";
import { needTensor, room, roomLike, rowMajor, scalar, type Tensor, type TensorLike } from "../tensor";
import type { Op, Rule } from "./op";

/** An operation on each element by itself. */
export interface UnaryOp extends Op {
  readonly forward: UnaryKernel;
  readonly backward: readonly [Rule];
  /** Whether integers stay integers; otherwise they become floats first. */
  readonly integers?: boolean;
}

/** An operation on pairs of elements, with broadcasting. */
export interface BinaryOp extends Op {
  readonly forward: BinaryKernel;
  readonly backward: readonly [Rule, Rule];
  /** Whether two integers give an integer. */
  readonly integers: boolean;
}

/** Carries out a unary operation and records it. */
export function applyUnary(op: UnaryOp, x: Tensor): Tensor {
  return applyKernel(op, op.forward, x, null, op.integers);
}

/** Carries out an operation on each element whose kernel depends on the call, and records it with what it was called with. */
export function applyKernel(
  op: Op,
  kernel: UnaryKernel,
  x: Tensor,
  attributes: unknown,
  integers = false,
): Tensor {
  needTensor(op.name, x);
  const y = roomLike(x, isFloat(x.dtype) || integers ? x.dtype : getDefaultDtype());
  runUnary(kernel, x, y);
  return mode.recording && x.node !== null ? record(op, y, [x], attributes) : y;
}

/** Carries out a binary operation and records it. */
export function applyBinary(op: BinaryOp, left: TensorLike, right: TensorLike): Tensor {
  const a = operand(op.name, left, right);
  const b = operand(op.name, right, left);
  let dtype = promote(a.dtype, a.shape.length, b.dtype, b.shape.length);
  if (!op.integers && !isFloat(dtype)) dtype = getDefaultDtype();
  const shape = a.shape === b.shape ? a.shape : broadcast(op.name, a.shape, b.shape);
  const y =
    shape === a.shape
      ? roomLike(a, dtype)
      : shape === b.shape
        ? roomLike(b, dtype)
        : room(shape, rowStrides(shape), dtype, count(shape));
  runBinary(op.forward, a, b, y);
  if (dtype === "bool") for (let i = 0; i < y.count; i++) y.values[i] = y.values[i] === 0 ? 0 : 1;
  return mode.recording && (a.node !== null || b.node !== null) ? record(op, y, [a, b]) : y;
}

/**
 * An operand as a tensor. A plain number takes on the other operand's type, or the default float's where that is an
 * integer and the number is not.
 */
export function operand(op: string, x: TensorLike, other: TensorLike): Tensor {
  if (typeof x !== "number") {
    needTensor(op, x);
    return x;
  }
  needTensor(op, other);
  return scalar(x, scalarType(x, other.dtype));
}

function scalarType(value: number, dtype: DType): DType {
  if (isFloat(dtype)) return dtype;
  return Number.isInteger(value) ? "int64" : getDefaultDtype();
}

/** dx[i] = f(g[i], v[i]) for n elements side by side, where v are the saved values and p is a number the operation was called with. */
export type ChainKernel = (
  n: number,
  g: Values,
  gi: number,
  v: Values,
  vi: number,
  dx: Values,
  di: number,
  p: number,
) => void;

/**
 * The fast gradient of an elementwise operation: one loop over the gradient and the saved input or result `v`. It takes
 * the gradient's place where that is not needed any more.
 */
export function chain(g: Tensor, at: Node, v: Tensor, kernel: ChainKernel, p = 0): Tensor | null {
  if (!sameShape(g.shape, v.shape)) return null;
  const upstream = rowMajor(g);
  const values = rowMajor(v);
  const dx = at.fresh || upstream !== g ? upstream : roomLike(v, g.dtype);
  kernel(dx.count, upstream.values, upstream.offset, values.values, values.offset, dx.values, dx.offset, p);
  return dx;
}
