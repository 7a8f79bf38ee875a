import { describe, expect, it } from "vitest";
import { nn, optim, type Tensor, torch } from "../../lib/autograd";
import { describeNumbers } from "./stated-numbers";

/** What the chapter on stalled training states: the library's measurements, and closed forms. */

/** First layer's gradient over the last one's, in a network of 10 layers of 32. */
function ratio(bend: (t: Tensor) => Tensor, size: number): number {
  torch.manualSeed(0);
  let signal: Tensor = torch.randn([64, 32]);
  const weights = Array.from({ length: 10 }, () => torch.randn([32, 32]).mul(size).requiresGrad_());
  for (const W of weights) signal = bend(signal.matmul(W));
  const target = torch.randn([64, 32]);
  signal.sub(target).pow(2).mean().backward();
  const [first, last] = [weights.at(0), weights.at(-1)].map((W) => W?.grad?.norm().item() ?? Number.NaN);
  return (first ?? Number.NaN) / (last ?? Number.NaN);
}

/** Updates until a neuron with the target 0 is below 0.1; the slope of the loss by its weighted sum is given. */
function updatesFrom(start: number, loss: (a: Tensor) => Tensor): number {
  const z = torch.tensor(start, { requiresGrad: true });
  const optimizer = new optim.SGD([z], { lr: 0.5 });
  for (let updates = 0; ; updates++) {
    const a = torch.sigmoid(z);
    if (a.item() < 0.1) return updates;
    optimizer.zeroGrad();
    loss(a).backward();
    optimizer.step();
  }
}

/** How many of 100 ReLU neurons are dead after 200 updates, and the loss. */
function deadAfter(lr: number): { dead: number; loss: number } {
  torch.manualSeed(3);
  const xs = torch.linspace(-2, 2, 64).reshape([64, 1]);
  const ys = torch.sin(xs.mul(2));
  const wide = new nn.Linear(1, 100);
  const model = new nn.Sequential(wide, new nn.ReLU(), new nn.Linear(100, 1));
  const optimizer = new optim.SGD(model.parameters(), { lr });
  const loss = () => nn.functional.mseLoss(model(xs), ys);
  for (let update = 0; update < 200; update++) {
    optimizer.zeroGrad();
    loss().backward();
    optimizer.step();
  }
  const awake = torch.relu(wide(xs)).amax(0).toArray();
  return { dead: [...awake].filter((most) => !(most > 0)).length, loss: loss().item() };
}

describeNumbers("stalls", {});

describe("what the chapter on stalled training says", () => {
  it("gradients vanish with sigmoids, explode with large weights, and stay level with the right ones", () => {
    expect(ratio(torch.sigmoid, 1 / Math.sqrt(32))).toBeLessThan(1e-5);
    expect(ratio(torch.tanh, 1)).toBeGreaterThan(10);
    for (const level of [ratio(torch.tanh, 1 / Math.sqrt(32)), ratio(torch.relu, Math.sqrt(2 / 32))]) {
      expect(level).toBeGreaterThan(0.2);
      expect(level).toBeLessThan(5);
    }
    const wider = ratio(torch.sigmoid, 4 / Math.sqrt(32));
    expect(wider).toBeGreaterThan(100 * ratio(torch.sigmoid, 1 / Math.sqrt(32)));
  });

  it("a weighted sum of n has the variance n σ², and ReLU leaves half of the mean square", () => {
    torch.manualSeed(1);
    const sums = torch.randn([4000, 50]).matmul(torch.randn([50, 50]).mul(1 / Math.sqrt(50)));
    expect(sums.pow(2).mean().item()).toBeCloseTo(1, 0);
    const half = torch.relu(sums).pow(2).mean().item() / sums.pow(2).mean().item();
    expect(half).toBeCloseTo(0.5, 1);
  });

  it("a saturated neuron takes so many updates, by either loss", () => {
    const squared = (a: Tensor) => a.pow(2).div(2);
    const crossEntropy = (a: Tensor) => a.neg().add(1).log().neg();
    expect([1, 3, 5].map((start) => updatesFrom(start, squared))).toEqual([156, 206, 475]);
    expect([1, 3, 5].map((start) => updatesFrom(start, crossEntropy))).toEqual([23, 28, 32]);
  });

  it("so many ReLU neurons are dead", () => {
    expect([0, 0.05, 0.1].map((lr) => deadAfter(lr).dead)).toEqual([13, 14, 98]);
    expect(deadAfter(0.05).loss).toBeLessThan(0.01);
    expect(deadAfter(0.2).loss).toBeNaN();
  });
});
