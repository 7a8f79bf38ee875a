import { describe, expect, test } from "vitest";
import { nn, optim, Tensor, TorchError, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";
import { type GoldenFile, readGolden } from "./reference/format";
import { Script, type Statement } from "./reference/script";

const F = nn.functional;

interface ErrorCase {
  readonly id: string;
  readonly python: string;
  readonly script?: readonly Statement[];
  readonly stmt?: Statement;
}

/** What the message about each of the reference's mistakes must name: the operation, and the shapes and numbers. */
const names: Readonly<Record<string, readonly string[]>> = {
  "error/backward/non_scalar": ["backward", "[2]", "sum()"],
  "error/backward/no_grad_tensor": ["backward", "requiresGrad: true"],
  "error/backward/twice/exp": ["backward", "exp", "retainGraph: true"],
  "error/backward/gradient_shape": ["backward", "[3]", "[2]"],
  "error/grad/unused": ["grad", "input 0", "allowUnused: true"],
  "error/inplace/leaf": ["add_", "torch.noGrad"],
  "error/inplace/saved_result": ["backward", "exp", "[2]", "clone()"],
  "error/flags/int_requires_grad": ["requiresGrad", "int64", "torch.float64"],
  "error/flags/non_leaf_off": ["requiresGrad", "detach()"],
  "error/flags/item": ["item", "[2]", "2 elements"],
  "error/shape/add/1": ["add", "[2]", "[3]", "dimension 0", "2 and 3"],
  "error/shape/add/2d": ["add", "[2, 3]", "[2, 4]", "dimension 1", "3 and 4"],
  "error/shape/matmul/2d_2d": ["matmul", "[2, 3] and [2, 3]", "3 and 2", ".t()"],
  "error/shape/matmul/1d_1d": ["matmul", "[2]", "[3]"],
  "error/shape/matmul/3d_3d_batch": ["matmul", "[2, 3, 4]", "[3, 4, 2]", "2 and 3"],
  "error/shape/linear": ["linear", "[4, 3]", "[2, 5]", "3 and 5"],
  "error/shape/reshape/size": ["reshape", "6", "[2, 3]", "[4]"],
  "error/shape/view/strides": ["view", "[3, 2]", "[6]", "reshape"],
  "error/shape/transpose/range": ["transpose", "dimension 2", "-2 to 1"],
  "error/shape/cat/sizes": ["cat", "[2, 3]", "[2, 4]", "dimension 0"],
  "error/index/int_range": ["index", "3", "dimension 0", "size 3"],
  "error/index/embedding_range": ["embedding", "4", "size 4"],
  "error/reduce/dim_range": ["sum", "dimension 2", "-2 to 1"],
  "error/reduce/max_empty": ["max", "[0]"],
  "error/loss/bce_range": ["binaryCrossEntropy", "1.5", "0 to 1"],
  "error/loss/ce_range": ["crossEntropy", "5", "3 classes"],
  "error/loss/ce_batch": ["crossEntropy", "2", "3"],
  "error/nn/conv_channels": ["conv2d", "[3, 1, 2, 2]", "[1, 2, 4, 4]", "1 channels", "2"],
  "error/nn/batch_norm_one": ["batchNorm", "[1, 3]"],
  "error/optim/empty": ["SGD", "net.parameters()"],
  "error/optim/lr_negative": ["SGD", "lr", "-0.1"],
  "error/optim/nesterov": ["SGD", "nesterov", "momentum", "dampening"],
  "error/tensor/ragged": ["tensor", "dimension 1", "2 elements", "1"],
};

/** The mistakes that the reference tells as programs alone. */
const programs: Readonly<Record<string, () => unknown>> = {
  "error/optim/empty": () => new optim.SGD([], { lr: 0.1 }),
  "error/optim/lr_negative": () => new optim.SGD([torch.ones([2], { requiresGrad: true })], { lr: -0.1 }),
  "error/optim/nesterov": () =>
    new optim.SGD([torch.ones([2], { requiresGrad: true })], { lr: 0.1, nesterov: true }),
  "error/tensor/ragged": () => torch.tensor([[1, 2], [3]]),
};

describe("the reference's mistakes", () => {
  const file = readGolden<GoldenFile<ErrorCase>>("errors.json");

  test.each(file.cases.map((each) => [each.id, each] as const))("%s", (id, each) => {
    const script = new Script({ rtol: 0, atol: 0 });
    for (const statement of each.script ?? []) script.run(statement);
    const { stmt } = each;
    const run = stmt === undefined ? programs[id] : () => script.run(stmt);
    if (run === undefined) throw new Error(`no program for ${each.python}`);
    const { message } = mistakeOf(run);
    expect(names[id], "what the message must name").toBeDefined();
    for (const name of names[id] ?? []) expect(message).toContain(name);
  });
});

describe("arguments of another kind", () => {
  const x = torch.tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  const others: readonly unknown[] = [null, undefined, "a", {}, [1, 2], [], 1.5, Number.NaN, true];
  const calls = (name: string, run: (...args: readonly unknown[]) => unknown): [string, () => unknown][] =>
    others.flatMap((other) =>
      [[other], [x, other], [x, 0, other], [x, x, other]].map((args): [string, () => unknown] => [
        `${name}(${args.map((arg) => (arg instanceof Tensor ? "x" : String(arg))).join(", ")})`,
        () => run(...args),
      ]),
    );
  const functions = [...Object.entries(torch), ...Object.entries(F)].flatMap(([name, value]) =>
    typeof value === "function" && name !== "setPrintOptions" ? calls(name, value as never) : [],
  );
  // `data` and `grad` are set, and the names of the language ask for nothing.
  const methods = Object.getOwnPropertyNames(Tensor.prototype).flatMap((name) => {
    const value: unknown = Object.getOwnPropertyDescriptor(Tensor.prototype, name)?.value;
    if (typeof value !== "function" || ["constructor", "touch"].includes(name)) return [];
    return others.flatMap((other): [string, () => unknown][] => [
      [`x.${name}(${String(other)})`, () => value.call(x.clone(), other)],
      [`x.${name}(0, ${String(other)})`, () => value.call(x.clone(), 0, other)],
      [`x.${name}(x, ${String(other)})`, () => value.call(x.clone(), x, other)],
    ]);
  });

  test("are refused by a typed error, or do no harm", () => {
    const wrong: string[] = [];
    for (const [name, run] of [...functions, ...methods]) {
      try {
        run();
      } catch (error) {
        if (!(error instanceof TorchError)) wrong.push(`${name}: ${String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
    torch.manualSeed(0);
    torch.setDefaultDtype(torch.float64);
  });

  const not = (value: unknown): never => value as never;
  test.each<[string, () => unknown, string]>([
    ["a misspelt shape", () => torch.zeros(not(undefined)), "zeros: undefined is not a size"],
    ["a text for a size", () => torch.zeros(2, not("3")), "zeros: 3 is not a size"],
    ["a tensor for a shape", () => torch.ones(not(x)), "ones: an object is not a size"],
    ["a data type that there is not", () => torch.ones([2], { dtype: not("float16") }), "float16"],
    ["to a data type that there is not", () => x.to(not("half")), "to: dtype must be one of float64"],
    ["tensors that are not in a list", () => torch.cat(not(x), not(x)), "cat([a, b])"],
    ["noGrad without a function", () => torch.noGrad(not(undefined)), "noGrad(() => …)"],
    ["a hook that is none", () => x.clone().requiresGrad_().registerHook(not(3)), "registerHook"],
    ["a text in full", () => torch.full([2], not("a")), "full: the data must be numbers"],
    ["several shifts for no dimensions", () => x.roll([1, 2]), "roll: shifts must have shape [1]"],
    ["half a shift", () => x.roll(0.5, 0), "roll: shifts must be a whole number"],
  ])("%s", (_, run, part) => {
    expect(mistakeOf(run).message).toContain(part);
  });
});

describe("bad input", () => {
  const x = torch.ones(2, 3);
  test.each<[string, () => unknown, string]>([
    ["ragged arrays", () => torch.tensor([[[1], [2]], [[3]]]), "ragged"],
    ["ragged depth", () => torch.tensor([[1, 2], 3]), "ragged"],
    ["a size that is not finite", () => torch.zeros(Number.POSITIVE_INFINITY), "bad_size"],
    ["a negative size", () => torch.randn(2, -1), "bad_size"],
    ["a size with a fraction", () => x.expand(2.5, 3), "expand_size"],
    ["two sizes of −1", () => x.reshape(-1, -1), "bad_size"],
    ["a size of −1 that cannot be known", () => torch.zeros(0, 2).reshape(-1, 0), "reshape_size"],
    ["a dimension out of range", () => x.softmax(2), "dim_range"],
    ["a dimension that is no whole number", () => x.sum(0.5), "dim_range"],
    ["a dimension named twice", () => x.sum([0, -2]), "dim_twice"],
    ["an index out of range", () => x.index(0, -4), "index_range"],
    ["places out of range", () => x.indexSelect(1, torch.tensor([3], { dtype: torch.int64 })), "index_range"],
    ["float places", () => x.gather(0, torch.zeros(2, 3)), "dtype"],
    ["a float mask", () => x.maskedFill(torch.ones(2, 3), 0), "dtype"],
    ["integers where a gradient is wanted", () => torch.arange(3).requiresGrad_(), "integer_requires_grad"],
    [
      "an infinite integer",
      () => torch.tensor([Number.POSITIVE_INFINITY], { dtype: torch.int64 }),
      "integer_value",
    ],
    ["integers divided by 0", () => torch.arange(3).remainder(0), "integer_value"],
    ["a product of masks", () => torch.eye(2).bool().mm(torch.eye(2).bool()), "dtype"],
    ["a product of two types", () => x.mm(torch.ones([3, 2], { dtype: torch.int64 })), "dtype"],
    ["a negative mask", () => x.gt(0).neg(), "dtype"],
    ["softmax of integers", () => torch.arange(3).softmax(0), "dtype"],
    ["a mean of integers", () => torch.arange(3).mean(), "dtype"],
    ["a gradient of another shape", () => (x.clone().requiresGrad_().grad = torch.ones(3)), "gradient_shape"],
    ["too few elements for topk", () => x.topk(4), "option_range"],
    ["a greatest element of nothing", () => torch.zeros(2, 0).max(1), "empty_reduction"],
    ["classes that are floats", () => F.crossEntropy(x, torch.ones(2)), "target_probabilities"],
    [
      "a negative learning rate",
      () => new optim.Adam([x.clone().requiresGrad_()], { lr: -1 }),
      "option_range",
    ],
    [
      "a learning rate that is no number",
      () => new optim.SGD([x.clone().requiresGrad_()], { lr: Number.NaN }),
      "option_range",
    ],
  ])("%s", (_, run, code) => {
    expect(mistakeOf(run).code).toBe(code);
  });

  test("a value that backward needs, changed in place in each of the ways there are", () => {
    const ways: readonly ((y: Tensor) => unknown)[] = [
      (y) => y.add_(1),
      (y) => y.select(0, 0).zero_(),
      (y) => y.indexPut_([0], 5),
      (y) => y.detach().fill_(2),
      (y) => y.view(3, 2).mul_(2),
      (y) => nn.init.zeros_(y),
    ];
    for (const way of ways) {
      const y = torch.ones([2, 3], { requiresGrad: true }).exp();
      const z = y.square();
      way(y);
      expect(mistakeOf(() => z.sum().backward()).code).toBe("inplace_saved");
    }
  });

  test("a parameter that an optimizer changed between forward and backward", () => {
    const w = torch.ones([2], { requiresGrad: true });
    const optimizer = new optim.SGD([w], { lr: 0.1 });
    w.square().sum().backward();
    const loss = w.square().sum();
    optimizer.step();
    expect(mistakeOf(() => loss.backward()).code).toBe("inplace_saved");
  });
});
