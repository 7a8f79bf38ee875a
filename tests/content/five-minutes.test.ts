import { describe, expect, it } from "vitest";
import { nn, optim, type Tensor, torch } from "../../lib/autograd";
import { describeNumbers } from "./stated-numbers";

/** What the chapter for those in a hurry says of its network. */

const questions = torch.tensor([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]);
const answers = torch.tensor([[0], [1], [1], [0]]);

/** What the network answers before its training and after. */
function trained(hidden: number, lr: number): { before: number[]; after: number[] } {
  torch.manualSeed(1);
  const net = new nn.Sequential(
    new nn.Linear(2, hidden),
    new nn.Tanh(),
    new nn.Linear(hidden, 1),
    new nn.Sigmoid(),
  );
  const optimizer = new optim.SGD(net.parameters(), { lr });
  const answer = () => (net(questions) as Tensor).flatten().tolist() as number[];
  const before = answer();
  for (let update = 0; update < 500; update++) {
    optimizer.zeroGrad();
    nn.functional.binaryCrossEntropy(net(questions), answers).backward();
    optimizer.step();
  }
  return { before, after: answer() };
}

const right = (given: number[]) => given.map(Math.round).join() === "0,1,1,0";

describeNumbers("five-minutes", {});

describe("what the chapter for those in a hurry says", () => {
  it("the network answers near 0.5 at first, and right after five hundred updates", () => {
    const { before, after } = trained(4, 1);
    for (const one of before) expect(Math.abs(one - 0.5)).toBeLessThan(0.2);
    expect(right(after)).toBe(true);
  });

  it("with one hidden neuron it does not learn, nor with a hundredth of the rate", () => {
    expect(right(trained(1, 1).after)).toBe(false);
    expect(right(trained(4, 0.01).after)).toBe(false);
  });

  it("0.9 arrives, 1.1 goes away", () => {
    const after20 = (rate: number) => Math.abs(3 * (1 - 2 * rate) ** 20);
    expect(after20(0.9)).toBeLessThan(0.1);
    expect(after20(1.1)).toBeGreaterThan(100);
  });
});
