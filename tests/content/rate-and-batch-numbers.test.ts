import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { data, nn, optim, type Tensor, torch } from "../../lib/autograd";
import { cutIntoBatches } from "../../lib/figures/batches";
import { describeNumbers } from "./stated-numbers";

/**
 * The numbers that the chapters on the learning rate and on batches state in their prose: what PyTorch computed
 * (tests/golden), what a closed form gives, or what this library finds by the same experiment.
 */

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

interface GoldenCase {
  id: string;
  expected: Record<string, unknown>;
}

function golden(file: string, id: string): GoldenCase["expected"] {
  const { cases } = JSON.parse(read(`tests/golden/${file}.json`)) as { cases: GoldenCase[] };
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`tests/golden/${file}.json has no case ${id}`);
  return found.expected;
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

/** Where PyTorch is on the parabola after ten steps from 4. */
function parabola(rate: string, steps = 10): number {
  const { params } = golden("lr_sweep", `lr/parabola/${rate}`) as { params: { x: number[][] } };
  const place = params.x[steps]?.[0];
  if (place === undefined) throw new Error(`no step ${steps}`);
  return place;
}

/** Gradient descent by the library's own optimizer; stops when `done` says so, or after `most` steps. */
function descend(
  loss: (w: Tensor) => Tensor,
  start: readonly number[],
  options: { lr: number; momentum?: number },
  done: (loss: number) => boolean,
  most: number,
) {
  const w = torch.tensor([...start], { requiresGrad: true });
  const optimizer = new optim.SGD([w], options);
  for (let steps = 0; ; steps++) {
    const now = loss(w);
    if (done(now.item()) || steps === most) return { steps, place: w.tolist() as number[] };
    optimizer.zeroGrad();
    now.backward();
    optimizer.step();
  }
}

const never = () => false;
const ravine = (w: Tensor) => torch.sum(w.pow(2).mul(torch.tensor([0.5, 12.5])));
const stepsThroughRavine = (lr: number, momentum = 0) =>
  descend(ravine, [5, 1], { lr, momentum }, (loss) => loss < 25 / 1000, 400).steps;

const twoValleys = (w: Tensor) => torch.sum(w.pow(4).div(4).sub(w.pow(2)));
const afterValleys = (lr: number, steps: number) =>
  descend(twoValleys, [2.5], { lr }, never, steps).place[0] ?? Number.NaN;

/** What is left of 4 on w² after a hundred steps whose rates begin at 0.1. */
const decayed = (rate: (t: number) => number) =>
  Array.from({ length: 100 }, (_, t) => 1 - 2 * rate(t)).reduce((w, factor) => w * factor, 4);

/** The distance at which a walk with noisy slopes sways about the bottom. */
function swaying(rate: (t: number) => number): number {
  torch.manualSeed(0);
  const noise = torch.randn(20_000).tolist() as number[];
  const squares: number[] = [];
  let w = 4;
  noise.forEach((one, index) => {
    w -= rate(index + 1) * (w + one);
    if (index >= 10_000) squares.push(w * w);
  });
  return Math.sqrt(mean(squares));
}

const hundred = data.linear({ samples: 100, seed: 1 });
const hundredX = (hundred.x.flatten().tolist() as number[]).map((x) => 2 * x + 1);

/** The largest second derivative of the mean squared error of a line: [[2 m₂, 2 m₁], [2 m₁, 2]]. */
function steepestOfLine(xs: readonly number[]): number {
  const [m1, m2] = [mean(xs), mean(xs.map((x) => x * x))];
  return m2 + 1 + Math.sqrt((m2 - 1) ** 2 + 4 * m1 ** 2);
}

function lossOfHundred(lr: number): number {
  torch.manualSeed(0);
  const line = new nn.Linear(1, 1);
  const optimizer = new optim.SGD(line.parameters(), { lr });
  const x = hundred.x.mul(2).add(1);
  const loss = () => nn.functional.mseLoss(line(x), hundred.y);
  for (let update = 0; update < 2000; update++) {
    optimizer.zeroGrad();
    loss().backward();
    optimizer.step();
  }
  return loss().item();
}

const points = data.linear({ samples: 64, noise: 0.5, seed: 3 });
const [pointsX, pointsY] = [points.x, points.y].map((one) => one.flatten().tolist() as number[]) as [
  number[],
  number[],
];
const lossOfLine = (a: number, b: number) =>
  mean(pointsX.map((x, i) => (a * x + b - (pointsY[i] ?? Number.NaN)) ** 2));

function fiveEpochs(batchSize: number): { iterations: number; loss: number } {
  const loader = new data.DataLoader(new data.TensorDataset(points.x, points.y), {
    batchSize,
    shuffle: true,
    seed: 1,
  });
  const line = new nn.Linear(1, 1);
  torch.noGrad(() => {
    for (const parameter of line.parameters()) parameter.fill_(-1);
  });
  const optimizer = new optim.SGD(line.parameters(), { lr: 0.1 });
  let iterations = 0;
  for (let epoch = 0; epoch < 5; epoch++) {
    for (const [x, y] of loader) {
      if (!x || !y) throw new Error("a batch without its two parts");
      optimizer.zeroGrad();
      nn.functional.mseLoss(line(x), y).backward();
      optimizer.step();
      iterations++;
    }
  }
  const [a, b] = [...line.parameters()].map((parameter) => parameter.item());
  return { iterations, loss: lossOfLine(a ?? Number.NaN, b ?? Number.NaN) };
}

/** The least mean squared error of a line: variance of y, less what x explains of it. */
function leastLoss(): number {
  const [mx, my] = [mean(pointsX), mean(pointsY)];
  const xx = mean(pointsX.map((x) => (x - mx) ** 2));
  const yy = mean(pointsY.map((y) => (y - my) ** 2));
  const xy = mean(pointsX.map((x, i) => (x - mx) * ((pointsY[i] ?? Number.NaN) - my)));
  return yy - xy ** 2 / xx;
}

const CHAPTERS = {
  "learning-rate": {
    numbers: {
      "3.268": parabola("0.01"),
      "0.4295": parabola("0.1"),
      "2.56": parabola("0.1", 2),
      "0.0000004096": 4 * (1 - 2 * 0.4) ** 10,
      "1.05": 1.05, // a rate of the experiments
      "10.37": 4 * (1 - 2 * 1.05) ** 10,
      "1.414": Math.SQRT2,
      "16.75": 3 * 2.5 ** 2 - 2,
      "0.6875": -afterValleys(0.3, 1),
      "4.963": steepestOfLine(hundredX),
      "0.4030": 2 / steepestOfLine(hundredX),
      "0.2294": Math.sqrt(0.1 / (2 - 0.1)),
      "0.1005": Math.sqrt(0.02 / (2 - 0.02)),
      "0.004": swaying((t) => 1 / t),
      "0.24": swaying(() => 0.1),
      "0.10": swaying(() => 0.02),
      "2.601": decayed((t) => 0.1 * 0.5 ** t),
      "0.05437": decayed((t) => 0.1 * 0.5 ** Math.floor(t / 10)),
    },
  },
  "epochs-and-batches": {
    numbers: {
      "195.3125": 50_000 / 256,
      "196.3125": 50_000 / 256 + 1,
      "1.981": fiveEpochs(64).loss,
      "0.2641": fiveEpochs(8).loss,
      "0.2662": fiveEpochs(1).loss,
      "0.2565": leastLoss(),
    },
  },
} satisfies Record<string, { numbers: Record<string, number> }>;

for (const [slug, { numbers }] of Object.entries(CHAPTERS)) describeNumbers(slug, numbers);

describe("what the chapter on the learning rate says", () => {
  it.each([
    [0.01, 310],
    [0.04, 77],
    [2 / 26, 44],
    [0.081, 400],
  ])("η = %d takes %i steps through the ravine (400: it does not get there)", (rate, steps) => {
    expect(stepsThroughRavine(rate)).toBe(steps);
  });

  it("momentum takes 16", () => {
    expect(stepsThroughRavine(1 / 9, 4 / 9)).toBe(16);
  });

  it("0.9 ends where 0.1 does, as PyTorch finds", () => {
    expect(Math.abs(parabola("0.9"))).toBeCloseTo(parabola("0.1"), 12);
    expect(Math.abs(parabola("1"))).toBe(4);
  });

  it("the rate decides which valley is reached", () => {
    expect(afterValleys(0.1, 40)).toBeCloseTo(Math.SQRT2, 6);
    expect(afterValleys(0.3, 40)).toBeCloseTo(-Math.SQRT2, 6);
    expect(afterValleys(0.6, 40)).toBeNaN();
    expect(afterValleys(0.45, 1)).toBeLessThan(0);
    expect(afterValleys(0.45, 40)).toBeCloseTo(Math.SQRT2, 3);
  });

  it("the fit of a line diverges just beyond the limit that is computed", () => {
    const limit = 2 / steepestOfLine(hundredX);
    expect(lossOfHundred(limit * 0.99)).toBeLessThan(0.01);
    expect(lossOfHundred(limit * 1.01)).toBeGreaterThan(1e6);
  });
});

describe("what the chapter on batches says", () => {
  it.each([
    [50_000, false, 196, 80, 1960],
    [50_000, true, 195, 256, 1950],
    [51_200, false, 200, 256, 2000],
  ])("%i samples in batches of 256 (drop the last: %s), as PyTorch counts", (N, drop, batches, last, ten) => {
    const id = `epoch/N=${N},B=256,drop_last=${drop ? "True" : "False"}`;
    expect(golden("epoch_arithmetic", id)).toMatchObject({
      batches_per_epoch: batches,
      last_batch_size: last,
      iterations_in_10_epochs: ten,
    });
    expect(cutIntoBatches(N, 256, drop)).toMatchObject({ batches, last });
  });

  it("five epochs of 64 samples are so many iterations", () => {
    expect([64, 8, 1].map((size) => fiveEpochs(size).iterations)).toEqual([5, 40, 320]);
  });

  it("the standard deviation of a batch's gradient, times √B, is that of a single sample", () => {
    torch.manualSeed(0);
    const xs = torch.randn(2048).tolist() as number[];
    const scatter = torch.randn(2048).tolist() as number[];
    const slopes = xs.map((x, i) => -2 * x * (2 * x + 0.5 * (scatter[i] ?? Number.NaN)));
    const spread = (list: readonly number[]) => {
      const centre = mean(list);
      return Math.sqrt(mean(list.map((one) => (one - centre) ** 2)));
    };
    for (const B of [1, 4, 16, 64, 256, 1024]) {
      const estimates = Array.from({ length: 1000 }, () => {
        const drawn = torch.randint(2048, [B]).tolist() as number[];
        return mean(drawn.map((i) => slopes[i] ?? Number.NaN));
      });
      // A thousand draws leave the spread uncertain by about 1/√2000 = 2 %, more where single slopes are large.
      expect((spread(estimates) * Math.sqrt(B)) / spread(slopes)).toBeCloseTo(1, 1);
    }
  });
});
