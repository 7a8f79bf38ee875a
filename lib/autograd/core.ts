/**
 * The small door: tensors, backward and the functions of one variable, for pages that must load little. Only methods
 * that tell a tensor's value or belong to the graph are installed (`backward`, `item`, `tolist`, …); arithmetic is done
 * with the functions below.
 */
import "./methods/graph";
import "./methods/value";

export { tensor } from "./create";
export { grad } from "./graph/autograd";
export { add, div, mul, neg, pow, sub } from "./ops/arithmetic";
export { sum } from "./ops/reduce";
export { cos, exp, log, relu, sigmoid, sin, sqrt, square, tanh } from "./ops/unary";
export type { Tensor } from "./tensor";
