/** The functions of PyTorch's `torch.autograd`. */
export { type GradOptions, grad } from "./autograd";
