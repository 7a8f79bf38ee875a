import type { arithmeticMethods } from "./arithmetic";
import type { compareMethods } from "./compare";
import type { elementwiseMethods } from "./elementwise";
import type { graphMethods } from "./graph";
import type { indexingMethods } from "./indexing";
import type { inPlaceMethods } from "./inplace";
import type { matmulMethods } from "./matmul";
import type { reduceMethods } from "./reduce";
import type { shapeMethods } from "./shape";
import type { softmaxMethods } from "./softmax";
import type { valueMethods } from "./value";

import "./arithmetic";
import "./compare";
import "./elementwise";
import "./graph";
import "./indexing";
import "./inplace";
import "./matmul";
import "./reduce";
import "./shape";
import "./softmax";
import "./value";

/** The methods of tensors: the operations in PyTorch's words, and what a tensor can tell and do about itself. */
export type TensorMethods = typeof arithmeticMethods &
  typeof compareMethods &
  typeof elementwiseMethods &
  typeof graphMethods &
  typeof indexingMethods &
  typeof inPlaceMethods &
  typeof matmulMethods &
  typeof reduceMethods &
  typeof shapeMethods &
  typeof softmaxMethods &
  typeof valueMethods;
