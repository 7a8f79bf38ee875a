import type { Values } from "../dtype";
import { rowStrides, type Shape } from "../shape";
import { rowMajor, type Tensor } from "../tensor";

/** y[i] = f(x[i]) for n elements that lie side by side from `xi` and `yi`. */
export type UnaryKernel = (n: number, x: Values, xi: number, y: Values, yi: number) => void;

/** y[i] = f(a[i], b[i]) for n elements; `as` and `bs` are the steps in a and b (0 repeats one number), y lies side by side. */
export type BinaryKernel = (
  n: number,
  a: Values,
  ai: number,
  as: number,
  b: Values,
  bi: number,
  bs: number,
  y: Values,
  yi: number,
) => void;

/** Runs a kernel over a whole tensor. `y` is row-major and of the same shape. */
export function runUnary(kernel: UnaryKernel, x: Tensor, y: Tensor): void {
  const source = rowMajor(x);
  kernel(y.count, source.values, source.offset, y.values, y.offset);
}

/** Runs a kernel over two tensors that broadcast to the shape of `y`, which is row-major. */
export function runBinary(kernel: BinaryKernel, a: Tensor, b: Tensor, y: Tensor): void {
  const n = y.count;
  if (a.rowMajor && b.rowMajor) {
    const sameA = a.count === n;
    const sameB = b.count === n;
    if ((sameA || a.count === 1) && (sameB || b.count === 1)) {
      kernel(n, a.values, a.offset, sameA ? 1 : 0, b.values, b.offset, sameB ? 1 : 0, y.values, y.offset);
      return;
    }
  }
  if (n === 0) return;
  const rank = y.shape.length;
  if (rank === 0) kernel(1, a.values, a.offset, 0, b.values, b.offset, 0, y.values, y.offset);
  else
    walkBinary(
      kernel,
      y.shape,
      rowStrides(y.shape),
      a,
      alignedStrides(a, y.shape),
      a.offset,
      b,
      alignedStrides(b, y.shape),
      b.offset,
      y,
      y.offset,
      0,
    );
}

/** The steps of `t` along the dimensions of a shape that it broadcasts to: 0 where it repeats. */
export function alignedStrides(t: Tensor, shape: Shape): number[] {
  const lead = shape.length - t.shape.length;
  return shape.map((_, i) => (i < lead || t.shape[i - lead] === 1 ? 0 : t.strides[i - lead]!));
}

function walkBinary(
  kernel: BinaryKernel,
  shape: Shape,
  strides: Shape,
  a: Tensor,
  as: readonly number[],
  ai: number,
  b: Tensor,
  bs: readonly number[],
  bi: number,
  y: Tensor,
  yi: number,
  dim: number,
): void {
  const size = shape[dim]!;
  const sa = as[dim]!;
  const sb = bs[dim]!;
  if (dim === shape.length - 1) {
    kernel(size, a.values, ai, sa, b.values, bi, sb, y.values, yi);
    return;
  }
  const sy = strides[dim]!;
  for (let i = 0; i < size; i++) {
    walkBinary(kernel, shape, strides, a, as, ai + i * sa, b, bs, bi + i * sb, y, yi + i * sy, dim + 1);
  }
}
