export { LogSoftmax, ReLU, Sigmoid, Softmax, Tanh } from "./activations";
export { type Layer, ModuleList, Sequential } from "./containers";
export * as functional from "./functional";
export { Linear, type LinearOptions } from "./linear";
export { BCELoss, CrossEntropyLoss, MSELoss, NLLLoss } from "./losses";
export { Module, type StateDict } from "./module";
export { Parameter } from "./parameter";
