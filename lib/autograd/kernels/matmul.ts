import type { Values } from "../dtype";

/**
 * y[i][j] += Σₖ a[i][k] · b[k][j] for an m×k and a k×n matrix, each with its own strides (rs between rows, cs between
 * columns), into a row-major y with `ys` numbers a row.
 */
export function multiply(
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
  y: Values,
  yi: number,
): void {
  if (n === 1 || brs === 1 || m * k * n < 256) {
    // Products of rows of a with columns of b, four columns at a time.
    for (let i = 0; i < m; i++) {
      const row = ai + i * ars;
      let j = 0;
      for (; j + 4 <= n; j += 4) {
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let at = row;
        let b0 = bi + j * bcs;
        let b1 = b0 + bcs;
        let b2 = b1 + bcs;
        let b3 = b2 + bcs;
        for (let p = 0; p < k; p++, at += acs, b0 += brs, b1 += brs, b2 += brs, b3 += brs) {
          const left = a[at]!;
          s0 += left * b[b0]!;
          s1 += left * b[b1]!;
          s2 += left * b[b2]!;
          s3 += left * b[b3]!;
        }
        const to = yi + i * n + j;
        y[to]! += s0;
        y[to + 1]! += s1;
        y[to + 2]! += s2;
        y[to + 3]! += s3;
      }
      for (; j < n; j++) {
        let s = 0;
        for (let p = 0, at = row, bt = bi + j * bcs; p < k; p++, at += acs, bt += brs) s += a[at]! * b[bt]!;
        y[yi + i * n + j]! += s;
      }
    }
    return;
  }
  // Multiples of rows of b added to a row of y, four rows at a time.
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
        y[to + j]! += a0 * b[b0]! + a1 * b[b1]! + a2 * b[b2]! + a3 * b[b3]!;
      }
    }
    for (; p < k; p++) {
      const left = a[ai + i * ars + p * acs]!;
      for (let j = 0, bt = bi + p * brs; j < n; j++, bt += bcs) y[to + j]! += left * b[bt]!;
    }
  }
}
