import { optim, type Tensor, torch } from "@/lib/autograd";
import { build, type GoldenTensor, type Numeric, type Step, type Tolerance } from "./format";
import { Script } from "./script";

/** A model in the reference's `train` cases. */
export interface Problem {
  readonly params: Readonly<Record<string, GoldenTensor>>;
  readonly data?: Readonly<Record<string, GoldenTensor>>;
  readonly graph: readonly Step[];
  readonly loss: string;
}

export interface TrainCase {
  readonly id: string;
  readonly problem: string;
  readonly optimizer: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  readonly groups?: readonly Readonly<Record<string, unknown>>[];
  readonly scheduler?: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  readonly batches?: readonly (readonly number[])[];
  readonly steps: number;
  /** Late values depend on rounding. */
  readonly chaotic?: boolean;
  readonly record_params_after?: readonly number[];
  readonly tolerance: Tolerance;
  readonly expected: {
    readonly loss: readonly Numeric[];
    readonly full_loss?: readonly Numeric[];
    readonly lr?: readonly (Numeric | readonly Numeric[])[];
    readonly params: Readonly<Record<string, readonly (readonly Numeric[])[]>>;
    readonly first_grads: Readonly<Record<string, readonly Numeric[] | null>>;
  };
}

const camel = (name: string): string =>
  name.replace(/^T_/, "t_").replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

export const ours = (options: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), value]));

/** Optimizers that the library has, by PyTorch's names. */
export const optimizers = {
  Adagrad: optim.Adagrad,
  Adam: optim.Adam,
  Adadelta: optim.Adadelta,
  Adamax: optim.Adamax,
  AdamW: optim.AdamW,
  RAdam: optim.RAdam,
  RMSprop: optim.RMSprop,
  SGD: optim.SGD,
} as const;

interface Steppable {
  step(metric: number): void;
  getLastLr(): number[];
}
type Given = ConstructorParameters<typeof optim.lrScheduler.StepLR>[0];

const { lrScheduler } = optim;
const known = {
  ConstantLR: lrScheduler.ConstantLR,
  CosineAnnealingWarmRestarts: lrScheduler.CosineAnnealingWarmRestarts,
  CyclicLR: lrScheduler.CyclicLR,
  CosineAnnealingLR: lrScheduler.CosineAnnealingLR,
  ExponentialLR: lrScheduler.ExponentialLR,
  LinearLR: lrScheduler.LinearLR,
  MultiStepLR: lrScheduler.MultiStepLR,
  OneCycleLR: lrScheduler.OneCycleLR,
  PolynomialLR: lrScheduler.PolynomialLR,
  ReduceLROnPlateau: lrScheduler.ReduceLROnPlateau,
  StepLR: lrScheduler.StepLR,
} as const;

/** Schedulers that the library has, by PyTorch's names. */
export const schedulers = known as unknown as Readonly<
  Record<string, (new (optimizer: Given, options: Record<string, unknown>) => Steppable) | undefined>
>;

export interface Trained {
  readonly loss: number[];
  /** With batches: the loss on all rows before the first and after every update. */
  readonly fullLoss: number[];
  readonly lr: number[][];
  readonly params: Record<string, number[][]>;
  readonly firstGrads: Record<string, number[] | null>;
}

/** Runs a training case and notes what the reference notes. */
export function train(
  problem: Problem,
  { optimizer, groups, steps, scheduler, batches }: TrainCase,
): Trained {
  const params: Record<string, Tensor> = Object.fromEntries(
    Object.entries(problem.params).map(([name, golden]) => [name, build(golden, true)]),
  );
  const data = Object.entries(problem.data ?? {}).map(([name, golden]) => [name, build(golden)] as const);
  const Optimizer = optimizers[optimizer.name as keyof typeof optimizers];
  const given = groups?.map(({ params: names, ...options }) => ({
    params: (names as string[]).map((name) => params[name] as Tensor),
    ...ours(options),
  }));
  const optimiser = new Optimizer(given ?? Object.values(params), ours(optimizer.options));
  const result: Trained = {
    loss: [],
    fullLoss: [],
    lr: [],
    params: Object.fromEntries(Object.entries(params).map(([name, p]) => [name, [p.toArray()]])),
    firstGrads: {},
  };
  const Scheduler = schedulers[scheduler?.name ?? ""];
  const schedule = Scheduler === undefined ? null : new Scheduler(optimiser, ours(scheduler?.options ?? {}));
  const loss = (rows?: readonly number[]): Tensor => {
    const places = rows === undefined ? null : torch.tensor([...rows], { dtype: "int64" });
    const script = new Script({ rtol: 0, atol: 0 });
    for (const [name, t] of Object.entries(params)) script.set(name, t);
    for (const [name, t] of data) script.set(name, places === null ? t : t.index(places));
    for (const step of problem.graph) script.step(step);
    return script.tensor(problem.loss);
  };
  for (let k = 0; k < steps; k++) {
    if (batches !== undefined) result.fullLoss.push(loss().item());
    result.lr.push(optimiser.paramGroups.map((group) => group.lr));
    const l = loss(batches?.[k]);
    result.loss.push(l.item());
    optimiser.zeroGrad();
    l.backward();
    if (k === 0)
      for (const [name, p] of Object.entries(params)) result.firstGrads[name] = p.grad?.toArray() ?? null;
    optimiser.step();
    schedule?.step(l.item());
    for (const [name, p] of Object.entries(params)) result.params[name]?.push(p.toArray());
  }
  (batches === undefined ? result.loss : result.fullLoss).push(loss().item());
  return result;
}
