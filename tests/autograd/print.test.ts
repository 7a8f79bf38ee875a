import { afterEach, describe, expect, test } from "vitest";
import { nn, type Tensor, torch } from "@/lib/autograd";

// The expected texts are PyTorch's, from its documentation and by the rules of its torch/_tensor_str.py.
const lines = (...text: string[]): string => text.join("\n");

afterEach(() => torch.setPrintOptions({ profile: "default" }));

describe("printing", () => {
  test.each<[string, () => Tensor, string]>([
    ["whole floats", () => torch.tensor([1, 2, 3]), "tensor([1., 2., 3.])"],
    ["four digits", () => torch.tensor([0.1, -2.25]), "tensor([ 0.1000, -2.2500])"],
    ["a single number", () => torch.tensor(3.5), "tensor(3.5000)"],
    ["columns", () => torch.linspace(-10, 10, 5), "tensor([-10.,  -5.,   0.,   5.,  10.])"],
    ["integers", () => torch.arange(5), "tensor([0, 1, 2, 3, 4])"],
    ["negative integers", () => torch.tensor([-1, 10], { dtype: torch.int64 }), "tensor([-1, 10])"],
    ["booleans", () => torch.tensor([true, false]), "tensor([ true, false])"],
    ["a great ratio", () => torch.tensor([0.0001, 1000]), "tensor([1.0000e-04, 1.0000e+03])"],
    ["small numbers", () => torch.tensor([0.00005, 0.00001]), "tensor([5.0000e-05, 1.0000e-05])"],
    ["great whole numbers", () => torch.tensor([1, 2000]), "tensor([1.0000e+00, 2.0000e+03])"],
    [
      "what is no number",
      () => torch.tensor([Number.NaN, Number.POSITIVE_INFINITY, 1]),
      "tensor([nan, inf, 1.])",
    ],
    [
      "minus infinity and digits",
      () => torch.tensor([Number.NEGATIVE_INFINITY, 1.5]),
      "tensor([  -inf, 1.5000])",
    ],
    ["halves to the even digit", () => torch.tensor([0.03125, 0.09375]), "tensor([0.0312, 0.0938])"],
    ["halves with an exponent, too", () => torch.tensor([100005, 0.001]), "tensor([1.0000e+05, 1.0000e-03])"],
    ["zeros", () => torch.zeros(2, 3), lines("tensor([[0., 0., 0.],", "        [0., 0., 0.]])")],
    [
      "three dimensions",
      () => torch.arange(8).reshape(2, 2, 2),
      lines("tensor([[[0, 1],", "         [2, 3]],", "", "        [[4, 5],", "         [6, 7]]])"),
    ],
    ["nothing", () => torch.tensor([]), "tensor([])"],
    ["nothing with a shape", () => torch.zeros(0, 3), "tensor([], size=[0, 3])"],
    ["float32", () => torch.ones([1], { dtype: torch.float32 }), "tensor([1.], dtype=torch.float32)"],
    ["a leaf", () => torch.ones([1], { requiresGrad: true }), "tensor([1.], requiresGrad=true)"],
    ["a view", () => torch.arange(4).reshape(2, 2).t(), lines("tensor([[0, 2],", "        [1, 3]])")],
    ["a name", () => torch.ones([1], { requiresGrad: true }).mul(2), "tensor([2.], gradFn=<MulBackward>)"],
    [
      "a long row",
      () => torch.arange(20).to(torch.float64),
      lines(
        "tensor([ 0.,  1.,  2.,  3.,  4.,  5.,  6.,  7.,  8.,  9., 10., 11., 12., 13.,",
        "        14., 15., 16., 17., 18., 19.])",
      ),
    ],
  ])("%s", (_, make, wanted) => {
    expect(make().toString()).toBe(wanted);
    expect(`${make()}`).toBe(wanted);
  });

  test("more than a thousand elements are shortened", () => {
    expect(torch.arange(1001).toString()).toBe("tensor([   0,    1,    2,  ...,  998,  999, 1000])");
    expect(torch.zeros(1001, 2).toString()).toBe(
      lines(
        "tensor([[0., 0.],",
        "        [0., 0.],",
        "        [0., 0.],",
        "        ...,",
        "        [0., 0.],",
        "        [0., 0.],",
        "        [0., 0.]])",
      ),
    );
    expect(torch.arange(1000).toString()).not.toContain("...");
  });

  test("options", () => {
    torch.setPrintOptions({ precision: 2 });
    expect(torch.tensor([1.12345]).toString()).toBe("tensor([1.12])");
    torch.setPrintOptions({ threshold: 5 });
    expect(torch.arange(10).toString()).toBe("tensor([0, 1, 2,  ..., 7, 8, 9])");
    torch.setPrintOptions({ profile: "default", sciMode: true });
    expect(torch.tensor([100.5]).toString()).toBe("tensor([1.0050e+02])");
    expect(() => torch.setPrintOptions({ precision: -1 })).toThrow(
      /precision must be a whole number from 0 up/,
    );
  });

  test("modules, as their repr", () => {
    class Net extends nn.Module {
      layers = new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU(), new nn.Linear(3, 1, { bias: false }));
      loss = new nn.MSELoss();
    }
    expect(new Net().toString()).toBe(
      lines(
        "Net(",
        "  (layers): Sequential(",
        "    (0): Linear(inFeatures=2, outFeatures=3, bias=true)",
        "    (1): ReLU()",
        "    (2): Linear(inFeatures=3, outFeatures=1, bias=false)",
        "  )",
        "  (loss): MSELoss()",
        ")",
      ),
    );
    const parameter = new nn.Parameter(torch.tensor([1, 2]));
    expect(`${parameter}`).toBe(lines("Parameter containing:", "tensor([1., 2.], requiresGrad=true)"));
  });
});
