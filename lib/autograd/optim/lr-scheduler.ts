/** The schedulers of PyTorch's `torch.optim.lr_scheduler`. */
export { CyclicLR, type CyclicLROptions } from "./cyclic";
export { LambdaLR, type LrLambda, MultiplicativeLR } from "./lambda";
export { OneCycleLR, type OneCycleLROptions } from "./one-cycle";
export { type PlateauOptions, type PlateauState, ReduceLROnPlateau } from "./plateau";
export {
  ConstantLR,
  CosineAnnealingLR,
  ExponentialLR,
  LinearLR,
  LRScheduler,
  MultiStepLR,
  PolynomialLR,
  type Scheduled,
  type SchedulerState,
  StepLR,
} from "./schedulers";
export { SequentialLR, type SequentialState } from "./sequential";
export {
  CosineAnnealingWarmRestarts,
  type CosineAnnealingWarmRestartsOptions,
} from "./warm-restarts";
