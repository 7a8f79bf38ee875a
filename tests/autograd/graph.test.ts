import { describe, expect, test } from "vitest";
import { type Tensor, torch } from "@/lib/autograd";
import { mistakeOf } from "./mistake";

const leaf = (...numbers: number[]): Tensor => torch.tensor(numbers, { requiresGrad: true });

describe("backward", () => {
  test("adds up gradients until they are cleared", () => {
    const x = leaf(3);
    x.square().sum().backward();
    x.square().sum().backward();
    expect(x.grad?.tolist()).toEqual([12]);
    x.grad = null;
    const again = x.square().sum();
    again.backward();
    expect(String(x.grad)).toBe("tensor([6.])");
  });

  test("reaches a value that is used twice by both ways", () => {
    const x = leaf(2);
    const y = x.mul(3);
    y.mul(y).add(y).sum().backward();
    expect(x.grad?.tolist()).toEqual([3 * (2 * 6 + 1)]);
  });

  test("goes through 100 000 operations without recursion", () => {
    const x = torch.tensor(1, { requiresGrad: true });
    let y: Tensor = x;
    for (let i = 0; i < 100_000; i++) y = y.add(1e-5);
    y.backward();
    expect(x.grad?.item()).toBe(1);
  });

  test("goes through 100 000 operations for chosen inputs, and a second time through their gradients", () => {
    const x = torch.tensor(1, { requiresGrad: true });
    let y: Tensor = x;
    for (let i = 0; i < 100_000; i++) y = y.mul(1.00001);
    const [g] = torch.autograd.grad(y.square(), x, { createGraph: true });
    // y = c x, so the slope of y² is 2c²x, and its slope 2c².
    const twice = 2 * 1.00001 ** 200_000;
    expect(g?.item()).toBeCloseTo(twice, 6);
    const [h] = torch.autograd.grad(g as Tensor, x);
    expect(h?.item()).toBeCloseTo(twice, 6);
  });

  test("goes through 100 000 changes in place", () => {
    const x = torch.tensor([1, 2], { requiresGrad: true });
    const y = x.mul(1);
    const first = y.select(0, 0);
    for (let i = 0; i < 50_000; i++) {
      y.add_(1e-5);
      first.sub_(1e-5);
    }
    y.sum().backward();
    expect(x.grad?.tolist()).toEqual([1, 1]);
    expect(first.item()).toBeCloseTo(1, 6);
  });

  test("goes through 100 000 operations that all use one value", () => {
    const x = torch.tensor(2, { requiresGrad: true });
    const h = x.mul(1);
    let y: Tensor = h;
    for (let i = 0; i < 100_000; i++) y = y.add(h);
    y.backward();
    expect(x.grad?.item()).toBe(100_001);
  });

  test("leaves gradients of two tensors apart, though one number went to both", () => {
    const [a, b] = [leaf(1), leaf(2)];
    a.add(b).sum().backward();
    a.grad?.mul_(10);
    expect(b.grad?.tolist()).toEqual([1]);
  });

  test("keeps no gradient of computed tensors unless asked", () => {
    const x = leaf(2);
    const plain = x.mul(2);
    const kept = plain.mul(2);
    kept.retainGrad();
    kept.square().sum().backward();
    expect(plain.grad).toBe(null);
    expect(kept.grad?.tolist()).toEqual([16]);
  });

  test("releases what it saved, and says so the second time", () => {
    const y = leaf(1, 2).exp().sum();
    y.backward();
    const { code, message } = mistakeOf(() => y.backward());
    expect(code).toBe("backward_twice");
    expect(message).toContain("retainGraph: true");
    const z = leaf(1).exp().sum();
    z.backward({ retainGraph: true });
    z.backward(null, { retainGraph: true });
    z.backward();
  });

  test("goes twice through what saves nothing, as PyTorch does", () => {
    const x = leaf(1, 2);
    const y = x.add(torch.ones(3, 2)).sum();
    y.backward();
    y.backward();
    expect(x.grad?.tolist()).toEqual([6, 6]);
  });

  test("gives gradients in the type of their tensors, whatever they are computed with", () => {
    const x = torch.tensor([1.5], { dtype: torch.float32, requiresGrad: true });
    const y = torch.tensor([2], { requiresGrad: true });
    const z = x.mul(y);
    expect(z.dtype).toBe("float64");
    z.backward(torch.tensor([3], { dtype: torch.float32 }));
    expect([x.grad?.dtype, y.grad?.dtype]).toEqual(["float32", "float64"]);
    expect([x.grad?.item(), y.grad?.item()]).toEqual([6, 4.5]);
    const grads = torch.autograd.grad(x.mul(y).sum(), [x, y], { createGraph: true });
    expect(grads.map(({ dtype }) => dtype)).toEqual(["float32", "float64"]);
  });

  test("leaves nothing half gathered when a hook throws", () => {
    const x = leaf(1);
    const y = x.mul(2);
    const hook = y.registerHook(() => {
      throw new Error("no");
    });
    const z = y.add(x).sum();
    expect(() => z.backward()).toThrow("no");
    hook.remove();
    z.backward();
    expect(x.grad?.tolist()).toEqual([3]);
  });

  test("grad computes only what leads to its inputs, and touches no .grad", () => {
    const [x, w] = [leaf(2), leaf(5)];
    const y = x.mul(w);
    const [g] = torch.autograd.grad(y.sum(), y);
    expect(g?.tolist()).toEqual([1]);
    expect([x.grad, w.grad]).toEqual([null, null]);
    const [gx] = torch.autograd.grad(x.mul(w).sum(), x);
    expect(gx?.tolist()).toEqual([5]);
    expect(mistakeOf(() => torch.autograd.grad(x.sum(), w)).code).toBe("input_unused");
    expect(torch.autograd.grad(x.sum(), [w], { allowUnused: true })).toEqual([null]);
  });

  test("sixth derivative of x⁶ is 720", () => {
    const x = torch.tensor(1.5, { requiresGrad: true });
    let y = x.pow(6);
    for (let i = 0; i < 6; i++) y = torch.autograd.grad(y, x, { createGraph: true })[0] as Tensor;
    expect(y.item()).toBeCloseTo(720, 8);
  });
});

describe("modes", () => {
  test("noGrad records nothing and comes back also when it throws", () => {
    const x = leaf(1);
    expect(torch.noGrad(() => x.mul(2).requiresGrad)).toBe(false);
    expect(torch.noGrad(() => torch.enableGrad(() => x.mul(2).requiresGrad))).toBe(true);
    expect(() =>
      torch.noGrad(() => {
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(torch.isGradEnabled()).toBe(true);
  });

  test("noGrad refuses a function that waits", () => {
    expect(mistakeOf(() => torch.noGrad(async () => {})).code).toBe("async_mode");
  });

  test("detach cuts the history, and the values stay shared", () => {
    const x = leaf(2);
    const d = x.detach();
    expect([d.requiresGrad, d.isLeaf]).toEqual([false, true]);
    d.fill_(7);
    expect(x.tolist()).toEqual([7]);
  });
});

describe("changes in place", () => {
  test("are refused for leaves, but not in noGrad", () => {
    const x = leaf(1, 2);
    const { code, message } = mistakeOf(() => x.add_(1));
    expect(code).toBe("inplace_leaf");
    expect(message).toContain("torch.noGrad");
    expect(mistakeOf(() => x.select(0, 0).zero_()).code).toBe("inplace_leaf");
    torch.noGrad(() => x.sub_(1));
    expect(x.tolist()).toEqual([0, 1]);
  });

  test("of a value that backward needs are refused by backward", () => {
    const y = leaf(1).exp();
    const z = y.sum();
    y.mul_(2);
    expect(mistakeOf(() => z.add(y.sum()).backward()).code).toBe("inplace_saved");
  });

  test("through a view or detach() are noticed too", () => {
    const w = leaf(1, 2);
    const y = w.square().sum();
    torch.noGrad(() => w.select(0, 0).fill_(5));
    expect(mistakeOf(() => y.backward()).code).toBe("inplace_saved");
    const z = w.square().sum();
    w.detach().fill_(1);
    expect(mistakeOf(() => z.backward()).code).toBe("inplace_saved");
  });

  test("of a value that backward does not need are fine", () => {
    const x = leaf(1, 2);
    const y = x.mul(3);
    y.add_(1);
    y.sum().backward();
    expect(x.grad?.tolist()).toEqual([3, 3]);
  });

  test("keep the old values where the rule needs them", () => {
    const [x, w] = [leaf(2), leaf(5)];
    const y = x.mul(1);
    y.mul_(w);
    y.sum().backward();
    expect([x.grad?.item(), w.grad?.item()]).toEqual([5, 2]);
  });

  test("of a view enter the history of its base", () => {
    const x = leaf(1, 2, 3);
    const y = x.mul(1);
    y.index("1:").mul_(10);
    y.square().sum().backward();
    expect(y.tolist()).toEqual([1, 20, 30]);
    expect(x.grad?.tolist()).toEqual([2, 400, 600]);
  });

  test("of a base are seen by the gradients of its views", () => {
    const x = leaf(1, 2);
    const y = x.mul(1);
    const first = y.select(0, 0);
    y.mul_(3);
    first.backward();
    expect(x.grad?.tolist()).toEqual([3, 0]);
  });

  test("must fit in shape and type", () => {
    expect(mistakeOf(() => torch.zeros(2).add_(torch.zeros(3, 2))).code).toBe("inplace_shape");
    expect(mistakeOf(() => torch.arange(3).add_(0.5)).code).toBe("inplace_dtype");
  });

  test("take over overlapping elements as they were", () => {
    const x = torch.tensor([
      [1, 2],
      [3, 4],
    ]);
    x.copy_(x.t());
    expect(x.tolist()).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });
});

describe("torch.graph", () => {
  test("shows every operation with its value and gradient", () => {
    const [x, w] = [leaf(3), leaf(2)];
    const y = x.mul(w);
    const loss = y.square().sum();
    const graph = torch.graph(loss);
    expect(graph.nodes.map(({ op }) => op)).toEqual(["leaf", "leaf", "mul", "square", "sum"]);
    expect(graph.nodes.map(({ value }) => value)).toEqual([[3], [2], [6], [36], [36]]);
    // d(x·w)²: 2·6·w, 2·6·x, 2·6, 1, 1
    expect(graph.nodes.map(({ gradient }) => gradient)).toEqual([[24], [36], [12], [1], [1]]);
    expect(graph.edges.map(({ from, to, input }) => [from, to, input])).toEqual([
      [0, 2, 0],
      [1, 2, 1],
      [2, 3, 0],
      [3, 4, 0],
    ]);
    expect(graph.output).toBe(4);
    // Nothing has been changed by looking.
    expect(x.grad).toBe(null);
    loss.backward();
    expect(x.grad?.tolist()).toEqual([24]);
    const after = torch.graph(loss).nodes;
    expect(after.map(({ op }) => op)).toEqual(["leaf", "leaf", "mul", "square", "sum"]);
    expect(after[2]?.value).toBe(null);
    expect(after[0]?.gradient).toEqual([24]);
    expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
  });

  test("shows constants, and a tensor without history", () => {
    const graph = torch.graph(leaf(3).mul(torch.tensor([2])));
    expect(graph.nodes.map(({ op, requiresGrad }) => [op, requiresGrad])).toEqual([
      ["leaf", true],
      ["leaf", false],
      ["mul", true],
    ]);
    expect(torch.graph(torch.tensor([1])).nodes).toHaveLength(1);
  });

  test("shows the local derivative of every operation with respect to each input", () => {
    const [x, w, b] = [leaf(3, -1), leaf(2, 4), leaf(1)];
    const loss = x.mul(w).add(b).tanh().sum();
    const { nodes, edges } = torch.graph(loss);
    const of = (op: string): readonly (readonly number[] | null)[] | undefined =>
      nodes.find((node) => node.op === op)?.derivatives;
    expect(of("leaf")).toEqual([]);
    expect(of("mul")).toEqual([
      [2, 4],
      [3, -1],
    ]);
    // b was broadcast: two elements of the sum grow with its one.
    expect(of("add")).toEqual([[1, 1], [2]]);
    const slopes = of("tanh")?.[0] ?? [];
    [7, -3].forEach((at, i) => {
      expect(slopes[i]).toBeCloseTo(1 - Math.tanh(at) ** 2, 12);
    });
    expect(of("sum")).toEqual([[1, 1]]);
    // The chain rule: a gradient is the next one times the local derivative.
    const product = nodes.find(({ op }) => op === "mul");
    const first = edges.find(({ to, input }) => to === product?.id && input === 0);
    const gradient = nodes[first?.from ?? -1]?.gradient ?? [];
    expect(gradient).toHaveLength(2);
    gradient.forEach((g, i) => {
      expect(g).toBeCloseTo((product?.gradient?.[i] ?? 0) * (of("mul")?.[0]?.[i] ?? 0), 12);
    });
    loss.backward();
    expect(torch.graph(loss).nodes.find(({ op }) => op === "mul")?.derivatives).toEqual([null, null]);
  });

  test("has no local derivative for constants, indices and conditions", () => {
    const x = leaf(3);
    const derivativesOf = (t: Tensor): unknown => torch.graph(t).nodes.at(-1)?.derivatives;
    expect(derivativesOf(x.mul(torch.tensor([2])))).toEqual([[2], null]);
    expect(derivativesOf(torch.where(torch.tensor([true]), x, x.mul(2)))).toEqual([null, [1], [0]]);
    expect(derivativesOf(torch.cat([x, torch.ones(1), x.exp()]))).toEqual([[1], null, [1]]);
  });

  test("shows 100 000 operations without recursion", () => {
    let y: Tensor = torch.tensor(1, { requiresGrad: true });
    for (let i = 0; i < 100_000; i++) y = y.add(1e-5);
    const { nodes, edges, output } = torch.graph(y);
    // Each operation, its constant, and the leaf.
    expect([nodes.length, edges.length, output]).toEqual([200_001, 200_000, 200_000]);
    expect([nodes[0]?.op, nodes[0]?.gradient]).toEqual(["leaf", [1]]);
    expect(nodes[output]?.value?.[0]).toBeCloseTo(2, 9);
  });
});
