import { expect } from "vitest";
import { type Tensor, TorchError, torch } from "@/lib/autograd";
import {
  type Attributes,
  build,
  expectTensor,
  type GoldenInput,
  type GoldenTensor,
  isGolden,
  type Step,
  type Tolerance,
} from "./format";
import { perform } from "./operations";

/** A statement of a reference script; which fields it has depends on `do`. */
export interface Statement {
  readonly do: string;
  readonly name?: string;
  readonly of?: string | readonly string[];
  readonly op?: string;
  readonly out?: string | readonly string[];
  readonly args?: readonly (string | GoldenInput)[];
  readonly attrs?: Attributes;
  readonly body?: readonly Statement[];
  readonly stmt?: Statement;
  readonly what?: string;
  readonly expect?: unknown;
  readonly value?: unknown;
  readonly gradient?: GoldenTensor;
  readonly retain_graph?: boolean;
  readonly create_graph?: boolean;
  readonly allow_unused?: boolean;
  readonly set_to_none?: boolean;
  readonly scale?: number;
  readonly index?: readonly unknown[];
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  readonly grad_outputs?: readonly (GoldenTensor | string | null)[];
  readonly shape?: readonly number[];
  readonly data?: GoldenTensor["data"];
  readonly dtype?: GoldenTensor["dtype"];
  readonly requires_grad?: boolean;
}

/** In-place operations of the scripts that the library has. */
export const inPlace: Readonly<
  Record<string, (t: Tensor, args: readonly (Tensor | number | null)[]) => Tensor>
> = {
  add_: (t, [x]) => t.add_(x ?? 0),
  sub_: (t, [x]) => t.sub_(x ?? 0),
  mul_: (t, [x]) => t.mul_(x ?? 1),
  div_: (t, [x]) => t.div_(x ?? 1),
  zero_: (t) => t.zero_(),
  fill_: (t, [x]) => t.fill_(Number(x)),
  copy_: (t, [x]) => t.copy_(x as Tensor),
  relu_: (t) => t.relu_(),
};

/** A running script: its names, and what its statements mean. */
export class Script {
  private readonly names = new Map<string, Tensor | number | null>();
  private readonly hooks = new Map<string, { remove(): void }>();

  constructor(private readonly tolerance: Tolerance) {}

  tensor(name: string): Tensor {
    const value = this.names.get(name);
    if (value === undefined || value === null || typeof value === "number")
      throw new Error(`${name} is not a tensor`);
    return value;
  }

  set(name: string, value: Tensor | number | null): void {
    this.names.set(name, value);
  }

  argument(arg: string | GoldenInput | undefined): Tensor | number | null {
    if (typeof arg === "string") {
      if (!this.names.has(arg)) return Number(arg);
      return this.names.get(arg) ?? null;
    }
    return isGolden(arg) ? build(arg) : (arg ?? null);
  }

  step({ out, op, args, attrs }: Step): void {
    const results = perform(
      op,
      args.map((arg) => this.argument(arg)),
      attrs,
    );
    const names = typeof out === "string" ? [out] : out;
    names.forEach((name, i) => {
      this.set(name, results[i] ?? null);
    });
  }

  private one(statement: Statement): Tensor {
    if (typeof statement.of !== "string") throw new Error(`${statement.do}: one name is needed`);
    return this.tensor(statement.of);
  }

  private many(names: string | readonly string[] | undefined): Tensor[] {
    return (typeof names === "string" ? [names] : (names ?? [])).map((name) => this.tensor(name));
  }

  run(statement: Statement): void {
    const name = typeof statement.out === "string" ? statement.out : "";
    switch (statement.do) {
      case "leaf": {
        const { shape = [], data = [], dtype } = statement;
        this.set(
          statement.name ?? "",
          build({ shape, data, ...(dtype === undefined ? {} : { dtype }) }, statement.requires_grad === true),
        );
        return;
      }
      case "op":
        this.step({
          out: statement.out ?? "",
          op: statement.op ?? "",
          args: statement.args ?? [],
          ...(statement.attrs ? { attrs: statement.attrs } : {}),
        });
        return;
      case "no_grad":
        torch.noGrad(() => {
          for (const each of statement.body ?? []) this.run(each);
        });
        return;
      case "enable_grad":
        torch.enableGrad(() => {
          for (const each of statement.body ?? []) this.run(each);
        });
        return;
      case "backward":
        this.one(statement).backward(statement.gradient ? build(statement.gradient) : null, {
          ...(statement.retain_graph === undefined ? {} : { retainGraph: statement.retain_graph }),
          ...(statement.create_graph === undefined ? {} : { createGraph: statement.create_graph }),
        });
        return;
      case "grad":
        this.grad(statement);
        return;
      case "zero_grad":
        for (const t of this.many(statement.of)) {
          if (statement.set_to_none === true) t.grad = null;
          else t.grad?.detach_().zero_();
        }
        return;
      case "set_requires_grad":
        this.one(statement).requiresGrad_(statement.value === true);
        return;
      case "retain_grad":
        this.one(statement).retainGrad();
        return;
      case "detach_":
        this.one(statement).detach_();
        return;
      case "hook": {
        const scale = statement.scale ?? 1;
        this.hooks.set(
          name,
          this.one(statement).registerHook((g) => g.mul(scale)),
        );
        return;
      }
      case "remove_hook":
        this.hooks.get(String(statement.of))?.remove();
        return;
      case "inplace": {
        const change = inPlace[statement.op ?? ""];
        if (change === undefined) throw new Error(`the library has no ${statement.op}`);
        change(
          this.one(statement),
          (statement.args ?? []).map((arg) => this.argument(arg)),
        );
        return;
      }
      case "set_grad":
        this.one(statement).grad = statement.value === null ? null : this.value(statement.value);
        return;
      case "set_data":
        this.one(statement).data = this.value(statement.value);
        return;
      case "alias_grad":
        this.set(name, this.one(statement).grad);
        return;
      case "item":
        this.set(name, this.one(statement).item());
        return;
      case "check":
        this.check(statement);
        return;
      case "error":
        expect(() => this.run(statement.stmt ?? statement), JSON.stringify(statement.stmt)).toThrow(
          TorchError,
        );
        return;
      default:
        throw new Error(`unknown statement ${statement.do}`);
    }
  }

  private value(value: unknown): Tensor {
    if (isGolden(value)) return build(value);
    return this.tensor(String(value));
  }

  private grad(statement: Statement): void {
    const outputs = this.many(statement.outputs);
    const results = torch.autograd.grad(outputs, this.many(statement.inputs), {
      gradOutputs: (statement.grad_outputs ?? []).map((g) => (g === null ? null : this.value(g))),
      ...(statement.retain_graph === undefined ? {} : { retainGraph: statement.retain_graph }),
      createGraph: statement.create_graph === true,
      allowUnused: true,
    });
    if (statement.allow_unused !== true && results.includes(null)) {
      torch.autograd.grad(outputs, this.many(statement.inputs), { retainGraph: true });
    }
    const names = typeof statement.out === "string" ? [statement.out] : (statement.out ?? []);
    names.forEach((name, i) => {
      this.set(name, results[i] ?? null);
    });
  }

  private check({ of, what, expect: wanted }: Statement): void {
    const name = String(of);
    const about = `${name}.${what}`;
    const value = this.names.get(name);
    if (what === "is_null") {
      expect(value === null, about).toBe(wanted);
      return;
    }
    if (typeof value === "number") {
      expect(value, about).toBeCloseTo(Number(wanted), 9);
      return;
    }
    const t = this.tensor(name);
    const compare = (actual: Tensor | null): void => {
      if (wanted === null || actual === null) expect(actual, about).toBe(wanted);
      else expectTensor(actual, wanted as GoldenTensor, this.tolerance, about);
    };
    switch (what) {
      case "value":
        compare(t);
        return;
      case "grad":
        compare(t.grad);
        return;
      case "requires_grad":
        expect(t.requiresGrad, about).toBe(wanted);
        return;
      case "is_leaf":
        expect(t.isLeaf, about).toBe(wanted);
        return;
      case "has_grad_fn":
        expect(t.gradFn !== null, about).toBe(wanted);
        return;
      case "grad_requires_grad":
        expect(t.grad?.requiresGrad, about).toBe(wanted);
        return;
      case "shape":
        expect(t.shape, about).toEqual(wanted);
        return;
      default:
        throw new Error(`unknown check ${what}`);
    }
  }
}
