import { checkOption } from "../errors";
import { uniform } from "../random";
import { blank, needFloat, type Tensor } from "../tensor";
import { mul } from "./arithmetic";

/**
 * In training, sets each element to 0 with probability p and multiplies the others by 1 / (1 − p), so that the mean stays
 * (Srivastava and others, "Dropout"). Else the tensor itself. See `manualSeed`.
 */
export function dropout(x: Tensor, p = 0.5, training = true): Tensor {
  needFloat("dropout", x);
  checkOption("dropout", "p", p, { most: 1 });
  if (!training || p === 0) return x;
  const mask = blank(x.shape, x.dtype);
  for (let i = 0; i < mask.count; i++) mask.values[i] = p < 1 && uniform() >= p ? 1 / (1 - p) : 0;
  return mul(x, mask);
}
