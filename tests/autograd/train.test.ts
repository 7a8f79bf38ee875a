import { describe, expect, test } from "vitest";
import { expectNumbers, type GoldenFile, readGolden } from "./reference/format";
import { optimizers, type Problem, schedulers, type TrainCase, train } from "./reference/train";

type TrainFile = GoldenFile<TrainCase> & { readonly problems: Readonly<Record<string, Problem>> };

function check(file: TrainFile, each: TrainCase): void {
  const problem = file.problems[each.problem];
  if (problem === undefined) throw new Error(`no problem ${each.problem}`);
  const { expected, tolerance } = each;
  const run = train(problem, each);
  // Where rounding errors grow until nothing is left of the number, only the first half of the run says anything.
  const until = each.chaotic === true ? each.steps / 2 : each.steps;
  expectNumbers(run.loss.slice(0, until + 1), expected.loss.slice(0, until + 1), tolerance, "loss");
  if (expected.full_loss !== undefined) {
    const wanted = expected.full_loss.slice(0, until + 1);
    expectNumbers(run.fullLoss.slice(0, until + 1), wanted, tolerance, "loss on all rows");
  }
  if (expected.lr !== undefined) expectNumbers(run.lr.flat(), expected.lr.flat(), tolerance, "lr");
  for (const [name, grads] of Object.entries(expected.first_grads)) {
    if (grads === null) expect(run.firstGrads[name], `${name}.grad`).toBe(null);
    else expectNumbers(run.firstGrads[name] ?? [], grads, tolerance, `${name}.grad`);
  }
  for (const [name, values] of Object.entries(expected.params)) {
    const after = each.record_params_after ? [0, ...each.record_params_after] : values.map((_, k) => k);
    values.forEach((wanted, i) => {
      const k = after[i] ?? 0;
      if (k > until) return;
      expectNumbers(run.params[name]?.[k] ?? [], wanted, tolerance, `${name} after ${k} updates`);
    });
  }
}

describe("gradient descent at many learning rates", () => {
  const file = readGolden<TrainFile>("lr_sweep.json");
  test.each(file.cases.map((each) => [each.id, each] as const))("%s", (_, each) => check(file, each));
});

describe("optimizers", () => {
  const file = readGolden<TrainFile>("optimizers.json");
  const has = (each: TrainCase): boolean =>
    each.optimizer.name in optimizers && (each.scheduler === undefined || each.scheduler.name in schedulers);
  test.each(file.cases.filter(has).map((each) => [each.id, each] as const))("%s", (_, each) =>
    check(file, each),
  );

  test("all but one are there", () => {
    const missing = file.cases.filter((each) => !has(each)).map((each) => each.optimizer.name);
    // NAdam of PyTorch 1.13, which made the reference, multiplies one factor twice: its numbers are not those of PyTorch 2.
    expect(missing).toEqual(["NAdam"]);
  });
});

describe("batches", () => {
  const file = readGolden<TrainFile>("batches.json");
  const runs = file.cases.filter((each) => "optimizer" in each);
  test.each(runs.map((each) => [each.id, each] as const))("%s", (_, each) => check(file, each));
});
