export { Adadelta, type AdadeltaOptions } from "./adadelta";
export { Adagrad, type AdagradOptions } from "./adagrad";
export { Adam, type AdamOptions, type MomentOptions } from "./adam";
export { Adamax } from "./adamax";
export { AdamW } from "./adamw";
export * as lrScheduler from "./lr-scheduler";
export {
  type Group,
  Optimizer,
  type OptimizerState,
  type ParameterGroup,
  type ParametersOf,
} from "./optimizer";
export { RAdam } from "./radam";
export { RMSprop, type RMSpropOptions } from "./rmsprop";
export { SGD, type SGDOptions } from "./sgd";
