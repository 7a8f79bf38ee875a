import type { MatmulProblem, NetProblem } from "../problems";
import { type Peer, type Run, tolerances } from "./peer";

/** The seed's step in one loop with all sizes known: what no library can beat by much. */
export function seedByHand({ weights, biases, inputs: x, targets, lr }: NetProblem): Run {
  const [w1, w2] = weights.map((w) => w.slice()) as [Float64Array, Float64Array];
  const [b1, b2] = biases.map((b) => b.slice()) as [Float64Array, Float64Array];
  const h = new Float64Array(2);
  const dh = new Float64Array(2);
  return (steps) => {
    let loss = 0;
    for (let step = 0; step < steps; step++) {
      loss = 0;
      for (let i = 0; i < 2; i++) {
        h[i] = 1 / (1 + Math.exp(-(w1[2 * i]! * x[0]! + w1[2 * i + 1]! * x[1]! + b1[i]!)));
        dh[i] = 0;
      }
      for (let o = 0; o < 2; o++) {
        const y = 1 / (1 + Math.exp(-(w2[2 * o]! * h[0]! + w2[2 * o + 1]! * h[1]! + b2[o]!)));
        const d = y - targets[o]!;
        loss += (d * d) / 2;
        const g = d * y * (1 - y);
        for (let i = 0; i < 2; i++) {
          dh[i]! += g * w2[2 * o + i]!;
          w2[2 * o + i]! -= lr * g * h[i]!;
        }
        b2[o]! -= lr * g;
      }
      for (let i = 0; i < 2; i++) {
        const g = dh[i]! * h[i]! * (1 - h[i]!);
        for (let j = 0; j < 2; j++) w1[2 * i + j]! -= lr * g * x[j]!;
        b1[i]! -= lr * g;
      }
    }
    return loss;
  };
}

interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly w: Float64Array;
  readonly b: Float64Array;
  readonly dw: Float64Array;
  readonly db: Float64Array;
  /** The outputs of one sample after the activation, and the gradient that arrives there. */
  readonly y: Float64Array;
  readonly dy: Float64Array;
}

/** A net of any size: every sample goes forward and back by itself, through arrays that are made once. */
function netByHand(problem: NetProblem): Run {
  const { sizes, batch, lr, targets, activation } = problem;
  const layers = problem.weights.map((weights, i): Layer => {
    const [inputs = 0, outputs = 0] = sizes.slice(i, i + 2);
    return {
      inputs,
      outputs,
      w: weights.slice(),
      b: (problem.biases[i] ?? new Float64Array()).slice(),
      dw: new Float64Array(weights.length),
      db: new Float64Array(outputs),
      y: new Float64Array(outputs),
      dy: new Float64Array(outputs),
    };
  });
  const last = layers.length - 1;
  const inputs = sizes[0] ?? 0;

  function forward({ inputs, outputs, w, b, y }: Layer, x: Float64Array, from: number, active: boolean) {
    for (let o = 0, at = 0; o < outputs; o++) {
      let sum = b[o]!;
      for (let i = 0; i < inputs; i++) sum += w[at++]! * x[from + i]!;
      if (!active) y[o] = sum;
      else if (activation === "tanh") y[o] = Math.tanh(sum);
      else if (activation === "relu") y[o] = sum > 0 ? sum : 0;
      else y[o] = 1 / (1 + Math.exp(-sum));
    }
  }

  /** Sets the last layer's gradient and returns the sample's loss. */
  function judge({ y, dy, outputs }: Layer, sample: number): number {
    let loss = 0;
    if (problem.loss === "cross-entropy") {
      let max = Number.NEGATIVE_INFINITY;
      for (let o = 0; o < outputs; o++) max = Math.max(max, y[o]!);
      let total = 0;
      for (let o = 0; o < outputs; o++) total += dy[o] = Math.exp(y[o]! - max);
      for (let o = 0; o < outputs; o++) dy[o]! /= total * batch;
      const wanted = targets[sample]!;
      dy[wanted]! -= 1 / batch;
      return (max + Math.log(total) - y[wanted]!) / batch;
    }
    const scale = problem.loss === "half squares" ? 0.5 : 1 / (batch * outputs);
    for (let o = 0; o < outputs; o++) {
      const d = y[o]! - targets[sample * outputs + o]!;
      loss += scale * d * d;
      dy[o] = 2 * scale * d;
    }
    return loss;
  }

  function backward(layer: Layer, x: Float64Array, from: number, dx: Float64Array | null, active: boolean) {
    const { inputs, outputs, w, dw, db, y, dy } = layer;
    if (dx !== null) dx.fill(0);
    for (let o = 0, row = 0; o < outputs; o++, row += inputs) {
      let g = dy[o]!;
      if (active) {
        if (activation === "tanh") g *= 1 - y[o]! * y[o]!;
        else if (activation === "relu") g = y[o]! > 0 ? g : 0;
        else g *= y[o]! * (1 - y[o]!);
      }
      if (g === 0) continue;
      db[o]! += g;
      for (let i = 0; i < inputs; i++) dw[row + i]! += g * x[from + i]!;
      if (dx !== null) for (let i = 0; i < inputs; i++) dx[i]! += g * w[row + i]!;
    }
  }

  return (steps) => {
    let loss = 0;
    for (let step = 0; step < steps; step++) {
      loss = 0;
      for (let sample = 0; sample < batch; sample++) {
        for (let l = 0; l <= last; l++) {
          const x = l === 0 ? problem.inputs : layers[l - 1]!.y;
          forward(layers[l]!, x, l === 0 ? sample * inputs : 0, l < last || problem.activateLast);
        }
        loss += judge(layers[last]!, sample);
        for (let l = last; l >= 0; l--) {
          const x = l === 0 ? problem.inputs : layers[l - 1]!.y;
          const dx = l === 0 ? null : layers[l - 1]!.dy;
          backward(layers[l]!, x, l === 0 ? sample * inputs : 0, dx, l < last || problem.activateLast);
        }
      }
      for (const { w, b, dw, db } of layers) {
        for (let i = 0; i < w.length; i++) {
          w[i]! -= lr * dw[i]!;
          dw[i] = 0;
        }
        for (let i = 0; i < b.length; i++) {
          b[i]! -= lr * db[i]!;
          db[i] = 0;
        }
      }
    }
    return loss;
  };
}

/** Rows of the right matrix, added up in the order in which they lie in memory. */
function multiply({ size: n, left, right, probe }: MatmulProblem): Run {
  const y = new Float64Array(n * n);
  return (steps) => {
    for (let step = 0; step < steps; step++) {
      y.fill(0);
      for (let i = 0; i < n; i++) {
        for (let k = 0; k < n; k++) {
          const a = left[i * n + k]!;
          for (let j = 0, at = i * n, from = k * n; j < n; j++) y[at++]! += a * right[from++]!;
        }
      }
    }
    return y[probe[0] * n + probe[1]]!;
  };
}

/** What a loop written by hand for just this job takes. */
export const byHand: Peer = {
  name: "by hand",
  tolerance: tolerances.float64,
  train: (problem) => (problem.name === "seed" ? seedByHand(problem) : netByHand(problem)),
  multiply,
};
