import { fullLike } from "../create";
import { changeInPlace } from "../graph/inplace";
import { mode } from "../graph/mode";
import { add, div, mul, sub } from "../ops/arithmetic";
import { cast } from "../ops/cast";
import { clone, expand } from "../ops/shape";
import { needTensor, type Tensor, type TensorLike } from "../tensor";
import { install } from "./install";

/** Changes in place: the names end in `_`, and the tensor itself is returned. */
export const inPlaceMethods = {
  /** Adds alpha · other. */
  add_(this: Tensor, other: TensorLike, options?: { readonly alpha?: number }): Tensor {
    return changeInPlace("add_", this, (x) => add(x, other, options));
  },
  /** Subtracts alpha · other. */
  sub_(this: Tensor, other: TensorLike, options?: { readonly alpha?: number }): Tensor {
    return changeInPlace("sub_", this, (x) => sub(x, other, options));
  },
  /** Multiplies by other. */
  mul_(this: Tensor, other: TensorLike): Tensor {
    return changeInPlace("mul_", this, (x) => mul(x, other));
  },
  /** Divides by other. */
  div_(this: Tensor, other: TensorLike): Tensor {
    return changeInPlace("div_", this, (x) => div(x, other));
  },
  /** Takes over the elements of another tensor, which may broadcast to this shape and be of another type. */
  copy_(this: Tensor, source: Tensor): Tensor {
    needTensor("copy_", source);
    return changeInPlace("copy_", this, () => {
      const spread = expand(cast(source, this.dtype), this.shape);
      return mode.recording || source.values === this.values ? clone(spread) : spread;
    });
  },
  /** Sets every element to one number. */
  fill_(this: Tensor, value: number): Tensor {
    return changeInPlace("fill_", this, (x) => fullLike(x, value));
  },
  /** Sets every element to 0. */
  zero_(this: Tensor): Tensor {
    return changeInPlace("zero_", this, (x) => fullLike(x, 0));
  },
};

install(inPlaceMethods);
