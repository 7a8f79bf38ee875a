import { gather, scatterAdd } from "../ops/gather";
import {
  type IndexItem,
  type IndexPutOptions,
  index,
  indexPut,
  indexPutInPlace,
  indexSelect,
} from "../ops/indexing";
import { maskedFill, maskedSelect, nonzero } from "../ops/mask";
import { narrow, select } from "../ops/shape";
import type { Tensor, TensorLike } from "../tensor";
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
  /** A copy with other values at an index, as `x[…] = values` in Python: `x.indexPut([0, "1:3"], 5)`. */
  indexPut(this: Tensor, items: readonly IndexItem[], values: TensorLike, options?: IndexPutOptions): Tensor {
    return indexPut(this, items, values, options);
  },
  /** Sets the values at an index in place, as `x[…] = values` in Python: `x.indexPut_([mask], 0)`. */
  indexPut_(
    this: Tensor,
    items: readonly IndexItem[],
    values: TensorLike,
    options?: IndexPutOptions,
  ): Tensor {
    return indexPutInPlace(this, items, values, options);
  },
  /** Elements chosen along a dimension: for dim 0, y[i][j] = x[index[i][j]][j]. */
  gather(this: Tensor, dim: number, places: Tensor): Tensor {
    return gather(this, dim, places);
  },
  /** A copy with `source` added at chosen places of a dimension. */
  scatterAdd(this: Tensor, dim: number, places: Tensor, source: Tensor): Tensor {
    return scatterAdd(this, dim, places, source);
  },
  /** The parts at the places that an int64 vector names along a dimension. */
  indexSelect(this: Tensor, dim: number, places: Tensor): Tensor {
    return indexSelect(this, dim, places);
  },
  /** A copy with `value` where the mask holds. */
  maskedFill(this: Tensor, mask: Tensor, value: TensorLike): Tensor {
    return maskedFill(this, mask, value);
  },
  /** The elements where the mask holds, as a vector. */
  maskedSelect(this: Tensor, mask: Tensor): Tensor {
    return maskedSelect(this, mask);
  },
  /** The places of the elements that are not 0, one a row. */
  nonzero(this: Tensor): Tensor {
    return nonzero(this);
  },
};

install(indexingMethods);
