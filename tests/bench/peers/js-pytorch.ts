import { type MatmulProblem, type NetProblem, rowsOf, transposed } from "../problems";
import { type Loaded, type Run, tolerances } from "./peer";

type Torch = typeof import("js-pytorch").torch;
type Tensor = import("js-pytorch").Tensor;

/** Arrays of arrays, changed in place by plain gradient descent: the library itself has Adam only. */
function descend(data: number[][] | number[], gradient: number[][] | number[], lr: number): void {
  for (let i = 0; i < data.length; i++) {
    const row = data[i];
    const slope = gradient[i];
    if (typeof row === "object" && typeof slope === "object") descend(row, slope, lr);
    else if (typeof row === "number" && typeof slope === "number") data[i] = row - lr * slope;
  }
}

function train(torch: Torch, problem: NetProblem): Run | null {
  const { sizes, batch, lr } = problem;
  const outputs = sizes.at(-1) ?? 0;
  const parameters: Tensor[] = [];
  const layers = problem.weights.map((weights, i) => {
    const [from = 0, to = 0] = sizes.slice(i, i + 2);
    const layer = new torch.nn.Linear(from, to);
    layer.W = torch.tensor(rowsOf(transposed(weights, to, from), to), true);
    layer.b = torch.tensor(Array.from(problem.biases[i] ?? []), true);
    parameters.push(layer.W, layer.b);
    return layer;
  });
  // The library has no sigmoid and no tanh, and its relu has a slope below 0: written in what it has.
  const sigmoid = (x: Tensor): Tensor => {
    const power = torch.exp(x);
    return power.div(power.add(1));
  };
  const steps = (x: Tensor["data"]) => (x as number[][]).map((row) => row.map((each) => (each > 0 ? 1 : 0)));
  const activation = {
    sigmoid,
    tanh: (x: Tensor) => sigmoid(x.mul(2)).mul(2).sub(1),
    relu: (x: Tensor) => x.mul(torch.tensor(steps(x.data))),
  }[problem.activation];
  const crossEntropy = new torch.nn.CrossEntropyLoss();
  const x = torch.tensor(rowsOf(problem.inputs, sizes[0] ?? 0));
  const target =
    problem.loss === "cross-entropy"
      ? torch.tensor(Array.from(problem.targets))
      : torch.tensor(rowsOf(problem.targets, outputs));
  return (steps) => {
    let last = Number.NaN;
    for (let step = 0; step < steps; step++) {
      for (const parameter of parameters) parameter.zero_grad();
      let y = x;
      layers.forEach((layer, i) => {
        y = layer.forward(y);
        if (i < layers.length - 1 || problem.activateLast) y = activation(y);
      });
      let loss: Tensor;
      if (problem.loss === "cross-entropy") loss = crossEntropy.forward(y, target);
      else {
        const scale = problem.loss === "half squares" ? 0.5 : 1 / (batch * outputs);
        loss = torch.pow(y.sub(target), 2).sum(1).sum(0).mul(scale);
      }
      loss.backward();
      for (const { data, grad } of parameters) descend(data, grad, lr);
      last = Number(loss.data);
    }
    return last;
  };
}

function multiply(torch: Torch, { size, left, right, probe }: MatmulProblem): Run {
  const a = torch.tensor(rowsOf(left, size));
  const b = torch.tensor(rowsOf(right, size));
  return (steps) => {
    let product = a;
    for (let step = 0; step < steps; step++) product = a.matmul(b);
    const row = product.data[probe[0]];
    return typeof row === "object" ? (row[probe[1]] ?? Number.NaN) : Number.NaN;
  };
}

/** js-pytorch on its processor backend; the other needs a graphics card. */
export async function loadJsPytorch(): Promise<Loaded> {
  const { torch } = await import("js-pytorch");
  return {
    peers: [
      {
        name: "js-pytorch",
        tolerance: tolerances.float64,
        train: (problem) => train(torch, problem),
        multiply: (problem) => multiply(torch, problem),
      },
    ],
    missing: [],
  };
}
