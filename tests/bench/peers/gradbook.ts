import { nn, optim, type Tensor, torch } from "../../../lib/autograd";
import { type MatmulProblem, type NetProblem, rowsOf } from "../problems";
import { type Dtype, type Peer, type Run, tolerances } from "./peer";

const activations = { sigmoid: nn.Sigmoid, tanh: nn.Tanh, relu: nn.ReLU };

function layerOf(problem: NetProblem, i: number, dtype: Dtype): nn.Linear {
  const [inputs = 0, outputs = 0] = problem.sizes.slice(i, i + 2);
  const layer = new nn.Linear(inputs, outputs, { dtype });
  torch.noGrad(() => {
    layer.weight.copy_(torch.tensor(rowsOf(problem.weights[i] ?? new Float64Array(), inputs)));
    layer.bias.copy_(torch.tensor(Array.from(problem.biases[i] ?? [])));
  });
  return layer;
}

/** The source's net, as the source writes it. */
class SourceNet extends nn.Module {
  linear1: nn.Linear;
  linear2: nn.Linear;

  constructor(problem: NetProblem, dtype: Dtype) {
    super();
    this.linear1 = layerOf(problem, 0, dtype);
    this.linear2 = layerOf(problem, 1, dtype);
  }

  override forward(x: Tensor): Tensor {
    x = torch.sigmoid(this.linear1(x));
    x = torch.sigmoid(this.linear2(x));
    return x;
  }
}

function netOf(problem: NetProblem, dtype: Dtype): SourceNet | nn.Sequential {
  if (problem.name === "seed") return new SourceNet(problem, dtype);
  const layers: nn.Layer[] = [];
  const last = problem.weights.length - 1;
  for (let i = 0; i <= last; i++) {
    layers.push(layerOf(problem, i, dtype));
    if (i < last || problem.activateLast) layers.push(new activations[problem.activation]());
  }
  return new nn.Sequential(...layers);
}

function lossOf({ loss }: NetProblem): (output: Tensor, target: Tensor) => Tensor {
  if (loss === "half squares") return (output, target) => torch.sum(output.sub(target).pow(2)).div(2);
  return loss === "mean squares" ? nn.functional.mseLoss : nn.functional.crossEntropy;
}

function train(problem: NetProblem, dtype: Dtype): Run {
  const { sizes } = problem;
  const net = netOf(problem, dtype);
  const inputs = torch.tensor(rowsOf(problem.inputs, sizes[0] ?? 0), { dtype });
  const target =
    problem.loss === "cross-entropy"
      ? torch.tensor(Array.from(problem.targets), { dtype: "int64" })
      : torch.tensor(rowsOf(problem.targets, sizes.at(-1) ?? 0), { dtype });
  const lossFunction = lossOf(problem);
  const optimizer = new optim.SGD(net.parameters(), { lr: problem.lr });
  return (steps) => {
    let last = Number.NaN;
    for (let step = 0; step < steps; step++) {
      const loss = lossFunction(net(inputs), target);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      last = loss.item();
    }
    return last;
  };
}

function multiply({ size, left, right, probe }: MatmulProblem, dtype: Dtype): Run {
  const a = torch.tensor(rowsOf(left, size), { dtype });
  const b = torch.tensor(rowsOf(right, size), { dtype });
  return (steps) => {
    let product = a;
    for (let step = 0; step < steps; step++) product = torch.matmul(a, b);
    return product.index(...probe).item();
  };
}

const as = (dtype: Dtype): Peer => ({
  name: `lib/autograd ${dtype}`,
  tolerance: tolerances[dtype],
  train: (problem) => train(problem, dtype),
  multiply: (problem) => multiply(problem, dtype),
});

/** This project's library, as a reader of the course uses it. */
export const gradbook: readonly Peer[] = [as("float64"), as("float32")];
