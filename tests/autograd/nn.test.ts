import { describe, expect, test } from "vitest";
import { nn, optim, type Tensor, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";
import { Net } from "./net";

describe("Module", () => {
  test("is called like a function and is what its class says", () => {
    const net = new Net();
    const x = torch.tensor([[0.05, 0.1]]);
    expect(net(x).tolist()).toEqual(net.forward(x).tolist());
    expect(net).toBeInstanceOf(Net);
    expect(net).toBeInstanceOf(nn.Module);
    expect(net.constructor.name).toBe("Net");
    expect(Object.keys(net)).toEqual(["linear1", "linear2"]);
  });

  test("keeps private fields, accessors and a field called name", () => {
    class Named extends nn.Module {
      readonly #factor = 3;
      override name = "mine";
      get double(): number {
        return this.#factor * 2;
      }
      override forward(x: Tensor, times: number): Tensor {
        return x.mul(this.#factor * times);
      }
    }
    const module = new Named();
    expect(module(torch.tensor(2), 10).item()).toBe(60);
    expect([module.name, module.double]).toEqual(["mine", 6]);
  });

  test("finds parameters in the order of the fields, each once", () => {
    class Tied extends nn.Module {
      a = new nn.Linear(2, 2);
      b = this.a;
      scale = new nn.Parameter(torch.ones(1));
      list = new nn.ModuleList([new nn.Linear(1, 1, { bias: false })]);
    }
    // A module's own parameters come before those of the modules in it, as in PyTorch.
    expect(new Tied().namedParameters().map(([name]) => name)).toEqual([
      "scale",
      "a.weight",
      "a.bias",
      "list.0.weight",
    ]);
  });

  test("saves and loads its state", () => {
    const [from, to] = [new nn.Linear(2, 3), new nn.Linear(2, 3)];
    to.loadStateDict(from.stateDict());
    expect(to.weight.tolist()).toEqual(from.weight.tolist());
    expect(mistakeOf(() => to.loadStateDict({ weight: from.weight })).code).toBe("state_dict");
    const before = to.weight.tolist();
    expect(mistakeOf(() => to.loadStateDict({ weight: torch.zeros(3, 2), bias: torch.zeros(2) })).code).toBe(
      "same_shape",
    );
    expect(to.weight.tolist()).toEqual(before);
  });

  test("keeps buffers in the state, but not among the parameters", () => {
    class Counter extends nn.Module {
      declare steps: Tensor;
      constructor() {
        super();
        this.registerBuffer("steps", torch.zeros(1));
      }
    }
    const counter = new Counter();
    expect(Object.keys(counter.stateDict())).toEqual(["steps"]);
    expect(counter.parameters()).toEqual([]);
    expect(counter.namedBuffers().map(([name]) => name)).toEqual(["steps"]);
  });

  test("train and eval reach every module", () => {
    const net = new nn.Sequential(new nn.Linear(1, 1), new nn.Sequential(new nn.ReLU()));
    net.eval();
    expect(net.modules().map(({ training }) => training)).toEqual([false, false, false, false]);
    expect(net.train().training).toBe(true);
  });

  test("zeroGrad sets null, or zeros if asked", () => {
    const net = new nn.Linear(1, 1);
    net(torch.ones(1)).backward();
    net.zeroGrad(false);
    expect(net.weight.grad?.tolist()).toEqual([[0]]);
    net.zeroGrad();
    expect(net.weight.grad).toBe(null);
  });

  test("without forward says so", () => {
    expect(mistakeOf(() => new nn.Module()()).code).toBe("no_forward");
  });

  test("Linear begins within ±1/√inFeatures, by the seed", () => {
    torch.manualSeed(3);
    const a = new nn.Linear(16, 200);
    torch.manualSeed(3);
    const b = new nn.Linear(16, 200);
    expect(a.weight.tolist()).toEqual(b.weight.tolist());
    const greatest = a.weight.abs().max().item();
    expect(greatest).toBeLessThanOrEqual(0.25);
    expect(greatest).toBeGreaterThan(0.249);
    expect(mistakeOf(() => new nn.Linear(-1, 2)).message).toBe(
      "Linear: inFeatures must be a whole number from 0 up, not -1",
    );
  });

  test("Sequential and losses train", () => {
    torch.manualSeed(0);
    const net = new nn.Sequential(new nn.Linear(2, 8), new nn.Tanh(), new nn.Linear(8, 2));
    const criterion = new nn.CrossEntropyLoss();
    const x = torch.tensor([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    const y = torch.tensor([0, 1, 1, 0], { dtype: torch.int64 });
    const optimizer = new optim.Adam(net.parameters(), { lr: 0.05 });
    for (let i = 0; i < 300; i++) {
      optimizer.zeroGrad();
      criterion(net(x), y).backward();
      optimizer.step();
    }
    expect(net(x).argmax(1).tolist()).toEqual([0, 1, 1, 0]);
  });
});

describe("optimizers", () => {
  test("refuse what makes no sense", () => {
    const p = torch.ones([2], { requiresGrad: true });
    expect(mistakeOf(() => new optim.SGD([], { lr: 0.1 })).code).toBe("no_parameters");
    expect(mistakeOf(() => new optim.SGD([p], { lr: -0.1 })).message).toBe(
      "SGD: lr must be a number from 0 up, not -0.1",
    );
    expect(mistakeOf(() => new optim.SGD([p], { lr: Number.NaN })).code).toBe("option_range");
    expect(mistakeOf(() => new optim.SGD([p], { lr: 0.1, nesterov: true })).code).toBe("nesterov");
    expect(mistakeOf(() => new optim.SGD([p.mul(2)], { lr: 0.1 })).code).toBe("optimizer_computed");
    expect(mistakeOf(() => new optim.SGD([p, p], { lr: 0.1 })).code).toBe("optimizer_twice");
    expect(mistakeOf(() => new optim.Adam([p], { betas: [1, 0.9] })).code).toBe("option_range");
  });

  test("a changed learning rate counts from the next step on", () => {
    const p = torch.ones([1], { requiresGrad: true });
    const optimizer = new optim.SGD([p], { lr: 1 });
    p.grad = torch.ones(1);
    optimizer.step();
    const group = optimizer.paramGroups[0];
    if (group !== undefined) group.lr = 0.5;
    optimizer.step();
    expect(p.tolist()).toEqual([-0.5]);
  });

  test("a step after backward is a change that a second backward notices", () => {
    const w = torch.ones([1], { requiresGrad: true });
    const loss = w.square().sum();
    loss.backward(null, { retainGraph: true });
    new optim.SGD([w], { lr: 0.1 }).step();
    expect(mistakeOf(() => loss.backward()).code).toBe("inplace_saved");
  });
});
