import { checkOption } from "../errors";
import { noGrad } from "../graph/mode";
import { mul } from "../ops/arithmetic";
import { norm } from "../ops/norm";
import { clamp } from "../ops/unary";
import { copyElements, elements, scalar, type Tensor } from "../tensor";

function change(grad: Tensor, to: Tensor): void {
  copyElements(to, grad);
  grad.touch();
}

const gradsOf = (parameters: Tensor | Iterable<Tensor>): Tensor[] =>
  ("shape" in parameters ? [parameters as Tensor] : [...parameters])
    .map(({ grad }) => grad)
    .filter((grad) => grad !== null);

/** Options of `clipGradNorm_`. */
export interface ClipOptions {
  /** Which norm: 2 by default, `Infinity` for the greatest size. */
  readonly normType?: number;
}

/** Makes all gradients together no longer than `maxNorm`, in place. Returns how long they were. */
export function clipGradNorm_(
  parameters: Tensor | Iterable<Tensor>,
  maxNorm: number,
  options?: ClipOptions,
): number {
  checkOption("clipGradNorm_", "maxNorm", maxNorm);
  const p = options?.normType ?? 2;
  const grads = gradsOf(parameters);
  return noGrad(() => {
    const lengths = grads.map((grad) => elements(norm(grad, p))[0] ?? 0);
    const all = p === Number.POSITIVE_INFINITY ? Math.max(0, ...lengths) : total(lengths, p);
    const factor = Math.min(1, maxNorm / (all + 1e-6));
    for (const grad of grads) change(grad, mul(grad, scalar(factor, grad.dtype)));
    return all;
  });
}

const total = (lengths: readonly number[], p: number): number =>
  lengths.reduce((sum, length) => sum + length ** p, 0) ** (1 / p);

/** Holds every element of all gradients between −clipValue and clipValue, in place. */
export function clipGradValue_(parameters: Tensor | Iterable<Tensor>, clipValue: number): void {
  checkOption("clipGradValue_", "clipValue", clipValue);
  noGrad(() => {
    for (const grad of gradsOf(parameters)) change(grad, clamp(grad, -clipValue, clipValue));
  });
}
