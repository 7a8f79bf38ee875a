import { type IndexItem, nn, type Tensor, torch } from "@/lib/autograd";
import type { Attributes } from "./format";

const F = nn.functional;

/** Arguments and attributes of one call in the reference, read by name and checked. */
class Call {
  constructor(
    private readonly args: readonly (Tensor | number | null)[],
    private readonly attrs: Attributes,
  ) {}

  tensor(i: number): Tensor {
    const arg = this.args[i];
    if (arg === null || arg === undefined || typeof arg === "number")
      throw new Error(`argument ${i} is not a tensor`);
    return arg;
  }

  any(i: number): Tensor | number {
    const arg = this.args[i];
    if (arg === null || arg === undefined) throw new Error(`argument ${i} is missing`);
    return arg;
  }

  optional(i: number): Tensor | null {
    const arg = this.args[i];
    if (typeof arg === "number") throw new Error(`argument ${i} is a number`);
    return arg ?? null;
  }

  get all(): Tensor[] {
    return this.args.map((_, i) => this.tensor(i));
  }

  number(name: string, fallback: number): number {
    return (this.attrs[name] as number | undefined) ?? fallback;
  }

  maybe(name: string): number | null {
    return (this.attrs[name] as number | null | undefined) ?? null;
  }

  flag(name: string, fallback = false): boolean {
    return (this.attrs[name] as boolean | undefined) ?? fallback;
  }

  list(name: string): readonly number[] {
    return this.attrs[name] as readonly number[];
  }

  dims(): number | readonly number[] | null {
    return (this.attrs.dim as number | readonly number[] | null | undefined) ?? null;
  }

  text(name: string): string | undefined {
    return this.attrs[name] as string | undefined;
  }

  raw(name: string): unknown {
    return this.attrs[name];
  }
}

type Operation = (call: Call) => Tensor | Tensor[];

const unary =
  (f: (x: Tensor) => Tensor): Operation =>
  (c) =>
    f(c.tensor(0));

const binary =
  (f: (a: Tensor | number, b: Tensor | number) => Tensor): Operation =>
  (c) =>
    f(c.any(0), c.any(1));

const reduction = (c: Call): "mean" | "sum" | "none" =>
  (c.text("reduction") ?? "mean") as "mean" | "sum" | "none";

interface IndexEntry {
  readonly int?: number;
  readonly slice?: readonly (number | null)[];
  readonly ellipsis?: true;
  readonly none?: true;
  readonly tensor?: number;
}

function indexItem(entry: IndexEntry, c: Call): IndexItem {
  if (entry.int !== undefined) return entry.int;
  if (entry.slice !== undefined) return torch.slice(entry.slice[0], entry.slice[1], entry.slice[2] ?? 1);
  if (entry.ellipsis === true) return "...";
  if (entry.tensor !== undefined) return c.tensor(entry.tensor);
  return null;
}

const valuesAndIndices = ({ values, indices }: { values: Tensor; indices: Tensor }): Tensor[] => [
  values,
  indices,
];

/** The reference's operations that the library has, by the reference's names. */
export const operations: Readonly<Record<string, Operation>> = {
  abs: unary(torch.abs),
  add: (c) => torch.add(c.any(0), c.any(1), { alpha: c.number("alpha", 1) }),
  amax: (c) => torch.amax(c.tensor(0), c.dims(), c.flag("keepdim")),
  amin: (c) => torch.amin(c.tensor(0), c.dims(), c.flag("keepdim")),
  argmax: (c) => torch.argmax(c.tensor(0), c.maybe("dim"), c.flag("keepdim")),
  argmin: (c) => torch.argmin(c.tensor(0), c.maybe("dim"), c.flag("keepdim")),
  bce: (c) =>
    F.binaryCrossEntropy(c.tensor(0), c.tensor(1), { weight: c.optional(2), reduction: reduction(c) }),
  bmm: (c) => torch.bmm(c.tensor(0), c.tensor(1)),
  broadcast_to: (c) => torch.expand(c.tensor(0), c.list("shape")),
  cat: (c) => torch.cat(c.all, c.number("dim", 0)),
  clamp: (c) => torch.clamp(c.tensor(0), c.maybe("min"), c.maybe("max")),
  clone: unary(torch.clone),
  contiguous: (c) => c.tensor(0).contiguous(),
  cos: unary(torch.cos),
  cross_entropy: (c) =>
    F.crossEntropy(c.tensor(0), c.tensor(1), {
      weight: c.optional(2),
      reduction: reduction(c),
      ignoreIndex: c.number("ignore_index", -100),
      labelSmoothing: c.number("label_smoothing", 0),
    }),
  detach: (c) => c.tensor(0).detach(),
  div: binary(torch.div),
  dot: (c) => torch.dot(c.tensor(0), c.tensor(1)),
  eq: binary(torch.eq),
  exp: unary(torch.exp),
  expand: (c) => torch.expand(c.tensor(0), c.list("shape")),
  flatten: (c) => torch.flatten(c.tensor(0), c.number("start_dim", 0), c.number("end_dim", -1)),
  gather: (c) => torch.gather(c.tensor(0), c.number("dim", 0), c.tensor(1)),
  ge: binary(torch.ge),
  gt: binary(torch.gt),
  identity: (c) => c.tensor(0),
  index: (c) =>
    c.tensor(0).index(...(c.raw("index") as readonly IndexEntry[]).map((entry) => indexItem(entry, c))),
  le: binary(torch.le),
  linear: (c) => F.linear(c.tensor(0), c.tensor(1), c.optional(2)),
  log: unary(torch.log),
  log_softmax: (c) => torch.logSoftmax(c.tensor(0), c.number("dim", 0)),
  logical_and: (c) => torch.logicalAnd(c.tensor(0), c.tensor(1)),
  logical_not: unary(torch.logicalNot),
  logical_or: (c) => torch.logicalOr(c.tensor(0), c.tensor(1)),
  logsumexp: (c) => torch.logsumexp(c.tensor(0), c.dims(), c.flag("keepdim")),
  lt: binary(torch.lt),
  matmul: (c) => torch.matmul(c.tensor(0), c.tensor(1)),
  max_all: (c) => torch.max(c.tensor(0)),
  max_dim: (c) => valuesAndIndices(torch.max(c.tensor(0), c.number("dim", 0), c.flag("keepdim"))),
  maximum: (c) => torch.maximum(c.tensor(0), c.tensor(1)),
  mean: (c) => torch.mean(c.tensor(0), c.dims(), c.flag("keepdim")),
  min_all: (c) => torch.min(c.tensor(0)),
  min_dim: (c) => valuesAndIndices(torch.min(c.tensor(0), c.number("dim", 0), c.flag("keepdim"))),
  minimum: (c) => torch.minimum(c.tensor(0), c.tensor(1)),
  mm: (c) => torch.mm(c.tensor(0), c.tensor(1)),
  mse_loss: (c) => F.mseLoss(c.tensor(0), c.tensor(1), { reduction: reduction(c) }),
  mul: binary(torch.mul),
  mv: (c) => torch.mv(c.tensor(0), c.tensor(1)),
  narrow: (c) => torch.narrow(c.tensor(0), c.number("dim", 0), c.number("start", 0), c.number("length", 0)),
  ne: binary(torch.ne),
  neg: unary(torch.neg),
  nll_loss: (c) =>
    F.nllLoss(c.tensor(0), c.tensor(1), {
      weight: c.optional(2),
      reduction: reduction(c),
      ignoreIndex: c.number("ignore_index", -100),
    }),
  permute: (c) => torch.permute(c.tensor(0), c.list("dims")),
  pow: binary(torch.pow),
  reciprocal: unary(torch.reciprocal),
  relu: unary(torch.relu),
  reshape: (c) => torch.reshape(c.tensor(0), c.list("shape")),
  scatter_add: (c) => torch.scatterAdd(c.tensor(0), c.number("dim", 0), c.tensor(1), c.tensor(2)),
  select: (c) => torch.select(c.tensor(0), c.number("dim", 0), c.number("index", 0)),
  sigmoid: unary(torch.sigmoid),
  sign: unary(torch.sign),
  sin: unary(torch.sin),
  softmax: (c) => torch.softmax(c.tensor(0), c.number("dim", 0)),
  sqrt: unary(torch.sqrt),
  square: unary(torch.square),
  squeeze: (c) => torch.squeeze(c.tensor(0), c.maybe("dim")),
  stack: (c) => torch.stack(c.all, c.number("dim", 0)),
  std: (c) =>
    torch.std(c.tensor(0), c.dims(), { unbiased: c.flag("unbiased", true), keepdim: c.flag("keepdim") }),
  sub: (c) => torch.sub(c.any(0), c.any(1), { alpha: c.number("alpha", 1) }),
  sum: (c) => torch.sum(c.tensor(0), c.dims(), c.flag("keepdim")),
  t: unary(torch.t),
  tanh: unary(torch.tanh),
  to_float: (c) => c.tensor(0).to(torch.float64),
  transpose: (c) => torch.transpose(c.tensor(0), c.number("dim0", 0), c.number("dim1", 1)),
  unsqueeze: (c) => torch.unsqueeze(c.tensor(0), c.number("dim", 0)),
  var: (c) =>
    torch.var(c.tensor(0), c.dims(), { unbiased: c.flag("unbiased", true), keepdim: c.flag("keepdim") }),
  view: (c) => torch.view(c.tensor(0), c.list("shape")),
  where: (c) => torch.where(c.tensor(0), c.any(1), c.any(2)),
  zeros_like: (c) => torch.zerosLike(c.tensor(0)),
};

/** Carries out one of the reference's operations. */
export function perform(
  op: string,
  args: readonly (Tensor | number | null)[],
  attrs: Attributes = {},
): Tensor[] {
  const operation = operations[op];
  if (operation === undefined) throw new Error(`the library has no ${op}`);
  const result = operation(new Call(args, attrs));
  return Array.isArray(result) ? result : [result];
}
