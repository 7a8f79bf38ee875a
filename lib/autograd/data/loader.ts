import { randperm } from "../create";
import { checkOption } from "../errors";
import { indexSelect } from "../ops/indexing";
import { stack } from "../ops/shape";
import { withSeed } from "../random";
import { blank, type Tensor } from "../tensor";
import { type Dataset, type RandomOptions, TensorDataset } from "./dataset";

/** How a loader makes batches. */
export interface DataLoaderOptions extends RandomOptions {
  /** How many samples make a batch. Default 1. */
  readonly batchSize?: number;
  /** Whether every epoch has the samples in another random order. Default false. */
  readonly shuffle?: boolean;
  /** Whether a last batch that is not full is left out. Default false. */
  readonly dropLast?: boolean;
}

/** The samples of a dataset in batches: each round of `for (const [x, y] of loader)` is an epoch. */
export class DataLoader implements Iterable<Tensor[]> {
  private epoch = 0;

  constructor(
    readonly dataset: Dataset,
    private readonly options: DataLoaderOptions = {},
  ) {
    checkOption("DataLoader", "batchSize", options.batchSize ?? 1, { least: 1, whole: true });
  }

  /** The number of batches in an epoch: ⌈samples / batchSize⌉, or with `dropLast` ⌊samples / batchSize⌋. */
  get length(): number {
    const batches = this.dataset.length / (this.options.batchSize ?? 1);
    return this.options.dropLast === true ? Math.floor(batches) : Math.ceil(batches);
  }

  *[Symbol.iterator](): Generator<Tensor[]> {
    const { batchSize = 1, shuffle = false, seed = null } = this.options;
    const size = this.dataset.length;
    const epochSeed = seed === null ? null : seed + this.epoch++;
    const order = shuffle ? withSeed(epochSeed, () => randperm(size).values) : null;
    const batches = this.length;
    for (let i = 0; i < batches; i++) {
      const places = blank([Math.min(batchSize, size - i * batchSize)], "int64");
      for (let j = 0; j < places.count; j++)
        places.values[j] = order?.[i * batchSize + j] ?? i * batchSize + j;
      yield collect(this.dataset, places);
    }
  }
}

/** The samples at the given places, one tensor for each part. */
function collect(dataset: Dataset, places: Tensor): Tensor[] {
  if (dataset instanceof TensorDataset) return dataset.tensors.map((t) => indexSelect(t, 0, places));
  const samples = Array.from(places.values, (place) => dataset.get(place));
  return (samples[0] ?? []).map((_, part) => stack(samples.map((sample) => sample[part]!)));
}
