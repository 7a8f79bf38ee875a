import { type MatmulProblem, type NetProblem, oneHot, transposed } from "../problems";
import { type Loaded, type Peer, type Run, tolerances } from "./peer";

type Tf = typeof import("@tensorflow/tfjs");

function train(tf: Tf, backend: string, problem: NetProblem): Run {
  const { sizes, activation, batch } = problem;
  tf.setBackend(backend);
  const outputs = sizes.at(-1) ?? 0;
  const weights = problem.weights.map((w, i) => {
    const [from = 0, to = 0] = sizes.slice(i, i + 2);
    return tf.variable(tf.tensor2d(Float32Array.from(transposed(w, to, from)), [from, to]));
  });
  const biases = problem.biases.map((b) => tf.variable(tf.tensor1d(Float32Array.from(b))));
  const x = tf.tensor2d(Float32Array.from(problem.inputs), [batch, sizes[0] ?? 0]);
  const classes = problem.loss === "cross-entropy";
  const wanted = classes ? oneHot(problem.targets, outputs) : problem.targets;
  const target = tf.tensor2d(Float32Array.from(wanted), [batch, outputs]);
  const optimizer = tf.train.sgd(problem.lr);
  const variables = weights.flatMap((w, i) => [w, ...biases.slice(i, i + 1)]);
  const lossOf = () => {
    let y = x;
    weights.forEach((w, i) => {
      y = tf.matMul(y, w).add(biases[i] ?? 0);
      if (i < weights.length - 1 || problem.activateLast) y = tf[activation](y);
    });
    if (classes) return tf.losses.softmaxCrossEntropy(target, y);
    const squares = y.sub(target).square();
    return problem.loss === "half squares" ? squares.sum().div(2) : squares.mean();
  };
  return async (steps) => {
    await tf.setBackend(backend);
    let last = Number.NaN;
    for (let step = 0; step < steps; step++) {
      const loss = optimizer.minimize(lossOf, true, variables);
      if (loss === null) continue;
      if (step === steps - 1) last = loss.dataSync()[0] ?? Number.NaN;
      loss.dispose();
    }
    return last;
  };
}

function multiply(tf: Tf, backend: string, { size, left, right, probe }: MatmulProblem): Run {
  tf.setBackend(backend);
  const a = tf.tensor2d(Float32Array.from(left), [size, size]);
  const b = tf.tensor2d(Float32Array.from(right), [size, size]);
  return async (steps) => {
    await tf.setBackend(backend);
    let last = Number.NaN;
    for (let step = 0; step < steps; step++) {
      const product = tf.matMul(a, b);
      if (step === steps - 1) last = product.dataSync()[probe[0] * size + probe[1]] ?? Number.NaN;
      product.dispose();
    }
    return last;
  };
}

/** TensorFlow.js on both of its backends that need no graphics card. It knows single precision only. */
export async function loadTfjs(): Promise<Loaded> {
  const tf = await import("@tensorflow/tfjs");
  await import("@tensorflow/tfjs-backend-wasm");
  // It would advise Node's users to install its binary, and start workers by a way that Node does not have.
  tf.env().set("IS_NODE", false);
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  const peers: Peer[] = [];
  const missing: string[] = [];
  for (const backend of ["cpu", "wasm"]) {
    const name = `tfjs ${backend}`;
    if (!(await tf.setBackend(backend))) missing.push(`${name}: the backend did not start`);
    else {
      peers.push({
        name,
        tolerance: tolerances.float32,
        train: (problem) => train(tf, backend, problem),
        multiply: (problem) => multiply(tf, backend, problem),
      });
    }
  }
  return { peers, missing };
}
