import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nn, type Tensor, torch } from "../../lib/autograd";
import { EXAMPLE, runNetwork } from "../../lib/figures/network";
import { describeNumbers } from "./stated-numbers";

/** The numbers that the chapter on the forward pass states: PyTorch's, the library's, and closed forms. */

interface SeedProgram {
  cases: { id: string; expected: { forward: Record<string, { data: number[] }> } }[];
}

const { cases } = JSON.parse(
  readFileSync(new URL("../golden/seed_program.json", import.meta.url), "utf8"),
) as SeedProgram;

/** What PyTorch computed in the forward pass of the 2-2-2 network. */
function pytorch(name: string, index: number): number {
  const forward = cases.find(({ id }) => id === "seed/program/float64")?.expected.forward;
  return forward?.[name]?.data[index] ?? Number.NaN;
}

const sigma = (z: number) => torch.sigmoid(torch.tensor(z)).item();
/** Where the sigmoid has a value. */
const logit = (value: number) => Math.log(value / (1 - value));

const [h1, h2] = [pytorch("out_h", 0), pytorch("out_h", 1)];
const [o1, o2] = [pytorch("output", 0), pytorch("output", 1)];
const { w6, w8, bo1, bo2, t1, t2 } = EXAMPLE;

/** With all else as it was, the weights from h1 at which each output is its target. */
const bestW5 = (logit(t1) - bo1 - w6 * h2) / h1;
const bestW7 = (logit(t2) - bo2 - w8 * h2) / h1;

describeNumbers("forward-pass", {
  "0.3775": 0.15 * 0.05 + 0.2 * 0.1 + 0.35,
  "0.3925": 0.25 * 0.05 + 0.3 * 0.1 + 0.35,
  "0.0125": 0.25 * 0.05,
  "0.0067": sigma(-5),
  "0.1192": sigma(-2),
  "0.2689": sigma(-1),
  "0.7311": sigma(1),
  "0.8808": sigma(2),
  "0.9933": sigma(5),
  "0.5933": h1,
  "0.593270": h1,
  "0.596884": h2,
  "0.7514": o1,
  "0.7729": o2,
  "0.7414": o1 - t1,
  "0.2171": t2 - o2,
  "0.2748": (o1 - t1) ** 2 / 2,
  "0.0236": (o2 - t2) ** 2 / 2,
  "0.2984": runNetwork(EXAMPLE).error,
  "9.21": -bestW5,
  "6.18": bestW7,
});

describe("what the chapter on the forward pass says", () => {
  it("the bottom of the landscape is where both outputs are their targets", () => {
    expect(runNetwork({ ...EXAMPLE, w5: bestW5, w7: bestW7 }).error).toBeCloseTo(0, 20);
    expect([-9.209, 6.181]).toEqual([bestW5, bestW7].map((weight) => Number(weight.toFixed(3))));
  });

  it("a first input of 100 moves the outputs by less than a tenth", () => {
    const far = runNetwork({ ...EXAMPLE, i1: 100, i2: 0 });
    expect(Math.abs(far.out.o1 - o1)).toBeLessThan(0.1);
    expect(Math.abs(far.out.o2 - o2)).toBeLessThan(0.1);
  });

  it("linear layers, one after the other, are one linear layer", () => {
    torch.manualSeed(1);
    const [first, second] = [new nn.Linear(3, 5), new nn.Linear(5, 2)];
    const whole = new nn.Linear(3, 2);
    torch.noGrad(() => {
      whole.weight.copy_(second.weight.matmul(first.weight));
      whole.bias.copy_(second.weight.matmul(first.bias).add(second.bias));
    });
    const x = torch.randn([4, 3]);
    const two = second(first(x)).flatten().tolist() as number[];
    const one = whole(x).flatten().tolist() as number[];
    two.forEach((value, index) => {
      expect(value).toBeCloseTo(one[index] ?? Number.NaN, 12);
    });
  });

  it("two layers with the weights chosen by hand do exclusive or", () => {
    const layer = (x: Tensor, W: number[][], b: number[]) =>
      torch.sigmoid(x.matmul(torch.tensor(W).t()).add(torch.tensor(b)));
    const corners = torch.tensor([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    const either = [20, 20];
    const answers = (second: number[]) => {
      const output = layer(layer(corners, [either, second], [-10, 30]), [[20, 20]], [-30]);
      return (output.flatten().tolist() as number[]).map(Math.round);
    };
    expect(answers([-20, -20])).toEqual([0, 1, 1, 0]);
    expect(answers([20, 20])).toEqual([0, 1, 1, 1]);
  });

  it("half the sum of squares is the mean of as many squares only for two outputs", () => {
    for (const n of [2, 4, 6, 10, 20]) {
      torch.manualSeed(n);
      const [output, target] = [torch.rand([n]), torch.rand([n])];
      const half = torch.sum(output.sub(target).pow(2)).div(2).item();
      expect(half / nn.functional.mseLoss(output, target).item()).toBeCloseTo(n / 2, 10);
    }
  });
});
