import { randperm } from "../create";
import { fail } from "../errors";
import * as mistake from "../mistakes";
import { select } from "../ops/shape";
import { withSeed } from "../random";
import { checkRank, type Tensor } from "../tensor";

/** Samples that can be counted and fetched by number. */
export interface Dataset {
  /** How many samples there are. */
  readonly length: number;
  /** The tensors of one sample. */
  get(index: number): Tensor[];
}

/** The rows of tensors that all have equally many: sample i is the i-th row of each. */
export class TensorDataset implements Dataset {
  /** The tensors that were given. */
  readonly tensors: readonly Tensor[];
  /** How many rows each of them has. */
  readonly length: number;

  constructor(...tensors: readonly Tensor[]) {
    const first = tensors[0];
    if (first === undefined) fail(mistake.emptyList, { op: "TensorDataset" });
    this.tensors = tensors;
    this.length = first.shape[0] ?? 0;
    for (const t of tensors) {
      checkRank("TensorDataset", t, 1, null);
      if (t.shape[0] !== this.length) {
        const [input, target] = [this.length, t.shape[0]!];
        fail(mistake.targetBatch, { op: "TensorDataset", input, target });
      }
    }
  }

  /** The rows at a place, one of each tensor. */
  get(index: number): Tensor[] {
    return this.tensors.map((t) => select(t, 0, index));
  }
}

/** Chosen samples of another dataset. */
export class Subset implements Dataset {
  constructor(
    readonly dataset: Dataset,
    readonly indices: readonly number[],
  ) {}

  /** How many samples were chosen. */
  get length(): number {
    return this.indices.length;
  }

  /** One of the chosen samples; negative places count from the end. */
  get(index: number): Tensor[] {
    const place = this.indices.at(index);
    if (place === undefined) {
      fail(mistake.indexRange, { op: "Subset", index, dim: 0, size: this.length });
    }
    return this.dataset.get(place);
  }
}

/** Where random numbers come from. */
export interface RandomOptions {
  /** Where the random numbers begin; without one they go on with those of `manualSeed`. */
  readonly seed?: number | null;
}

/** Divides a dataset at random into parts of the given lengths; or of fractions that add up to 1, the rest going round from the first. */
export function randomSplit(dataset: Dataset, lengths: readonly number[], options?: RandomOptions): Subset[] {
  const total = lengths.reduce((a, b) => a + b, 0);
  let counts = [...lengths];
  if (Math.abs(total - 1) < 1e-9 && dataset.length !== 1) {
    counts = lengths.map((part) => Math.floor(part * dataset.length));
    const given = counts.reduce((a, b) => a + b, 0);
    for (let i = 0; i < dataset.length - given; i++) counts[i % counts.length]!++;
  } else if (total !== dataset.length) {
    const [expected, got] = [[dataset.length], [total]];
    fail(mistake.sameShape, { op: "randomSplit", argument: "the sum of the lengths", expected, got });
  }
  const order = withSeed(options?.seed, () => Array.from(randperm(dataset.length).values));
  let start = 0;
  return counts.map((count) => {
    start += count;
    return new Subset(dataset, order.slice(start - count, start));
  });
}
