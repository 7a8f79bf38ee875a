import { describe, expect, test } from "vitest";
import { optim, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";
import { expectNumbers, type GoldenFile, type Numeric, readGolden } from "./reference/format";
import { optimizers, ours, schedulers } from "./reference/train";

interface ScheduleCase {
  readonly id: string;
  readonly scheduler: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly base_lr: readonly number[];
  readonly optimizer: { readonly name: "SGD" | "Adam"; readonly options: Readonly<Record<string, unknown>> };
  readonly metrics?: readonly number[];
  readonly expected: {
    readonly lr: readonly (readonly Numeric[])[];
    readonly momentum?: readonly (readonly Numeric[])[];
  };
}

const file = readGolden<GoldenFile<ScheduleCase>>("schedulers.json");

/** An optimizer with a group for each learning rate. */
function optimizerOf(each: ScheduleCase): optim.SGD | optim.Adam {
  const groups = each.base_lr.map((lr) => ({ params: [torch.zeros([1], { requiresGrad: true })], lr }));
  return new optimizers[each.optimizer.name](groups, ours(each.optimizer.options));
}

const momentumOf = (group: { readonly momentum?: number; readonly betas?: readonly number[] }): number =>
  group.betas?.[0] ?? group.momentum ?? Number.NaN;

const { lrScheduler } = optim;

/** What the reference's texts of functions say. */
const lambdas: Readonly<Record<string, (epoch: number) => number>> = {
  "min(1, (epoch+1)/10)": (epoch) => Math.min(1, (epoch + 1) / 10),
  "1/(1+0.1*epoch)": (epoch) => 1 / (1 + 0.1 * epoch),
  "0.95": () => 0.95,
};

interface Described {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

function schedulerOf(
  optimizer: optim.SGD | optim.Adam,
  { name, options }: Described,
): { step(metric: number): void; getLastLr(): number[] } {
  if (name === "LambdaLR" || name === "MultiplicativeLR") {
    const lambda = lambdas[String(options.lr_lambda)];
    if (lambda === undefined) throw new Error(`what is ${options.lr_lambda}?`);
    return new lrScheduler[name](optimizer, lambda);
  }
  if (name === "SequentialLR") {
    const parts = (options.schedulers as Described[]).map((each) => schedulerOf(optimizer, each));
    return new lrScheduler.SequentialLR(
      optimizer,
      parts as unknown as optim.lrScheduler.LRScheduler[],
      options.milestones as number[],
    );
  }
  const Scheduler = schedulers[name];
  if (Scheduler === undefined) throw new Error(`the library has no ${name}`);
  return new Scheduler(optimizer, ours(options));
}

describe("schedulers", () => {
  test.each(file.cases.map((each) => [each.id, each] as const))("%s", (_, each) => {
    const optimizer = optimizerOf(each);
    const schedule = schedulerOf(optimizer, { name: each.scheduler, options: each.options });
    const { lr, momentum } = each.expected;
    lr.forEach((wanted, k) => {
      if (k > 0) schedule.step(each.metrics?.[k - 1] ?? 0);
      expectNumbers(schedule.getLastLr(), wanted, file.tolerance, `lr after ${k} steps`);
      if (momentum?.[k] !== undefined) {
        expectNumbers(optimizer.paramGroups.map(momentumOf), momentum[k], file.tolerance, `momentum ${k}`);
      }
    });
  });

  test("LambdaLR multiplies each group's rate by its function", () => {
    const groups = [0.1, 1].map((lr) => ({ params: [torch.zeros([1], { requiresGrad: true })], lr }));
    const optimizer = new optim.SGD(groups);
    const schedule = new optim.lrScheduler.LambdaLR(optimizer, [(k) => 1 / (1 + k), (k) => 0.5 ** k]);
    expect(schedule.getLastLr()).toEqual([0.1, 1]);
    schedule.step();
    schedule.step();
    expectNumbers(schedule.getLastLr(), [0.1 / 3, 0.25], file.tolerance, "lr");
    expect(mistakeOf(() => new optim.lrScheduler.LambdaLR(optimizer, [() => 1])).code).toBe("same_shape");
  });

  test("a sequence needs a milestone between each two", () => {
    const optimizer = new optim.SGD([torch.zeros([1], { requiresGrad: true })]);
    const parts = [new lrScheduler.ExponentialLR(optimizer, { gamma: 0.9 })];
    expect(mistakeOf(() => new lrScheduler.SequentialLR(optimizer, parts, [3])).code).toBe("same_shape");
  });
});

/** The rates of an optimizer's next ten steps. */
function rates(optimizer: optim.SGD, schedule: { step(metric: number): void }): number[] {
  return Array.from({ length: 10 }, (_, k) => {
    schedule.step(k < 3 ? 3 - k : 1);
    return optimizer.paramGroups[0]?.lr ?? Number.NaN;
  });
}

describe("the state of a scheduler", () => {
  const makers: Readonly<
    Record<
      string,
      (optimizer: optim.SGD) => {
        step(metric: number): void;
        stateDict(): unknown;
        loadStateDict(state: never): void;
      }
    >
  > = {
    ExponentialLR: (o) => new lrScheduler.ExponentialLR(o, { gamma: 0.9 }),
    MultiplicativeLR: (o) => new lrScheduler.MultiplicativeLR(o, (k) => 1 - 0.01 * k),
    OneCycleLR: (o) => new lrScheduler.OneCycleLR(o, { maxLr: 1, totalSteps: 40 }),
    ReduceLROnPlateau: (o) => new lrScheduler.ReduceLROnPlateau(o, { patience: 2, cooldown: 1 }),
    SequentialLR: (o) =>
      new lrScheduler.SequentialLR(
        o,
        [new lrScheduler.LinearLR(o, { totalIters: 12 }), new lrScheduler.CosineAnnealingLR(o, { tMax: 20 })],
        [12],
      ),
  };
  test.each(Object.entries(makers))("%s goes on where another one was", (_, make) => {
    const optimizer = (lr: number): optim.SGD =>
      new optim.SGD([torch.zeros([1], { requiresGrad: true })], { lr, momentum: 0.9 });
    const first = optimizer(0.1);
    const schedule = make(first);
    rates(first, schedule);
    const saved = JSON.parse(JSON.stringify([first.stateDict(), schedule.stateDict()]));
    const second = optimizer(0.7);
    const other = make(second);
    second.loadStateDict(saved[0]);
    other.loadStateDict(saved[1] as never);
    expect(rates(second, other)).toEqual(rates(first, schedule));
  });
});
