import { describe, expect, test } from "vitest";
import { nn, optim, type Tensor, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";

interface Kind {
  readonly make: (parameters: Tensor[]) => {
    step(): void;
    zeroGrad(): void;
    stateDict(): unknown;
    loadStateDict(state: never): void;
  };
}

const kinds: Readonly<Record<string, Kind["make"]>> = {
  "SGD without memory": (p) => new optim.SGD(p, { lr: 0.1 }),
  "SGD with momentum": (p) => new optim.SGD(p, { lr: 0.1, momentum: 0.9, dampening: 0.5 }),
  Adagrad: (p) => new optim.Adagrad(p, { lr: 0.1, lrDecay: 0.1, initialAccumulatorValue: 0.5 }),
  Adadelta: (p) => new optim.Adadelta(p),
  RMSprop: (p) => new optim.RMSprop(p, { momentum: 0.5, centered: true }),
  Adam: (p) => new optim.Adam(p, { lr: 0.1, amsgrad: true }),
  AdamW: (p) => new optim.AdamW(p, { lr: 0.1 }),
  Adamax: (p) => new optim.Adamax(p, { lr: 0.1 }),
  RAdam: (p) => new optim.RAdam(p, { lr: 0.1 }),
};

const start = (): Tensor[] => [
  torch.tensor(
    [
      [0.5, -1],
      [2, 0.1],
    ],
    { requiresGrad: true },
  ),
  torch.tensor(3, { requiresGrad: true }),
];

/** Steps on a function whose gradients change with the step. */
function descend(parameters: readonly Tensor[], optimizer: ReturnType<Kind["make"]>, steps: number): void {
  for (let k = 0; k < steps; k++) {
    optimizer.zeroGrad();
    const [w, b] = parameters;
    w?.square()
      .sum()
      .add(b?.cos() ?? 0)
      .backward();
    optimizer.step();
  }
}

describe("the state of an optimizer", () => {
  test.each(Object.entries(kinds))("%s goes on where another one was", (_, make) => {
    const whole = start();
    descend(whole, make(whole), 10);

    const before = start();
    const first = make(before);
    descend(before, first, 5);
    const after = before.map((p) => p.detach().clone().requiresGrad_());
    const second = make(after);
    second.loadStateDict(first.stateDict() as never);
    // What was loaded is a copy: the first optimizer may go on.
    descend(before, first, 3);
    descend(after, second, 5);
    expect(after.map((p) => p.tolist())).toEqual(whole.map((p) => p.tolist()));
  });

  test("has what PyTorch's has: steps and moments in the parameters' shapes, options, positions", () => {
    const [w, b] = start();
    const optimizer = new optim.Adam([{ params: [w as Tensor] }, { params: [b as Tensor], lr: 0.5 }]);
    expect(optimizer.stateDict().state).toEqual({});
    descend([w as Tensor, b as Tensor], optimizer, 1);
    const { state, paramGroups } = optimizer.stateDict();
    expect(paramGroups.map(({ params, lr }) => [params, lr])).toEqual([
      [[0], 0.001],
      [[1], 0.5],
    ]);
    expect(Object.keys(state[0] ?? {})).toEqual(["step", "expAvg", "expAvgSq"]);
    expect(state[1]?.step).toBe(1);
    // After one step the running mean is (1 − 0.9) times the gradient 2w.
    const mean = state[0]?.expAvg as Tensor;
    expect(mean.shape).toEqual([2, 2]);
    mean.toArray().forEach((m, i) => {
      expect(m).toBeCloseTo(0.1 * 2 * ([0.5, -1, 2, 0.1][i] ?? 0), 12);
    });
  });

  test("is taken over only as a whole", () => {
    const optimizer = new optim.Adam(start(), { lr: 0.1 });
    const other = start();
    const momentum = new optim.SGD(other, { lr: 0.1, momentum: 0.9 });
    descend(other, momentum, 1);
    const { state } = momentum.stateDict();
    const groups = optimizer.stateDict().paramGroups;
    const { code, message } = mistakeOf(() => optimizer.loadStateDict({ state, paramGroups: groups }));
    expect(code).toBe("state_dict");
    expect(message).toContain("missing expAvg, expAvgSq; unexpected momentumBuffer");
    expect(mistakeOf(() => optimizer.loadStateDict({ state: {}, paramGroups: [] })).message).toBe(
      "loadStateDict: the list of the groups' sizes must have shape [2], not []",
    );
    const wide = [torch.ones([3], { requiresGrad: true }), torch.ones([], { requiresGrad: true })];
    const from = new optim.Adam(wide, { lr: 0.7 });
    descend(wide, from, 1);
    expect(mistakeOf(() => optimizer.loadStateDict(from.stateDict())).message).toBe(
      "loadStateDict: expAvg must have shape [2, 2], not [3]",
    );
    const negative = groups.map((group) => ({ ...group, lr: -1 }));
    expect(mistakeOf(() => optimizer.loadStateDict({ state: {}, paramGroups: negative })).code).toBe(
      "option_range",
    );
    expect(optimizer.paramGroups[0]?.lr).toBe(0.1);
  });

  test("together with a module's state makes a run go on", () => {
    torch.manualSeed(1);
    const net = new nn.Linear(2, 1);
    const optimizer = new optim.Adam(net.parameters(), { lr: 0.1 });
    const x = torch.tensor([[1, 2]]);
    const go = (module: nn.Linear, by: optim.Adam): void => {
      by.zeroGrad();
      module(x).square().sum().backward();
      by.step();
    };
    go(net, optimizer);
    const copy = new nn.Linear(2, 1);
    copy.loadStateDict(net.stateDict());
    const second = new optim.Adam(copy.parameters());
    second.loadStateDict(optimizer.stateDict());
    go(net, optimizer);
    go(copy, second);
    expect(copy.weight.tolist()).toEqual(net.weight.tolist());
  });
});
