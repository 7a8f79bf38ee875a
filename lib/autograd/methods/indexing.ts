import { gather, scatterAdd } from "../ops/gather";
import { type IndexItem, index } from "../ops/indexing";
import { narrow, select } from "../ops/shape";
import type { Tensor } from "../tensor";
import { install } from "./install";

/** Parts of a tensor, as methods. */
export const indexingMethods = {
  /** The part at one place of a dimension, which disappears. */
  select(this: Tensor, dim: number, place: number): Tensor {
    return select(this, dim, place);
  },
  /** `length` elements of a dimension from `start` on. */
  narrow(this: Tensor, dim: number, start: number, length: number): Tensor {
    return narrow(this, dim, start, length);
  },
  /** Parts of the tensor, as `x[…]` in Python: `x.index(0, "1:3")`. */
  index(this: Tensor, ...items: readonly IndexItem[]): Tensor {
    return index(this, items);
  },
  /** Elements chosen along a dimension: for dim 0, y[i][j] = x[index[i][j]][j]. */
  gather(this: Tensor, dim: number, places: Tensor): Tensor {
    return gather(this, dim, places);
  },
  /** A copy with `source` added at chosen places of a dimension. */
  scatterAdd(this: Tensor, dim: number, places: Tensor, source: Tensor): Tensor {
    return scatterAdd(this, dim, places, source);
  },
};

install(indexingMethods);
