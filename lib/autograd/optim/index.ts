export { Adagrad, type AdagradOptions } from "./adagrad";
export { Adam, type AdamOptions } from "./adam";
export { AdamW } from "./adamw";
export * as lrScheduler from "./lr-scheduler";
export { type Group, Optimizer, type ParameterGroup, type ParametersOf } from "./optimizer";
export { RMSprop, type RMSpropOptions } from "./rmsprop";
export { SGD, type SGDOptions } from "./sgd";
