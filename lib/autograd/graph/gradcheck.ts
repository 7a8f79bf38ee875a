import { isFloat } from "../dtype";
import { fail, kindOf } from "../errors";
import * as mistake from "../mistakes";
import { normal, withSeed } from "../random";
import { blank, blankLike, copyElements, needTensor, rowMajor, type Tensor } from "../tensor";
import { setRequiresGrad } from "./autograd";
import { gradients, jacobians, listOf, type TensorFunction } from "./derivatives";
import { noGrad } from "./mode";

/** Options of `gradcheck` and `gradgradcheck`. */
export interface GradcheckOptions {
  /** How far each element is moved to both sides for the difference. Default 1e-6. */
  readonly eps?: number;
  /** How much a derivative may differ. Default 1e-5. */
  readonly atol?: number;
  /** How much it may differ as a part of the difference quotient. Default 1e-3. */
  readonly rtol?: number;
  /** Whether a wrong derivative is an error; otherwise the answer is false. Default true. */
  readonly raiseException?: boolean;
}

/**
 * Compares the gradients of a function with central differences, (f(x + eps) − f(x − eps)) / 2 eps, for every element of
 * every float64 input that requires a gradient. Returns true, or fails by naming the first derivative that is wrong.
 */
export const gradcheck = (
  func: TensorFunction,
  inputs: Tensor | readonly Tensor[],
  options?: GradcheckOptions,
): boolean => check("gradcheck", func, listOf(inputs), options);

/**
 * Compares the gradients of a function's gradients with central differences, as `gradcheck` does. The gradients that arrive
 * at the outputs are `gradOutputs`, or normal random numbers that are the same in every run.
 */
export function gradgradcheck(
  func: TensorFunction,
  inputs: Tensor | readonly Tensor[],
  gradOutputs: Tensor | readonly Tensor[] | null = null,
  options?: GradcheckOptions,
): boolean {
  if (typeof func !== "function") fail(mistake.notFunction, { op: "gradgradcheck", got: kindOf(func) });
  const given = listOf(inputs);
  for (const input of given) needTensor("gradgradcheck", input);
  const outputs = noGrad(() => listOf(func(...given))).filter(({ dtype }) => isFloat(dtype));
  const weights =
    gradOutputs === null ? outputs.map(randomWeight) : listOf(gradOutputs).map((each) => leafOf(each));
  const slopes: TensorFunction<Tensor[]> = (...all) => {
    const xs = all.slice(0, given.length);
    const ys = listOf(func(...xs)).filter(({ dtype }) => isFloat(dtype));
    return gradients(
      ys,
      xs.filter((x) => x.requiresGrad),
      all.slice(given.length),
      true,
    );
  };
  return check("gradgradcheck", slopes, [...given, ...weights], options);
}

function leafOf(t: Tensor): Tensor {
  const leaf = blankLike(t, t.dtype);
  copyElements(t, leaf);
  setRequiresGrad(leaf, true);
  return leaf;
}

const randomWeight = ({ shape, dtype }: Tensor): Tensor =>
  withSeed(0, () => {
    const weight = blank(shape, dtype);
    for (let i = 0; i < weight.count; i++) weight.values[i] = normal();
    setRequiresGrad(weight, true);
    return weight;
  });

function check(
  op: string,
  func: TensorFunction,
  inputs: readonly Tensor[],
  options: GradcheckOptions = {},
): boolean {
  const { eps = 1e-6, atol = 1e-5, rtol = 1e-3, raiseException = true } = options;
  for (const input of inputs) needTensor(op, input);
  const checked = inputs.flatMap((input, i) => (input.requiresGrad ? [i] : []));
  if (checked.length === 0) fail(mistake.inputNoGrad, { op, position: 0 });
  /** The function with other tensors in place of the checked inputs, and without results that have no gradient. */
  const within: TensorFunction<Tensor[]> = (...xs) =>
    listOf(func(...inputs.map((input, i) => xs[checked.indexOf(i)] ?? input))).filter((y) => {
      needTensor(op, y);
      return isFloat(y.dtype);
    });
  const leaves = checked.map((i) => inputs[i]!);
  for (const { dtype } of leaves)
    if (dtype !== "float64") fail(mistake.dtype, { op, dtype, expected: "float64" });
  const found = jacobians(op, within, leaves, false);
  for (const [j, leaf] of leaves.entries()) {
    const moved = leaves.map((each) => leafOf(each));
    const { values } = moved[j]!;
    const at = (place: number, x: number): Tensor[] => {
      values[place] = x;
      // Copies, because a result may look at the input's own elements.
      return within(...moved).map((y) => leafOf(y));
    };
    for (let place = 0; place < leaf.count; place++) {
      const x = values[place]!;
      const after = at(place, x + eps);
      const before = at(place, x - eps);
      values[place] = x;
      for (const [output, y] of after.entries()) {
        const slopes = rowMajor(found[output]![j]!).values;
        for (let to = 0; to < y.count; to++) {
          const numerical = (y.values[to]! - before[output]!.values[to]!) / (2 * eps);
          const analytical = slopes[to * leaf.count + place]!;
          if (Math.abs(analytical - numerical) <= atol + rtol * Math.abs(numerical)) continue;
          if (!raiseException) return false;
          fail(mistake.gradcheck, {
            op,
            output,
            input: checked[j]!,
            places: [to, place],
            analytical,
            numerical,
          });
        }
      }
    }
  }
  return true;
}
