import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { data, torch } from "@/lib/autograd";
import { batchAt, cutIntoBatches, dealt } from "@/lib/figures/batches";
import { type GoldenFile, readGolden } from "../autograd/reference/format";

interface CountCase {
  readonly id: string;
  readonly inputs: { readonly N: number; readonly B: number; readonly drop_last: boolean };
  readonly expected: {
    readonly batches_per_epoch: number;
    readonly iterations_in_10_epochs: number;
    readonly last_batch_size: number;
  };
}

const { cases } = readGolden<GoldenFile<CountCase>>("epoch_arithmetic.json");

describe("batches are cut as PyTorch's DataLoader cuts them", () => {
  test.each(cases.map((each) => [each.id, each] as const))("%s", (_, { inputs, expected }) => {
    const cut = cutIntoBatches(inputs.N, inputs.B, inputs.drop_last);
    expect(cut.batches).toBe(expected.batches_per_epoch);
    expect(cut.batches * 10).toBe(expected.iterations_in_10_epochs);
    expect(cut.last).toBe(expected.last_batch_size);
  });
});

const counts = fc.record({
  samples: fc.integer({ min: 1, max: 400 }),
  size: fc.integer({ min: 1, max: 450 }),
  dropLast: fc.boolean(),
});

test("they are those of the library's own DataLoader", () => {
  fc.assert(
    fc.property(counts, ({ samples, size, dropLast }) => {
      const set = new data.TensorDataset(torch.arange(samples));
      const loader = new data.DataLoader(set, { batchSize: size, dropLast });
      const sizes = [...loader].map(([batch]) => batch?.shape[0] ?? 0);
      const cut = cutIntoBatches(samples, size, dropLast);
      expect(sizes).toHaveLength(cut.batches);
      expect(sizes.at(-1) ?? 0).toBe(cut.last);
      expect(sizes.reduce((sum, one) => sum + one, 0) + cut.dropped).toBe(samples);
    }),
    { numRuns: 60 },
  );
});

test("an iteration's batch takes up where the one before ended, and an epoch begins anew", () => {
  fc.assert(
    fc.property(counts, ({ samples, size, dropLast }) => {
      const cut = cutIntoBatches(samples, size, dropLast);
      let next = 0;
      for (let iteration = 0; iteration < cut.batches * 2; iteration += 1) {
        const at = batchAt(iteration, samples, size, cut);
        if (iteration === cut.batches) next = 0;
        expect(at.from).toBe(next);
        expect(at.epoch).toBe(iteration < cut.batches ? 0 : 1);
        next = at.to;
      }
      if (cut.batches > 0) expect(next + cut.dropped).toBe(samples);
    }),
  );
});

test("each epoch deals all samples, each once, in an order of its own", () => {
  const [first, second] = [dealt(50, 0), dealt(50, 1)];
  const all = Array.from({ length: 50 }, (_, index) => index);
  expect([...first].sort((a, b) => a - b)).toEqual(all);
  expect([...second].sort((a, b) => a - b)).toEqual(all);
  expect(first).not.toEqual(all);
  expect(second).not.toEqual(first);
  expect(dealt(50, 0)).toEqual(first);
});
