import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { nn, type Tensor, torch } from "@/lib/autograd";
import { type DifferentiableName, table } from "@/lib/autograd/ops/table";

// Much work, on a machine that may be busy: how long it takes is no question of these tests.
vi.setConfig({ testTimeout: 120_000 });

const F = nn.functional;

/** A function under test and inputs that are away from its kinks. */
interface Check {
  readonly run: (...inputs: Tensor[]) => Tensor;
  readonly inputs: fc.Arbitrary<Tensor[]>;
  /** The rule's derivative is 0 almost everywhere or the second one too fragile to compare. */
  readonly order?: 1 | 2;
}

/** Sizes of dimensions, none of which is too small to be 0. */
const sizes = fc.integer({ min: 0, max: 3 });
const shapes = fc.array(sizes, { maxLength: 3 });
/** Numbers between −2 and 2 that are not near 0, and no two of which are near each other. */
const spaced = (count: number): fc.Arbitrary<number[]> =>
  fc
    .shuffledSubarray(
      Array.from(
        { length: 2 * count },
        (_, i) => (i % 2 === 0 ? 1 : -1) * (0.2 + (1.8 * (i + 0.5)) / (2 * count)),
      ),
      { minLength: count, maxLength: count },
    )
    .map((numbers) => numbers);

const size = (shape: readonly number[]): number => shape.reduce((n, s) => n * s, 1);

type Shape = readonly number[];
type Change = (x: number) => number;

/** How the elements of a tensor may lie in memory. */
const layouts = {
  "row by row": (shape: Shape, numbers: readonly number[]) => torch.tensor(numbers).reshape(shape),
  transposed: (shape: Shape, numbers: readonly number[]) =>
    torch
      .tensor(numbers)
      .reshape([...shape].reverse())
      .permute(shape.map((_, i) => shape.length - 1 - i)),
  /** Every second element of each dimension of a larger tensor, whose others are of no number. */
  sliced: (shape: Shape, numbers: readonly number[]) => {
    const large = torch.full(
      shape.map((n) => 2 * n + 1),
      Number.NaN,
    );
    const items = shape.map(() => "1::2");
    return large.indexPut_(items, torch.tensor(numbers).reshape(shape)).index(...items);
  },
  /** The last of the dimensions with several elements has one that is seen several times. */
  expanded: (shape: Shape, numbers: readonly number[]) => {
    const dim = shape.findLastIndex((n) => n > 1);
    const few = dim < 0 ? shape : shape.with(dim, 1);
    return torch
      .tensor(numbers.slice(0, size(few)))
      .reshape(few)
      .expand(shape);
  },
} as const;

interface Wanted {
  readonly map?: Change;
  /** Whether no two elements may be equal, because the function has a kink there. */
  readonly distinct?: boolean;
}

/** A tensor of a shape, in any layout. */
const of = (shape: Shape, { map = (x) => x, distinct = false }: Wanted = {}): fc.Arbitrary<Tensor> =>
  fc
    .tuple(
      spaced(size(shape)),
      fc
        .constantFrom(...(Object.keys(layouts) as (keyof typeof layouts)[]))
        .filter((each) => !distinct || each !== "expanded"),
    )
    .map(([numbers, layout]) => layouts[layout](shape, numbers.map(map)));

/** Away from the ends of −1 … 1. */
const small = (x: number): number => x * 0.4;
/** Away from whole numbers and their halves. */
const offWhole = (x: number): number => Math.floor(x) + 0.1 + 0.3 * (x - Math.floor(x));
const positive = (x: number): number => Math.abs(x) + 0.1;
const one = (map?: Change): fc.Arbitrary<Tensor[]> =>
  shapes.chain((shape) => of(shape, map ? { map } : {}).map((t) => [t]));

/** Two shapes that broadcast: some sizes of each become 1, and leading dimensions fall away. */
const pair = (map: Change = (x) => x, distinct = false): fc.Arbitrary<Tensor[]> =>
  fc
    .tuple(shapes, fc.array(fc.constantFrom(0, 1, 2), { minLength: 3, maxLength: 3 }), fc.nat(2))
    .chain(([shape, ones, drop]) => {
      const a = shape.map((s, i) => (ones[i] === 1 ? 1 : s));
      const b = shape.map((s, i) => (ones[i] === 2 ? 1 : s)).slice(Math.min(drop, shape.length));
      return fc.tuple(of(a, { map, distinct }), of(b, { map: (x) => map(x * 0.93), distinct }));
    });

const wide = (least: number): fc.Arbitrary<number[]> => fc.array(sizes, { minLength: least, maxLength: 3 });
const atLeast = (rank: number): fc.Arbitrary<Tensor[]> =>
  wide(rank).chain((shape) => of(shape).map((t) => [t]));
/** A tensor for a choice along one dimension: there is something to choose from, and no two elements are equal. */
const choice = (dim: number, least = 1): fc.Arbitrary<Tensor[]> =>
  wide(1).chain((shape) => {
    const place = dim < 0 ? dim + shape.length : dim;
    const enough = shape.with(place, Math.max(least, shape[place] ?? 0));
    return of(enough, { distinct: true }).map((t) => [t]);
  });
const fixed = (...list: Shape[]): fc.Arbitrary<Tensor[]> =>
  fc.tuple(...list.map((shape) => of(shape))).map((tensors) => tensors as Tensor[]);
/** Tensors whose shapes have sizes in common. */
const sized = (shapesOf: (n: number, m: number, k: number) => Shape[]): fc.Arbitrary<Tensor[]> =>
  fc.tuple(sizes, sizes, sizes).chain(([n, m, k]) => fixed(...shapesOf(n, m, k)));

const unit = (x: number): number => 0.5 + 0.2 * x;
const indices = torch.tensor(
  [
    [2, 0],
    [1, 1],
  ],
  { dtype: torch.int64 },
);

/** One check for every entry of the table; a new entry without one does not compile. */
const checks: Readonly<Record<DifferentiableName, Check>> = {
  BinaryCrossEntropyWithLogits: {
    run: (x, t) => F.binaryCrossEntropyWithLogits(x, t, { reduction: "none" }),
    inputs: shapes.chain((shape) => fc.tuple(of(shape), of(shape, { map: unit }))),
  },
  Unfold: {
    run: (x, w, b) => F.conv2d(x, w, b, { stride: [2, 1], padding: 1, dilation: [1, 2], groups: 2 }),
    inputs: fixed([2, 2, 4, 3], [4, 1, 2, 2], [4]),
  },
  Fold: {
    run: (x, w, b) => F.convTranspose2d(x, w, b, { stride: 2, padding: [1, 0], outputPadding: [0, 1] }),
    inputs: fixed([1, 2, 2, 3], [2, 2, 3, 2], [2]),
  },
  MaxPool2d: {
    run: (x) => F.maxPool2d(x, [2, 3], { stride: 1, padding: 1 }).square(),
    inputs: sizes.chain((n) => of([n, 3, 4], { distinct: true }).map((t) => [t])),
  },
  Standardize: {
    run: (x, w, b) => F.layerNorm(x, [3, 2], w, b, { eps: 0.1 }),
    inputs: sized((n) => [
      [n, 3, 2],
      [3, 2],
      [3, 2],
    ]),
  },
  Hardsigmoid: { run: F.hardsigmoid, inputs: one((x) => 2.2 * x) },
  Cumsum: { run: (x) => torch.cumsum(x, -1).square(), inputs: atLeast(1) },
  Cumprod: { run: (x) => torch.cumprod(x, 0), inputs: atLeast(1) },
  Logcumsumexp: { run: (x) => torch.logcumsumexp(x, 0), inputs: atLeast(1) },
  Prod: { run: (x) => torch.prod(x, -1), inputs: atLeast(1) },
  Norm: {
    run: (x) => torch.cat([1, 2, 2.5, Number.POSITIVE_INFINITY].map((p) => torch.norm(x, p, 0, true))),
    inputs: choice(0),
  },
  Flip: { run: (x) => torch.flip(x, [0, -1]).square(), inputs: sized((n, m, k) => [[n, m, k]]) },
  Sort: { run: (x) => torch.sort(x, 0, { descending: true }).values.square(), inputs: choice(0) },
  Topk: { run: (x) => torch.topk(x, 2, -1).values.square(), inputs: choice(-1, 2) },
  Median: { run: (x) => torch.median(x, -1).values, inputs: choice(-1) },
  Expm1: { run: torch.expm1, inputs: one() },
  Exp2: { run: torch.exp2, inputs: one() },
  Log1p: { run: torch.log1p, inputs: one(positive) },
  Log2: { run: torch.log2, inputs: one(positive) },
  Log10: { run: torch.log10, inputs: one(positive) },
  Rsqrt: { run: torch.rsqrt, inputs: one(positive) },
  Tan: { run: torch.tan, inputs: one(small) },
  Asin: { run: torch.asin, inputs: one(small) },
  Acos: { run: torch.acos, inputs: one(small) },
  Atan: { run: torch.atan, inputs: one() },
  Sinh: { run: torch.sinh, inputs: one() },
  Cosh: { run: torch.cosh, inputs: one() },
  Floor: { run: torch.floor, inputs: one(offWhole) },
  Ceil: { run: torch.ceil, inputs: one(offWhole) },
  Round: { run: torch.round, inputs: one(offWhole) },
  Trunc: { run: torch.trunc, inputs: one(offWhole) },
  Erf: { run: torch.erf, inputs: one() },
  LeakyRelu: { run: (x) => F.leakyRelu(x, 0.3), inputs: one() },
  Elu: { run: (x) => F.celu(x, 1.7), inputs: one() },
  Gelu: { run: (x) => F.gelu(x), inputs: one() },
  Softplus: { run: (x) => F.softplus(x, 1.5), inputs: one() },
  Silu: { run: F.silu, inputs: one() },
  Logaddexp: { run: torch.logaddexp, inputs: pair() },
  Atan2: { run: torch.atan2, inputs: pair() },
  Hypot: { run: torch.hypot, inputs: pair() },
  Fmod: { run: (a, b) => torch.fmod(a.mul(2.713), b), inputs: pair(offWhole) },
  Remainder: { run: (a, b) => torch.remainder(a.mul(2.713), b), inputs: pair(offWhole) },
  Abs: { run: torch.abs, inputs: one() },
  Add: { run: (a, b) => torch.add(a, b, { alpha: 1.5 }), inputs: pair() },
  AddRows: {
    run: (x) =>
      torch.autograd.grad(
        x
          .index(torch.tensor([0, 2, 0], { dtype: torch.int64 }))
          .pow(3)
          .sum(),
        x,
        { createGraph: true },
      )[0] as Tensor,
    inputs: fixed([3, 2]),
    order: 1,
  },
  Amax: { run: (x) => torch.amax(x, -1), inputs: choice(-1) },
  Amin: { run: (x) => torch.amin(x, 0, true), inputs: choice(0) },
  AsStrided: {
    run: (x) => {
      const y = x.mul(1);
      const v = y.select(0, 1);
      y.mul_(2);
      return v.pow(3);
    },
    inputs: fixed([3, 2]),
  },
  BinaryCrossEntropy: {
    run: (p, q) => F.binaryCrossEntropy(p, q, { reduction: "none" }),
    inputs: shapes.chain((shape) => fc.tuple(of(shape, { map: unit }), of(shape, { map: unit }))),
  },
  Bmm: {
    run: torch.matmul,
    inputs: fc
      .tuple(sizes, sizes, sizes, sizes, fc.boolean())
      .chain(([batch, n, k, m, spread]) =>
        spread ? fixed([2, 1, n, k], [batch, k, m]) : fixed([batch, n, k], [batch, k, m]),
      ),
  },
  Cast: { run: (x) => x.to(torch.float64).mul(x), inputs: one() },
  Cat: {
    run: (a, b) => torch.cat([a, b, a], 1),
    inputs: sized((n, m, k) => [
      [n, m],
      [n, k],
    ]),
  },
  Clamp: { run: (x) => torch.clamp(x, -1.23, 0.77), inputs: one() },
  Clone: { run: (x) => x.clone().mul(x), inputs: one() },
  CopySlices: {
    run: (x, y) => {
      const z = x.mul(2);
      z.select(0, 1).copy_(y.mul(y));
      z.index(0, "1:").mul_(3);
      return z.pow(2);
    },
    inputs: fixed([3, 2], [2]),
  },
  Cos: { run: torch.cos, inputs: one() },
  Div: { run: torch.div, inputs: pair() },
  Dot: { run: torch.dot, inputs: sized((n) => [[n], [n]]) },
  Embed: {
    run: (x) => torch.autograd.grad(x.narrow(1, 1, 2).pow(3).sum(), x, { createGraph: true })[0] as Tensor,
    inputs: fixed([2, 4]),
    order: 1,
  },
  Exp: { run: torch.exp, inputs: one() },
  Expand: { run: (x) => x.expand(2, x.size(0), -1), inputs: sized((n, m) => [[n, m]]) },
  Gather: { run: (x) => torch.gather(x, 1, indices), inputs: fixed([2, 3]) },
  IndexRows: {
    run: (x) => x.index(":", torch.tensor([1, 0, 1], { dtype: torch.int64 })),
    inputs: fixed([2, 2]),
  },
  Linear: {
    run: (x, w, b) => F.linear(x, w, b),
    inputs: fc
      .tuple(sizes, sizes, sizes, fc.nat(2))
      .chain(([n, inner, outer, lead]) => fixed([...[n, 2].slice(0, lead), inner], [outer, inner], [outer])),
  },
  Log: { run: torch.log, inputs: one(positive) },
  LogSoftmax: { run: (x) => torch.logSoftmax(x, -1), inputs: atLeast(1) },
  Logsumexp: { run: (x) => torch.logsumexp(x, 0), inputs: atLeast(1) },
  MaxDim: { run: (x) => torch.max(x, 0).values, inputs: choice(0) },
  Maximum: { run: torch.maximum, inputs: pair((x) => x, true) },
  Mean: { run: (x) => torch.mean(x, [0, -1]), inputs: atLeast(2) },
  MinDim: { run: (x) => torch.min(x, -1, true).values, inputs: choice(-1) },
  Minimum: { run: torch.minimum, inputs: pair((x) => x, true) },
  Mm: {
    run: torch.mm,
    inputs: fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
      .chain(([m, k]) => fixed([m, k], [k, 5])),
  },
  Mul: { run: torch.mul, inputs: pair() },
  Mv: { run: torch.mv, inputs: sized((n, m) => [[n, m], [m]]) },
  Neg: { run: torch.neg, inputs: one() },
  Permute: { run: (x) => x.permute(2, 0, 1), inputs: sized((n, m, k) => [[n, m, k]]) },
  Pow: { run: torch.pow, inputs: pair(positive) },
  Reciprocal: { run: torch.reciprocal, inputs: one() },
  Relu: { run: torch.relu, inputs: one() },
  ScatterAdd: { run: (x, y) => torch.scatterAdd(x, 1, indices, y), inputs: fixed([2, 3], [2, 2]) },
  Select: { run: (x) => x.select(1, -1), inputs: sized((n, m) => [[n, m + 1]]) },
  Sigmoid: { run: torch.sigmoid, inputs: one() },
  Sign: { run: torch.sign, inputs: one() },
  Sin: { run: torch.sin, inputs: one() },
  Slice: { run: (x) => x.index("::2", "1:"), inputs: sized((n, m) => [[n, m]]) },
  Softmax: { run: (x) => torch.softmax(x, 0), inputs: atLeast(1) },
  Sqrt: { run: torch.sqrt, inputs: one(positive) },
  Square: { run: torch.square, inputs: one() },
  Std: {
    run: (x) => torch.std(x, 1),
    inputs: sizes.chain((n) => of([n, 4], { distinct: true }).map((t) => [t])),
  },
  Sub: { run: (a, b) => torch.sub(a, b, { alpha: -2 }), inputs: pair() },
  Sum: { run: (x) => torch.sum(x, 1), inputs: atLeast(2) },
  Tanh: { run: torch.tanh, inputs: one() },
  Var: { run: (x) => torch.var(x, [0, 2], { correction: 1.5 }), inputs: sized((n) => [[2, n, 3]]) },
  View: { run: (x) => x.reshape(-1), inputs: one() },
  Where: { run: (a, b) => torch.where(a.detach().gt(0.3), a, b), inputs: pair() },
};

/** Fixed weights, so that the checked function gives one number and no gradient cancels. */
const weigh = (y: Tensor): Tensor =>
  y.mul(torch.tensor(Array.from({ length: y.numel() }, (_, i) => Math.cos(i + 0.5))).reshape(y.shape)).sum();

/** The function's one number, as a function of the changed element. */
function numeric(f: (inputs: Tensor[]) => number, inputs: readonly Tensor[], which: number): number[] {
  const h = 1e-5;
  const base = (inputs[which] as Tensor).toArray();
  return base.map((value, i) => {
    const at = (x: number): number => {
      const changed = torch.tensor(base.with(i, x)).reshape((inputs[which] as Tensor).shape);
      return f(inputs.map((input, j) => (j === which ? changed : input.detach())));
    };
    return (at(value + h) - at(value - h)) / (2 * h);
  });
}

function expectClose(actual: readonly number[], wanted: readonly number[], what: string): void {
  expect(actual.length, what).toBe(wanted.length);
  actual.forEach((value, i) => {
    const reference = wanted[i] ?? Number.NaN;
    if (!(Math.abs(value - reference) <= 1e-5 * (1 + Math.abs(reference))))
      expect.fail(`${what}[${i}]: ${value}, by differences ${reference}`);
  });
}

/** A leaf with the layout of the given tensor. */
const leaf = (t: Tensor): Tensor => t.detach().requiresGrad_();

describe.each(Object.entries(checks))("%s", (name, { run, inputs, order = 2 }) => {
  // Inputs that no gradient reaches are left as they are.
  const value = (list: Tensor[]): number => weigh(run(...list.map(leaf))).item();

  test("its gradients are the differences'", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const leaves = given.map(leaf);
        weigh(run(...leaves)).backward();
        leaves.forEach((t, i) => {
          expectClose((t.grad as Tensor).toArray(), numeric(value, given, i), `${name}, input ${i}`);
        });
      }),
      { numRuns: 40 },
    );
  });

  if (order === 2) {
    test("its rules in tensor operations agree, and can be differentiated again", () => {
      const slope = (list: Tensor[]): Tensor => {
        const leaves = list.map((t) => (t.requiresGrad ? t : leaf(t)));
        const grads = torch.autograd.grad(weigh(run(...leaves)), leaves, { createGraph: true });
        return grads.map((g, i) => weigh(g.mul(1 + i))).reduce((a, b) => a.add(b));
      };
      fc.assert(
        fc.property(inputs, (given) => {
          const first = given.map(leaf);
          const plain = given.map(leaf);
          const grads = torch.autograd.grad(weigh(run(...first)), first, { createGraph: true });
          weigh(run(...plain)).backward();
          grads.forEach((g, i) => {
            expectClose(
              g.toArray(),
              ((plain[i] as Tensor).grad as Tensor).toArray(),
              `${name}, input ${i}, recorded`,
            );
          });
          const leaves = given.map(leaf);
          const s = slope(leaves);
          const seconds = s.requiresGrad
            ? torch.autograd.grad(s, leaves, { allowUnused: true })
            : leaves.map(() => null);
          leaves.forEach((t, i) => {
            const zero = new Array<number>(t.numel()).fill(0);
            expectClose(
              seconds[i]?.toArray() ?? zero,
              numeric((list) => slope(list).item(), given, i),
              `${name}, input ${i}, second order`,
            );
          });
        }),
        { numRuns: 20 },
      );
    });
  }
});

test("every operation of the table has a check or no derivative", () => {
  for (const [name, op] of Object.entries(table)) {
    if (name in checks) expect("backward" in op, name).toBe(true);
    else expect("differentiable" in op && op.differentiable, name).toBe(false);
  }
});

describe("the inputs of the checks", () => {
  // What an operation's inputs are is said above; that they are varied enough is said here.
  const elementwise = fc.sample(one(), 200).map(([t]) => t as Tensor);
  const pairs = fc.sample(pair(), 200);

  test("have no elements, one, or several, and no dimension or up to three", () => {
    expect(elementwise.some((t) => t.numel() === 0)).toBe(true);
    expect(new Set(elementwise.map((t) => t.dim()))).toEqual(new Set([0, 1, 2, 3]));
  });

  test("do not lie row by row, or show an element several times", () => {
    const loose = elementwise.filter((t) => !t.isContiguous());
    expect(loose.some((t) => t.stride().includes(0))).toBe(true);
    expect(loose.some((t) => t.stride().at(-1) === 2)).toBe(true);
    expect(loose.some((t) => t.stride()[0] === 1)).toBe(true);
  });

  test("broadcast both ways, and to more dimensions", () => {
    const grows = (a: Tensor, b: Tensor): boolean => a.shape.some((n, i) => n === 1 && (b.shape[i] ?? 1) > 1);
    expect(pairs.some(([a, b]) => grows(a as Tensor, b as Tensor))).toBe(true);
    expect(pairs.some(([a, b]) => grows(b as Tensor, a as Tensor))).toBe(true);
    expect(pairs.some(([a, b]) => (a as Tensor).dim() > (b as Tensor).dim())).toBe(true);
  });
});

describe("products with zeros in them", () => {
  const zeros = torch.tensor([
    [0, 1.5, -2],
    [0.7, 0, 0],
  ]);
  const runs: readonly (readonly [string, (x: Tensor) => Tensor])[] = [
    ["prod", (x) => torch.prod(x)],
    ["prod along a dimension", (x) => torch.prod(x, 1)],
    ["cumprod", (x) => torch.cumprod(x, 1)],
    ["cumprod along the first dimension", (x) => torch.cumprod(x, 0)],
  ];
  test.each(runs)("%s", (_, run) => {
    const x = leaf(zeros);
    weigh(run(x)).backward();
    const differences = numeric(([t]) => weigh(run(t as Tensor)).item(), [zeros], 0);
    expectClose((x.grad as Tensor).toArray(), differences, "gradient");
  });
});

describe("operations made of others", () => {
  const x = torch.tensor([
    [0.3, -1.2, 0.8],
    [1.1, 0.4, -0.6],
  ]);
  const mask = torch.tensor([
    [true, false, true],
    [false, false, true],
  ]);
  const rows = torch.tensor([1, 0, 1], { dtype: torch.int64 });
  const places = torch.tensor([1, 2], { dtype: torch.int64 });
  const signs = torch.tensor([
    [1, -1, 1],
    [-1, -1, 1],
  ]);
  const runs: readonly (readonly [string, (x: Tensor) => Tensor])[] = [
    ["transpose", (t) => t.transpose(0, 1)],
    ["t", (t) => t.t()],
    ["flatten", (t) => t.flatten()],
    ["squeeze", (t) => t.squeeze()],
    ["unsqueeze", (t) => t.unsqueeze(1)],
    ["reshape", (t) => t.t().reshape(2, 3)],
    ["stack", (t) => torch.stack([t, t.square()], 1)],
    ["narrow", (t) => t.narrow(1, 1, 2)],
    ["trace", (t) => t.trace()],
    ["broadcastTo", (t) => torch.broadcastTo(t, [2, 2, 3])],
    ["indexPut", (t) => t.indexPut([rows, 1], t.select(1, 0).sum())],
    ["max", (t) => torch.max(t)],
    ["min", (t) => torch.min(t)],
    ["addmm", (t) => torch.addmm(t.select(1, 0), t, t.t(), { beta: 0.5, alpha: 2 })],
    ["addcmul", (t) => torch.addcmul(t, t.flip(0), t.square(), { value: 2 })],
    ["addcdiv", (t) => torch.addcdiv(t, t.flip(0), t.square(), { value: 2 })],
    ["logit", (t) => torch.logit(t.sigmoid(), 0.01)],
    ["celu", (t) => F.celu(t, 0.7)],
    ["selu", F.selu],
    ["threshold", (t) => F.threshold(t, 0.1, 2)],
    ["relu6", (t) => F.relu6(t.mul(6))],
    ["hardtanh", (t) => F.hardtanh(t, -1, 0.9)],
    ["hardshrink", (t) => F.hardshrink(t)],
    ["softshrink", (t) => F.softshrink(t)],
    ["tanhshrink", F.tanhshrink],
    ["softmin", (t) => F.softmin(t, 1)],
    ["oneHot and a product", (t) => F.oneHot(rows, 3).to(torch.float64).matmul(t.t())],
    ["conv1d", (t) => F.conv1d(t.unsqueeze(0), t.index(null, ":", ":2"), null, { padding: 1 })],
    ["maxPool1d", (t) => F.maxPool1d(t, 2, { stride: 1 })],
    ["layerNorm", (t) => F.layerNorm(t, [3], t.select(0, 1), t.select(0, 0))],
    ["dropout", (t) => F.dropout(t, 0.5, false).square()],
    ["mseLoss", (t) => F.mseLoss(t, t.flip(1))],
    ["l1Loss", (t) => F.l1Loss(t, t.flip(1).mul(0.5))],
    ["nllLoss", (t) => F.nllLoss(t.logSoftmax(1), places, { weight: torch.tensor([1, 2, 0.5]) })],
    ["crossEntropy", (t) => F.crossEntropy(t, places, { labelSmoothing: 0.1, ignoreIndex: 1 })],
    ["crossEntropy with probabilities", (t) => F.crossEntropy(t, t.flip(0).softmax(1))],
    ["hingeEmbeddingLoss", (t) => F.hingeEmbeddingLoss(t, signs, { margin: 1.5 })],
    ["marginRankingLoss", (t) => F.marginRankingLoss(t, t.flip(1).mul(0.5), signs, { margin: 0.3 })],
    ["softMarginLoss", (t) => F.softMarginLoss(t, signs)],
    ["poissonNLLLoss", (t) => F.poissonNLLLoss(t, t.square(), { full: true })],
    ["gaussianNLLLoss", (t) => F.gaussianNLLLoss(t, t.flip(1), t.square())],
    ["roll", (t) => t.roll(1, 1)],
    ["tril", (t) => t.tril()],
    ["triu", (t) => t.triu(1)],
    ["diag of a matrix", (t) => t.diag(1)],
    ["diag of a vector", (t) => t.select(0, 0).diag(-1)],
    ["repeat", (t) => t.repeat(2, 1, 2)],
    ["repeatInterleave", (t) => t.repeatInterleave(2, 1)],
    ["pad", (t) => F.pad(t, [1, 2, -1, 1], { value: 3 })],
    ["pad with reflections", (t) => F.pad(t, [2, 1], { mode: "reflect" })],
    ["pad with the last element", (t) => F.pad(t, [0, 2, 1, 0], { mode: "replicate" })],
    ["split", (t) => torch.cat(t.split([1, 2], 1).toReversed(), 1)],
    ["chunk", (t) => torch.cat(t.chunk(2, 1).toReversed(), 1)],
    ["unbind", (t) => torch.stack(t.unbind(1).toReversed())],
    ["indexSelect", (t) => t.indexSelect(0, rows)],
    ["maskedFill", (t) => t.maskedFill(mask, 2)],
    ["maskedSelect", (t) => t.maskedSelect(mask)],
    ["outer", (t) => torch.outer(t.select(0, 0), t.select(0, 1))],
    ["einsum", (t) => torch.einsum("ij,kj->ik", t, t)],
    ["einsum of three", (t) => torch.einsum("ij,kj,lk->li", t, t, t.index(":", "0:2"))],
    ["einsum with a diagonal", (t) => torch.einsum("ii,...j->...i", t.index(":", "0:2"), t)],
    ["lerp", (t) => torch.lerp(t, t.square(), 0.3)],
    ["gelu by tanh", (t) => F.gelu(t, { approximate: "tanh" })],
    ["mish", F.mish],
    ["softsign", F.softsign],
    ["logsigmoid", F.logsigmoid],
    ["hardswish", F.hardswish],
    ["normalize", (t) => F.normalize(t)],
    [
      "groupNorm",
      (t) => F.groupNorm(t.index(":", "0:2").repeat(1, 2), 2, t.select(0, 0).repeat(2).index(":4")),
    ],
    [
      "batchNorm",
      (t) => F.batchNorm(t, null, null, t.select(0, 0), t.select(0, 1), { training: true, eps: 0.1 }),
    ],
    ["avgPool2d", (t) => F.avgPool2d(t.unsqueeze(0), 2, { stride: 1, padding: 1, countIncludePad: false })],
    ["embedding", (t) => F.embedding(rows, t)],
    ["smoothL1Loss", (t) => F.smoothL1Loss(t, t.flip(1).mul(0.5), { beta: 0.7 })],
    ["huberLoss", (t) => F.huberLoss(t, t.flip(1).mul(0.5), { delta: 0.7 })],
    ["klDiv", (t) => F.klDiv(t.logSoftmax(1), t.flip(1).softmax(1), { reduction: "batchmean" })],
  ];
  test.each(runs)("%s", (_, run) => {
    expect(torch.autograd.gradcheck(run, leaf(x))).toBe(true);
    expect(torch.autograd.gradgradcheck(run, leaf(x))).toBe(true);
  });

  test("every public function of tensors is checked here or above, or has no derivative", () => {
    const without = [
      ..."arange eye full fullLike linspace ones onesLike rand randint randLike randn randnLike randperm".split(
        " ",
      ),
      ..."tensor zeros zerosLike getDefaultDtype setDefaultDtype manualSeed setPrintOptions slice".split(" "),
      ..."graph enableGrad isGradEnabled noGrad".split(" "),
      ..."eq ge gt le lt ne logicalAnd logicalNot logicalOr all any isfinite isinf isnan".split(" "),
      ..."nonzero argmax argmin argsort".split(" "),
    ];
    const composed = runs.map(([name]) => name.split(" ")[0]);
    // The checks of the table are named after the operation; these do the same by another name.
    const named = { Unfold: "conv2d", Fold: "convTranspose2d", IndexRows: "index", Bmm: "matmul" };
    const inTable = Object.keys(checks).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
    const known = new Set([...without, ...composed, ...inTable, ...Object.values(named)]);
    const functions = [...Object.entries(torch), ...Object.entries(F)];
    const left = functions.filter(([name, value]) => typeof value === "function" && !known.has(name));
    expect(left.map(([name]) => name)).toEqual([]);
  });
});
