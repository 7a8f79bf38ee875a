import { checkOption, fail } from "../errors";

import { mode, noGrad } from "../graph/mode";
import { record } from "../graph/node";
import * as mistake from "../mistakes";
import { checkShape, count, type Shape } from "../shape";
import { checkRank, checkShapeOf, copyElements, detach, needFloat, needTensor, type Tensor } from "../tensor";
import { add, mul, sub } from "./arithmetic";
import { rsqrt } from "./exponential";
import { A_OUT, type Op } from "./op";
import { mean, variance } from "./reduce";
import { reshape } from "./shape";

/**
 * y = (x − x̄) · r with r = 1/√(var + ε): mean 0 and variance 1 over some dimensions.
 * ∂L/∂x = r · (g − ḡ − y · mean(g · y))
 */
export const Standardize: Op = {
  name: "standardize",
  saves: [A_OUT],
  backward: [
    (g, { a, out, attributes }) => {
      const { dims, eps } = attributes as Over;
      const along = mul(out, mean(mul(g, out), dims, true));
      return mul(sub(sub(g, mean(g, dims, true)), along), scale(a, dims, eps));
    },
  ],
};

interface Over {
  readonly dims: Shape;
  readonly eps: number;
}

const scale = (x: Tensor, dims: Shape, eps: number): Tensor =>
  rsqrt(add(variance(x, dims, { correction: 0, keepdim: true }), eps));

function standardize(x: Tensor, dims: Shape, eps: number): Tensor {
  const source = detach(x);
  const y = mul(sub(source, mean(source, dims, true)), scale(source, dims, eps));
  return mode.recording ? record(Standardize, y, [x], { dims, eps } satisfies Over) : y;
}

const affine = (x: Tensor, weight: Tensor | null, bias: Tensor | null): Tensor => {
  const y = weight === null ? x : mul(x, weight);
  return bias === null ? y : add(y, bias);
};

function checkEach(op: string, expected: Shape, given: Readonly<Record<string, Tensor | null>>): void {
  for (const [argument, t] of Object.entries(given)) {
    if (t === null) continue;
    needTensor(op, t);
    checkShapeOf(op, argument, t.shape, expected);
  }
}

/** Options of all normalizations. */
export interface NormOptions {
  /** Added to the variance, so that it is not 0. Default 1e-5. */
  readonly eps?: number;
}

/** Mean 0 and variance 1 over the last dimensions, whose sizes are `normalizedShape`; then times weight plus bias. */
export function layerNorm(
  x: Tensor,
  normalizedShape: Shape,
  weight: Tensor | null = null,
  bias: Tensor | null = null,
  options?: NormOptions,
): Tensor {
  const op = "layerNorm";
  needFloat(op, x);
  checkShape(op, normalizedShape);
  const lead = x.shape.length - normalizedShape.length;
  checkShapeOf(op, "the input's last dimensions", x.shape.slice(Math.max(0, lead)), normalizedShape);
  checkEach(op, normalizedShape, { weight, bias });
  const dims = normalizedShape.map((_, i) => lead + i);
  return affine(standardize(x, dims, options?.eps ?? 1e-5), weight, bias);
}

/** Mean 0 and variance 1 over groups of channels (dimension 1) of each sample; then times weight plus bias of the channel. */
export function groupNorm(
  x: Tensor,
  numGroups: number,
  weight: Tensor | null = null,
  bias: Tensor | null = null,
  options?: NormOptions,
): Tensor {
  const op = "groupNorm";
  needFloat(op, x);
  checkRank(op, x, 2, null);
  const [samples, channels] = x.shape as readonly [number, number];
  checkOption(op, "numGroups", numGroups, { least: 1, most: channels, whole: true });
  if (channels % numGroups !== 0) {
    fail(mistake.reshapeSize, {
      op,
      shape: [channels],
      requested: [numGroups, Math.floor(channels / numGroups)],
    });
  }
  checkEach(op, [channels], { weight, bias });
  const groups = standardize(reshape(x, [samples, numGroups, -1]), [2], options?.eps ?? 1e-5);
  const each = perChannel(x);
  return affine(reshape(groups, x.shape), weight && each(weight), bias && each(bias));
}

/** A vector of channels in a shape that broadcasts over samples and places. */
const perChannel = (x: Tensor): ((t: Tensor) => Tensor) => {
  const shape = x.shape.slice(1).map((size, i) => (i === 0 ? size : 1));
  return (t) => reshape(t, shape);
};

/** Options of `batchNorm`. */
export interface BatchNormOptions extends NormOptions {
  /** Whether mean and variance are the batch's (and update the running ones), or the running ones. Default false. */
  readonly training?: boolean;
  /** How much of a batch's mean and variance goes into the running ones. Default 0.1. */
  readonly momentum?: number;
}

/**
 * Mean 0 and variance 1 for each channel (dimension 1) over the batch; then times weight plus bias of the channel. In
 * training, the running mean and (unbiased) variance are changed in place.
 */
export function batchNorm(
  x: Tensor,
  runningMean: Tensor | null,
  runningVar: Tensor | null,
  weight: Tensor | null = null,
  bias: Tensor | null = null,
  options?: BatchNormOptions,
): Tensor {
  const op = "batchNorm";
  needFloat(op, x);
  checkRank(op, x, 2, null);
  const { training = false, momentum = 0.1, eps = 1e-5 } = options ?? {};
  const channels = x.shape[1]!;
  checkEach(op, [channels], { runningMean, runningVar, weight, bias });
  const each = perChannel(x);
  const scaled = weight && each(weight);
  const shifted = bias && each(bias);
  if (!training && runningMean !== null && runningVar !== null) {
    const centred = sub(x, each(runningMean));
    return affine(mul(centred, rsqrt(add(each(runningVar), eps))), scaled, shifted);
  }
  const dims = [...x.shape.keys()].filter((d) => d !== 1);
  if (training && count(dims.map((d) => x.shape[d]!)) <= 1) fail(mistake.oneValue, { op, shape: x.shape });
  if (training) {
    noGrad(() => {
      const follow = (running: Tensor | null, now: Tensor): void => {
        if (running === null) return;
        copyElements(add(mul(running, 1 - momentum), mul(now, momentum)), running);
        running.touch();
      };
      follow(runningMean, mean(x, dims));
      follow(runningVar, variance(x, dims));
    });
  }
  return affine(standardize(x, dims, eps), scaled, shifted);
}
