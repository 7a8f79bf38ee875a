import { Tensor } from "../../autograd";
import type { HeatData, TensorData } from "../../protocol";
import { type RichForms, safely } from "./mime";

/** Rows and columns that a heat map shows. */
const MAX_CELLS = 64;

/** A tensor's form beyond its print; undefined for what is no tensor, and for a single number. */
export function tensorForm(value: unknown): RichForms | undefined {
  const tensor = safely(() => tensorOf(value));
  return tensor && { "application/vnd.gradbook.tensor+json": tensor };
}

function tensorOf(value: unknown): TensorData | undefined {
  if (!(value instanceof Tensor) || value.shape.length === 0) return undefined;
  const data: TensorData = { shape: [...value.shape], dtype: value.dtype };
  if (value.gradFn) data.gradFn = value.gradFn.name;
  const heat = heatOf(value);
  if (heat) data.heat = heat;
  return data;
}

/** A matrix of numbers as far as it can be seen at once: of what is larger, evenly spaced rows and columns. */
function heatOf(tensor: Tensor): HeatData | undefined {
  const [height = 0, width = 0] = tensor.shape;
  const [down = 0, across = 0] = tensor.strides;
  if (tensor.shape.length !== 2 || height < 2 || width < 2 || tensor.dtype === "bool") return undefined;
  const rows = Math.min(height, MAX_CELLS);
  const columns = Math.min(width, MAX_CELLS);
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const start = tensor.offset + down * Math.floor((row * height) / rows);
    for (let column = 0; column < columns; column++) {
      const place = start + across * Math.floor((column * width) / columns);
      values[row * columns + column] = tensor.values[place] ?? Number.NaN;
    }
  }
  const heat: HeatData = { rows, columns, values };
  const range = rows < height || columns < width ? rangeOf(tensor) : null;
  if (range) heat.range = range;
  return heat;
}

/** The least and the greatest finite number of a matrix; null if it has none. */
function rangeOf({
  shape: [height = 0, width = 0],
  strides,
  offset,
  values,
}: Tensor): [number, number] | null {
  const [down = 0, across = 0] = strides;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < height; row++) {
    for (let column = 0, place = offset + down * row; column < width; column++, place += across) {
      const value = values[place] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least <= most ? [least, most] : null;
}
