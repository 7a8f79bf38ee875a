/** The schedulers of PyTorch's `torch.optim.lr_scheduler`. */
export { OneCycleLR, type OneCycleLROptions } from "./one-cycle";
export { type PlateauOptions, ReduceLROnPlateau } from "./plateau";
export {
  ConstantLR,
  CosineAnnealingLR,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  LRScheduler,
  MultiStepLR,
  PolynomialLR,
  type Scheduled,
  StepLR,
} from "./schedulers";
