import { fail } from "../errors";
import * as mistake from "../mistakes";
import { checkNames, clearGrad } from "../nn/module";
import type { Shape } from "../shape";
import { blank, checkShapeOf, copyElements, rowMajor, scalar, type Tensor } from "../tensor";

/** Parameters with options of their own; what a group leaves out comes from the optimizer. */
export type ParameterGroup<Options> = { readonly params: Tensor | readonly Tensor[] } & Partial<Options>;

/** What an optimizer is given: parameters, or groups of them. */
export type ParametersOf<Options> = Iterable<Tensor> | Iterable<ParameterGroup<Options>>;

/** A group as the optimizer keeps it. The options may be changed between steps. */
export type Group<Options> = { params: Tensor[] } & Options;

/** What an optimizer remembers of a parameter from step to step: single numbers, and tensors of its shape, row by row. */
export type Memory = Record<string, number | Tensor>;

/** The state of an optimizer; parameters are named by their position, counted through all groups. */
export interface OptimizerState<Options> {
  /** What is remembered of each parameter that has been changed; the tensors are the optimizer's own. */
  readonly state: Readonly<Record<string, Readonly<Memory>>>;
  /** The options of each group, and the positions of its parameters. */
  readonly paramGroups: readonly (Options & { readonly params: readonly number[] })[];
}

/** The base of all optimizers: changes parameters by their gradients. */
export abstract class Optimizer<Options extends { lr: number }, State extends object = Memory> {
  private readonly memory = new WeakMap<Tensor, State>();

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

  /** What the optimizer would need to go on after a pause: its options, and what it remembers of the parameters. */
  stateDict(): OptimizerState<Options> {
    const state: Record<string, Memory> = {};
    let position = 0;
    const paramGroups = this.paramGroups.map((group) => {
      const params = group.params.map((parameter) => {
        const memory = this.memory.get(parameter);
        if (memory !== undefined) state[position] = asMemory({ ...memory });
        return position++;
      });
      return { ...group, params };
    });
    return { state, paramGroups };
  }

  /**
   * Takes over a `stateDict` of an optimizer of the same kind with parameters of the same shapes: its options, and a copy of
   * what it remembers. Everything must fit, or nothing is changed.
   */
  loadStateDict(saved: OptimizerState<Options>): void {
    const sizes = (groups: readonly { readonly params: readonly unknown[] }[]): number[] =>
      groups.map(({ params }) => params.length);
    checkShapeOf(load, "the list of the groups' sizes", sizes(saved.paramGroups), sizes(this.paramGroups));
    const loaded: (readonly [Tensor, State | null])[] = [];
    const groups = saved.paramGroups.map((group, i) => {
      const complete = { ...group, params: this.paramGroups[i]!.params };
      this.check(complete);
      for (const [j, parameter] of complete.params.entries()) {
        const found = saved.state[group.params[j]!];
        loaded.push([parameter, found === undefined ? null : this.remembered(parameter, complete, found)]);
      }
      return complete;
    });
    for (const [i, group] of groups.entries()) Object.assign(this.paramGroups[i]!, group);
    for (const [parameter, state] of loaded) {
      if (state === null) this.memory.delete(parameter);
      else this.memory.set(parameter, state);
    }
  }

  /** A copy of what was saved about a parameter, which must be what this optimizer remembers. */
  private remembered(parameter: Tensor, options: Options, saved: Readonly<Memory>): State {
    const state = this.begin(parameter, options);
    checkNames(this.constructor.name, state, saved);
    const shapeOf = (value: number | Tensor): Shape => (typeof value === "number" ? [] : value.shape);
    const into = asMemory(state);
    for (const [name, own] of Object.entries(into)) {
      const value = saved[name]!;
      checkShapeOf(load, name, shapeOf(value), shapeOf(own));
      if (typeof own === "number") into[name] = Number(typeof value === "number" ? value : value.item());
      else copyElements(typeof value === "number" ? scalar(value, own.dtype) : value, own);
    }
    return state;
  }

  /** What is remembered of a parameter; in the first step what there is to begin with. */
  protected recall(parameter: Tensor, options: Options): State {
    let state = this.memory.get(parameter);
    if (state === undefined) {
      state = this.begin(parameter, options);
      this.memory.set(parameter, state);
    }
    return state;
  }

  /** What to remember of a parameter before the first step. */
  protected abstract begin(parameter: Tensor, options: Options): State;

  /** Refuses options that make no sense. */
  protected abstract check(options: Options): void;

  /** Changes one parameter in place. */
  protected abstract update(parameter: Tensor, grad: Tensor, options: Options): void;
}

const load = "loadStateDict";

/** Optimizers give what they remember types of their own; all are numbers and tensors by names. */
const asMemory = (state: object): Memory => state as Memory;

/** @internal A number for each element of a parameter, in double precision, to begin with. */
export function numbersFor(parameter: Tensor, value = 0): Tensor {
  const t = blank(parameter.shape, "float64");
  t.values.fill(value);
  return t;
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
