/**
 * As much of the peers' interfaces as the bench uses: the project is type-checked without their packages, which only
 * the bench installs.
 */

declare module "@tensorflow/tfjs" {
  export interface Tensor {
    add(other: Tensor | number): Tensor;
    sub(other: Tensor): Tensor;
    div(other: number): Tensor;
    square(): Tensor;
    sum(): Tensor;
    mean(): Tensor;
    dataSync(): Float32Array;
    dispose(): void;
  }
  export function env(): { set(flag: string, value: boolean): void };
  export function setBackend(name: string): Promise<boolean>;
  export function variable(initial: Tensor): Tensor;
  export function tensor1d(values: Float32Array): Tensor;
  export function tensor2d(values: Float32Array, shape: [number, number]): Tensor;
  export function matMul(a: Tensor, b: Tensor): Tensor;
  export function sigmoid(x: Tensor): Tensor;
  export function tanh(x: Tensor): Tensor;
  export function relu(x: Tensor): Tensor;
  export const losses: { softmaxCrossEntropy(labels: Tensor, logits: Tensor): Tensor };
  export const train: {
    sgd(lr: number): {
      minimize(loss: () => Tensor, returnCost: boolean, variables: Tensor[]): Tensor | null;
    };
  };
}

declare module "@tensorflow/tfjs-backend-wasm" {}

declare module "@jax-js/jax" {
  export interface Array {
    readonly ref: Array;
    add(other: Array): Array;
    sub(other: Array): Array;
    mul(other: Array | number): Array;
    sum(): Array;
    dataSync(): ArrayLike<number>;
    blockUntilReady(): Promise<Array>;
    dispose(): void;
  }
  export function init(device: string): Promise<unknown>;
  export function defaultDevice(device: string): unknown;
  export function jit<Inputs extends unknown[], Output>(
    f: (...inputs: Inputs) => Output,
  ): (...inputs: Inputs) => Output;
  export function valueAndGrad<First, Rest extends unknown[]>(
    f: (first: First, ...rest: Rest) => Array,
  ): (first: First, ...rest: Rest) => [Array, First];
  export const tree: { ref<Tree>(tree: Tree): Tree };
  export const numpy: {
    readonly float32: unknown;
    readonly float64: unknown;
    array(values: readonly number[] | readonly number[][], options: { dtype: unknown }): Array;
    matmul(a: Array, b: Array): Array;
    square(x: Array): Array;
    tanh(x: Array): Array;
  };
  export const nn: {
    sigmoid(x: Array): Array;
    relu(x: Array): Array;
    logSoftmax(x: Array, axis: number): Array;
  };
}

declare module "js-pytorch" {
  export interface Tensor {
    readonly data: number[] | number[][];
    readonly grad: number[] | number[][];
    add(other: Tensor | number): Tensor;
    sub(other: Tensor | number): Tensor;
    mul(other: Tensor | number): Tensor;
    div(other: Tensor): Tensor;
    matmul(other: Tensor): Tensor;
    sum(dim: number): Tensor;
    backward(): void;
    zero_grad(): void;
  }
  interface Layer {
    forward(x: Tensor): Tensor;
  }
  export const torch: {
    tensor(data: number[] | number[][], requiresGrad?: boolean): Tensor;
    exp(x: Tensor): Tensor;
    pow(x: Tensor, exponent: number): Tensor;
    readonly nn: {
      readonly Linear: new (inputs: number, outputs: number) => Layer & { W: Tensor; b: Tensor };
      readonly CrossEntropyLoss: new () => { forward(x: Tensor, target: Tensor): Tensor };
    };
  };
}
