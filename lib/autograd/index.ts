/** PyTorch's tensors, automatic differentiation, layers and optimizers in TypeScript. */
import "./kernels/tiles";
import "./methods";

import * as data from "./data";
import { TorchError } from "./errors";
import { nameClasses } from "./names";
import * as nn from "./nn";
import * as optim from "./optim";
import { Tensor } from "./tensor";

export type { Nested, TensorOptions } from "./create";
export * as data from "./data";
export type { DType } from "./dtype";
export { TorchError, type TorchErrorCode, type TorchErrorDetails } from "./errors";
export type { Graph, GraphEdge, GraphNode } from "./graph/inspect";
export * as nn from "./nn";
export { Parameter } from "./nn/parameter";
export type { IndexItem, IndexPutOptions, Slice } from "./ops/indexing";
export type { Dims, ValuesAndIndices, VarOptions } from "./ops/reduce";
export type { Reduction } from "./ops/reduction";
export * as optim from "./optim";
export type { TensorLike } from "./tensor";
export { Tensor } from "./tensor";
export * as torch from "./torch";

nameClasses(nn, optim, optim.lrScheduler, data, { Tensor, TorchError });
