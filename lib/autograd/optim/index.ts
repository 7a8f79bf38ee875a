export { Adam, type AdamOptions } from "./adam";
export { type Group, Optimizer, type ParameterGroup, type ParametersOf } from "./optimizer";
export { SGD, type SGDOptions } from "./sgd";
