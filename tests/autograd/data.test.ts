import { describe, expect, test } from "vitest";
import { data, nn, optim, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";
import { type GoldenFile, readGolden } from "./reference/format";

interface EpochCase {
  readonly id: string;
  readonly inputs: { readonly N: number; readonly B: number; readonly drop_last: boolean };
  readonly expected: { readonly batches_per_epoch: number; readonly last_batch_size: number };
}

describe("DataLoader", () => {
  const file = readGolden<GoldenFile<EpochCase>>("epoch_arithmetic.json");
  test.each(file.cases.map((each) => [each.id, each] as const))("%s", (_, { inputs, expected }) => {
    const set = new data.TensorDataset(torch.arange(inputs.N));
    const loader = new data.DataLoader(set, { batchSize: inputs.B, dropLast: inputs.drop_last });
    expect(loader.length).toBe(expected.batches_per_epoch);
    let [batches, last] = [0, 0];
    for (const [rows] of loader) {
      batches++;
      last = rows?.numel() ?? 0;
    }
    expect([batches, last]).toEqual([expected.batches_per_epoch, expected.last_batch_size]);
  });

  test("keeps rows together, in order or shuffled anew in every epoch by the seed", () => {
    const x = torch.arange(20).reshape(10, 2);
    const set = new data.TensorDataset(x, torch.arange(10));
    const epochs = (options: data.DataLoaderOptions): number[][] => {
      const loader = new data.DataLoader(set, { batchSize: 3, ...options });
      return [0, 1].map(() =>
        [...loader].flatMap(([rows, numbers]) => {
          const places = numbers?.toArray() ?? [];
          expect(rows?.tolist()).toEqual(places.map((i) => [2 * i, 2 * i + 1]));
          return places;
        }),
      );
    };
    const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(epochs({})).toEqual([all, all]);
    const [first, second] = epochs({ shuffle: true, seed: 4 });
    expect(first).not.toEqual(second);
    for (const epoch of [first, second]) expect(epoch?.toSorted((a, b) => a - b)).toEqual(all);
    expect(epochs({ shuffle: true, seed: 4 })).toEqual([first, second]);
    expect(mistakeOf(() => new data.DataLoader(set, { batchSize: 0 })).code).toBe("option_range");
  });

  test("a seed of its own leaves the generator as it was", () => {
    torch.manualSeed(1);
    const expected = [torch.rand(1).item(), torch.rand(1).item()];
    torch.manualSeed(1);
    const first = torch.rand(1).item();
    data.moons({ samples: 5, seed: 3 });
    expect([first, torch.rand(1).item()]).toEqual(expected);
  });
});

test("randomSplit divides without loss, and fractions as PyTorch rounds them", () => {
  const set = new data.TensorDataset(torch.arange(10));
  const parts = data.randomSplit(set, [7, 3], { seed: 0 });
  expect(parts.map((part) => part.length)).toEqual([7, 3]);
  expect(parts.flatMap((part) => part.indices).toSorted((a, b) => a - b)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
  expect([...new data.DataLoader(parts[1] as data.Subset, { batchSize: 2 })].map(([t]) => t?.shape)).toEqual([
    [2],
    [1],
  ]);
  expect(data.randomSplit(set, [0.34, 0.33, 0.33]).map((part) => part.length)).toEqual([4, 3, 3]);
  expect(mistakeOf(() => data.randomSplit(set, [5, 4])).code).toBe("same_shape");
});

describe("generated sets", () => {
  test("without noise lie where they should", () => {
    const near = (value: number, wanted: number): void => expect(value).toBeCloseTo(wanted, 12);
    const rows = ({ x, y }: data.Samples): [number, number, number][] =>
      (x.tolist() as [number, number][]).map(([a, b], i) => [a, b, y.toArray()[i] ?? -1]);
    for (const [a, b, kind] of rows(data.circles({ noise: 0, seed: 1 })))
      near(Math.hypot(a, b), kind === 0 ? 1 : 0.5);
    for (const [a, b, kind] of rows(data.moons({ noise: 0, seed: 1 }))) {
      near(kind === 0 ? Math.hypot(a, b) : Math.hypot(a - 1, b - 0.5), 1);
      if (kind === 0) expect(b).toBeGreaterThanOrEqual(0);
      else expect(b).toBeLessThanOrEqual(0.5);
    }
    const line = data.linear({ noise: 0, slope: -3, intercept: 2, seed: 1 });
    expect(line.y.sub(line.x.mul(-3).add(2)).abs().max().item()).toBeLessThan(1e-12);
    const wave = data.sine({ noise: 0, seed: 1 });
    expect(
      wave.y
        .sub(torch.sin(wave.x.mul(Math.PI)))
        .abs()
        .max()
        .item(),
    ).toBeLessThan(1e-12);
  });

  test("are the same for the same seed, and have all classes", () => {
    for (const make of [data.moons, data.circles, data.spirals, data.blobs, data.digits]) {
      const [a, b, c] = [make({ seed: 1 }), make({ seed: 1 }), make({ seed: 2 })];
      expect(a.x.tolist()).toEqual(b.x.tolist());
      expect(a.x.tolist()).not.toEqual(c.x.tolist());
      expect(a.x.shape[0]).toBe(100);
      expect(a.y.dtype).toBe("int64");
    }
    expect(new Set(data.digits().y.toArray()).size).toBe(10);
    expect(new Set(data.spirals({ classes: 4 }).y.toArray()).size).toBe(4);
  });

  test("digits can be learnt by a small network", () => {
    torch.manualSeed(0);
    const { x, y } = data.digits({ samples: 200, seed: 5 });
    const net = new nn.Sequential(new nn.Linear(64, 24), new nn.ReLU(), new nn.Linear(24, 10));
    const optimizer = new optim.Adam(net.parameters(), { lr: 0.02 });
    for (let i = 0; i < 60; i++) {
      optimizer.zeroGrad();
      nn.functional.crossEntropy(net(x), y).backward();
      optimizer.step();
    }
    expect(net(x).argmax(1).eq(y).double().mean().item()).toBeGreaterThan(0.95);
  });
});
