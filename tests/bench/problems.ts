/** What the libraries are given to compute: the same start, the same data, the same loss. */

/** A net of linear layers and the data that it learns. */
export interface NetProblem {
  readonly name: string;
  readonly title: string;
  /** The widths of the layers, inputs first. */
  readonly sizes: readonly number[];
  readonly activation: "sigmoid" | "tanh" | "relu";
  /** Whether the last layer has the activation too. */
  readonly activateLast: boolean;
  readonly loss: "half squares" | "mean squares" | "cross-entropy";
  readonly batch: number;
  readonly lr: number;
  /** For each layer its weights, [out][in] row by row. */
  readonly weights: readonly Float64Array[];
  readonly biases: readonly Float64Array[];
  /** [batch][first size] */
  readonly inputs: Float64Array;
  /** [batch][last size], or for the cross-entropy [batch] classes. */
  readonly targets: Float64Array;
}

/** Numbers between −1 and 1 that are the same in every run (Steele and Vigna's mixing of a counter, 32 bits of it). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 31 - 1;
  };
}

function start(sizes: readonly number[], next: () => number) {
  const weights: Float64Array[] = [];
  const biases: Float64Array[] = [];
  for (let layer = 1; layer < sizes.length; layer++) {
    const [inputs = 0, outputs = 0] = sizes.slice(layer - 1, layer + 1);
    const bound = 1 / Math.sqrt(inputs);
    weights.push(Float64Array.from({ length: inputs * outputs }, () => next() * bound));
    biases.push(Float64Array.from({ length: outputs }, () => next() * bound));
  }
  return { weights, biases };
}

export const seed: NetProblem = {
  name: "seed",
  title: "(i) 2-2-2 sigmoid, one sample",
  sizes: [2, 2, 2],
  activation: "sigmoid",
  activateLast: true,
  loss: "half squares",
  batch: 1,
  lr: 0.5,
  weights: [Float64Array.of(0.15, 0.2, 0.25, 0.3), Float64Array.of(0.4, 0.45, 0.5, 0.55)],
  biases: [Float64Array.of(0.35, 0.35), Float64Array.of(0.6, 0.6)],
  inputs: Float64Array.of(0.05, 0.1),
  targets: Float64Array.of(0.01, 0.99),
};

function curve(): NetProblem {
  const next = numbers(2);
  const sizes = [2, 16, 16, 1];
  const batch = 100;
  const inputs = Float64Array.from({ length: batch * 2 }, next);
  const targets = Float64Array.from({ length: batch }, (_, i) =>
    Math.sin(3 * (inputs[2 * i] ?? 0) * (inputs[2 * i + 1] ?? 0)),
  );
  return {
    name: "curve",
    title: "(ii) 2-16-16-1 tanh, batch 100",
    sizes,
    activation: "tanh",
    activateLast: false,
    loss: "mean squares",
    batch,
    lr: 0.05,
    ...start(sizes, next),
    inputs,
    targets,
  };
}

function digits(): NetProblem {
  const next = numbers(3);
  const sizes = [784, 128, 10];
  const batch = 64;
  return {
    name: "digits",
    title: "(iii) 784-128-10 relu, batch 64, cross-entropy",
    sizes,
    activation: "relu",
    activateLast: false,
    loss: "cross-entropy",
    batch,
    lr: 0.05,
    ...start(sizes, next),
    inputs: Float64Array.from({ length: batch * 784 }, next),
    targets: Float64Array.from({ length: batch }, (_, i) => i % 10),
  };
}

export const nets: readonly NetProblem[] = [seed, curve(), digits()];

/** The product of two square matrices. */
export interface MatmulProblem {
  readonly name: string;
  readonly title: string;
  readonly size: number;
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** Which element of the product is compared. */
  readonly probe: readonly [row: number, column: number];
}

export function matmulOf(size: number): MatmulProblem {
  const next = numbers(4);
  return {
    name: "matmul",
    title: `(iv) matmul ${size}×${size}`,
    size,
    left: Float64Array.from({ length: size * size }, next),
    right: Float64Array.from({ length: size * size }, next),
    probe: [size - 3, size - 5],
  };
}

/** A flat array as rows. */
export function rowsOf(values: Float64Array, width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, i) =>
    Array.from(values.subarray(i * width, (i + 1) * width)),
  );
}

/** The matrix with rows and columns exchanged. */
export function transposed(values: Float64Array, rows: number, columns: number): Float64Array {
  return Float64Array.from(values, (_, i) => values[(i % rows) * columns + Math.floor(i / rows)] ?? 0);
}

/** Classes as rows of zeros with a one. */
export function oneHot(classes: Float64Array, width: number): Float64Array {
  const rows = new Float64Array(classes.length * width);
  classes.forEach((k, i) => {
    rows[i * width + k] = 1;
  });
  return rows;
}
