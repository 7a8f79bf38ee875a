import { getDefaultDtype, isFloat } from "./dtype";
import { checkOption } from "./errors";
import type { Tensor } from "./tensor";

/** How tensors are printed; the names and defaults are PyTorch's. */
export interface PrintOptions {
  /** Digits after the point. Default 4. */
  readonly precision: number;
  /** Tensors with more elements than this are shortened. Default 1000. */
  readonly threshold: number;
  /** How many elements a shortened tensor shows at each end of a dimension. Default 3. */
  readonly edgeitems: number;
  /** Characters in a line. Default 80. */
  readonly linewidth: number;
  /** Whether to write numbers like 1.0000e+05; null decides by the numbers. Default null. */
  readonly sciMode: boolean | null;
}

const defaults: PrintOptions = { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80, sciMode: null };
let current = defaults;

/** Changes how tensors are printed; what is left out stays as it is. `setPrintOptions({ profile: "default" })` restores the defaults. */
export function setPrintOptions(options: Partial<PrintOptions> & { readonly profile?: "default" }): void {
  const next = { ...(options?.profile === "default" ? defaults : current), ...options };
  for (const name of ["precision", "threshold", "edgeitems", "linewidth"] as const) {
    checkOption("setPrintOptions", name, next[name], { whole: true });
  }
  current = next;
}

const isOdd = (x: number): boolean => Math.abs(x % 2) === 1;

/** `digits` after the point; halves are rounded to the even digit, as in C and Python, and not up as by toFixed. */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  // value lies exactly between two decimals only if it is an odd multiple of a power of two: then take the even one.
  if (!isOdd(value * 2 ** (digits + 1)) || !isOdd(Number(text.at(-1)))) return text;
  return (value - Math.sign(value) * 10 ** -digits * 0.25).toFixed(digits);
}

/** Python's form of the exponent, 1.0000e+05, and its rounding, as in `fixed`. */
function scientific(value: number, digits: number): string {
  const pad = (text: string): string => text.replace(/e([+-])(\d)$/, "e$10$2");
  const text = value.toExponential(digits);
  const [mantissa, exponent] = text.split("e");
  // value · 10^shift is a whole number and a half if value lies exactly between two such numbers.
  const shift = digits - Number(value.toExponential(20).split("e")[1] ?? exponent);
  const half = shift >= 0 ? isOdd(value * 2 ** (shift + 1)) : isOdd(value / (5 * 10 ** (-shift - 1)));
  return pad(
    half && isOdd(Number(mantissa?.at(-1)))
      ? (value * (1 - 10 ** -(digits + 2))).toExponential(digits)
      : text,
  );
}

const special = (value: number): string => (Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");

/** One way to write all numbers of a tensor, so that they line up. */
function formatter(dtype: Tensor["dtype"], values: readonly number[]): (value: number) => string {
  let write: (value: number) => string;
  let shown = values;
  if (dtype === "bool") write = (v) => (v === 0 ? "false" : "true");
  else if (!isFloat(dtype)) write = String;
  else {
    shown = values.filter((v) => Number.isFinite(v) && v !== 0);
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    let whole = true;
    for (const value of shown) {
      least = Math.min(least, Math.abs(value));
      most = Math.max(most, Math.abs(value));
      whole &&= Number.isInteger(value);
    }
    const wide = shown.length > 0 && (most / least > 1000 || most > 1e8 || (!whole && least < 1e-4));
    const finite =
      (current.sciMode ?? wide)
        ? (v: number) => scientific(v, current.precision)
        : whole
          ? (v: number) => `${v.toFixed(0)}.`
          : (v: number) => fixed(v, current.precision);
    write = (v) =>
      (Number.isFinite(v) ? finite(Object.is(v, -0) ? 0 : v) : special(v)).replace(
        /^(?=0)/,
        Object.is(v, -0) ? "-" : "",
      );
  }
  let width = 1;
  for (const value of shown) width = Math.max(width, write(value).length);
  return (value) => write(value).padStart(width);
}

/** The positions to show of a dimension; −1 stands for those left out. */
function shownPlaces(size: number, short: boolean): number[] {
  const edge = current.edgeitems;
  if (!short || size <= 2 * edge) return Array.from({ length: size }, (_, i) => i);
  return [
    ...Array.from({ length: edge }, (_, i) => i),
    -1,
    ...Array.from({ length: edge }, (_, i) => size - edge + i),
  ];
}

function collect(t: Tensor, dim: number, at: number, short: boolean, into: number[]): void {
  if (dim === t.shape.length) {
    into.push(t.values[at]!);
    return;
  }
  for (const i of shownPlaces(t.shape[dim]!, short))
    if (i >= 0) collect(t, dim + 1, at + i * t.strides[dim]!, short, into);
}

function body(
  t: Tensor,
  dim: number,
  at: number,
  indent: number,
  short: boolean,
  write: (v: number) => string,
): string {
  if (t.shape.length === 0) return write(t.values[at]!);
  const places = shownPlaces(t.shape[dim]!, short);
  const step = t.strides[dim]!;
  const space = " ".repeat(indent + 1);
  if (dim === t.shape.length - 1) {
    const items = places.map((i) => (i < 0 ? " ..." : write(t.values[at + i * step]!)));
    const width = write(0).length + 2;
    const perLine = Math.max(1, Math.floor((current.linewidth - indent) / width));
    const lines: string[] = [];
    for (let i = 0; i < items.length; i += perLine) lines.push(items.slice(i, i + perLine).join(", "));
    return `[${lines.join(`,\n${space}`)}]`;
  }
  const parts = places.map((i) =>
    i < 0 ? "..." : body(t, dim + 1, at + i * step, indent + 1, short, write),
  );
  return `[${parts.join(`,${"\n".repeat(t.shape.length - dim - 1)}${space}`)}]`;
}

/** A tensor as PyTorch prints it: `tensor([[0.7514, 0.7729]], gradFn=<SigmoidBackward>)`. */
export function print(t: Tensor): string {
  const prefix = "tensor(";
  const suffixes: string[] = [];
  let text: string;
  if (t.count === 0) {
    text = "[]";
    if (t.shape.length !== 1) suffixes.push(`size=[${t.shape.join(", ")}]`);
    if (t.dtype !== getDefaultDtype()) suffixes.push(`dtype=torch.${t.dtype}`);
  } else {
    const short = t.count > current.threshold;
    const values: number[] = [];
    collect(t, 0, t.offset, short, values);
    text = body(t, 0, t.offset, prefix.length, short, formatter(t.dtype, values));
    if (isFloat(t.dtype) && t.dtype !== getDefaultDtype()) suffixes.push(`dtype=torch.${t.dtype}`);
  }
  const gradFn = t.gradFn;
  if (gradFn !== null) suffixes.push(`gradFn=<${gradFn.name}>`);
  else if (t.requiresGrad) suffixes.push("requiresGrad=true");
  // A suffix that does not fit in the line begins a new one.
  let length = text.length - text.lastIndexOf("\n") + 1 + (text.includes("\n") ? 0 : prefix.length);
  let out = prefix + text;
  for (const suffix of suffixes) {
    if (length + suffix.length + 2 > current.linewidth) {
      out += `,\n${" ".repeat(prefix.length)}${suffix}`;
      length = prefix.length + suffix.length;
    } else {
      out += `, ${suffix}`;
      length += suffix.length + 2;
    }
  }
  return `${out})`;
}
