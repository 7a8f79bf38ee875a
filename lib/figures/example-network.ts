import { nn, torch } from "../autograd";

/** A weight: its name, the nodes that it joins, its value and the slope of the error along it. */
export interface Edge {
  name: string;
  from: string;
  to: string;
  value: number;
  gradient: number;
}

/** A node: an input, or a neuron with its bias. */
export interface Node {
  name: string;
  layer: 0 | 1 | 2;
  row: 0 | 1;
  /** What leaves it in the forward pass. */
  out: number;
  bias: number | null;
  /** Slope of the error with respect to its weighted sum; null for inputs. */
  delta: number | null;
  target: number | null;
}

export interface ExampleNetwork {
  nodes: Node[];
  edges: Edge[];
  error: number;
}

/** The course's network of two inputs, two hidden neurons and two outputs, as the source document gives it. */
export const EXAMPLE = {
  inputs: [0.05, 0.1],
  targets: [0.01, 0.99],
  hidden: { weights: [0.15, 0.2, 0.25, 0.3], bias: 0.35 },
  output: { weights: [0.4, 0.45, 0.5, 0.55], bias: 0.6 },
} as const;

/** One pass forward and one back through the example, E = ½ Σ (o − t)². */
export function exampleNetwork(): ExampleNetwork {
  const layer = ({ weights, bias }: { weights: readonly number[]; bias: number }) => {
    const linear = new nn.Linear(2, 2);
    torch.noGrad(() => {
      linear.weight.copy_(torch.tensor([...weights]).reshape([2, 2]));
      linear.bias?.fill_(bias);
    });
    return linear;
  };
  const hidden = layer(EXAMPLE.hidden);
  const output = layer(EXAMPLE.output);
  const sums = hidden(torch.tensor([[...EXAMPLE.inputs]]));
  sums.retainGrad();
  const h = torch.sigmoid(sums);
  const outputSums = output(h);
  outputSums.retainGrad();
  const o = torch.sigmoid(outputSums);
  const error = o
    .sub(torch.tensor([[...EXAMPLE.targets]]))
    .pow(2)
    .sum()
    .div(2);
  error.backward();

  const row = (index: number) => (index === 0 ? 0 : 1);
  const flat = (tensor: { flatten(): { tolist(): unknown } } | null | undefined) =>
    (tensor?.flatten().tolist() ?? []) as number[];
  const neurons = (letter: "h" | "o", outs: number[], deltas: number[], layerIndex: 1 | 2): Node[] =>
    outs.map((out, index) => ({
      name: `${letter}${index + 1}`,
      layer: layerIndex,
      row: row(index),
      out,
      bias: layerIndex === 1 ? EXAMPLE.hidden.bias : EXAMPLE.output.bias,
      delta: deltas[index] ?? null,
      target: layerIndex === 2 ? (EXAMPLE.targets[index] ?? null) : null,
    }));
  const weights = (first: number, from: string, to: string, linear: typeof hidden): Edge[] => {
    const gradients = flat(linear.weight.grad);
    return flat(linear.weight).map((value, index) => ({
      name: `w${first + index}`,
      // Rows of the matrix are the neurons that it leads to.
      from: `${from}${(index % 2) + 1}`,
      to: `${to}${Math.floor(index / 2) + 1}`,
      value,
      gradient: gradients[index] ?? Number.NaN,
    }));
  };
  return {
    nodes: [
      ...EXAMPLE.inputs.map(
        (out, index): Node => ({
          name: `i${index + 1}`,
          layer: 0,
          row: row(index),
          out,
          bias: null,
          delta: null,
          target: null,
        }),
      ),
      ...neurons("h", flat(h), flat(sums.grad), 1),
      ...neurons("o", flat(o), flat(outputSums.grad), 2),
    ],
    edges: [...weights(1, "i", "h", hidden), ...weights(5, "h", "o", output)],
    error: error.item(),
  };
}
