import { type GraphValues, graphNumber } from "@/lib/protocol";

/** A number as it stands on a card: four decimals, or four digits where those would say too little. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e6) return String(value).replace("-", "−");
  const text =
    size >= 0.01 && size < 1e4
      ? value.toFixed(4).replace(/\.?0+$/, "")
      : size >= 1e-4 && size < 0.01
        ? String(Number(value.toPrecision(4)))
        : value
            .toExponential(2)
            .replace(/\.?0+e/, "e")
            .replace("e+", "e");
  return text.replaceAll("-", "−");
}

/** All numbers of a tensor, if they were sent. */
export function numbersOf(values: GraphValues | undefined): number[] | null {
  return values?.kind === "all" ? values.numbers.map(graphNumber) : null;
}

/** A tensor's numbers as rows of texts: as its shape has them, or in rows of four where it is long. */
export function rowsOf(texts: readonly string[], shape: readonly number[]): string[][] {
  const last = shape.at(-1) ?? 1;
  const fits = last > 0 && last <= 4 && texts.length / last <= 4;
  const width = fits ? last : Math.min(4, texts.length);
  const rows: string[][] = [];
  for (let at = 0; at < texts.length; at += width) rows.push(texts.slice(at, at + width));
  return rows;
}

/** `2 × 2`; empty for a single number. */
export function shapeText(shape: readonly number[]): string {
  return shape.join(" × ");
}

/** The place of an element as the program writes it: `[1, 0]`; empty for a single number. */
export function placeText(element: number, shape: readonly number[]): string {
  if (shape.length === 0) return "";
  const places: number[] = [];
  let rest = element;
  for (const size of shape.toReversed()) {
    places.unshift(size === 0 ? 0 : rest % size);
    rest = size === 0 ? 0 : Math.floor(rest / size);
  }
  return `[${places.join(", ")}]`;
}
