import { fail, kindOf } from "../errors";
import * as mistake from "../mistakes";
import { reshape, stack, view } from "../ops/shape";
import { blank, blankLike, detach, needFloat, needTensor, Tensor } from "../tensor";
import { grad, setRequiresGrad } from "./autograd";
import { enableGrad, noGrad } from "./mode";

/** @internal A function of tensors, whose derivatives are asked for. */
export type TensorFunction<Result = Tensor | readonly Tensor[]> = (...inputs: Tensor[]) => Result;

/** Options of `jacobian` and `hessian`. */
export interface DerivativeOptions {
  /** Record the computation, so that the result can be differentiated with respect to the inputs. Default false. */
  readonly createGraph?: boolean;
}

/** @internal One tensor or several as a list. */
export const listOf = (given: Tensor | readonly Tensor[]): readonly Tensor[] =>
  Array.isArray(given) ? given : [given as Tensor];

/** @internal The gradients of `output`, weighted, with respect to `inputs`: zeros where it does not depend on them. */
export function gradients(
  output: Tensor | readonly Tensor[],
  inputs: readonly Tensor[],
  weights: readonly Tensor[] | null,
  createGraph: boolean,
): Tensor[] {
  const kept = listOf(output)
    .map((each, i) => [each, weights?.[i] ?? null] as const)
    .filter(([each]) => each.requiresGrad);
  const found =
    kept.length === 0
      ? []
      : grad(
          kept.map(([each]) => each),
          inputs,
          {
            gradOutputs: kept.map(([, weight]) => weight),
            retainGraph: true,
            createGraph,
            allowUnused: true,
          },
        );
  return inputs.map((input, i) => found[i] ?? blankLike(input, input.dtype));
}

/** Stand-ins for the inputs: leaves of their own, or, to be differentiated further, of the inputs' history. */
function standIns(op: string, inputs: readonly Tensor[], createGraph: boolean): Tensor[] {
  return inputs.map((input) => {
    needFloat(op, input);
    if (createGraph && input.requiresGrad) return view(input, input.shape);
    const leaf = detach(input);
    setRequiresGrad(leaf, true);
    return leaf;
  });
}

/** @internal For each output and each input the tensor of all partial derivatives, of the output's shape and then the input's. */
export function jacobians(
  op: string,
  func: TensorFunction,
  inputs: readonly Tensor[],
  createGraph: boolean,
): Tensor[][] {
  if (typeof func !== "function") fail(mistake.notFunction, { op, got: kindOf(func) });
  return enableGrad(() => {
    const xs = standIns(op, inputs, createGraph);
    return listOf(func(...xs)).map((y) => {
      needTensor(op, y);
      const rows = Array.from({ length: y.count }, (_, i) => {
        const one = blank(y.shape, y.dtype);
        one.values[i] = 1;
        return gradients(y, xs, [one], createGraph);
      });
      const put = (): Tensor[] =>
        xs.map((x, i) => {
          const shape = [...y.shape, ...x.shape];
          return y.count === 0
            ? blank(shape, x.dtype)
            : reshape(stack(rows.map((row) => row[i] ?? x)), shape);
        });
      return createGraph ? put() : noGrad(put);
    });
  });
}

/**
 * The Jacobian: all partial derivatives of a function's result with respect to its inputs, one backward for each element of
 * the result. For one input and one result a tensor of the result's shape followed by the input's; for a list of inputs a
 * list, and for a function that returns a list a list of those. Where the result does not depend on an input, zeros.
 */
export function jacobian(func: TensorFunction<Tensor>, inputs: Tensor, options?: DerivativeOptions): Tensor;
export function jacobian(
  func: TensorFunction<Tensor>,
  inputs: readonly Tensor[],
  options?: DerivativeOptions,
): Tensor[];
export function jacobian(
  func: TensorFunction<readonly Tensor[]>,
  inputs: Tensor,
  options?: DerivativeOptions,
): Tensor[];
export function jacobian(
  func: TensorFunction<readonly Tensor[]>,
  inputs: readonly Tensor[],
  options?: DerivativeOptions,
): Tensor[][];
export function jacobian(
  func: TensorFunction,
  inputs: Tensor | readonly Tensor[],
  options: DerivativeOptions = {},
): Tensor | Tensor[] | Tensor[][] {
  let several = false;
  const noted: TensorFunction = (...xs) => {
    const y = func(...xs);
    several = Array.isArray(y);
    return y;
  };
  const all = jacobians("jacobian", noted, listOf(inputs), options.createGraph ?? false);
  const each = inputs instanceof Tensor ? all.map((row) => row[0]!) : all;
  return several ? (each as Tensor[] | Tensor[][]) : each[0]!;
}

/**
 * The Hessian: all second partial derivatives of a function that returns one number. For one input a tensor of its shape
 * twice; for a list of inputs a list of lists, [i][j] of the shape of input i followed by that of input j.
 */
export function hessian(func: TensorFunction<Tensor>, inputs: Tensor, options?: DerivativeOptions): Tensor;
export function hessian(
  func: TensorFunction<Tensor>,
  inputs: readonly Tensor[],
  options?: DerivativeOptions,
): Tensor[][];
export function hessian(
  func: TensorFunction<Tensor>,
  inputs: Tensor | readonly Tensor[],
  options: DerivativeOptions = {},
): Tensor | Tensor[][] {
  const slope: TensorFunction<Tensor[]> = (...xs) => {
    const y = func(...xs);
    needTensor("hessian", y);
    if (y.count !== 1) fail(mistake.backwardNotScalar, { op: "hessian", shape: y.shape });
    return gradients(y, xs, null, true);
  };
  const all = jacobians("hessian", slope, listOf(inputs), options.createGraph ?? false);
  return inputs instanceof Tensor ? all[0]![0]! : all;
}
