import { fail } from "../errors";
import * as mistake from "../mistakes";
import type { Tensor } from "../tensor";
import { Module } from "./module";

/** A module from one tensor to one tensor. */
export type Layer = Module & { forward(x: Tensor): Tensor };

/** Modules under the names "0", "1", …, as an array's elements are. */
abstract class ModuleSeries<M extends Module> extends Module {
  #size = 0;

  constructor(modules: readonly M[]) {
    super();
    for (const module of modules) this.append(module);
  }

  /** The number of modules. */
  override get length(): number {
    return this.#size;
  }

  /** The module at a place; negative places count from the end. */
  at(place: number): M {
    const modules = [...this];
    const module = modules.at(place);
    if (module === undefined) {
      fail(mistake.indexRange, { op: this.constructor.name, index: place, dim: 0, size: modules.length });
    }
    return module;
  }

  /** Adds a module at the end. */
  append(module: M): this {
    Object.defineProperty(this, String(this.#size++), {
      value: module,
      writable: true,
      configurable: true,
      enumerable: true,
    });
    return this;
  }

  /** @internal The module at a place that there is. */
  protected module(place: number): M {
    // Only `append` adds modules, and it takes M.
    return (this as unknown as Readonly<Record<number, M>>)[place]!;
  }

  *[Symbol.iterator](): Generator<M> {
    for (let i = 0; i < this.#size; i++) yield this.module(i);
  }
}

/** Modules one after the other: each gets what the one before returned. */
export class Sequential extends ModuleSeries<Layer> {
  constructor(...layers: readonly Layer[]) {
    super(layers);
  }

  override forward(x: Tensor): Tensor {
    let y = x;
    for (let i = 0; i < this.length; i++) y = this.module(i)(y);
    return y;
  }
}

/** A list of modules whose parameters belong to the module that holds the list. */
export class ModuleList<M extends Module = Module> extends ModuleSeries<M> {
  constructor(modules: readonly M[] = []) {
    super(modules);
  }
}
