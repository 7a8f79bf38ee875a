import type { Values } from "../dtype";

/**
 * y[i][j] = Σₖ a[i][k] · b[k][j] for an m×k and a k×n matrix, each with its own strides (rs between rows, cs between
 * columns), into a row-major y with n numbers a row; `add` adds to what is in y. In double precision every element adds its terms up one by one in
 * the order of k, whichever way is taken, so that the digits do not depend on the sizes or the engine.
 */
export type Multiply<Y = Float64Array | Float32Array> = (
  m: number,
  k: number,
  n: number,
  a: Values,
  ai: number,
  ars: number,
  acs: number,
  b: Values,
  bi: number,
  brs: number,
  bcs: number,
  y: Y,
  yi: number,
  add: boolean,
) => void;

/** From how many multiplications on, and from how many rows, columns and terms, tiles pay for being packed. */
const MANY = 4096;
const WIDE = 4;

let large: Multiply | null = null;

/** Has large products computed in another way; set by kernels/tiles, which small programs can do without. */
export function onLarge(multiply: Multiply): void {
  large = multiply;
}

export const multiply: Multiply<Values> = (m, k, n, a, ai, ars, acs, b, bi, brs, bcs, y, yi, add) => {
  const many = m * k * n >= MANY && m >= WIDE && n >= WIDE && k >= WIDE;
  if (many && large !== null && !(y instanceof Uint8Array)) {
    large(m, k, n, a, ai, ars, acs, b, bi, brs, bcs, y, yi, add);
  } else if (n < 8 || brs === 1 || k < 4) {
    // Products of rows of a with columns of b.
    for (let i = 0, to = yi; i < m; i++) {
      for (let j = 0; j < n; j++, to++) {
        let s = add ? y[to]! : 0;
        for (let p = 0, at = ai + i * ars, bt = bi + j * bcs; p < k; p++, at += acs, bt += brs)
          s += a[at]! * b[bt]!;
        y[to] = s;
      }
    }
  } else {
    // Multiples of rows of b added to a row of y, four rows at a time.
    if (!add) y.fill(0, yi, yi + m * n);
    for (let i = 0; i < m; i++) {
      const to = yi + i * n;
      let p = 0;
      for (; p + 4 <= k; p += 4) {
        const at = ai + i * ars + p * acs;
        const a0 = a[at]!;
        const a1 = a[at + acs]!;
        const a2 = a[at + 2 * acs]!;
        const a3 = a[at + 3 * acs]!;
        let b0 = bi + p * brs;
        let b1 = b0 + brs;
        let b2 = b1 + brs;
        let b3 = b2 + brs;
        for (let j = 0; j < n; j++, b0 += bcs, b1 += bcs, b2 += bcs, b3 += bcs) {
          y[to + j] = y[to + j]! + a0 * b[b0]! + a1 * b[b1]! + a2 * b[b2]! + a3 * b[b3]!;
        }
      }
      for (; p < k; p++) {
        const left = a[ai + i * ars + p * acs]!;
        for (let j = 0, bt = bi + p * brs; j < n; j++, bt += bcs) y[to + j]! += left * b[bt]!;
      }
    }
  }
};
