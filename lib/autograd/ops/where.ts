import { getDefaultDtype, promote } from "../dtype";
import { fail } from "../errors";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import { alignedStrides } from "../kernels/elementwise";
import * as mistake from "../mistakes";
import { broadcast, type Shape } from "../shape";
import { blank, needTensor, rowMajor, scalar, type Tensor, type TensorLike, viewOf } from "../tensor";
import { operand } from "./elementwise";
import { A, NOTHING, type Op } from "./op";

/** y = a where the condition holds, else b.   ∂L/∂a = g there and 0 elsewhere,   ∂L/∂b the other way round */
export const Where: Op = {
  name: "where",
  saves: [NOTHING, A, A],
  backward: [
    null,
    (g, { a: condition }) => where(condition, g, 0),
    (g, { a: condition }) => where(condition, 0, g),
  ],
};

/** Element by element `a` where the condition (a bool tensor) holds, else `b`, with broadcasting. */
export function where(condition: Tensor, a: TensorLike, b: TensorLike): Tensor {
  needTensor("where", condition);
  if (condition.dtype !== "bool") {
    fail(mistake.dtype, { op: "where", dtype: condition.dtype, expected: "bool" });
  }
  const left =
    typeof a === "number" && typeof b === "number" ? scalar(a, getDefaultDtype()) : operand("where", a, b);
  const right = operand("where", b, left);
  const shape = broadcast("where", condition.shape, broadcast("where", left.shape, right.shape));
  const y = blank(shape, promote(left.dtype, left.shape.length, right.dtype, right.shape.length));
  const c = spread(condition, shape);
  const l = spread(left, shape);
  const r = spread(right, shape);
  const cs = c.count === 1 ? 0 : 1;
  const ls = l.count === 1 ? 0 : 1;
  const rs = r.count === 1 ? 0 : 1;
  for (
    let i = 0, ci = c.offset, li = l.offset, ri = r.offset;
    i < y.count;
    i++, ci += cs, li += ls, ri += rs
  ) {
    y.values[i] = c.values[ci] !== 0 ? l.values[li]! : r.values[ri]!;
  }
  return mode.recording ? record(Where, y, [condition, left, right]) : y;
}

/** The elements side by side in the broadcast shape; a single number stays one. */
function spread(t: Tensor, shape: Shape): Tensor {
  return t.count === 1 ? t : rowMajor(viewOf(t, shape, alignedStrides(t, shape), t.offset));
}
