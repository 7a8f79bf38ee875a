import type { Tensor } from "../tensor";
import { div, mul, sub } from "./arithmetic";
import { eq } from "./compare";
import { sum } from "./reduce";
import { type Reduction, reduced } from "./reduction";
import { exp, log } from "./unary";
import { where } from "./where";

/** Options of `klDiv`. */
export interface KLDivOptions {
  /** As of every loss, and "batchmean": the sum divided by the size of the first dimension. Default "mean". */
  readonly reduction?: Reduction | "batchmean";
  /** Whether the target holds logarithms. Default false. */
  readonly logTarget?: boolean;
}

/** t (ln t − x): Kullback and Leibler's divergence of the target from the distribution whose logarithms the input holds. */
export function klDiv(input: Tensor, target: Tensor, options?: KLDivOptions): Tensor {
  const losses =
    options?.logTarget === true
      ? mul(exp(target), sub(target, input))
      : sub(selfInformation(target), mul(target, input));
  const reduction = options?.reduction ?? "mean";
  return reduction === "batchmean"
    ? div(sum(losses), input.shape[0] ?? 1)
    : reduced("klDiv", losses, { reduction });
}

/** t ln t, and 0 where t is 0. */
function selfInformation(t: Tensor): Tensor {
  const none = eq(t, 0);
  return where(none, 0, mul(t, log(where(none, 1, t))));
}
