import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IndexItem, type Tensor, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";

const { gradcheck, gradgradcheck } = torch.autograd;
const x = torch.arange(24).reshape(2, 3, 4);
const places = (...list: (number | readonly number[])[]): Tensor =>
  torch.tensor(list, { dtype: torch.int64 });
const mask = torch.tensor([
  [true, false, true],
  [false, true, false],
]);

describe("several tensors in an index (values: NumPy's)", () => {
  test.each<[string, IndexItem[], unknown]>([
    [
      "go together",
      [places(1, 0), places(2, 1)],
      [
        [20, 21, 22, 23],
        [4, 5, 6, 7],
      ],
    ],
    [
      "broadcast",
      [places([0], [1]), places(0, 2), 1],
      [
        [1, 9],
        [13, 21],
      ],
    ],
    [
      "stay where they are when they are neighbours",
      [":", places(2, 0), places(1, 3)],
      [
        [9, 3],
        [21, 15],
      ],
    ],
    [
      "go to the front when they are not",
      [places(0, 1), ":", places(1, 3)],
      [
        [1, 5, 9],
        [15, 19, 23],
      ],
    ],
    ["a mask with places", [mask, places(3, 0, 1)], [3, 8, 17]],
    [
      "slices beside places, counted from the end",
      [":", "1:", places(0, -1)],
      [
        [
          [4, 7],
          [8, 11],
        ],
        [
          [16, 19],
          [20, 23],
        ],
      ],
    ],
  ])("%s", (_, items, wanted) => {
    expect(x.index(...items).tolist()).toEqual(wanted);
  });

  test("shapes", () => {
    expect(x.index(null, places(0, 1), null, places(1, 2)).shape).toEqual([2, 1, 1, 4]);
    expect(x.index(":", torch.tensor([true, false, true])).shape).toEqual([2, 2, 4]);
    expect(x.index("...", places([-1, 0])).shape).toEqual([2, 3, 1, 2]);
    expect(x.index(places(), places()).shape).toEqual([0, 4]);
    expect(x.index(torch.tensor(1, { dtype: torch.int64 })).shape).toEqual([3, 4]);
    expect(torch.zeros(0, 3).index(torch.zeros([0, 3], { dtype: torch.bool })).shape).toEqual([0]);
  });

  test("each element is where the places say, whatever the layout", () => {
    const axis = (size: number): fc.Arbitrary<number> => fc.integer({ min: -size, max: size - 1 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(axis(2), axis(3), axis(4)), { maxLength: 5 }),
        fc.constantFrom([0, 1, 2], [2, 0, 1], [1, 2, 0]),
        (points, order) => {
          const turned = x.permute(order);
          const along = order.map((d) => places(...points.map((point) => point[d] ?? 0)));
          const wanted = points.map((point) => x.index(...point).item());
          expect(turned.index(...along).toArray()).toEqual(wanted);
        },
      ),
    );
  });

  test("are refused where they do not fit", () => {
    expect(mistakeOf(() => x.index(places(0, 1), places(0, 1, 2))).message).toBe(
      "index: shapes [2] and [3] do not fit: at dimension 0 the sizes 2 and 3 differ and neither is 1",
    );
    expect(mistakeOf(() => x.index(places(0), places(3))).message).toBe(
      "index: index 3 is out of range for dimension 1 of size 3",
    );
    expect(mistakeOf(() => x.index(torch.tensor([true, false, true]))).message).toBe(
      "index: mask must have shape [2], not [3]",
    );
    expect(mistakeOf(() => x.index(mask, 0, 0)).code).toBe("index_count");
    expect(mistakeOf(() => x.index([0, 1] as unknown as IndexItem)).message).toBe(
      'index: an index is a whole number, a slice, "...", null or a tensor of type int64 or bool, not an array',
    );
    expect(mistakeOf(() => x.index(undefined as unknown as IndexItem)).code).toBe("index_kind");
    expect(mistakeOf(() => x.index("::-1")).message).toContain("flip");
  });
});

const leaf = torch.linspace(-1, 2, 24).reshape(2, 3, 4).requiresGrad_();
const value = torch.tensor([[0.5], [2]], { requiresGrad: true });

describe("gradients", () => {
  test.each<[string, (t: Tensor) => Tensor]>([
    ["of several tensors", (t) => t.index(places(0, 1, 0), ":", places(1, 3, 1)).square()],
    ["of a mask", (t) => t.index(mask).pow(3)],
    ["of a slice with a step", (t) => t.index(":", "::2", "1::2").pow(3)],
    ["of a step from the end", (t) => t.index("...", "-3::2").exp()],
  ])("%s", (_, run) => {
    expect(gradcheck(run, leaf)).toBe(true);
    expect(gradgradcheck(run, leaf)).toBe(true);
  });

  test.each<[string, (t: Tensor, v: Tensor) => Tensor]>([
    ["at a slice", (t, v) => t.indexPut([":", "1:", "::2"], v)],
    ["at a place", (t, v) => t.mul(1).indexPut_([0, 1], v.sum())],
    ["at places", (t, v) => t.indexPut([places(0, 1), ":", places(1, 3)], v)],
    ["at a mask", (t, v) => t.indexPut([mask, 2], v.mul(torch.ones(1, 3)).sum(0))],
    ["added, twice to one", (t, v) => t.indexPut([places(1, 1), 0], v, { accumulate: true })],
    ["of values put, the last to one place", (t, v) => t.indexPut([places(1, 1), 0], v)],
  ])("of values put %s", (_, run) => {
    const squared = (t: Tensor, v: Tensor): Tensor => run(t, v).square();
    expect(gradcheck(squared, [leaf, value])).toBe(true);
    expect(gradgradcheck(squared, [leaf, value])).toBe(true);
  });
});

describe("indexPut", () => {
  test("sets values in place, through slices, places and masks (values: NumPy's)", () => {
    const y = x.clone();
    y.indexPut_([places(0, 1), ":", places(1, 3)], places([100], [200]));
    expect(y.tolist()).toEqual([
      [
        [0, 100, 2, 3],
        [4, 100, 6, 7],
        [8, 100, 10, 11],
      ],
      [
        [12, 13, 14, 200],
        [16, 17, 18, 200],
        [20, 21, 22, 200],
      ],
    ]);
    const z = torch.zeros(4);
    z.indexPut_([places(1, 1, 3)], torch.tensor([1, 2, 5]), { accumulate: true });
    expect(z.tolist()).toEqual([0, 3, 0, 5]);
    z.indexPut_([z.gt(2)], 7);
    z.indexPut_(["::2"], -1);
    expect(z.tolist()).toEqual([-1, 7, -1, 7]);
    z.indexPut_([0], 1, { accumulate: true });
    expect(z.tolist()).toEqual([0, 7, -1, 7]);
  });

  test("keeps the type, as assignment does in PyTorch", () => {
    const whole = torch.arange(3);
    whole.indexPut_([0], 7.9);
    whole.indexPut_(["1:"], torch.tensor([1.5, -1.5]));
    expect([whole.dtype, whole.tolist()]).toEqual(["int64", [7, 1, -1]]);
    const flags = torch.zeros([2], { dtype: torch.bool });
    flags.indexPut_([1], 3);
    expect(flags.sum().item()).toBe(1);
  });

  test("leaves the tensor as it is when it makes a copy, or nothing is chosen", () => {
    const y = torch.zeros(2);
    expect(y.indexPut([1], 3).tolist()).toEqual([0, 3]);
    expect(y.tolist()).toEqual([0, 0]);
    expect(torch.indexPut(y, [y.gt(5)], 3).tolist()).toEqual([0, 0]);
  });

  test("refuses what it must", () => {
    const w = torch.zeros([2], { requiresGrad: true });
    expect(mistakeOf(() => w.indexPut_([0], 1)).code).toBe("inplace_leaf");
    torch.noGrad(() => w.indexPut_([0], 1));
    expect(w.tolist()).toEqual([1, 0]);
    expect(mistakeOf(() => w.detach().indexPut_(["0:1"], torch.ones(3))).code).toBe("expand_size");
    const y = w.exp();
    const loss = y.sum();
    y.indexPut_([places(0)], 0);
    expect(mistakeOf(() => loss.add(y.sum()).backward()).code).toBe("inplace_saved");
  });
});
