/** The functions of PyTorch's `torch.nn.functional`, in camelCase. */

export {
  celu,
  elu,
  gelu,
  hardshrink,
  hardsigmoid,
  hardswish,
  hardtanh,
  leakyRelu,
  logsigmoid,
  mish,
  relu6,
  selu,
  silu,
  softmin,
  softplus,
  softshrink,
  softsign,
  tanhshrink,
  threshold,
} from "../ops/activations";
export { conv1d, conv2d, convTranspose2d } from "../ops/convolution";
export {
  hingeEmbeddingLoss,
  huberLoss,
  l1Loss,
  marginRankingLoss,
  mseLoss,
  smoothL1Loss,
  softMarginLoss,
} from "../ops/distance";
export { klDiv } from "../ops/divergence";
export { dropout } from "../ops/dropout";
export { embedding, oneHot } from "../ops/embedding";
export { gaussianNLLLoss, poissonNLLLoss } from "../ops/likelihood";
export { binaryCrossEntropy, binaryCrossEntropyWithLogits, crossEntropy, nllLoss } from "../ops/loss";
export { linear } from "../ops/matmul";
export { normalize } from "../ops/norm";
export { batchNorm, groupNorm, layerNorm } from "../ops/normalization";
export { avgPool2d, maxPool1d, maxPool2d } from "../ops/pooling";
export { pad } from "../ops/rearrange";
export { logSoftmax, softmax } from "../ops/softmax";
export { relu, sigmoid, tanh } from "../ops/unary";
