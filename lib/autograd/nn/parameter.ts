import { markLeaf } from "../graph/node";
import { print } from "../print";
import { Tensor } from "../tensor";

/** A tensor that a module learns: a leaf that requires a gradient. It looks at the elements of the given tensor. */
export class Parameter extends Tensor {
  constructor(data: Tensor, requiresGrad = true) {
    super(data.shape, data.strides, data.values, data.offset, data.dtype, data.count, data.rowMajor);
    this.root = data.root ?? data;
    if (requiresGrad) markLeaf(this);
  }

  override toString(): string {
    return `Parameter containing:\n${print(this)}`;
  }
}
