import { describe, expect, test } from "vitest";
import { nn, type Tensor, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";

const F = nn.functional;
const { gradcheck, gradgradcheck } = torch.autograd;
const close = (t: Tensor, wanted: readonly number[]): void => {
  const got = t.toArray();
  expect(got).toHaveLength(wanted.length);
  for (const [i, value] of got.entries()) expect(value).toBeCloseTo(wanted[i] ?? Number.NaN, 12);
};

describe("poissonNLLLoss", () => {
  const x = torch.tensor([0.5, -1, 2]);
  const t = torch.tensor([0, 1, 4]);

  test("is the negative logarithm of the likelihood, but for ln(t!)", () => {
    // −ln(λᵗ e^(−λ)) with λ = eˣ
    const wanted = [Math.exp(0.5), Math.exp(-1) + 1, Math.exp(2) - 8];
    close(F.poissonNLLLoss(x, t, { reduction: "none" }), wanted);
    close(F.poissonNLLLoss(x.exp(), t, { reduction: "none", logInput: false, eps: 0 }), wanted);
    close(new nn.PoissonNLLLoss({ reduction: "sum" })(x, t), [wanted.reduce((a, b) => a + b)]);
  });

  test("with full adds Stirling's approximation of ln(t!) for t above 1", () => {
    const full = F.poissonNLLLoss(x, t, { reduction: "none", full: true });
    const plain = F.poissonNLLLoss(x, t, { reduction: "none" });
    close(full.sub(plain), [0, 0, 4 * Math.log(4) - 4 + 0.5 * Math.log(8 * Math.PI)]);
  });

  test("has its gradients", () => {
    const input = torch.tensor([0.5, 1, 2], { requiresGrad: true });
    const target = torch.tensor([0.5, 1.5, 4], { requiresGrad: true });
    for (const logInput of [true, false]) {
      const loss = (a: Tensor, b: Tensor): Tensor => F.poissonNLLLoss(a, b, { logInput, full: true });
      expect(gradcheck(loss, [input, target])).toBe(true);
      expect(gradgradcheck(loss, [input, target])).toBe(true);
    }
  });
});

describe("gaussianNLLLoss", () => {
  const x = torch.tensor([
    [0.5, -1],
    [2, 0],
  ]);
  const t = torch.tensor([
    [1, 1],
    [0, 0.5],
  ]);

  test("is the negative logarithm of the normal density", () => {
    const v = torch.tensor([
      [0.5, 1],
      [2, 3],
    ]);
    const density = (d: number, variance: number): number =>
      Math.exp(-(d * d) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
    const wanted = [density(0.5, 0.5), density(2, 1), density(2, 2), density(0.5, 3)].map(
      (p) => -Math.log(p),
    );
    close(F.gaussianNLLLoss(x, t, v, { full: true, reduction: "none" }).flatten(), wanted);
    const mean = wanted.reduce((a, b) => a + b) / 4;
    close(new nn.GaussianNLLLoss({ full: true })(x, t, v), [mean]);
    close(F.gaussianNLLLoss(x, t, v), [mean - 0.5 * Math.log(2 * Math.PI)]);
  });

  test("takes one variance for a row, and holds it above eps", () => {
    const each = F.gaussianNLLLoss(x, t, torch.tensor([2, 3]));
    close(F.gaussianNLLLoss(x, t, torch.tensor([[2], [3]])), each.toArray());
    close(F.gaussianNLLLoss(x, x, torch.zeros(2, 2), { eps: 0.01 }), [0.5 * Math.log(0.01)]);
    const v = torch.zeros([2, 2], { requiresGrad: true });
    F.gaussianNLLLoss(x, x, v, { eps: 0.01, reduction: "sum" }).backward();
    // The slope of ½ ln v at eps, as in PyTorch, not 0.
    close((v.grad as Tensor).flatten(), [50, 50, 50, 50]);
  });

  test("has its gradients", () => {
    const leaves = [x, t, torch.tensor([[0.7], [2]])].map((each) => each.clone().requiresGrad_());
    const loss = (a: Tensor, b: Tensor, c: Tensor): Tensor => F.gaussianNLLLoss(a, b, c);
    expect(gradcheck(loss, leaves)).toBe(true);
    expect(gradgradcheck(loss, leaves)).toBe(true);
  });

  test("refuses variances that are negative or of another shape", () => {
    expect(mistakeOf(() => F.gaussianNLLLoss(x, t, torch.full([2, 2], -1))).message).toBe(
      "gaussianNLLLoss: the variance must be a number from 0 up, not -1",
    );
    expect(mistakeOf(() => F.gaussianNLLLoss(x, t, torch.ones(3))).code).toBe("same_shape");
  });
});
