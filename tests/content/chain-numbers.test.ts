import { describe, expect, it, test } from "vitest";
import { type Tensor, torch } from "../../lib/autograd";
import { runChain } from "../../lib/figures/chain";
import { EXAMPLE } from "../../lib/figures/network";
import { pathsTo } from "../../lib/figures/paths";
import { describeNumbers } from "./stated-numbers";

/** The numbers that the chapter on the chain rule states, and its table of derivatives. */

const [throughO1, throughO2] = pathsTo(EXAMPLE, "w1").map(({ product }) => product) as [number, number];

/** Between fully connected layers of the same width, with one input and one output. */
const pathsThrough = (depth: number, width: number) => width ** depth;
const connections = (depth: number, width: number) => 2 * width + (depth - 1) * width ** 2;

describeNumbers("chain-rule", {
  "0.00066840": throughO1,
  "0.00022983": -throughO2,
  "0.00043857": throughO1 + throughO2,
  "1.126": pathsThrough(10, 32) / 1e15,
});

describe("what the chapter on the chain rule says", () => {
  it("the example's way back gives a quarter", () => {
    const { value, gradient, edges } = runChain({ x: 1, w: 0, b: 0 });
    expect([value.h4, value.h5, value.h6]).toEqual([1, 2, 0.5]);
    expect(gradient.w).toBe(0.25);
    const onTheWay = edges.filter(({ from }) => from !== "x" && from !== "b").map(({ slope }) => slope);
    expect(onTheWay).toEqual([1, 1, -1, 1, 1, -0.25]);
  });

  it("paths take thirteen days, connections are 9280", () => {
    expect(Math.floor(pathsThrough(10, 32) / 1e9 / 86_400)).toBe(13);
    expect(connections(10, 32)).toBe(9280);
  });

  it("the number of paths is what going from the back counts", () => {
    // With all weights 1 and no activation, each path contributes 1 to the gradient.
    const x = torch.ones([1, 1], { requiresGrad: true });
    let signal = x.matmul(torch.ones([1, 32]));
    for (let layer = 1; layer < 10; layer++) signal = signal.matmul(torch.ones([32, 32]));
    signal.matmul(torch.ones([32, 1])).backward(torch.ones([1, 1]));
    expect(x.grad?.item()).toBe(32 ** 10);
  });

  it("in six steps the gradient is NaN where the sigmoid in one step has 0", () => {
    expect(runChain({ x: 1, w: -1000, b: 0 })).toMatchObject({
      value: { h6: 0 },
      gradient: { w: Number.NaN },
    });
    const z = torch.tensor(-1000, { requiresGrad: true });
    torch.sigmoid(z).backward();
    expect(z.grad?.item()).toBe(0);
    expect([-700, -710].map((w) => Number.isNaN(runChain({ x: 1, w, b: 0 }).gradient.w))).toEqual([
      false,
      true,
    ]);
  });
});

type Row = [name: string, f: (x: Tensor) => Tensor, derivative: (x: number) => number];

const sigma = (x: number) => 1 / (1 + Math.exp(-x));
const [n, a] = [5, 3];

const TABLE: Row[] = [
  ["c", (x) => x.mul(0).add(7), () => 0],
  ["xⁿ", (x) => x.pow(n), (x) => n * x ** (n - 1)],
  ["eˣ", (x) => x.exp(), Math.exp],
  ["aˣ", (x) => torch.pow(a, x), (x) => a ** x * Math.log(a)],
  ["ln x", (x) => x.log(), (x) => 1 / x],
  ["logₐ x", (x) => x.log().div(Math.log(a)), (x) => 1 / (x * Math.log(a))],
  ["sin x", (x) => x.sin(), Math.cos],
  ["cos x", (x) => x.cos(), (x) => -Math.sin(x)],
  ["tan x", (x) => x.tan(), (x) => 1 / Math.cos(x) ** 2],
  ["σ(x)", (x) => x.sigmoid(), (x) => sigma(x) * (1 - sigma(x))],
  ["tanh x", (x) => x.tanh(), (x) => 1 - Math.tanh(x) ** 2],
  ["ReLU(x)", (x) => x.relu(), (x) => (x > 0 ? 1 : 0)],
  ["f + g", (x) => x.sin().add(x.exp()), (x) => Math.cos(x) + Math.exp(x)],
  ["f g", (x) => x.sin().mul(x.exp()), (x) => Math.cos(x) * Math.exp(x) + Math.sin(x) * Math.exp(x)],
  [
    "f / g",
    (x) => x.sin().div(x.exp()),
    (x) => (Math.cos(x) * Math.exp(x) - Math.sin(x) * Math.exp(x)) / Math.exp(x) ** 2,
  ],
  ["f(g(x))", (x) => x.exp().sin(), (x) => Math.cos(Math.exp(x)) * Math.exp(x)],
];

describe("the chapter's table of derivatives", () => {
  test.each(TABLE)("%s: by hand, by the library, by a central difference", (_, f, derivative) => {
    for (const at of [0.3, 1.3, 2.1]) {
      const x = torch.tensor(at, { requiresGrad: true });
      f(x).backward();
      expect(x.grad?.item()).toBeCloseTo(derivative(at), 10);
      const [above, below] = [at + 1e-5, at - 1e-5].map((one) => f(torch.tensor(one)).item()) as [
        number,
        number,
      ];
      expect((above - below) / 2e-5).toBeCloseTo(derivative(at), 6);
    }
  });
});
