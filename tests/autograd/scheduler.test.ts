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

describe("schedulers", () => {
  const has = (each: ScheduleCase): boolean => each.scheduler in schedulers;
  test.each(file.cases.filter(has).map((each) => [each.id, each] as const))("%s", (_, each) => {
    const optimizer = optimizerOf(each);
    const Scheduler = schedulers[each.scheduler];
    if (Scheduler === undefined) throw new Error(`no ${each.scheduler}`);
    const schedule = new Scheduler(optimizer, ours(each.options));
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

  test("those that are not there", () => {
    const missing = file.cases.filter((each) => !has(each)).map((each) => each.scheduler);
    expect([...new Set(missing)].sort()).toEqual([
      "CosineAnnealingWarmRestarts",
      "CyclicLR",
      "LambdaLR",
      "MultiplicativeLR",
      "SequentialLR",
    ]);
  });
});
