import { fail } from "../errors";
import { detachInPlace, setRequiresGrad } from "../graph/autograd";
import { calls } from "../graph/calls";
import { mode } from "../graph/mode";
import * as mistake from "../mistakes";
import { cast } from "../ops/cast";
import { sameShape } from "../shape";
import { blankLike, copyElements, detach, Tensor } from "../tensor";
import { Parameter } from "./parameter";

/** Tensors by the names of the parameters and buffers they belong to. */
export type StateDict = Record<string, Tensor>;

/** A module whose call is `forward`: `net(x)`. */
export interface Module {
  // biome-ignore lint/style/useShorthandFunctionType: a type alias cannot be merged with the class.
  (...inputs: Parameters<this["forward"]>): ReturnType<this["forward"]>;
}

/**
 * The base of all networks and layers. A subclass keeps parameters and other modules in its fields and says in `forward`
 * what it computes; calling the module carries that out.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor returns a function, so that every module can be called as the interface says.
export class Module {
  /** Whether the module is being trained; see `train` and `eval`. */
  declare training: boolean;

  constructor() {
    // The object itself is a function with the subclass's prototype: fields and methods are found as on any object.
    const self = ((...inputs: never[]): unknown => {
      if (!mode.recording) return self.forward(...inputs);
      const caller = calls.current;
      calls.current = { module: self, caller };
      try {
        return self.forward(...inputs);
      } finally {
        calls.current = caller;
      }
    }) as unknown as this;
    Object.setPrototypeOf(self, new.target.prototype);
    // A function's own name and length would hide those of the subclass.
    Reflect.deleteProperty(self, "name");
    Reflect.deleteProperty(self, "length");
    Object.defineProperty(self, "training", { value: true, writable: true, configurable: true });
    // biome-ignore lint/correctness/noConstructorReturn: what makes modules callable.
    return self;
  }

  /** What the module computes. Subclasses define it. */
  forward(..._inputs: never[]): unknown {
    const module = this.constructor.name;
    fail(mistake.noForward, { module });
  }

  /** The modules that this one consists of, with the names of their fields. */
  namedChildren(): [string, Module][] {
    return Object.entries(this).filter((entry): entry is [string, Module] => entry[1] instanceof Module);
  }

  /** The modules that this one consists of. */
  children(): Module[] {
    return this.namedChildren().map(([, child]) => child);
  }

  /** This module and all in it, with their paths: `["", net], ["linear1", …], …`; each once. */
  namedModules(): [string, Module][] {
    const found: [string, Module][] = [];
    const seen = new Set<Module>();
    const visit = (module: Module, path: string): void => {
      if (seen.has(module)) return;
      seen.add(module);
      found.push([path, module]);
      for (const [name, child] of module.namedChildren())
        visit(child, path === "" ? name : `${path}.${name}`);
    };
    visit(this, "");
    return found;
  }

  /** This module and all in it, each once. */
  modules(): Module[] {
    return this.namedModules().map(([, module]) => module);
  }

  /** All parameters with their paths: `["linear1.weight", …], …`; each once. */
  namedParameters(): [string, Parameter][] {
    const found: [string, Parameter][] = [];
    const seen = new Set<Parameter>();
    for (const [path, module] of this.namedModules()) {
      for (const [name, value] of Object.entries(module)) {
        if (!(value instanceof Parameter) || seen.has(value)) continue;
        seen.add(value);
        found.push([path === "" ? name : `${path}.${name}`, value]);
      }
    }
    return found;
  }

  /** All parameters, each once: what an optimizer is given. */
  parameters(): Parameter[] {
    return this.namedParameters().map(([, parameter]) => parameter);
  }

  /** Tensors that belong to the state but are not learnt, with their paths. */
  namedBuffers(): [string, Tensor][] {
    const found: [string, Tensor][] = [];
    for (const [path, module] of this.namedModules()) {
      const names = buffersOf.get(module) ?? [];
      for (const [name, value] of Object.entries(module)) {
        if (value instanceof Tensor && names.includes(name))
          found.push([path === "" ? name : `${path}.${name}`, value]);
      }
    }
    return found;
  }

  /** Keeps a tensor in a field and in the state without making it a parameter. */
  registerBuffer(name: string, tensor: Tensor): void {
    Object.defineProperty(this, name, {
      value: tensor,
      writable: true,
      configurable: true,
      enumerable: true,
    });
    buffersOf.set(this, [...(buffersOf.get(this) ?? []), name]);
  }

  /** Parameters and buffers by their paths. The tensors look at the module's own elements. */
  stateDict(): StateDict {
    const state: StateDict = {};
    for (const [name, module] of this.namedModules()) {
      const buffers = buffersOf.get(module) ?? [];
      for (const [field, value] of Object.entries(module)) {
        if (value instanceof Parameter || (value instanceof Tensor && buffers.includes(field))) {
          state[name === "" ? field : `${name}.${field}`] = detach(value);
        }
      }
    }
    return state;
  }

  /** Copies the values of a `stateDict` into this module. Every name must be there and every shape must fit, or nothing is changed. */
  loadStateDict(state: Readonly<StateDict>): void {
    const own = this.stateDict();
    checkNames(this.constructor.name, own, state);
    const pairs = Object.entries(own).map(([name, target]) => {
      const source = state[name]!;
      if (!sameShape(source.shape, target.shape)) {
        fail(mistake.sameShape, {
          op: "loadStateDict",
          argument: name,
          expected: target.shape,
          got: source.shape,
        });
      }
      return [source, target] as const;
    });
    for (const [source, target] of pairs) {
      copyElements(cast(source, target.dtype), target);
      target.touch();
    }
  }

  /** Sets the gradients of all parameters to null, or with `setToNone` false to zeros. */
  zeroGrad(setToNone = true): void {
    for (const parameter of this.parameters()) clearGrad(parameter, setToNone);
  }

  /** Switches this module and all in it to training (or, with false, to evaluation). */
  train(training = true): this {
    for (const module of this.modules()) module.training = training;
    return this;
  }

  /** Switches this module and all in it to evaluation. */
  eval(): this {
    return this.train(false);
  }

  /** Switches gradients of all parameters on or off. */
  requiresGrad_(requiresGrad = true): this {
    for (const parameter of this.parameters()) setRequiresGrad(parameter, requiresGrad);
    return this;
  }

  /** Calls a function with this module and all in it, the innermost first. */
  apply(visit: (module: Module) => void): this {
    for (const child of this.children()) child.apply(visit);
    visit(this);
    return this;
  }

  /** What stands in the parentheses when the module is printed. */
  extraRepr(): string {
    return "";
  }

  /** As PyTorch prints it: the modules it consists of, one a line. */
  toString(): string {
    const children = this.namedChildren().map(([name, child]) => `(${name}): ${indent(child.toString())}`);
    const extra = this.extraRepr();
    const name = this.constructor.name;
    if (children.length === 0) return `${name}(${extra})`;
    const lines = extra === "" ? children : [extra, ...children];
    return `${name}(\n  ${lines.join("\n  ")}\n)`;
  }
}

Object.defineProperty(Module.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: Module): string {
    return this.toString();
  },
});

const indent = (text: string): string => text.replaceAll("\n", "\n  ");

/** Which fields of a module are buffers. */
const buffersOf = new WeakMap<Module, readonly string[]>();

/** @internal Refuses a saved state whose names are not those that are needed. */
export function checkNames(module: string, needed: object, given: object): void {
  const missing = Object.keys(needed).filter((name) => !Object.hasOwn(given, name));
  const unexpected = Object.keys(given).filter((name) => !Object.hasOwn(needed, name));
  if (missing.length + unexpected.length > 0) fail(mistake.stateDict, { module, missing, unexpected });
}

/** From how many numbers on the array of a gradient is used again. */
const MANY = 1024;

/** @internal Sets a gradient to null or to zeros. */
export function clearGrad(t: Tensor, setToNone: boolean): void {
  const grad = t.ownGrad;
  if (grad === null) return;
  if (setToNone) {
    const node = t.ownNode;
    if (node?.isLeaf && !node.gradSeen && grad.count >= MANY) node.spare = grad;
    t.ownGrad = null;
  } else {
    detachInPlace(grad);
    copyElements(blankLike(grad, grad.dtype), grad);
    grad.touch();
  }
}
