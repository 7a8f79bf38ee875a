import { optim, type Tensor } from "@/lib/autograd";
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
  readonly scheduler?: unknown;
  readonly batches?: unknown;
  readonly steps: number;
  /** Late values depend on rounding. */
  readonly chaotic?: boolean;
  readonly record_params_after?: readonly number[];
  readonly tolerance: Tolerance;
  readonly expected: {
    readonly loss: readonly Numeric[];
    readonly params: Readonly<Record<string, readonly (readonly Numeric[])[]>>;
    readonly first_grads: Readonly<Record<string, readonly Numeric[] | null>>;
  };
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const ours = (options: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), value]));

/** Optimizers that the library has, by PyTorch's names. */
export const optimizers = { Adam: optim.Adam, SGD: optim.SGD } as const;

export interface Trained {
  readonly loss: number[];
  readonly params: Record<string, number[][]>;
  readonly firstGrads: Record<string, number[] | null>;
}

/** Runs a training case and notes what the reference notes. */
export function train(problem: Problem, { optimizer, groups, steps }: TrainCase): Trained {
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
    params: Object.fromEntries(Object.entries(params).map(([name, p]) => [name, [p.toArray()]])),
    firstGrads: {},
  };
  const loss = (): Tensor => {
    const script = new Script({ rtol: 0, atol: 0 });
    for (const [name, t] of [...Object.entries(params), ...data]) script.set(name, t);
    for (const step of problem.graph) script.step(step);
    return script.tensor(problem.loss);
  };
  for (let k = 0; k < steps; k++) {
    const l = loss();
    result.loss.push(l.item());
    optimiser.zeroGrad();
    l.backward();
    if (k === 0)
      for (const [name, p] of Object.entries(params)) result.firstGrads[name] = p.grad?.toArray() ?? null;
    optimiser.step();
    for (const [name, p] of Object.entries(params)) result.params[name]?.push(p.toArray());
  }
  result.loss.push(loss().item());
  return result;
}
