import {
  type GoldenFile,
  type Numeric,
  readGolden,
  type Tolerance,
  toNumber,
} from "../autograd/reference/format";

interface RateCase {
  readonly id: string;
  readonly problem: string;
  readonly optimizer: { readonly options: { readonly lr: number } };
  readonly steps: number;
  readonly tolerance: Tolerance;
  readonly error_growth: number;
  readonly record_params_after?: readonly number[];
  readonly expected: {
    readonly loss: readonly Numeric[];
    readonly params: Readonly<Record<string, readonly (readonly Numeric[])[]>>;
  };
}

/** What PyTorch's gradient descent does at a learning rate. */
export interface Descent {
  readonly id: string;
  readonly eta: number;
  /** Before each step and after the last. */
  readonly losses: readonly number[];
  /** The parameters after so many steps. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** Wider where a tiny difference grows from step to step. */
  readonly tolerance: Tolerance;
  /** Steps until rounding has made a difference of its own. */
  readonly comparable: number;
}

/** Where a tiny difference grows as much as this, the last steps are those of the rounding. */
const CHAOTIC = 1e12;

/** PyTorch's runs of a problem, one for each learning rate. */
export function descentsOf(problem: string, parameter: string): Descent[] {
  const { cases } = readGolden<GoldenFile<RateCase>>("lr_sweep.json");
  return cases
    .filter((each) => each.problem === problem)
    .map(({ id, optimizer, steps, tolerance, error_growth, record_params_after, expected }) => {
      const recorded = expected.params[parameter] ?? [];
      const after = record_params_after
        ? [0, ...record_params_after]
        : Array.from({ length: steps + 1 }, (_, k) => k);
      return {
        id,
        tolerance,
        comparable: error_growth < CHAOTIC ? steps : steps / 3,
        eta: optimizer.options.lr,
        losses: expected.loss.map(toNumber),
        places: new Map(recorded.map((flat, index) => [after[index] ?? -1, flat.map(toNumber)])),
      };
    });
}
