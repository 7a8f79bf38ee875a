import { type NetProblem, rowsOf } from "../problems";
import { type Peer, type Run, tolerances } from "./peer";

/** A number that remembers how it was computed: Andrej Karpathy's micrograd, line by line in TypeScript. */
class Value {
  grad = 0;
  private pass: () => void = () => {};

  constructor(
    public data: number,
    private readonly previous: ReadonlySet<Value> = new Set(),
  ) {}

  add(other: Value): Value {
    const out = new Value(this.data + other.data, new Set([this, other]));
    out.pass = () => {
      this.grad += out.grad;
      other.grad += out.grad;
    };
    return out;
  }

  mul(other: Value): Value {
    const out = new Value(this.data * other.data, new Set([this, other]));
    out.pass = () => {
      this.grad += other.data * out.grad;
      other.grad += this.data * out.grad;
    };
    return out;
  }

  pow(exponent: number): Value {
    const out = new Value(this.data ** exponent, new Set([this]));
    out.pass = () => {
      this.grad += exponent * this.data ** (exponent - 1) * out.grad;
    };
    return out;
  }

  sigmoid(): Value {
    const out = new Value(1 / (1 + Math.exp(-this.data)), new Set([this]));
    out.pass = () => {
      this.grad += out.data * (1 - out.data) * out.grad;
    };
    return out;
  }

  tanh(): Value {
    const out = new Value(Math.tanh(this.data), new Set([this]));
    out.pass = () => {
      this.grad += (1 - out.data ** 2) * out.grad;
    };
    return out;
  }

  backward(): void {
    const order: Value[] = [];
    const visited = new Set<Value>();
    const visit = (value: Value): void => {
      if (visited.has(value)) return;
      visited.add(value);
      for (const before of value.previous) visit(before);
      order.push(value);
    };
    visit(this);
    this.grad = 1;
    for (const value of order.reverse()) value.pass();
  }
}

interface Neuron {
  readonly weights: readonly Value[];
  readonly bias: Value;
}

function train(problem: NetProblem): Run | null {
  const { sizes, activation, batch, lr } = problem;
  // A million numbers, each an object with a set: not what it is made for.
  if (activation === "relu" || problem.loss === "cross-entropy") return null;
  const layers = problem.weights.map((weights, i): Neuron[] =>
    rowsOf(weights, sizes[i] ?? 0).map((row, o) => ({
      weights: row.map((w) => new Value(w)),
      bias: new Value(problem.biases[i]?.[o] ?? 0),
    })),
  );
  const parameters = layers.flat().flatMap(({ weights, bias }) => [...weights, bias]);
  const inputs = rowsOf(problem.inputs, sizes[0] ?? 0);
  const targets = rowsOf(problem.targets, sizes.at(-1) ?? 0);
  const scale = problem.loss === "half squares" ? 0.5 : 1 / (batch * (sizes.at(-1) ?? 1));

  const forward = (row: readonly number[]): Value[] =>
    layers.reduce(
      (x, layer, i) =>
        layer.map(({ weights, bias }) => {
          const sum = weights.reduce((total, w, k) => total.add(w.mul(x[k]!)), bias);
          return i < layers.length - 1 || problem.activateLast ? sum[activation]() : sum;
        }),
      row.map((x) => new Value(x)),
    );

  return (steps) => {
    let last = Number.NaN;
    for (let step = 0; step < steps; step++) {
      let loss = new Value(0);
      inputs.forEach((row, sample) => {
        forward(row).forEach((y, o) => {
          loss = loss.add(y.add(new Value(-(targets[sample]?.[o] ?? 0))).pow(2));
        });
      });
      loss = loss.mul(new Value(scale));
      for (const p of parameters) p.grad = 0;
      loss.backward();
      for (const p of parameters) p.data -= lr * p.grad;
      last = loss.data;
    }
    return last;
  };
}

export const micrograd: Peer = {
  name: "micrograd (port)",
  tolerance: tolerances.float64,
  train,
  multiply: () => null,
};
