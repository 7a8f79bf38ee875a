import { describe, expect, test } from "vitest";
import { type Tensor, torch } from "@/lib/autograd";
import {
  type Attributes,
  build,
  expectTensor,
  type GoldenFile,
  type GoldenInput,
  type GoldenTensor,
  isGolden,
  readGolden,
  type Step,
} from "./reference/format";
import { operations, perform } from "./reference/operations";
import { inPlace, Script, type Statement } from "./reference/script";

interface OpCase {
  readonly id: string;
  readonly kind: "op" | "graph";
  readonly op?: string;
  readonly attrs?: Attributes;
  readonly graph?: readonly Step[];
  readonly result?: readonly string[];
  readonly inputs: readonly (GoldenInput & { readonly name?: string })[];
  readonly outputs: readonly GoldenTensor[];
  readonly upstream: readonly (GoldenTensor | null)[];
  readonly grads: readonly (GoldenTensor | null)[];
  readonly loose?: {
    readonly outputs: readonly (readonly number[])[];
    readonly grads: readonly (readonly number[])[];
  };
  readonly second?: {
    readonly v: readonly (GoldenTensor | null)[];
    readonly grads: readonly (GoldenTensor | null)[];
    readonly grad_upstream: readonly (GoldenTensor | null)[];
  };
  readonly tolerance?: { readonly rtol: number; readonly atol: number };
}

const weigh = (outputs: readonly Tensor[], weights: readonly (Tensor | null)[]): Tensor | null => {
  let total: Tensor | null = null;
  outputs.forEach((output, i) => {
    const weight = weights[i];
    if (weight === null || weight === undefined || !output.requiresGrad) return;
    const part = output.mul(weight).sum();
    total = total === null ? part : total.add(part);
  });
  return total;
};

describe.each(["sample_ops", "activations", "losses"])("operations and their gradients: %s", (name) => {
  const file = readGolden<GoldenFile<OpCase>>(`${name}.json`);
  const opsOf = (each: OpCase): string[] =>
    each.op === undefined ? (each.graph ?? []).map((step) => step.op) : [each.op];
  const missing = (each: OpCase): boolean => opsOf(each).some((op) => !(op in operations));

  test.each(file.cases.filter((each) => !missing(each)).map((each) => [each.id, each] as const))(
    "%s",
    (_, each) => {
      const tolerance = each.tolerance ?? file.tolerance;
      const inputs = each.inputs.map((input) => (isGolden(input) ? build(input) : (input as number | null)));
      let outputs: Tensor[];
      if (each.op !== undefined) outputs = perform(each.op, inputs, each.attrs);
      else {
        const script = new Script(tolerance);
        each.inputs.forEach((input, i) => {
          script.set(input?.name ?? "", inputs[i] ?? null);
        });
        for (const step of each.graph ?? []) script.step(step);
        outputs = (each.result ?? []).map((name) => script.tensor(name));
      }
      each.outputs.forEach((wanted, i) => {
        expectTensor(outputs[i] as Tensor, wanted, tolerance, `output ${i}`, each.loose?.outputs[i]);
      });

      const second = each.second;
      const upstream = each.upstream.map((g) => (g === null ? null : build(g, second !== undefined)));
      const wanting = inputs.filter(
        (input): input is Tensor => input instanceof Object && input.requiresGrad,
      );
      const loss = weigh(outputs, upstream);
      if (loss === null) {
        for (const grad of each.grads) expect(grad).toBe(null);
        return;
      }
      const grads = torch.autograd.grad(loss, wanting, {
        createGraph: second !== undefined,
        allowUnused: true,
      });
      const gradOf = (i: number): Tensor | null => {
        const input = inputs[i];
        return input instanceof Object ? (grads[wanting.indexOf(input)] ?? null) : null;
      };
      each.grads.forEach((wanted, i) => {
        const grad = gradOf(i);
        if (wanted === null || grad === null) expect(grad, `gradient of input ${i}`).toBe(wanted);
        else expectTensor(grad, wanted, tolerance, `gradient of input ${i}`, each.loose?.grads[i]);
      });

      if (second === undefined) return;
      const s = weigh(
        each.grads.map((_, i) => gradOf(i)).filter((g): g is Tensor => g !== null),
        second.v.filter((_, i) => gradOf(i) !== null).map((v) => (v === null ? null : build(v))),
      );
      const ups = upstream.filter((g): g is Tensor => g !== null);
      const all = s === null ? [] : torch.autograd.grad(s, [...wanting, ...ups], { allowUnused: true });
      const compare = (
        actual: Tensor | null | undefined,
        wanted: GoldenTensor | null,
        what: string,
      ): void => {
        // No path and zeros are the same here.
        if (actual === null || actual === undefined) {
          for (const value of wanted?.data ?? []) expect(Math.abs(Number(value)), what).toBe(0);
        } else if (wanted === null) {
          for (const value of actual.toArray()) expect(Math.abs(value), what).toBe(0);
        } else expectTensor(actual, wanted, tolerance, what);
      };
      second.grads.forEach((wanted, i) => {
        const input = inputs[i];
        if (input instanceof Object)
          compare(all[wanting.indexOf(input)], wanted, `second gradient of input ${i}`);
      });
      second.grad_upstream.forEach((wanted, i) => {
        const up = upstream[i];
        if (up) compare(all[wanting.length + ups.indexOf(up)], wanted, `second gradient of upstream ${i}`);
      });
    },
  );

  test("the reference's operations that the library does not have yet", () => {
    const left = new Set(file.cases.flatMap(opsOf).filter((op) => !(op in operations)));
    expect([...left].sort()).toEqual([]);
  });
});

interface ScriptCase {
  readonly id: string;
  readonly script: readonly Statement[];
}

/** Operations, changes in place and statements of a script that the library does not have. */
function lacks(statements: readonly Statement[]): string[] {
  return statements.flatMap((statement) => {
    const inner = lacks([...(statement.body ?? []), ...(statement.stmt ? [statement.stmt] : [])]);
    if (statement.do === "op" && !((statement.op ?? "") in operations)) return [...inner, statement.op ?? ""];
    if (statement.do === "inplace" && !((statement.op ?? "") in inPlace))
      return [...inner, statement.op ?? ""];
    if (statement.do === "set_item" || statement.do === "bool") return [...inner, statement.do];
    return inner;
  });
}

describe("programs", () => {
  const file = readGolden<GoldenFile<ScriptCase>>("sample_scripts.json");
  test.each(
    file.cases.filter((each) => lacks(each.script).length === 0).map((each) => [each.id, each] as const),
  )("%s", (_, each) => {
    const script = new Script(file.tolerance);
    for (const statement of each.script) script.run(statement);
  });

  test("what the library does not have yet", () => {
    expect([...new Set(file.cases.flatMap((each) => lacks(each.script)))].sort()).toEqual([]);
  });
});
