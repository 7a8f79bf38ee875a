import { describe, expect, test } from "vitest";
import { type Tensor, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";

const { gradcheck, gradgradcheck } = torch.autograd;
const { hessian, jacobian } = torch.autograd.functional;

const a = torch.tensor([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("jacobian", () => {
  test("of a linear function is its matrix", () => {
    expect(jacobian((x) => a.matmul(x), torch.tensor([7, 8, 9])).tolist()).toEqual(a.tolist());
  });

  test("has the shape of the result and then of the input", () => {
    const x = torch.tensor([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const j = jacobian((t) => t.square().sum(1), x);
    expect(j.shape).toEqual([3, 3, 2]);
    expect(j.index(1).tolist()).toEqual([
      [0, 0],
      [6, 8],
      [0, 0],
    ]);
    expect(jacobian((t) => t.sum(), torch.ones(2, 0)).shape).toEqual([2, 0]);
    expect(jacobian((t) => t.reshape(0, 2), torch.ones(2, 0)).shape).toEqual([0, 2, 2, 0]);
  });

  test("of several inputs and results is a list for each", () => {
    const [x, y] = [torch.tensor([2, 3]), torch.tensor([5, 7])];
    const both = jacobian((u, v) => [u.mul(v), u.sum()], [x, y]);
    expect(both.map((row) => row.map((each) => each.tolist()))).toEqual([
      [
        [
          [5, 0],
          [0, 7],
        ],
        [
          [2, 0],
          [0, 3],
        ],
      ],
      [
        [1, 1],
        [0, 0],
      ],
    ]);
    expect(jacobian((u, v) => u.mul(v), [x, y])).toHaveLength(2);
    expect(jacobian((u) => [u.sum()], x).map((each) => each.tolist())).toEqual([[1, 1]]);
  });

  test("is zero where the result does not depend on the input", () => {
    expect(jacobian(() => torch.ones(2), torch.ones(3)).tolist()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test("leaves the inputs, their gradients and the mode alone", () => {
    const x = torch.tensor([1, 2], { requiresGrad: true });
    const j = torch.noGrad(() => jacobian((t) => t.exp(), x));
    expect([x.grad, j.requiresGrad]).toEqual([null, false]);
  });

  test("with createGraph can be differentiated", () => {
    const x = torch.tensor([1, 2], { requiresGrad: true });
    jacobian((t) => t.pow(3), x, { createGraph: true })
      .sum()
      .backward();
    expect(x.grad?.tolist()).toEqual([6, 12]);
  });

  test("refuses what has no derivative", () => {
    expect(mistakeOf(() => jacobian((t) => t, torch.arange(3))).code).toBe("dtype");
    expect(mistakeOf(() => jacobian(() => 3 as unknown as Tensor, torch.ones(1))).code).toBe("not_tensor");
  });
});

describe("hessian", () => {
  test("of xᵀAx is A + Aᵀ", () => {
    const m = torch.tensor([
      [1, 2],
      [5, 3],
    ]);
    const h = hessian((x) => x.dot(m.mv(x)), torch.tensor([0.3, -0.7]));
    expect(h.tolist()).toEqual([
      [2, 7],
      [7, 6],
    ]);
  });

  test("of two inputs has four blocks", () => {
    const h = hessian((x, y) => x.square().mul(y).sum(), [torch.tensor([2]), torch.tensor([3])]);
    expect(h.map((row) => row.map((each) => each.item()))).toEqual([
      [6, 4],
      [4, 0],
    ]);
  });

  test("of a function without curvature is zero", () => {
    expect(hessian((x) => x.sum(), torch.ones(2)).tolist()).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test("with createGraph gives the third derivatives", () => {
    const x = torch.tensor(2, { requiresGrad: true });
    hessian((t) => t.pow(4), x, { createGraph: true }).backward();
    expect(x.grad?.item()).toBe(24 * 2);
  });

  test("needs one number", () => {
    const { code, message } = mistakeOf(() => hessian((x) => x, torch.ones(2)));
    expect([code, message]).toEqual([
      "backward_not_scalar",
      "hessian: a tensor of shape [2] is not a single number; reduce it first, e.g. with sum() or mean()",
    ]);
  });
});

describe("gradcheck", () => {
  const x = torch.tensor([0.3, -1.2], { requiresGrad: true });
  const y = torch.tensor([[0.5], [2]], { requiresGrad: true });
  /** Twice the tangent of x at 0: x whose gradient is 2, not 1. */
  const wrong = (t: Tensor): Tensor => t.mul(2).sub(t.detach());

  test("accepts right gradients, of the first and the second order", () => {
    const f = (u: Tensor, v: Tensor): Tensor[] => [u.exp().mul(v), u.mul(v).sum()];
    expect(gradcheck(f, [x, y])).toBe(true);
    expect(gradgradcheck(f, [x, y])).toBe(true);
    expect(gradgradcheck((u) => u.pow(3), x, torch.tensor([1, -2]))).toBe(true);
    expect(x.grad).toBe(null);
  });

  test("finds wrong ones, and says where", () => {
    const { code, message } = mistakeOf(() => gradcheck(wrong, x));
    expect(code).toBe("gradcheck");
    expect(message).toMatch(
      /^gradcheck: the derivative of element 0 of output 0 with respect to element 0 of input 0 is 2 by backward, but (1|0\.99999|1\.00000)\d* by differences$/,
    );
    expect(gradcheck(wrong, x, { raiseException: false })).toBe(false);
    // The gradient 2x of x², once differentiated, is 2; without its history it is 0.
    const cut = (u: Tensor): Tensor => u.square().mul(u.detach());
    expect(gradgradcheck(cut, x, null, { raiseException: false })).toBe(false);
  });

  test("leaves out results and inputs without gradients", () => {
    const places = torch.tensor([1, 0], { dtype: torch.int64 });
    expect(gradcheck((u, i) => [u.index(i), u.argmax()], [x, places])).toBe(true);
    expect(gradgradcheck((u, i) => [u.index(i).square(), u.argmax()], [x, places])).toBe(true);
  });

  test("accepts views and inputs that do not lie in order", () => {
    expect(gradcheck((u) => u, x)).toBe(true);
    const turned = torch
      .tensor([
        [1, 2, 3],
        [4, 5, 6],
      ])
      .t();
    expect(gradcheck((u) => u.square().sum(0), turned.detach().requiresGrad_())).toBe(true);
  });

  test("does not disturb the random numbers of the reader", () => {
    torch.manualSeed(1);
    const wanted = torch.rand(2).tolist();
    torch.manualSeed(1);
    gradgradcheck((u) => u.square(), x);
    expect(torch.rand(2).tolist()).toEqual(wanted);
  });

  test("needs inputs in double precision that require gradients", () => {
    expect(mistakeOf(() => gradcheck((u) => u, torch.ones(2))).code).toBe("input_no_grad");
    const single = torch.ones([2], { dtype: torch.float32, requiresGrad: true });
    expect(mistakeOf(() => gradcheck((u) => u, single)).code).toBe("dtype");
  });
});
