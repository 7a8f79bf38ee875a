import { checkOption } from "../errors";
import type { Tensor } from "../tensor";
import { add, mul, neg, sub } from "./arithmetic";
import { le, lt, ne } from "./compare";
import { log1p } from "./exponential";
import { type LossOptions, reduced } from "./reduction";
import { abs, clamp, exp, square } from "./unary";
import { where } from "./where";

/** The squared differences of input and target: mean((x − y)²). */
export function mseLoss(input: Tensor, target: Tensor, options?: LossOptions): Tensor {
  return reduced("mseLoss", square(sub(input, target)), options);
}

/** The sizes of the differences of input and target: mean(|x − y|). */
export function l1Loss(input: Tensor, target: Tensor, options?: LossOptions): Tensor {
  return reduced("l1Loss", abs(sub(input, target)), options);
}

/** Options of `smoothL1Loss`. */
export interface SmoothL1Options extends LossOptions {
  /** Up to which difference the loss is quadratic. Default 1. */
  readonly beta?: number;
}

/** d² / (2 beta) for differences d below beta, |d| − beta/2 from there. */
export function smoothL1Loss(input: Tensor, target: Tensor, options?: SmoothL1Options): Tensor {
  const beta = options?.beta ?? 1;
  checkOption("smoothL1Loss", "beta", beta);
  const d = sub(input, target);
  // Without a quadratic part, the slope where the two are equal is −1, as in PyTorch.
  if (beta === 0) return reduced("smoothL1Loss", where(le(d, 0), neg(d), d), options);
  const size = abs(d);
  const losses = where(lt(size, beta), mul(square(d), 0.5 / beta), sub(size, beta / 2));
  return reduced("smoothL1Loss", losses, options);
}

/** Options of `huberLoss`. */
export interface HuberOptions extends LossOptions {
  /** Up to which difference the loss is quadratic. Default 1. */
  readonly delta?: number;
}

/** d² / 2 for differences d up to delta, delta (|d| − delta/2) from there (Huber, "Robust Estimation of a Location Parameter"). */
export function huberLoss(input: Tensor, target: Tensor, options?: HuberOptions): Tensor {
  const delta = options?.delta ?? 1;
  checkOption("huberLoss", "delta", delta);
  const d = sub(input, target);
  const size = abs(d);
  const losses = where(le(size, delta), mul(square(d), 0.5), mul(sub(size, delta / 2), delta));
  return reduced("huberLoss", losses, options);
}

/** Options of losses with a margin. */
export interface MarginOptions extends LossOptions {
  /** How far apart is far enough. */
  readonly margin?: number;
}

/** x where the target is 1, max(0, margin − x) where it is −1; the margin is 1 by default. */
export function hingeEmbeddingLoss(input: Tensor, target: Tensor, options?: MarginOptions): Tensor {
  const far = where(ne(target, 1), clamp(sub(options?.margin ?? 1, input), 0), 0);
  return reduced("hingeEmbeddingLoss", add(far, where(ne(target, -1), input, 0)), options);
}

/** max(0, −t (x₁ − x₂) + margin): x₁ shall be greater where t is 1, smaller where it is −1. The margin is 0 by default. */
export function marginRankingLoss(
  input1: Tensor,
  input2: Tensor,
  target: Tensor,
  options?: MarginOptions,
): Tensor {
  const short = add(neg(mul(target, sub(input1, input2))), options?.margin ?? 0);
  return reduced("marginRankingLoss", clamp(short, 0), options);
}

/** ln(1 + e^(−t x)) for targets t of 1 and −1. */
export function softMarginLoss(input: Tensor, target: Tensor, options?: LossOptions): Tensor {
  return reduced("softMarginLoss", log1p(exp(neg(mul(target, input)))), options);
}
