import { nn, optim, type Tensor, torch } from "../../lib/autograd";

/** How long one full training step of the 2-2-2 sigmoid net takes, beside the same numbers by a loop written by hand. */
class Net extends nn.Module {
  linear1 = new nn.Linear(2, 2);
  linear2 = new nn.Linear(2, 2);

  constructor() {
    super();
    torch.noGrad(() => {
      this.linear1.weight.copy_(
        torch.tensor([
          [0.15, 0.2],
          [0.25, 0.3],
        ]),
      );
      this.linear1.bias.copy_(torch.tensor([0.35, 0.35]));
      this.linear2.weight.copy_(
        torch.tensor([
          [0.4, 0.45],
          [0.5, 0.55],
        ]),
      );
      this.linear2.bias.copy_(torch.tensor([0.6, 0.6]));
    });
  }

  override forward(x: Tensor): Tensor {
    return torch.sigmoid(this.linear2(torch.sigmoid(this.linear1(x))));
  }
}

function library(steps: number): () => number {
  const net = new Net();
  const inputs = torch.tensor([[0.05, 0.1]]);
  const target = torch.tensor([[0.01, 0.99]]);
  const optimizer = new optim.SGD(net.parameters(), { lr: 0.5 });
  return () => {
    let loss = 0;
    for (let i = 0; i < steps; i++) {
      const l = torch.sum(net(inputs).sub(target).pow(2)).div(2);
      optimizer.zeroGrad();
      l.backward();
      optimizer.step();
      loss = l.item();
    }
    return loss;
  };
}

function byHand(steps: number): () => number {
  const w1 = Float64Array.of(0.15, 0.2, 0.25, 0.3);
  const b1 = Float64Array.of(0.35, 0.35);
  const w2 = Float64Array.of(0.4, 0.45, 0.5, 0.55);
  const b2 = Float64Array.of(0.6, 0.6);
  const x = Float64Array.of(0.05, 0.1);
  const target = Float64Array.of(0.01, 0.99);
  const h = new Float64Array(2);
  const dh = new Float64Array(2);
  return () => {
    let loss = 0;
    for (let step = 0; step < steps; step++) {
      loss = 0;
      for (let i = 0; i < 2; i++) {
        h[i] = 1 / (1 + Math.exp(-(w1[2 * i]! * x[0]! + w1[2 * i + 1]! * x[1]! + b1[i]!)));
        dh[i] = 0;
      }
      for (let o = 0; o < 2; o++) {
        const y = 1 / (1 + Math.exp(-(w2[2 * o]! * h[0]! + w2[2 * o + 1]! * h[1]! + b2[o]!)));
        const d = y - target[o]!;
        loss += (d * d) / 2;
        const g = d * y * (1 - y);
        for (let i = 0; i < 2; i++) {
          dh[i]! += g * w2[2 * o + i]!;
          w2[2 * o + i]! -= 0.5 * g * h[i]!;
        }
        b2[o]! -= 0.5 * g;
      }
      for (let i = 0; i < 2; i++) {
        const g = dh[i]! * h[i]! * (1 - h[i]!);
        for (let j = 0; j < 2; j++) w1[2 * i + j]! -= 0.5 * g * x[j]!;
        b1[i]! -= 0.5 * g;
      }
    }
    return loss;
  };
}

/** The median time of a step in microseconds, over rounds that run side by side. */
function measure(
  makers: Record<string, (steps: number) => () => number>,
  steps: number,
  rounds: number,
): Map<string, number> {
  const runs = Object.entries(makers).map(([name, make]) => ({
    name,
    run: make(steps),
    times: [] as number[],
  }));
  for (let round = 0; round < rounds + 2; round++) {
    const losses = runs.map(({ run, times }) => {
      const start = performance.now();
      const loss = run();
      if (round > 1) times.push(((performance.now() - start) * 1000) / steps);
      return loss;
    });
    const [first] = losses;
    if (losses.some((loss) => Math.abs(loss - Number(first)) > 1e-12))
      throw new Error(`the losses differ: ${losses.join(", ")}`);
  }
  return new Map(runs.map(({ name, times }) => [name, times.sort((a, b) => a - b)[times.length >> 1]!]));
}

const times = measure({ "lib/autograd": library, "by hand": byHand }, 20_000, 15);
for (const [name, time] of times) console.log(`${name.padEnd(14)} ${time.toFixed(3)} µs a step`);
