import { type TensorOptions, zeros } from "../create";
import { checkOption } from "../errors";
import { linear } from "../ops/matmul";
import { uniform } from "../random";
import type { Tensor } from "../tensor";
import { Module } from "./module";
import { Parameter } from "./parameter";

/** Options of a linear layer. */
export interface LinearOptions<Biased extends boolean = boolean> extends Pick<TensorOptions, "dtype"> {
  /** Whether a bias is added. Default true. */
  readonly bias?: Biased;
}

/**
 * y = x Wᵀ + b for an x of shape [*, inFeatures]. Weight and bias begin, as in PyTorch, with random numbers evenly
 * distributed between ±1/√inFeatures (He and others, "Delving Deep into Rectifiers", with a = √5).
 */
export class Linear<Biased extends boolean = true> extends Module {
  /** [outFeatures, inFeatures] */
  weight: Parameter;
  /** [outFeatures]; null with `{ bias: false }` */
  bias: Biased extends true ? Parameter : null;

  constructor(
    readonly inFeatures: number,
    readonly outFeatures: number,
    options?: LinearOptions<Biased>,
  ) {
    super();
    for (const [option, value] of Object.entries({ inFeatures, outFeatures })) {
      checkOption("Linear", option, value, { whole: true });
    }
    const bound = inFeatures > 0 ? 1 / Math.sqrt(inFeatures) : 0;
    this.weight = new Parameter(between(zeros([outFeatures, inFeatures], options), bound));
    const bias =
      options?.bias === false ? null : new Parameter(between(zeros([outFeatures], options), bound));
    // The type says what the option says.
    this.bias = bias as typeof this.bias;
  }

  override forward(x: Tensor): Tensor {
    return linear(x, this.weight, this.bias);
  }

  override extraRepr(): string {
    return `inFeatures=${this.inFeatures}, outFeatures=${this.outFeatures}, bias=${this.bias !== null}`;
  }
}

function between(t: Tensor, bound: number): Tensor {
  for (let i = 0; i < t.count; i++) t.values[i] = (2 * uniform() - 1) * bound;
  return t;
}
