import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { nn, type Tensor, torch } from "@/lib/autograd";
import { embedding, matmulModule } from "../../tools/wasm/matmul";

const committed = new URL("../../lib/autograd/kernels/matmul.wasm.ts", import.meta.url);

/** The library's own kernel, loaded anew: with WebAssembly as it is here, or with one that refuses to compile. */
async function freshKernel(refuse: boolean) {
  vi.resetModules();
  if (refuse) {
    vi.stubGlobal("WebAssembly", {
      ...WebAssembly,
      validate: () => false,
      Module: class {
        constructor() {
          throw new WebAssembly.CompileError("Refused to compile: 'wasm-unsafe-eval' is not allowed");
        }
      },
    });
  }
  await import("@/lib/autograd");
  const { multiply } = await import("@/lib/autograd/kernels/matmul");
  return multiply;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Σₖ aᵢₖ bₖⱼ by the definition, one term after the other. */
function byDefinition(a: Float64Array, b: Float64Array, m: number, k: number, n: number): Float64Array {
  const y = new Float64Array(m * n);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += (a[i * k + p] ?? 0) * (b[p * n + j] ?? 0);
      y[i * n + j] = sum;
    }
  return y;
}

const random = (count: number, seed: number): Float64Array => {
  torch.manualSeed(seed);
  return Float64Array.from(torch.randn([count]).toArray());
};

describe("the WebAssembly kernel", () => {
  test("its bytes are what the assembler makes of the readable source", () => {
    expect(readFileSync(committed, "utf8")).toBe(embedding());
  });

  test("is a module that the engine accepts, small enough to be compiled at once", () => {
    const bytes = matmulModule();
    expect(WebAssembly.validate(Uint8Array.from(bytes))).toBe(true);
    expect(bytes.length).toBeLessThan(4096);
  });
});

describe.each([
  ["in WebAssembly", false],
  ["where WebAssembly is refused", true],
])("large products %s", (_, refuse) => {
  test("have the digits of the plain sum, whatever the sizes and the layout", async () => {
    const multiply = await freshKernel(refuse);
    const size = fc.integer({ min: 4, max: 45 });
    fc.assert(
      fc.property(size, size, size, fc.boolean(), fc.boolean(), (m, k, n, turnA, turnB) => {
        const a = random(m * k, 1);
        const b = random(k * n, 2);
        // The same matrices, stored column by column.
        const at = turnA ? Float64Array.from(a, (_, i) => a[(i % m) * k + Math.floor(i / m)] ?? 0) : a;
        const bt = turnB ? Float64Array.from(b, (_, i) => b[(i % k) * n + Math.floor(i / k)] ?? 0) : b;
        const [ars, acs] = turnA ? [1, m] : [k, 1];
        const [brs, bcs] = turnB ? [1, k] : [n, 1];
        const y = new Float64Array(m * n);
        multiply(m, k, n, at, 0, ars, acs, bt, 0, brs, bcs, y, 0, false);
        expect(y).toEqual(byDefinition(a, b, m, k, n));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test("larger than a block in every direction", async () => {
    const multiply = await freshKernel(refuse);
    const [m, k, n] = [131, 517, 1030];
    const [a, b] = [random(m * k, 3), random(k * n, 4)];
    const y = new Float64Array(m * n);
    multiply(m, k, n, a, 0, k, 1, b, 0, n, 1, y, 0, false);
    expect(y).toEqual(byDefinition(a, b, m, k, n));
  });

  test("in single precision, to its digits", async () => {
    const multiply = await freshKernel(refuse);
    const [m, k, n] = [33, 70, 41];
    const [a, b] = [random(m * k, 5).map(Math.fround), random(k * n, 6).map(Math.fround)];
    const y = new Float32Array(m * n);
    multiply(m, k, n, Float32Array.from(a), 0, k, 1, Float32Array.from(b), 0, n, 1, y, 0, false);
    const exact = byDefinition(a, b, m, k, n);
    y.forEach((value, i) => {
      expect(Math.abs(value - (exact[i] ?? Number.NaN))).toBeLessThan(70 * 2 ** -24 * 10);
    });
  });

  test("can be added to what is there", async () => {
    const multiply = await freshKernel(refuse);
    const ones = new Float64Array(400).fill(1);
    const y = Float64Array.from({ length: 400 }, (_, i) => i);
    multiply(20, 20, 20, ones, 0, 20, 1, ones, 0, 20, 1, y, 0, true);
    expect(y).toEqual(Float64Array.from({ length: 400 }, (_, i) => i + 20));
  });
});

test("products of every size have gradients of the same digits as those of a sum of products", () => {
  const [m, k, n] = [20, 24, 28];
  const leaf = (rows: number, columns: number, seed: number): Tensor => {
    torch.manualSeed(seed);
    return torch.randn([rows, columns]).requiresGrad_();
  };
  const [a, b] = [leaf(m, k, 7), leaf(k, n, 8)];
  const weights = leaf(m, n, 9).detach();
  torch.matmul(a, b).mul(weights).sum().backward();
  const [byHandA, byHandB] = [leaf(m, k, 7), leaf(k, n, 8)];
  // Σᵢⱼ wᵢⱼ Σₖ aᵢₖ bₖⱼ with all products side by side.
  byHandA.unsqueeze(2).mul(byHandB.unsqueeze(0)).mul(weights.unsqueeze(1)).sum().backward();
  for (const [x, y] of [
    [a, byHandA],
    [b, byHandB],
  ] as const) {
    x.grad?.toArray().forEach((value, i) => {
      expect(value).toBeCloseTo(y.grad?.toArray()[i] ?? Number.NaN, 12);
    });
  }
});

describe("the array of a large gradient", () => {
  const layer = (): nn.Linear => {
    torch.manualSeed(1);
    return new nn.Linear(40, 50);
  };
  const x = torch.ones([3, 40]);
  /** ∂/∂W Σ x Wᵀ · c is c times the column sums of x in every row. */
  const step = (net: nn.Linear, c: number): void => {
    net.zeroGrad();
    net(x).sum().mul(c).backward();
  };

  test("is used again only if nobody has seen the gradient", () => {
    const net = layer();
    step(net, 1);
    const seen = net.weight.grad;
    step(net, 2);
    expect(seen?.sum().item()).toBe(3 * 2000);
    expect(net.weight.grad?.sum().item()).toBe(6 * 2000);
  });

  test("holds the new gradient alone, also when the layer is used twice", () => {
    const net = layer();
    step(net, 1);
    net.zeroGrad();
    net(x).sum().add(net(x).sum().mul(4)).backward();
    expect(net.weight.grad?.sum().item()).toBe(15 * 2000);
  });

  test("is not shared by a gradient with a history", () => {
    const net = layer();
    net(x).pow(2).sum().backward({ createGraph: true });
    net.zeroGrad();
    step(net, 3);
    expect(net.weight.grad?.sum().item()).toBe(9 * 2000);
  });
});
