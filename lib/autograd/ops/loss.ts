import { checkOption, fail } from "../errors";
import { mode } from "../graph/mode";
import { record } from "../graph/node";
import * as mistake from "../mistakes";
import { sameShape } from "../shape";
import {
  blank,
  blankLike,
  checkRank,
  checkShapeOf,
  needFloat,
  needTensor,
  rowMajor,
  scalar,
  type Tensor,
} from "../tensor";
import { logsigmoid } from "./activations";
import { add, div, mul, neg, sub } from "./arithmetic";
import { eq } from "./compare";
import { applyBinary, type BinaryOp } from "./elementwise";
import { gather } from "./gather";
import { A, A_B, type Op } from "./op";
import { sum } from "./reduce";
import { checkReduction, type LossOptions, reduced } from "./reduction";
import { reshape, unsqueeze } from "./shape";
import { logSoftmax } from "./softmax";
import { clamp, log, sigmoid } from "./unary";
import { where } from "./where";

/**
 * ℓ = −(t ln x + (1 − t) ln(1 − x)), each logarithm at least −100.
 * ∂L/∂x = g (x − t) / max(x (1 − x), 10⁻¹²),   ∂L/∂t = g (ln(1 − x) − ln x)
 */
export const BinaryCrossEntropy: Op = {
  name: "binaryCrossEntropy",
  saves: [A_B, A],
  backward: [
    (g, { a: x, b: target }) => mul(g, div(sub(x, target), clamp(mul(sub(1, x), x), leastSlope))),
    (g, { a: x }) => mul(g, sub(clamp(log(sub(1, x)), -100), clamp(log(x), -100))),
  ],
};

/** 10⁻¹² in single precision, as PyTorch has it. */
const leastSlope = 9.999999960041972e-13;

/** Options of losses with weights. */
export interface WeightedLossOptions extends LossOptions {
  /** A factor for each element, or each class. Default 1. */
  readonly weight?: Tensor | null;
}

/** The cross-entropy of probabilities from 0 to 1 with targets from 0 to 1 of the same shape. */
export function binaryCrossEntropy(input: Tensor, target: Tensor, options?: WeightedLossOptions): Tensor {
  needFloat("binaryCrossEntropy", input);
  needTensor("binaryCrossEntropy", target);
  checkShapeOf("binaryCrossEntropy", "target", target.shape, input.shape);
  const y = blankLike(input, input.dtype);
  const x = rowMajor(input);
  const t = rowMajor(target);
  for (let i = 0; i < y.count; i++) {
    const p = x.values[x.offset + i]!;
    const q = t.values[t.offset + i]!;
    if (!(p >= 0 && p <= 1)) {
      fail(mistake.probabilityRange, { op: "binaryCrossEntropy", got: p });
    }
    y.values[i] = (q - 1) * Math.max(Math.log1p(-p), -100) - q * Math.max(Math.log(p), -100);
  }
  const losses = mode.recording ? record(BinaryCrossEntropy, y, [input, target]) : y;
  const weight = options?.weight ?? null;
  return reduced("binaryCrossEntropy", weight === null ? losses : mul(losses, weight), options);
}

/** ℓ = (1 − t) x + ln(1 + e⁻ˣ).   ∂L/∂x = g (σ(x) − t),   ∂L/∂t = −g x */
export const BinaryCrossEntropyWithLogits: BinaryOp = {
  name: "binaryCrossEntropyWithLogits",
  integers: false,
  forward(n, a, ai, as, b, bi, bs, y, yi) {
    for (; n > 0; n--, ai += as, bi += bs) {
      const x = a[ai]!;
      y[yi++] = (1 - b[bi]!) * x + Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
  },
  saves: [A_B, A],
  backward: [(g, { a: x, b: target }) => mul(g, sub(sigmoid(x), target)), (g, { a: x }) => neg(mul(g, x))],
};

/** Options of `binaryCrossEntropyWithLogits`. */
export interface LogitsLossOptions extends WeightedLossOptions {
  /** How much more the positive part of each target counts: one number for each class. Default 1. */
  readonly posWeight?: Tensor | null;
}

/** The cross-entropy of sigmoid(input) with targets from 0 to 1 of the same shape. */
export function binaryCrossEntropyWithLogits(
  input: Tensor,
  target: Tensor,
  options?: LogitsLossOptions,
): Tensor {
  const op = "binaryCrossEntropyWithLogits";
  needTensor(op, input);
  needTensor(op, target);
  checkShapeOf(op, "target", target.shape, input.shape);
  const { weight = null, posWeight = null } = options ?? {};
  let losses: Tensor;
  if (posWeight === null) losses = applyBinary(BinaryCrossEntropyWithLogits, input, target);
  else {
    const factor = add(mul(sub(posWeight, 1), target), 1);
    losses = sub(mul(sub(1, target), input), mul(factor, logsigmoid(input)));
  }
  return reduced(op, weight === null ? losses : mul(losses, weight), options);
}

/** Options of `nllLoss`. */
export interface ClassLossOptions extends WeightedLossOptions {
  /** Targets of this class do not count. Default −100. */
  readonly ignoreIndex?: number;
}

/** Where the classes are: dimension 1, or 0 of an input without a batch. */
const classDim = (input: Tensor): number => (input.shape.length > 1 ? 1 : 0);

/**
 * −x[class] for each target: the negative log-likelihood of the right classes. `input` holds log-probabilities of shape
 * [classes], [batch, classes] or [batch, classes, …], `target` int64 classes of that shape without the classes.
 */
export function nllLoss(input: Tensor, target: Tensor, options?: ClassLossOptions): Tensor {
  return classLoss("nllLoss", input, target, options);
}

function classLoss(op: string, input: Tensor, target: Tensor, options: ClassLossOptions | undefined): Tensor {
  const reduction = checkReduction(op, options);
  needFloat(op, input);
  needTensor(op, target);
  if (target.dtype !== "int64") {
    fail(mistake.dtype, { op, dtype: target.dtype, expected: "int64" });
  }
  checkRank(op, input, 1, null);
  const dim = classDim(input);
  const classes = input.shape[dim]!;
  const wanted = input.shape.toSpliced(dim, 1);
  if (!sameShape(wanted, target.shape)) {
    const batch = input.shape[0]!;
    const targets = target.shape[0] ?? 1;
    if (input.shape.length > 1 && batch !== targets) {
      fail(mistake.targetBatch, { op, input: batch, target: targets });
    }
    fail(mistake.sameShape, { op, argument: "target", expected: wanted, got: target.shape });
  }
  const ignore = options?.ignoreIndex ?? -100;
  // A weight for each target: that of its class, and 0 for targets that do not count.
  const places = blank(target.shape, "int64");
  const weights = blank(target.shape, input.dtype);
  const source = rowMajor(target);
  const given = options?.weight == null ? null : rowMajor(options.weight);
  if (given !== null) checkShapeOf(op, "weight", given.shape, [classes]);
  for (let i = 0; i < source.count; i++) {
    const k = source.values[source.offset + i]!;
    if (k === ignore) continue;
    if (k < 0 || k >= classes) {
      fail(mistake.targetRange, { op, target: k, classes });
    }
    places.values[i] = k;
    weights.values[i] = given === null ? 1 : given.values[given.offset + k]!;
  }
  const picked = reshape(gather(input, dim, unsqueeze(places, dim)), target.shape);
  const counts = eq(weights, 0);
  const losses = where(counts, 0, neg(mul(picked, weights)));
  if (reduction === "none") return losses;
  return reduction === "sum" ? sum(losses) : div(sum(losses), sum(weights));
}

/** Options of `crossEntropy`. */
export interface CrossEntropyOptions extends ClassLossOptions {
  /** How much of each target is spread evenly over all classes, from 0 to 1. Default 0. */
  readonly labelSmoothing?: number;
}

/**
 * The cross-entropy of softmax(input) with the targets: int64 classes as in `nllLoss`, or probabilities of the input's
 * shape. The input holds raw scores (logits).
 */
export function crossEntropy(input: Tensor, target: Tensor, options?: CrossEntropyOptions): Tensor {
  const op = "crossEntropy";
  checkRank(op, input, 1, null);
  needTensor(op, target);
  const dim = classDim(input);
  const logits = logSoftmax(input, dim);
  const smoothing = options?.labelSmoothing ?? 0;
  checkOption(op, "labelSmoothing", smoothing, { most: 1 });
  const classes = input.shape[dim]!;
  const weight = options?.weight ?? null;
  const perClass =
    weight === null
      ? scalar(1, input.dtype)
      : reshape(weight, [classes, ...input.shape.slice(dim + 1).map(() => 1)]);
  if (target.dtype !== "int64") {
    if (!sameShape(input.shape, target.shape)) {
      fail(mistake.targetProbabilities, { op, input: input.shape, target: target.shape });
    }
    const mixed = smoothing === 0 ? target : add(mul(target, 1 - smoothing), smoothing / classes);
    const losses = neg(sum(mul(mul(logits, mixed), perClass), dim));
    const reduction = checkReduction(op, options);
    const samples = input.count / classes;
    return reduction === "none" ? losses : reduction === "sum" ? sum(losses) : div(sum(losses), samples);
  }
  const hard = classLoss(op, logits, target, options);
  if (smoothing === 0) return hard;
  const ignore = options?.ignoreIndex ?? -100;
  const ignored = eq(target, ignore);
  const spread = where(ignored, 0, neg(sum(mul(logits, perClass), dim)));
  const reduction = checkReduction(op, options);
  let smooth = reduction === "none" ? spread : sum(spread);
  if (reduction === "mean") {
    const counted = where(ignored, 0, weight === null ? 1 : classWeights(weight, target, ignored));
    smooth = div(smooth, sum(counted));
  }
  return add(mul(hard, 1 - smoothing), mul(smooth, smoothing / classes));
}

/** The weight of each target's class. */
function classWeights(weight: Tensor, target: Tensor, ignored: Tensor): Tensor {
  const places = reshape(where(ignored, 0, target), [target.count]);
  return reshape(gather(weight, 0, places), target.shape);
}
