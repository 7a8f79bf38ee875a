import { checkOption } from "../errors";
import { normal, uniform, withSeed } from "../random";
import { blank } from "../tensor";
import type { GeneratedOptions, Samples } from "./generated";

/** The ten digits, four wide and six high: each row is written as the number whose binary digits are its dots. */
const glyphs: readonly (readonly number[])[] = [
  [0b0110, 0b1001, 0b1001, 0b1001, 0b1001, 0b0110],
  [0b0010, 0b0110, 0b0010, 0b0010, 0b0010, 0b0111],
  [0b0110, 0b1001, 0b0001, 0b0010, 0b0100, 0b1111],
  [0b1110, 0b0001, 0b0110, 0b0001, 0b0001, 0b1110],
  [0b0010, 0b0110, 0b1010, 0b1111, 0b0010, 0b0010],
  [0b1111, 0b1000, 0b1110, 0b0001, 0b0001, 0b1110],
  [0b0110, 0b1000, 0b1110, 0b1001, 0b1001, 0b0110],
  [0b1111, 0b0001, 0b0010, 0b0010, 0b0100, 0b0100],
  [0b0110, 0b1001, 0b0110, 0b1001, 0b1001, 0b0110],
  [0b0110, 0b1001, 0b1001, 0b0111, 0b0001, 0b0110],
];

const SIDE = 8;

/** How dark a place of a glyph is, between its dots by linear interpolation. */
function darkness(glyph: readonly number[], row: number, column: number): number {
  const dot = (r: number, c: number): number => (c < 0 || c > 3 ? 0 : ((glyph[r] ?? 0) >> (3 - c)) & 1);
  const [r, c] = [Math.floor(row), Math.floor(column)];
  const [down, right] = [row - r, column - c];
  return (
    (dot(r, c) * (1 - right) + dot(r, c + 1) * right) * (1 - down) +
    (dot(r + 1, c) * (1 - right) + dot(r + 1, c + 1) * right) * down
  );
}

/**
 * Pictures of the digits 0 to 9, drawn, moved by up to one place in each direction, and with noise (0.1 by default) added:
 * x is [samples, 64], the rows of 8 × 8 pictures from 0 (light) to 1 (dark); y holds the digits, 0, 1, …, 9, 0, 1, ….
 */
export function digits(options?: GeneratedOptions): Samples {
  const { samples = 100, noise = 0.1, seed = null } = options ?? {};
  checkOption("digits", "samples", samples, { whole: true });
  checkOption("digits", "noise", noise);
  const x = blank([samples, SIDE * SIDE], "float64");
  const y = blank([samples], "int64");
  withSeed(seed, () => {
    for (let i = 0; i < samples; i++) {
      const digit = i % 10;
      const [down, right] = [2 * uniform() - 1, 2 * uniform() - 1];
      for (let place = 0; place < SIDE * SIDE; place++) {
        const row = Math.floor(place / SIDE) - 1 - down;
        const column = (place % SIDE) - 2 - right;
        const dark = darkness(glyphs[digit]!, row, column) + noise * normal();
        x.values[i * SIDE * SIDE + place] = Math.min(1, Math.max(0, dark));
      }
      y.values[i] = digit;
    }
  });
  return { x, y };
}
