import { fail } from "../errors";
import * as mistake from "../mistakes";
import { clearGrad } from "../nn/module";
import { rowMajor, type Tensor } from "../tensor";

/** Parameters with options of their own; what a group leaves out comes from the optimizer. */
export type ParameterGroup<Options> = { readonly params: Tensor | readonly Tensor[] } & Partial<Options>;

/** What an optimizer is given: parameters, or groups of them. */
export type ParametersOf<Options> = Iterable<Tensor> | Iterable<ParameterGroup<Options>>;

/** A group as the optimizer keeps it. The options may be changed between steps. */
export type Group<Options> = { params: Tensor[] } & Options;

/** The base of all optimizers: changes parameters by their gradients. */
export abstract class Optimizer<Options extends { lr: number }> {
  /** The parameters with the options they are changed by; `paramGroups[0].lr` may be set to another learning rate. */
  readonly paramGroups: Group<Options>[] = [];

  constructor(
    parameters: ParametersOf<Options>,
    private readonly defaults: Options,
  ) {
    const given: (Tensor | ParameterGroup<Options>)[] = [...parameters];
    if (given.length === 0) {
      const optimizer = this.constructor.name;
      fail(mistake.noParameters, { optimizer });
    }
    const isTensor = (each: Tensor | ParameterGroup<Options>): each is Tensor => "shape" in each;
    const bare = given.filter(isTensor);
    if (bare.length > 0) this.addParamGroup({ ...this.defaults, params: bare });
    for (const each of given) if (!isTensor(each)) this.addParamGroup(each);
  }

  /** Adds parameters with options of their own. */
  addParamGroup(group: ParameterGroup<Options>): void {
    const optimizer = this.constructor.name;
    const params = "shape" in group.params ? [group.params] : [...group.params];
    const known = new Set(this.paramGroups.flatMap((each) => each.params));
    for (const parameter of params) {
      if (!parameter.isLeaf) {
        fail(mistake.optimizerComputed, { optimizer });
      }
      if (known.has(parameter)) {
        fail(mistake.optimizerTwice, { optimizer });
      }
      known.add(parameter);
    }
    const complete = { ...this.defaults, ...group, params };
    this.check(complete);
    this.paramGroups.push(complete);
  }

  /** Sets the gradients of all parameters to null, or with `setToNone` false to zeros. */
  zeroGrad(setToNone = true): void {
    for (const group of this.paramGroups)
      for (const parameter of group.params) clearGrad(parameter, setToNone);
  }

  /** Changes every parameter that has a gradient. */
  step(): void {
    for (const group of this.paramGroups) {
      for (const parameter of group.params) {
        const grad = parameter.ownGrad;
        if (grad === null) continue;
        this.update(parameter, grad, group);
        parameter.touch();
      }
    }
  }

  /** Refuses options that make no sense. */
  protected abstract check(options: Options): void;

  /** Changes one parameter in place. */
  protected abstract update(parameter: Tensor, grad: Tensor, options: Options): void;
}

/** @internal Steps through the elements of a parameter and its gradient side by side: `change(place in values, gradient, n)`. */
export function eachElement(
  parameter: Tensor,
  grad: Tensor,
  change: (at: number, g: number, n: number) => void,
): void {
  const source = rowMajor(grad);
  if (parameter.rowMajor) {
    for (let n = 0; n < parameter.count; n++)
      change(parameter.offset + n, source.values[source.offset + n]!, n);
    return;
  }
  const rank = parameter.shape.length;
  for (let n = 0; n < parameter.count; n++) {
    let at = parameter.offset;
    for (let d = rank - 1, rest = n; d >= 0; d--) {
      at += (rest % parameter.shape[d]!) * parameter.strides[d]!;
      rest = Math.floor(rest / parameter.shape[d]!);
    }
    change(at, source.values[source.offset + n]!, n);
  }
}
