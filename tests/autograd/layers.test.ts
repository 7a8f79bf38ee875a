import { describe, expect, test } from "vitest";
import { nn, type Tensor, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";

const gradOf = (t: Tensor): Tensor => {
  if (t.grad === null) throw new Error("no gradient");
  return t.grad;
};

describe("layers", () => {
  test("a small network of convolutions has PyTorch's shapes and print", () => {
    torch.manualSeed(0);
    const net = new nn.Sequential(
      new nn.Conv2d(1, 4, 3, { padding: 1 }),
      new nn.BatchNorm2d(4),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Flatten(),
      new nn.Linear(64, 10),
    );
    const y = net(torch.randn(5, 1, 8, 8));
    expect(y.shape).toEqual([5, 10]);
    y.sum().backward();
    for (const parameter of net.parameters()) expect(gradOf(parameter).shape).toEqual(parameter.shape);
    expect(String(net).split("\n").slice(1, 3)).toEqual([
      "  (0): Conv2d(1, 4, kernelSize=[3, 3], stride=[1, 1], padding=[1, 1])",
      "  (1): BatchNorm2d(4, eps=0.00001, momentum=0.1, affine=true, trackRunningStats=true)",
    ]);
    expect(net.namedBuffers().map(([name]) => name)).toEqual([
      "1.runningMean",
      "1.runningVar",
      "1.numBatchesTracked",
    ]);
  });

  test("BatchNorm1d follows mean and unbiased variance in training, and uses them in evaluation", () => {
    const norm = new nn.BatchNorm1d(1);
    const y = norm(torch.tensor([[1], [3]]));
    // Mean 2 and variance 1 of the batch; the running ones go a tenth of the way to 2 and to the unbiased 2.
    expect(y.select(0, 1).item()).toBeCloseTo(1 / Math.sqrt(1 + 1e-5), 12);
    expect(norm.runningMean?.item()).toBeCloseTo(0.2, 12);
    expect(norm.runningVar?.item()).toBeCloseTo(1.1, 12);
    norm.eval();
    expect(norm(torch.tensor([[1.2]])).item()).toBeCloseTo(1 / Math.sqrt(1.1 + 1e-5), 12);
    norm.train();
    expect(mistakeOf(() => norm(torch.ones(1, 1))).code).toBe("one_value");
    expect(mistakeOf(() => norm(torch.ones(2))).code).toBe("rank");
  });

  test("Dropout keeps the mean in training and does nothing in evaluation", () => {
    torch.manualSeed(0);
    const dropout = new nn.Dropout(0.25);
    const x = torch.ones(10_000);
    const y = dropout(x);
    expect(new Set(y.toArray())).toEqual(new Set([0, 1 / 0.75]));
    // Five standard errors of a mean of 10 000.
    expect(Math.abs(y.mean().item() - 1)).toBeLessThan((5 * Math.sqrt(1 / 3)) / 100);
    expect(dropout.eval()(x)).toBe(x);
  });

  test("Embedding leaves its padding row alone", () => {
    const embedding = new nn.Embedding(3, 2, { paddingIdx: 0 });
    expect(embedding.weight.select(0, 0).tolist()).toEqual([0, 0]);
    embedding(torch.tensor([0, 2, 2], { dtype: torch.int64 }))
      .sum()
      .backward();
    expect(gradOf(embedding.weight).tolist()).toEqual([
      [0, 0],
      [0, 0],
      [2, 2],
    ]);
    expect(mistakeOf(() => embedding(torch.tensor([3], { dtype: torch.int64 }))).code).toBe("index_range");
  });
});

describe("initial values", () => {
  test.each([
    ["xavierUniform_", (t: Tensor) => nn.init.xavierUniform_(t), Math.sqrt(2 / 500)],
    ["xavierNormal_", (t: Tensor) => nn.init.xavierNormal_(t), Math.sqrt(2 / 500)],
    [
      "kaimingUniform_",
      (t: Tensor) => nn.init.kaimingUniform_(t, { nonlinearity: "relu" }),
      Math.sqrt(2 / 300),
    ],
    ["kaimingNormal_", (t: Tensor) => nn.init.kaimingNormal_(t, { mode: "fanOut" }), Math.sqrt(2 / 200)],
  ])("%s has the standard deviation of its formula", (_, init, std) => {
    torch.manualSeed(0);
    const t = init(torch.zeros(200, 300));
    // 60 000 numbers: the deviation is known to well below 2 %.
    expect(Math.abs(t.std().item() / std - 1)).toBeLessThan(0.02);
    expect(Math.abs(t.mean().item())).toBeLessThan((5 * std) / Math.sqrt(60_000));
  });

  test("fill parameters in place, and need two dimensions for the number of inputs", () => {
    const layer = new nn.Linear(2, 2);
    nn.init.constant_(layer.weight, 0.5);
    nn.init.zeros_(layer.bias);
    expect([layer.weight.tolist(), layer.bias.tolist()]).toEqual([
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      [0, 0],
    ]);
    expect(layer.weight.isLeaf && layer.weight.requiresGrad).toBe(true);
    expect(mistakeOf(() => nn.init.xavierUniform_(layer.bias)).code).toBe("rank");
  });
});

describe("clipping", () => {
  test("clipGradNorm_ scales all gradients together", () => {
    const [a, b] = [torch.zeros([2], { requiresGrad: true }), torch.zeros([1], { requiresGrad: true })];
    a.grad = torch.tensor([3, 0]);
    b.grad = torch.tensor([4]);
    expect(nn.utils.clipGradNorm_([a, b], 1)).toBeCloseTo(5, 12);
    expect(a.grad.toArray()[0]).toBeCloseTo(3 / (5 + 1e-6), 12);
    expect(b.grad.item()).toBeCloseTo(4 / (5 + 1e-6), 12);
    nn.utils.clipGradValue_([a, b], 0.5);
    expect([...a.grad.toArray(), b.grad.item()]).toEqual([0.5, 0, 0.5]);
  });
});
