/** The functions of PyTorch's `torch.autograd.functional`. */
export { type DerivativeOptions, hessian, jacobian } from "./derivatives";
