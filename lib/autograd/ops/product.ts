import { eye } from "../create";
import { isFloat } from "../dtype";
import { needTensor, type Tensor } from "../tensor";
import { div, mul } from "./arithmetic";
import { cast } from "./cast";
import { hasZero } from "./cumulate";
import { A_OUT, type Op } from "./op";
import { type Reduced, type ReduceKernel, reduce, spread } from "./reduce";
import { reshape, transpose, unsqueeze } from "./shape";
import { where } from "./where";

/** y = Π xᵢ.   ∂L/∂xⱼ = g · y / xⱼ; where there are zeros, g times the product of all but xⱼ */
export const Prod: Op & { forward: ReduceKernel } = {
  name: "prod",
  forward(outer, size, inner, x, xi, y) {
    y.fill(1);
    for (let o = 0; o < outer; o++) {
      const at = o * inner;
      for (let i = 0; i < size; i++) for (let j = 0; j < inner; j++) y[at + j]! *= x[xi++]!;
    }
  },
  saves: [A_OUT],
  backward: [
    (g, at) => {
      if (!hasZero(at.a)) return div(spread(mul(g, at.out), at), at.a);
      const { dims } = at.attributes as Reduced;
      const rank = at.a.shape.length;
      const all = dims.length > 1 || rank === 0;
      const x = all ? reshape(at.a, [at.a.count]) : at.a;
      const dim = all ? 0 : (dims[0] ?? 0);
      const others = transpose(prod(withOnes(x, dim), dim, true), dim, -1);
      return mul(spread(g, at), reshape(others, at.a.shape));
    },
  ],
};

/** @internal x repeated along a new last dimension, where the n-th copy has a 1 at place n of a dimension. */
export function withOnes(x: Tensor, dim: number): Tensor {
  const size = x.shape[dim] ?? 1;
  const unit = cast(eye(size), "bool");
  const last = x.shape.length;
  const mask = reshape(
    unit,
    Array.from({ length: last + 1 }, (_, i) => (i === dim || i === last ? size : 1)),
  );
  return where(mask, 1, unsqueeze(x, -1));
}

/** The product of all elements, or along a dimension; integers and bools give int64. */
export function prod(x: Tensor, dim: number | null = null, keepdim = false): Tensor {
  needTensor("prod", x);
  return reduce(Prod, x, dim, keepdim, isFloat(x.dtype) ? x.dtype : "int64");
}
