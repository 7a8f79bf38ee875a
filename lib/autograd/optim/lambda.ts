import { fail } from "../errors";
import * as mistake from "../mistakes";
import { LRScheduler, type Scheduled } from "./schedulers";

/** A function of the number of steps, or one for each group. */
export type LrLambda = ((steps: number) => number) | readonly ((steps: number) => number)[];

function eachGroup(
  op: string,
  { paramGroups }: Scheduled,
  given: LrLambda,
): readonly ((n: number) => number)[] {
  const factors = typeof given === "function" ? paramGroups.map(() => given) : given;
  if (factors.length !== paramGroups.length) {
    const [expected, got] = [[paramGroups.length], [factors.length]];
    fail(mistake.sameShape, { op, argument: "the list of functions", expected, got });
  }
  return factors;
}

/** Base times what a function (or one for each group) makes of the number of steps. */
export class LambdaLR extends LRScheduler {
  private readonly factors: readonly ((steps: number) => number)[];

  constructor(optimizer: Scheduled, lrLambda: LrLambda) {
    super(optimizer);
    this.factors = eachGroup("LambdaLR", optimizer, lrLambda);
    this.apply();
  }

  protected override rate(base: number, steps: number, group: number): number {
    return base * (this.factors[group]?.(steps) ?? 1);
  }
}

/** The learning rate of the step before times what a function (or one for each group) makes of the number of steps. */
export class MultiplicativeLR extends LRScheduler {
  private readonly factors: readonly ((steps: number) => number)[];

  constructor(optimizer: Scheduled, lrLambda: LrLambda) {
    super(optimizer);
    this.factors = eachGroup("MultiplicativeLR", optimizer, lrLambda);
  }

  protected override rate(_base: number, steps: number, group: number, now: number): number {
    return now * (this.factors[group]?.(steps) ?? 1);
  }
}
