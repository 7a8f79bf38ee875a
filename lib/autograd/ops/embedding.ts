import { fail } from "../errors";
import * as mistake from "../mistakes";
import { blank, checkRank, detach, needTensor, rowMajor, type Tensor } from "../tensor";
import { eq } from "./compare";
import { index } from "./indexing";
import { unsqueeze } from "./shape";
import { where } from "./where";

function needPlaces(op: string, x: Tensor): void {
  needTensor(op, x);
  if (x.dtype !== "int64") fail(mistake.dtype, { op, dtype: x.dtype, expected: "int64" });
}

/** Refuses numbers outside 0 … size − 1. */
function checkPlaces(op: string, x: Tensor, size: number): void {
  const { values, offset } = rowMajor(x);
  for (let i = 0; i < x.count; i++) {
    const place = values[offset + i]!;
    if (place < 0 || place >= size) fail(mistake.indexRange, { op, index: place, dim: 0, size });
  }
}

/** Options of `embedding`. */
export interface EmbeddingOptions {
  /** The row whose gradient stays 0. */
  readonly paddingIdx?: number | null;
}

/** The rows of `weight` ([rows, size]) that an int64 tensor of any shape names: a shape of [*, size]. */
export function embedding(places: Tensor, weight: Tensor, options?: EmbeddingOptions): Tensor {
  const op = "embedding";
  needPlaces(op, places);
  checkRank(op, weight, 2);
  const rows = weight.shape[0]!;
  checkPlaces(op, places, rows);
  const picked = index(weight, [places]);
  const padding = options?.paddingIdx ?? null;
  if (padding === null) return picked;
  if (padding < -rows || padding >= rows)
    fail(mistake.indexRange, { op, index: padding, dim: 0, size: rows });
  const still = unsqueeze(eq(places, padding < 0 ? padding + rows : padding), -1);
  return where(still, detach(picked), picked);
}

/** Vectors of zeros with a 1 at the place that each number of an int64 tensor names; as long as the greatest needs, or `numClasses`. */
export function oneHot(places: Tensor, numClasses = -1): Tensor {
  const op = "oneHot";
  needPlaces(op, places);
  const { values, offset } = rowMajor(places);
  let classes = numClasses;
  if (classes === -1)
    for (let i = 0; i < places.count; i++) classes = Math.max(classes, values[offset + i]! + 1);
  if (classes < 1) fail(mistake.badSize, { op, size: classes });
  checkPlaces(op, places, classes);
  const y = blank([...places.shape, classes], "int64");
  for (let i = 0; i < places.count; i++) y.values[i * classes + values[offset + i]!] = 1;
  return y;
}
