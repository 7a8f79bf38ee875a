import { checkOption } from "../errors";
import { sameShape } from "../shape";
import { checkShapeOf, detach, needFloat, rowMajor, type Tensor } from "../tensor";
import { add, div, mul, sub } from "./arithmetic";
import { le } from "./compare";
import { type LossOptions, reduced } from "./reduction";
import { unsqueeze } from "./shape";
import { clamp, exp, log, square } from "./unary";
import { where } from "./where";

/** Options of `poissonNLLLoss`. */
export interface PoissonNLLOptions extends LossOptions {
  /** Whether the input holds the logarithms of the expected counts. Default true. */
  readonly logInput?: boolean;
  /** Whether ln(t!) is added, by Stirling's formula and for t above 1. Default false. */
  readonly full?: boolean;
  /** Added to expected counts before their logarithm is taken. Default 1e-8. */
  readonly eps?: number;
}

/** The negative log-likelihood of counts t with the expected counts eˣ: eˣ − t x; with `logInput` false, x − t ln(x + eps). */
export function poissonNLLLoss(input: Tensor, target: Tensor, options?: PoissonNLLOptions): Tensor {
  const op = "poissonNLLLoss";
  needFloat(op, input);
  const { logInput = true, full = false, eps = 1e-8 } = options ?? {};
  let losses = logInput ? sub(exp(input), mul(target, input)) : sub(input, mul(target, log(add(input, eps))));
  if (full) {
    const few = le(target, 1);
    // Where the formula is not used, a 1 keeps its logarithm finite.
    const many = where(few, 1, target);
    const stirling = add(sub(mul(many, log(many)), many), mul(log(mul(many, 2 * Math.PI)), 0.5));
    losses = add(losses, where(few, 0, stirling));
  }
  return reduced(op, losses, options);
}

/** Options of `gaussianNLLLoss`. */
export interface GaussianNLLOptions extends LossOptions {
  /** Whether the constant ½ ln 2π is added. Default false. */
  readonly full?: boolean;
  /** The least variance; smaller ones count as this, and their gradient is that of this. Default 1e-6. */
  readonly eps?: number;
}

/**
 * ½ (ln v + (x − t)² / v): the negative log-likelihood of targets t from normal distributions with mean x and variance v. The
 * variance has the input's shape, with a last dimension of 1 if all of a row share it, or without that dimension.
 */
export function gaussianNLLLoss(
  input: Tensor,
  target: Tensor,
  variance: Tensor,
  options?: GaussianNLLOptions,
): Tensor {
  const op = "gaussianNLLLoss";
  needFloat(op, input);
  needFloat(op, variance);
  const { full = false, eps = 1e-6 } = options ?? {};
  const rows = input.shape.slice(0, -1);
  const v =
    !sameShape(variance.shape, input.shape) && sameShape(variance.shape, rows)
      ? unsqueeze(variance, -1)
      : variance;
  if (!sameShape(v.shape, [...rows, 1])) checkShapeOf(op, "the variance", v.shape, input.shape);
  const { values, offset } = rowMajor(v);
  for (let i = 0; i < v.count; i++)
    if (values[offset + i]! < 0) checkOption(op, "the variance", values[offset + i]!);
  const held = add(v, detach(sub(clamp(v, eps), v)));
  const losses = mul(add(log(held), div(square(sub(input, target)), held)), 0.5);
  return reduced(op, full ? add(losses, 0.5 * Math.log(2 * Math.PI)) : losses, options);
}
