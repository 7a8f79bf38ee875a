import type { Values } from "../dtype";
import { type Engine, engineFor, ROWS } from "./engine";
import { type Multiply, onLarge } from "./matmul";

/** The largest blocks that are packed at once, so that they stay in the processor's caches and memory is bounded. */
const BLOCK_ROWS = 128;
const BLOCK_TERMS = 512;
const BLOCK_COLUMNS = 1024;
const STRETCH = 32;

/**
 * As `multiply`, for large matrices: blocks of both are packed into panels, in the order in which the engine's tiles
 * read them, and the products are added to a copy of y's block (Goto and van de Geijn, "Anatomy of High-Performance
 * Matrix Multiplication").
 */
const multiplyTiles: Multiply = (m, k, n, a, ai, ars, acs, b, bi, brs, bcs, y, yi) => {
  const engine = engineFor(y);
  const { columns } = engine;
  for (let j0 = 0; j0 < n; j0 += BLOCK_COLUMNS) {
    const width = Math.min(BLOCK_COLUMNS, n - j0);
    const bPanels = Math.ceil(width / columns);
    for (let k0 = 0; k0 < k; k0 += BLOCK_TERMS) {
      const depth = Math.min(BLOCK_TERMS, k - k0);
      const bSize = bPanels * columns * depth;
      const pitch = bPanels * columns;
      const room = engine.room(bSize + Math.min(m + ROWS, BLOCK_ROWS) * (depth + pitch));
      pack(room, 0, columns, b, bi + k0 * brs + j0 * bcs, width, depth, bcs, brs);
      for (let i0 = 0; i0 < m; i0 += BLOCK_ROWS) {
        const height = Math.min(BLOCK_ROWS, m - i0);
        const aPanels = Math.ceil(height / ROWS);
        const yAt = bSize + aPanels * ROWS * depth;
        pack(room, bSize, ROWS, a, ai + i0 * ars + k0 * acs, height, depth, ars, acs);
        copyRows(y, yi + i0 * n + j0, n, room, yAt, pitch, height, width);
        engine.multiply(bSize, 0, yAt, aPanels, bPanels, depth, pitch);
        copyRows(room, yAt, pitch, y, yi + i0 * n + j0, n, height, width);
      }
    }
  }
};

onLarge(multiplyTiles);

/**
 * Lays `lines` lines of `depth` numbers side by side in panels: `size` lines each (a multiple of four), their first
 * numbers, their second numbers and so on; lines that the last panel lacks are zeros. `across` leads from line to line,
 * `along` inside one.
 */
function pack(
  to: Engine["numbers"],
  start: number,
  size: number,
  from: Values,
  at: number,
  lines: number,
  depth: number,
  across: number,
  along: number,
): void {
  const padded = Math.ceil(lines / size) * size;
  // A stretch of all lines at a time: where lines lie side by side, their numbers share what was fetched from memory.
  for (let p0 = 0; p0 < depth; p0 += STRETCH) {
    const end = Math.min(p0 + STRETCH, depth);
    for (let line = 0; line < padded; line += 4) {
      const inPanel = line % size;
      let target = start + (line - inPanel) * depth + p0 * size + inPanel;
      let s0 = at + line * across + p0 * along;
      if (line + 4 <= lines) {
        let s1 = s0 + across;
        let s2 = s1 + across;
        let s3 = s2 + across;
        for (let p = p0; p < end; p++) {
          to[target] = from[s0]!;
          to[target + 1] = from[s1]!;
          to[target + 2] = from[s2]!;
          to[target + 3] = from[s3]!;
          target += size;
          s0 += along;
          s1 += along;
          s2 += along;
          s3 += along;
        }
      } else {
        for (let p = p0; p < end; p++, target += size, s0 += along)
          for (let i = 0; i < 4; i++) to[target + i] = line + i < lines ? from[s0 + i * across]! : 0;
      }
    }
  }
}

function copyRows(
  from: Values,
  at: number,
  pitch: number,
  to: Values,
  toAt: number,
  toPitch: number,
  rows: number,
  width: number,
): void {
  if (pitch === width && toPitch === width) {
    to.set(from.subarray(at, at + rows * width), toAt);
    return;
  }
  for (let i = 0; i < rows; i++, at += pitch, toAt += toPitch) {
    if (width >= 64) to.set(from.subarray(at, at + width), toAt);
    else for (let j = 0; j < width; j++) to[toAt + j] = from[at + j]!;
  }
}
