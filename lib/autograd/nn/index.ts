export {
  ELU,
  GELU,
  LeakyReLU,
  LogSigmoid,
  LogSoftmax,
  ReLU,
  ReLU6,
  SELU,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  Tanh,
} from "./activations";
export { type Layer, ModuleList, Sequential } from "./containers";
export { AvgPool2d, Conv2d, type Conv2dOptions, MaxPool2d } from "./convolution";
export * as functional from "./functional";
export * as init from "./init";
export { Dropout, Embedding, Flatten, Identity } from "./layers";
export { Linear, type LinearOptions } from "./linear";
export {
  BCELoss,
  BCEWithLogitsLoss,
  CrossEntropyLoss,
  GaussianNLLLoss,
  HuberLoss,
  KLDivLoss,
  L1Loss,
  MSELoss,
  NLLLoss,
  PoissonNLLLoss,
  SmoothL1Loss,
} from "./losses";
export { Module, type StateDict } from "./module";
export { BatchNorm1d, BatchNorm2d, LayerNorm } from "./normalization";
export { Parameter } from "./parameter";
export * as utils from "./utils";
