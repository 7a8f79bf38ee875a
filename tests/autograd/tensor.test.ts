import { describe, expect, test } from "vitest";
import { type Nested, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";

describe("creation", () => {
  test("tensor takes numbers, booleans and nested arrays", () => {
    expect(torch.tensor(2).shape).toEqual([]);
    expect(
      torch.tensor([
        [1, 2, 3],
        [4, 5, 6],
      ]).shape,
    ).toEqual([2, 3]);
    expect(torch.tensor([true, false]).dtype).toBe("bool");
    expect(torch.tensor([1.9, -1.9], { dtype: torch.int64 }).tolist()).toEqual([1, -1]);
    expect(torch.tensor([[], []]).shape).toEqual([2, 0]);
    expect(torch.tensor(new Float32Array([0.5])).dtype).toBe("float32");
  });

  test.each<[unknown, string]>([
    [[[1, 2], [3]], "ragged"],
    [[[1], 2], "ragged"],
    [[1, [2]], "bad_value"],
    [["1"], "bad_value"],
    [null, "bad_value"],
  ])("tensor refuses %j", (data, code) => {
    const got = mistakeOf(() => torch.tensor(data as Nested)).code;
    expect(["ragged", "bad_value"]).toContain(got);
    if (code === "ragged") expect(got).toBe(code);
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("a size of %d is refused", (size) => {
    expect(mistakeOf(() => torch.zeros(size)).code).toBe("bad_size");
    expect(mistakeOf(() => torch.ones(6).reshape(2, size === -1 ? -2 : size)).code).toBe("bad_size");
  });

  test("arange counts as PyTorch does", () => {
    expect(torch.arange(1, 2.5, 0.5).tolist()).toEqual([1, 1.5, 2]);
    expect(torch.arange(5, 0, -2).tolist()).toEqual([5, 3, 1]);
    expect(torch.arange(3).dtype).toBe("int64");
    expect(torch.arange(0, 1, 0.25).dtype).toBe("float64");
    expect(mistakeOf(() => torch.arange(0, 5, -1)).code).toBe("arange_step");
  });

  test("linspace ends exactly where it should", () => {
    const t = torch.linspace(0, 0.3, 4);
    expect(t.tolist()).toEqual([0, 0.3 / 3, 0.3 - 0.3 / 3, 0.3]);
    expect(torch.linspace(2, 5, 1).tolist()).toEqual([2]);
  });

  test("eye, full, randint", () => {
    expect(torch.eye(2, 3).tolist()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(torch.full([2], 7).tolist()).toEqual([7, 7]);
    const dice = torch.randint(1, 7, [1000]).toArray();
    expect([Math.min(...dice), Math.max(...dice)]).toEqual([1, 6]);
    expect(mistakeOf(() => torch.randint(3, 3, [1])).code).toBe("randint_range");
  });
});

describe("random numbers", () => {
  test("the same seed gives the same numbers, another seed others", () => {
    const draw = (seed: number): unknown => {
      torch.manualSeed(seed);
      return [torch.rand(3).tolist(), torch.randn(3).tolist()];
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(2 ** 40)).not.toEqual(draw(0));
  });

  test("rand is even and randn normal (100 000 numbers, within 5 standard errors)", () => {
    torch.manualSeed(0);
    const n = 100_000;
    const u = torch.rand(n);
    expect(Math.abs(u.mean().item() - 0.5)).toBeLessThan((5 * Math.sqrt(1 / 12)) / Math.sqrt(n));
    expect(u.min().item()).toBeGreaterThanOrEqual(0);
    expect(u.max().item()).toBeLessThan(1);
    const z = torch.randn(n);
    expect(Math.abs(z.mean().item())).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(z.var().item() - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    const within = z.abs().lt(1).to(torch.float64).mean().item();
    expect(Math.abs(within - 0.682689)).toBeLessThan(5 * Math.sqrt((0.6827 * 0.3173) / n));
  });
});

describe("types", () => {
  test("are promoted as PyTorch's result_type", () => {
    const type = (a: "float32" | "float64" | "int64" | "bool", b: typeof a): string =>
      torch.ones([1], { dtype: a }).mul(torch.ones([1], { dtype: b })).dtype;
    expect(type("float32", "float64")).toBe("float64");
    expect(type("int64", "float32")).toBe("float32");
    expect(type("bool", "int64")).toBe("int64");
    expect(torch.ones([1], { dtype: "float32" }).mul(torch.tensor(2)).dtype).toBe("float32");
    expect(torch.arange(2).mul(2).dtype).toBe("int64");
    expect(torch.arange(2).mul(0.5).dtype).toBe("float64");
    expect(torch.arange(2).div(2).tolist()).toEqual([0, 0.5]);
    expect(torch.tensor([true, false]).sum().dtype).toBe("int64");
  });

  test("float32 keeps single precision", () => {
    expect(torch.tensor([0.1], { dtype: torch.float32 }).tolist()).toEqual([Math.fround(0.1)]);
    expect(torch.tensor([0.1], { dtype: torch.float32 }).mul(3).tolist()).toEqual([
      Math.fround(Math.fround(0.1) * 3),
    ]);
  });

  test("without gradients are refused as leaves", () => {
    expect(mistakeOf(() => torch.arange(3).requiresGrad_()).code).toBe("integer_requires_grad");
    expect(mistakeOf(() => torch.mean(torch.arange(3))).code).toBe("dtype");
  });
});

describe("parts", () => {
  const x = torch.arange(12).reshape(3, 4);

  test("by places, slices and masks, as in Python", () => {
    expect(x.index(1).tolist()).toEqual([4, 5, 6, 7]);
    expect(x.index(-1, 0).item()).toBe(8);
    expect(x.index("1:", "::2").tolist()).toEqual([
      [4, 6],
      [8, 10],
    ]);
    expect(x.index(":", torch.slice(-2)).tolist()).toEqual([
      [2, 3],
      [6, 7],
      [10, 11],
    ]);
    expect(x.index("...", 1).tolist()).toEqual([1, 5, 9]);
    expect(x.index(null, 0).shape).toEqual([1, 4]);
    expect(x.index(x.gt(8)).tolist()).toEqual([9, 10, 11]);
    expect(x.index(torch.tensor([2, 0], { dtype: torch.int64 }), 1).tolist()).toEqual([9, 1]);
    expect(x.index("5:9").shape).toEqual([0, 4]);
  });

  test("outside or of the wrong kind are refused", () => {
    expect(mistakeOf(() => x.index(3)).code).toBe("index_range");
    expect(mistakeOf(() => x.index(0, 0, 0)).code).toBe("index_count");
    expect(mistakeOf(() => x.index("a:b")).code).toBe("slice");
    expect(mistakeOf(() => x.index("::-1")).code).toBe("slice");
    expect(mistakeOf(() => x.index(torch.tensor([0.5]))).code).toBe("dtype");
    expect(mistakeOf(() => x.select(2, 0)).code).toBe("dim_range");
    expect(mistakeOf(() => x.gather(1, torch.full([3, 1], 4, { dtype: torch.int64 }))).code).toBe(
      "index_range",
    );
    expect(mistakeOf(() => x.gather(1, torch.full([3, 1], -1, { dtype: torch.int64 }))).code).toBe(
      "index_range",
    );
    expect(mistakeOf(() => x.narrow(1, 2, 3)).code).toBe("bad_size");
  });

  test("look at the same elements", () => {
    const y = torch.zeros(2, 2);
    y.index(0).fill_(1);
    y.t().select(0, 1).add_(2);
    expect(y.tolist()).toEqual([
      [1, 3],
      [0, 2],
    ]);
  });
});

describe("messages", () => {
  test.each<[() => unknown, string]>([
    [
      () => torch.ones(1, 3).matmul(torch.ones(2, 2)),
      "matmul: shapes [1, 3] and [2, 2] do not fit: the inner sizes 3 and 2 differ",
    ],
    [
      () => torch.ones(1, 3).matmul(torch.ones(2, 3)),
      "matmul: shapes [1, 3] and [2, 3] do not fit: the inner sizes 3 and 2 differ (did you mean .t()?)",
    ],
    [
      () => torch.ones(2, 3).add(torch.ones(4)),
      "add: shapes [2, 3] and [4] do not fit: at dimension 1 the sizes 3 and 4 differ and neither is 1",
    ],
    [() => torch.ones(2, 3).reshape(4), "reshape: the 6 elements of [2, 3] do not fit the shape [4]"],
    [
      () => torch.ones(2, 3).sum(2),
      "sum: dimension 2 is out of range: a tensor with 2 dimensions has -2 to 1",
    ],
    [() => torch.ones(2).item(), "item: a tensor of shape [2] has 2 elements, not one; use tolist()"],
    [
      () => torch.tensor([[1, 2], [3]]),
      "tensor: the nested arrays are ragged: at dimension 1 there should be 2 elements, but there is 1",
    ],
  ])("name the operation, the shapes and the remedy", (run, message) => {
    expect(mistakeOf(run).message).toBe(message);
  });

  test("JavaScript's operators are refused, texts are not", () => {
    const x = torch.ones(1);
    expect(mistakeOf(() => Number(x) * 2).code).toBe("operator");
    expect(`${x}`).toBe("tensor([1.])");
  });
});
