import { checkOption, fail } from "../errors";
import * as mistake from "../mistakes";
import { normal, uniform } from "../random";
import { blankLike, checkRank, copyElements, type Tensor } from "../tensor";

/** Fills a tensor in place, without a history: how parameters get their initial values. */
function fill(t: Tensor, value: () => number): Tensor {
  const fresh = blankLike(t, t.dtype);
  for (let i = 0; i < fresh.count; i++) fresh.values[i] = value();
  copyElements(fresh, t);
  t.touch();
  return t;
}

/** Even between a and b. */
export const uniform_ = (t: Tensor, a = 0, b = 1): Tensor => fill(t, () => a + (b - a) * uniform());
/** Normal with the given mean and standard deviation. */
export const normal_ = (t: Tensor, mean = 0, std = 1): Tensor => fill(t, () => mean + std * normal());
/** One number. */
export const constant_ = (t: Tensor, value: number): Tensor => fill(t, () => value);
/** Zeros. */
export const zeros_ = (t: Tensor): Tensor => constant_(t, 0);
/** Ones. */
export const ones_ = (t: Tensor): Tensor => constant_(t, 1);

/** The numbers of inputs and outputs of one unit, from a weight's shape [out, in, …]. */
export function fans(op: string, t: Tensor): { readonly fanIn: number; readonly fanOut: number } {
  checkRank(op, t, 2, null);
  const field = t.shape.slice(2).reduce((a, b) => a * b, 1);
  return { fanIn: t.shape[1]! * field, fanOut: t.shape[0]! * field };
}

/** The activation that follows a layer. */
export type Nonlinearity = "linear" | "sigmoid" | "tanh" | "relu" | "leakyRelu" | "selu";

/** By which factor the initial values should be larger because of the activation that follows. `a` is leakyRelu's slope. */
export function calculateGain(nonlinearity: Nonlinearity, a = 0.01): number {
  const gains: Readonly<Record<string, number>> = {
    linear: 1,
    sigmoid: 1,
    tanh: 5 / 3,
    relu: Math.SQRT2,
    leakyRelu: Math.sqrt(2 / (1 + a * a)),
    selu: 3 / 4,
  };
  const gain = gains[nonlinearity];
  if (gain === undefined) {
    const choices = Object.keys(gains);
    fail(mistake.optionChoice, { op: "calculateGain", option: "nonlinearity", got: nonlinearity, choices });
  }
  return gain;
}

const xavierStd = (op: string, t: Tensor, gain: number): number => {
  const { fanIn, fanOut } = fans(op, t);
  return gain * Math.sqrt(2 / (fanIn + fanOut));
};

/** Even between ± gain · √(6 / (in + out)) (Glorot and Bengio, "Understanding the difficulty of training deep networks"). */
export function xavierUniform_(t: Tensor, gain = 1): Tensor {
  const bound = Math.sqrt(3) * xavierStd("xavierUniform_", t, gain);
  return uniform_(t, -bound, bound);
}

/** Normal with standard deviation gain · √(2 / (in + out)). */
export const xavierNormal_ = (t: Tensor, gain = 1): Tensor =>
  normal_(t, 0, xavierStd("xavierNormal_", t, gain));

/** Options of `kaimingUniform_` and `kaimingNormal_`. */
export interface KaimingOptions {
  /** The slope of leakyRelu. Default 0. */
  readonly a?: number;
  /** Keep the size of the values ("fanIn", the default) or of the gradients ("fanOut"). */
  readonly mode?: "fanIn" | "fanOut";
  /** Default "leakyRelu". */
  readonly nonlinearity?: Nonlinearity;
}

function kaimingStd(op: string, t: Tensor, options: KaimingOptions | undefined): number {
  const { a = 0, mode = "fanIn", nonlinearity = "leakyRelu" } = options ?? {};
  checkOption(op, "a", a);
  const { fanIn, fanOut } = fans(op, t);
  return calculateGain(nonlinearity, a) / Math.sqrt(mode === "fanOut" ? fanOut : fanIn);
}

/** Even between ± gain · √(3 / in) (He and others, "Delving Deep into Rectifiers"). */
export function kaimingUniform_(t: Tensor, options?: KaimingOptions): Tensor {
  const bound = Math.sqrt(3) * kaimingStd("kaimingUniform_", t, options);
  return uniform_(t, -bound, bound);
}

/** Normal with standard deviation gain / √in. */
export const kaimingNormal_ = (t: Tensor, options?: KaimingOptions): Tensor =>
  normal_(t, 0, kaimingStd("kaimingNormal_", t, options));
