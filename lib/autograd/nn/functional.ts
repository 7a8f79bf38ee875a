/** The functions of PyTorch's `torch.nn.functional`, in camelCase. */
export { binaryCrossEntropy, crossEntropy, mseLoss, nllLoss } from "../ops/loss";
export { linear } from "../ops/matmul";
export { logSoftmax, softmax } from "../ops/softmax";
export { relu, sigmoid, tanh } from "../ops/unary";
