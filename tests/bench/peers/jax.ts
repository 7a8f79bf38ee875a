import { type MatmulProblem, type NetProblem, oneHot, rowsOf, transposed } from "../problems";
import { type Dtype, type Loaded, type Peer, type Run, tolerances } from "./peer";

type Jax = typeof import("@jax-js/jax");
type JaxArray = import("@jax-js/jax").Array;

const arrayOf = (jax: Jax, values: Float64Array, width: number, dtype: Dtype): JaxArray =>
  jax.numpy.array(rowsOf(values, width), { dtype: jax.numpy[dtype] });

/** One compiled function from the parameters to the loss and the changed parameters. */
function train(jax: Jax, problem: NetProblem, dtype: Dtype): Run {
  const { numpy: np, nn, tree } = jax;
  const { sizes, batch, lr } = problem;
  const outputs = sizes.at(-1) ?? 0;
  const activation = { sigmoid: nn.sigmoid, tanh: np.tanh, relu: nn.relu }[problem.activation];
  const classes = problem.loss === "cross-entropy";
  const x = arrayOf(jax, problem.inputs, sizes[0] ?? 0, dtype);
  const target = arrayOf(jax, classes ? oneHot(problem.targets, outputs) : problem.targets, outputs, dtype);

  type Layer = { w: JaxArray; b: JaxArray };
  const lossOf = (layers: Layer[], x: JaxArray, target: JaxArray): JaxArray => {
    let y = x;
    layers.forEach(({ w, b }, i) => {
      y = np.matmul(y, w).add(b);
      if (i < layers.length - 1 || problem.activateLast) y = activation(y);
    });
    if (classes)
      return nn
        .logSoftmax(y, -1)
        .mul(target)
        .sum()
        .mul(-1 / batch);
    const squares = np.square(y.sub(target)).sum();
    return squares.mul(problem.loss === "half squares" ? 0.5 : 1 / (batch * outputs));
  };
  const step = jax.jit((layers: Layer[], x: JaxArray, target: JaxArray) => {
    const [loss, gradients] = jax.valueAndGrad(lossOf)(tree.ref(layers), x, target);
    const changed = layers.map(({ w, b }, i) => {
      const { w: dw, b: db } = gradients[i] as Layer;
      return { w: w.sub(dw.mul(lr)), b: b.sub(db.mul(lr)) };
    });
    return { loss, changed };
  });

  let layers = problem.weights.map((weights, i): Layer => {
    const [from = 0, to = 0] = sizes.slice(i, i + 2);
    return {
      w: arrayOf(jax, transposed(weights, to, from), to, dtype),
      b: np.array(Array.from(problem.biases[i] ?? []), { dtype: np[dtype] }),
    };
  });
  return (steps) => {
    let last = Number.NaN;
    for (let i = 0; i < steps; i++) {
      const { loss, changed } = step(layers, x.ref, target.ref);
      layers = changed;
      if (i < steps - 1) loss.dispose();
      else last = loss.dataSync()[0] ?? Number.NaN;
    }
    return last;
  };
}

function multiply(jax: Jax, { size, left, right, probe }: MatmulProblem, dtype: Dtype): Run {
  const a = arrayOf(jax, left, size, dtype);
  const b = arrayOf(jax, right, size, dtype);
  const product = jax.jit((a: JaxArray, b: JaxArray) => jax.numpy.matmul(a, b));
  return async (steps) => {
    let last = Number.NaN;
    for (let step = 0; step < steps; step++) {
      const y = product(a.ref, b.ref);
      if (step < steps - 1) {
        await y.blockUntilReady();
        y.dispose();
      } else last = y.dataSync()[probe[0] * size + probe[1]] ?? Number.NaN;
    }
    return last;
  };
}

/** jax-js, compiled by its `jit` for its WebAssembly backend. */
export async function loadJax(): Promise<Loaded> {
  // It asks `instanceof Float16Array`, which older versions of Node do not have.
  if (!("Float16Array" in globalThis)) Object.assign(globalThis, { Float16Array: class {} });
  const jax = await import("@jax-js/jax");
  await jax.init("wasm");
  jax.defaultDevice("wasm");
  const as = (dtype: Dtype): Peer => ({
    name: `jax-js jit ${dtype}`,
    // Its exponential and logarithm have about seven digits in double precision, too.
    tolerance: tolerances.float32,
    train: (problem) => train(jax, problem, dtype),
    multiply: (problem) => multiply(jax, problem, dtype),
  });
  return { peers: [as("float32"), as("float64")], missing: [] };
}
