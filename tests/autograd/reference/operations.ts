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
    return Number(this.attrs[name] ?? fallback);
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

  pair(name: string, fallback: number | readonly [number, number]): number | readonly [number, number] {
    return (this.attrs[name] as number | readonly [number, number] | null | undefined) ?? fallback;
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
  bce_with_logits: (c) =>
    F.binaryCrossEntropyWithLogits(c.tensor(0), c.tensor(1), {
      weight: c.optional(2),
      posWeight: c.optional(3),
      reduction: reduction(c),
    }),
  hinge_embedding_loss: (c) =>
    F.hingeEmbeddingLoss(c.tensor(0), c.tensor(1), {
      margin: c.number("margin", 1),
      reduction: reduction(c),
    }),
  gaussian_nll_loss: (c) =>
    F.gaussianNLLLoss(c.tensor(0), c.tensor(1), c.tensor(2), {
      full: c.flag("full"),
      eps: c.number("eps", 1e-6),
      reduction: reduction(c),
    }),
  poisson_nll_loss: (c) =>
    F.poissonNLLLoss(c.tensor(0), c.tensor(1), {
      logInput: c.flag("log_input", true),
      full: c.flag("full"),
      reduction: reduction(c),
    }),
  huber_loss: (c) =>
    F.huberLoss(c.tensor(0), c.tensor(1), { delta: c.number("delta", 1), reduction: reduction(c) }),
  kl_div: (c) =>
    F.klDiv(c.tensor(0), c.tensor(1), {
      reduction: (c.text("reduction") ?? "mean") as "mean" | "sum" | "none" | "batchmean",
      logTarget: c.flag("log_target"),
    }),
  l1_loss: (c) => F.l1Loss(c.tensor(0), c.tensor(1), { reduction: reduction(c) }),
  margin_ranking_loss: (c) =>
    F.marginRankingLoss(c.tensor(0), c.tensor(1), c.tensor(2), {
      margin: c.number("margin", 0),
      reduction: reduction(c),
    }),
  smooth_l1_loss: (c) =>
    F.smoothL1Loss(c.tensor(0), c.tensor(1), { beta: c.number("beta", 1), reduction: reduction(c) }),
  soft_margin_loss: (c) => F.softMarginLoss(c.tensor(0), c.tensor(1), { reduction: reduction(c) }),
  addmm: (c) =>
    torch.addmm(c.tensor(0), c.tensor(1), c.tensor(2), {
      beta: c.number("beta", 1),
      alpha: c.number("alpha", 1),
    }),
  avg_pool2d: (c) =>
    F.avgPool2d(c.tensor(0), c.pair("kernel_size", 1), {
      stride: c.pair("stride", c.pair("kernel_size", 1)),
      padding: c.pair("padding", 0),
      ceilMode: c.flag("ceil_mode"),
      countIncludePad: c.flag("count_include_pad", true),
    }),
  batch_norm: (c) => {
    const running = [c.optional(1)?.clone() ?? null, c.optional(2)?.clone() ?? null] as const;
    const y = F.batchNorm(c.tensor(0), ...running, c.optional(3), c.optional(4), {
      training: c.flag("training"),
      momentum: c.number("momentum", 0.1),
      eps: c.number("eps", 1e-5),
    });
    return [y, ...running.filter((each) => each !== null)];
  },
  conv1d: (c) =>
    F.conv1d(c.tensor(0), c.tensor(1), c.optional(2), {
      stride: c.number("stride", 1),
      padding: c.number("padding", 0),
      dilation: c.number("dilation", 1),
      groups: c.number("groups", 1),
    }),
  conv2d: (c) =>
    F.conv2d(c.tensor(0), c.tensor(1), c.optional(2), {
      stride: c.pair("stride", 1),
      padding: c.text("padding") === "same" ? "same" : c.pair("padding", 0),
      dilation: c.pair("dilation", 1),
      groups: c.number("groups", 1),
    }),
  conv_transpose2d: (c) =>
    F.convTranspose2d(c.tensor(0), c.tensor(1), c.optional(2), {
      stride: c.pair("stride", 1),
      padding: c.pair("padding", 0),
      outputPadding: c.pair("output_padding", 0),
      dilation: c.pair("dilation", 1),
      groups: c.number("groups", 1),
    }),
  dropout: (c) => F.dropout(c.tensor(0), c.number("p", 0.5), c.flag("training", true)),
  einsum: (c) => torch.einsum(c.text("equation") ?? "", ...c.all),
  embedding: (c) => F.embedding(c.tensor(1), c.tensor(0), { paddingIdx: c.maybe("padding_idx") }),
  group_norm: (c) =>
    F.groupNorm(c.tensor(0), c.number("num_groups", 1), c.optional(1), c.optional(2), {
      eps: c.number("eps", 1e-5),
    }),
  layer_norm: (c) =>
    F.layerNorm(c.tensor(0), c.list("normalized_shape"), c.optional(1), c.optional(2), {
      eps: c.number("eps", 1e-5),
    }),
  max_pool1d: (c) =>
    F.maxPool1d(c.tensor(0), c.number("kernel_size", 1), {
      stride: c.number("stride", c.number("kernel_size", 1)),
      padding: c.number("padding", 0),
    }),
  max_pool2d: (c) =>
    F.maxPool2d(c.tensor(0), c.pair("kernel_size", 1), {
      stride: c.pair("stride", c.pair("kernel_size", 1)),
      padding: c.pair("padding", 0),
      dilation: c.pair("dilation", 1),
      ceilMode: c.flag("ceil_mode"),
    }),
  one_hot: (c) => F.oneHot(c.tensor(0), c.number("num_classes", -1)),
  outer: (c) => torch.outer(c.tensor(0), c.tensor(1)),
  all: (c) => torch.all(c.tensor(0), c.dims(), c.flag("keepdim")),
  any: (c) => torch.any(c.tensor(0), c.dims(), c.flag("keepdim")),
  chunk: (c) => torch.chunk(c.tensor(0), c.number("chunks", 1), c.number("dim", 0)),
  cumprod: (c) => torch.cumprod(c.tensor(0), c.number("dim", 0)),
  cumsum: (c) => torch.cumsum(c.tensor(0), c.number("dim", 0)),
  diag: (c) => torch.diag(c.tensor(0), c.number("diagonal", 0)),
  flip: (c) => torch.flip(c.tensor(0), c.list("dims")),
  index_select: (c) => torch.indexSelect(c.tensor(0), c.number("dim", 0), c.tensor(1)),
  isfinite: unary(torch.isfinite),
  isnan: unary(torch.isnan),
  logcumsumexp: (c) => torch.logcumsumexp(c.tensor(0), c.number("dim", 0)),
  masked_fill: (c) => c.tensor(0).maskedFill(c.tensor(1), c.number("value", 0)),
  masked_select: (c) => torch.maskedSelect(c.tensor(0), c.tensor(1)),
  median_all: (c) => torch.median(c.tensor(0)),
  median_dim: (c) => valuesAndIndices(torch.median(c.tensor(0), c.number("dim", 0), c.flag("keepdim"))),
  norm: (c) => torch.norm(c.tensor(0), Number(c.raw("p") ?? 2), c.dims(), c.flag("keepdim")),
  normalize: (c) =>
    F.normalize(c.tensor(0), { p: c.number("p", 2), dim: c.number("dim", 1), eps: c.number("eps", 1e-12) }),
  pad: (c) =>
    F.pad(c.tensor(0), c.list("pad"), {
      mode: (c.text("mode") ?? "constant") as "constant" | "reflect" | "replicate",
      value: c.number("value", 0),
    }),
  prod: (c) => torch.prod(c.tensor(0), c.maybe("dim"), c.flag("keepdim")),
  repeat: (c) => c.tensor(0).repeat(c.list("repeats")),
  repeat_interleave: (c) => torch.repeatInterleave(c.tensor(0), c.number("repeats", 1), c.maybe("dim")),
  roll: (c) => torch.roll(c.tensor(0), c.raw("shifts") as number | number[], c.dims()),
  sort: (c) =>
    valuesAndIndices(torch.sort(c.tensor(0), c.number("dim", -1), { descending: c.flag("descending") })),
  split: (c) => torch.split(c.tensor(0), c.raw("size") as number | number[], c.number("dim", 0)),
  topk: (c) =>
    valuesAndIndices(
      torch.topk(c.tensor(0), c.number("k", 1), c.number("dim", -1), { largest: c.flag("largest", true) }),
    ),
  trace: unary(torch.trace),
  tril: (c) => torch.tril(c.tensor(0), c.number("diagonal", 0)),
  triu: (c) => torch.triu(c.tensor(0), c.number("diagonal", 0)),
  unbind: (c) => torch.unbind(c.tensor(0), c.number("dim", 0)),
  expm1: unary(torch.expm1),
  exp2: unary(torch.exp2),
  log1p: unary(torch.log1p),
  log2: unary(torch.log2),
  log10: unary(torch.log10),
  rsqrt: unary(torch.rsqrt),
  tan: unary(torch.tan),
  asin: unary(torch.asin),
  acos: unary(torch.acos),
  atan: unary(torch.atan),
  sinh: unary(torch.sinh),
  cosh: unary(torch.cosh),
  floor: unary(torch.floor),
  ceil: unary(torch.ceil),
  round: unary(torch.round),
  trunc: unary(torch.trunc),
  erf: unary(torch.erf),
  selu: unary(torch.selu),
  hardsigmoid: unary(F.hardsigmoid),
  hardswish: unary(F.hardswish),
  logsigmoid: unary(F.logsigmoid),
  mish: unary(F.mish),
  relu6: unary(F.relu6),
  silu: unary(F.silu),
  softsign: unary(F.softsign),
  tanhshrink: unary(F.tanhshrink),
  atan2: (c) => torch.atan2(c.tensor(0), c.tensor(1)),
  hypot: binary(torch.hypot),
  fmod: binary(torch.fmod),
  remainder: binary(torch.remainder),
  logaddexp: binary(torch.logaddexp),
  logit: (c) => torch.logit(c.tensor(0), c.maybe("eps")),
  lerp: (c) => torch.lerp(c.tensor(0), c.tensor(1), c.any(2)),
  addcmul: (c) => torch.addcmul(c.tensor(0), c.tensor(1), c.tensor(2), { value: c.number("value", 1) }),
  addcdiv: (c) => torch.addcdiv(c.tensor(0), c.tensor(1), c.tensor(2), { value: c.number("value", 1) }),
  celu: (c) => F.celu(c.tensor(0), c.number("alpha", 1)),
  elu: (c) => F.elu(c.tensor(0), c.number("alpha", 1)),
  gelu: (c) => F.gelu(c.tensor(0), { approximate: c.text("approximate") === "tanh" ? "tanh" : "none" }),
  hardshrink: (c) => F.hardshrink(c.tensor(0), c.number("lambd", 0.5)),
  hardtanh: (c) => F.hardtanh(c.tensor(0), c.number("min_val", -1), c.number("max_val", 1)),
  leaky_relu: (c) => F.leakyRelu(c.tensor(0), c.number("negative_slope", 0.01)),
  softmin: (c) => F.softmin(c.tensor(0), c.number("dim", 0)),
  softplus: (c) => F.softplus(c.tensor(0), c.number("beta", 1), c.number("threshold", 20)),
  softshrink: (c) => F.softshrink(c.tensor(0), c.number("lambd", 0.5)),
  threshold: (c) => F.threshold(c.tensor(0), c.number("threshold", 0), c.number("value", 0)),
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
