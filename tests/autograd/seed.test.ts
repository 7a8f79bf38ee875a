import { describe, expect, test, vi } from "vitest";
import { optim, type Tensor, torch } from "@/lib/autograd";
import { Net } from "./net";
import {
  expectNumbers,
  expectTensor,
  type GoldenTensor,
  type Numeric,
  readGolden,
  type Tolerance,
} from "./reference/format";

// Much work, on a machine that may be busy: how long it takes is no question of these tests.
vi.setConfig({ testTimeout: 120_000 });

interface Point<Param> {
  readonly after_steps: number;
  readonly loss: number;
  readonly output: readonly Numeric[];
  readonly params: Readonly<Record<string, Param>>;
}

interface Program {
  readonly id: string;
  readonly lr: number;
  readonly inputs: { readonly inputs: GoldenTensor; readonly target: GoldenTensor };
  readonly tolerance: Tolerance;
  readonly expected: {
    readonly trajectory: readonly Point<GoldenTensor>[];
    readonly forward: Readonly<Record<string, GoldenTensor | number>>;
    readonly grads: Readonly<Record<string, GoldenTensor>>;
    readonly intermediate_grads: Readonly<Record<string, GoldenTensor | number>>;
    readonly first_200_losses: readonly number[];
  };
}

const cases = readGolden<{ cases: readonly Program[] }>("seed_program.json").cases;
const program = cases.find(({ id }) => id === "seed/program/float64");
if (program === undefined) throw new Error("the reference has no seed/program/float64");
const { expected, tolerance } = program;

const inputs = torch.tensor([[0.05, 0.1]]);
const target = torch.tensor([[0.01, 0.99]]);
const lossOf = (output: Tensor): Tensor => torch.sum(output.sub(target).pow(2)).div(2);

describe("the source's program", () => {
  test("forward and gradients, in the middle of the net too", () => {
    const net = new Net();
    const netH = net.linear1(inputs);
    const outH = torch.sigmoid(netH);
    const netO = net.linear2(outH);
    const output = torch.sigmoid(netO);
    const loss = lossOf(output);
    const named: Record<string, Tensor> = { net_h: netH, out_h: outH, net_o: netO, output, loss };
    for (const t of Object.values(named)) t.retainGrad();
    loss.backward();
    for (const [name, t] of Object.entries(named)) {
      for (const [actual, wanted] of [
        [t, expected.forward[name]],
        [t.grad, expected.intermediate_grads[name]],
      ] as const) {
        if (actual === null || wanted === undefined) throw new Error(`no ${name}`);
        if (typeof wanted === "number") expectNumbers([actual.item()], [wanted], tolerance, name);
        else expectTensor(actual, wanted, tolerance, name);
      }
    }
    for (const [name, parameter] of net.namedParameters()) {
      expectTensor(parameter.grad as Tensor, expected.grads[name] as GoldenTensor, tolerance, `${name}.grad`);
    }
  });

  test("every loss of the first 200 steps, and the recorded points up to 10 001 steps", () => {
    const net = new Net();
    const optimizer = new optim.SGD(net.parameters(), { lr: program.lr });
    const points = new Map(expected.trajectory.map((point) => [point.after_steps, point]));
    const losses: number[] = [];
    let seen = 0;
    for (let step = 0; step <= 10_001; step++) {
      const output = net(inputs);
      const loss = lossOf(output);
      losses.push(loss.item());
      const point = points.get(step);
      if (point !== undefined) {
        seen++;
        expectNumbers(
          [loss.item(), ...output.toArray()],
          [point.loss, ...point.output],
          tolerance,
          `after ${step} steps`,
        );
        for (const [name, t] of Object.entries(net.stateDict())) {
          expectTensor(t, point.params[name] as GoldenTensor, tolerance, `${name} after ${step} steps`);
        }
      }
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
    }
    expect(seen).toBe(18);
    expectNumbers(
      losses.slice(0, expected.first_200_losses.length),
      expected.first_200_losses,
      tolerance,
      "loss",
    );
  });

  test("with biases that stay as they are", () => {
    interface Mazur {
      readonly id: string;
      readonly trajectory?: readonly Point<readonly number[]>[];
    }
    const mazur = readGolden<{ cases: readonly Mazur[] }>("mazur.json").cases.find(
      ({ id }) => id === "mazur/biases_fixed",
    );
    const points = new Map(mazur?.trajectory?.map((point) => [point.after_steps, point]));
    const net = new Net();
    const optimizer = new optim.SGD([net.linear1.weight, net.linear2.weight], { lr: 0.5 });
    let seen = 0;
    for (let step = 0; step <= 10_001; step++) {
      const output = net(inputs);
      const loss = lossOf(output);
      const point = points.get(step);
      if (point !== undefined) {
        seen++;
        expectNumbers(
          [loss.item(), ...output.toArray()],
          [point.loss, ...point.output],
          tolerance,
          `after ${step} steps`,
        );
        for (const [name, parameter] of net.namedParameters()) {
          expectNumbers(
            parameter.toArray(),
            point.params[name] ?? [],
            tolerance,
            `${name} after ${step} steps`,
          );
        }
      }
      net.zeroGrad();
      loss.backward();
      optimizer.step();
    }
    expect(seen).toBe(18);
  });

  test("prints what PyTorch prints", () => {
    const printed = readGolden<{ cases: readonly { id: string; expected: { stdout_torch_1_13: string } }[] }>(
      "seed_program.json",
    ).cases.find(({ id }) => id === "seed/printed");
    // PyTorch 1.13 numbers its node names and writes grad_fn; otherwise every character is the same.
    const wanted = (printed?.expected.stdout_torch_1_13 ?? "")
      .replaceAll("grad_fn", "gradFn")
      .replace(/Backward0/g, "Backward");
    const net = new Net();
    const output = net(inputs);
    const loss = lossOf(output);
    const optimizer = new optim.SGD(net.parameters(), { lr: 0.5 });
    optimizer.zeroGrad();
    loss.backward();
    const lines = [`${output}`, `${loss}`, `${net.linear1.weight.grad}`, `${net.linear2.weight.grad}`];
    optimizer.step();
    const state = Object.entries(net.stateDict()).map(([name, t]) => `('${name}', ${t})`);
    expect(`${lines.join("\n")}\nOrderedDict([${state.join(", ")}])\n`).toBe(wanted);
  });

  test("in float32", () => {
    const single = cases.find(({ id }) => id === "seed/program/float32");
    const net = new Net();
    for (const parameter of net.parameters()) parameter.requiresGrad_(false);
    const [w1, b1, w2, b2] = net.parameters().map((p) => p.float().requiresGrad_());
    const x = inputs.float();
    const wanted = target.float();
    const optimizer = new optim.SGD([w1, b1, w2, b2] as Tensor[], { lr: 0.5 });
    for (const { after_steps, loss: reference } of single?.expected.trajectory.slice(0, 6) ?? []) {
      const h = torch.sigmoid(x.matmul((w1 as Tensor).t()).add(b1 as Tensor));
      const y = torch.sigmoid(h.matmul((w2 as Tensor).t()).add(b2 as Tensor));
      const loss = torch.sum(y.sub(wanted).pow(2)).div(2);
      expect(loss.dtype).toBe("float32");
      expectNumbers([loss.item()], [reference], { rtol: 1e-6, atol: 0 }, `after ${after_steps} steps`);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
    }
  });
});
