/** The functions of PyTorch's `torch.autograd`. */
export { type GradOptions, grad } from "./autograd";
export * as functional from "./functional";
export { type GradcheckOptions, gradcheck, gradgradcheck } from "./gradcheck";
