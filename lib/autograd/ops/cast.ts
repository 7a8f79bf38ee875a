import { convert } from "../create";
import { checkDtype, type DType, isFloat } from "../dtype";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import { blank, rowMajor, type Tensor } from "../tensor";
import { NOTHING, type Op } from "./op";

/** y = x in another type.   ∂L/∂x = g in x's type */
export const Cast: Op = {
  name: "to",
  saves: [NOTHING],
  backward: [(g, at) => cast(g, at.attributes as DType)],
};

/** The elements in another type; the tensor itself where the type is the same. Whole numbers lose what follows the point. */
export function cast(x: Tensor, dtype: DType): Tensor {
  if (x.dtype === dtype) return x;
  checkDtype("to", dtype);
  const y = blank(x.shape, dtype);
  const source = rowMajor(x);
  for (let i = 0; i < y.count; i++) y.values[i] = convert(source.values[source.offset + i]!, dtype);
  return mode.recording && isFloat(dtype) && x.node !== null ? record(Cast, y, [x], x.dtype) : y;
}
