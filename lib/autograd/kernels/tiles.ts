import type { Values } from "../dtype";
import { type Engine, engineFor, ROWS } from "./engine";
import { type Multiply, onLarge } from "./matmul";

/** The largest blocks that are packed at once, so that they stay in the processor's caches and memory is bounded. */
const BLOCK_ROWS = 128;
const BLOCK_TERMS = 512;
const BLOCK_COLUMNS = 1024;

/**
 * As `multiply`, for large matrices: blocks of both are packed into panels, in the order in which the engine's tiles
 * read them, and the products are added to a copy of y's block (Goto and van de Geijn, "Anatomy of High-Performance
 * Matrix Multiplication").
 */
const multiplyTiles: Multiply = (m, k, n, a, ai, ars, acs, b, bi, brs, bcs, y, yi, add) => {
  const engine = engineFor(y);
  const { columns } = engine;
  for (let j0 = 0; j0 < n; j0 += BLOCK_COLUMNS) {
    const width = Math.min(BLOCK_COLUMNS, n - j0);
    const bPanels = Math.ceil(width / columns);
    for (let k0 = 0; k0 < k; k0 += BLOCK_TERMS) {
      const depth = Math.min(BLOCK_TERMS, k - k0);
      const bSize = bPanels * columns * depth;
      const pitch = bPanels * columns;
      const most = Math.ceil(Math.min(m, BLOCK_ROWS) / ROWS) * ROWS;
      const yAt = bSize + most * depth;
      const raw = yAt + most * pitch;
      const room = engine.room(raw + Math.max(most, pitch) * depth);
      load(room, raw, b, bi + k0 * brs + j0 * bcs, width, depth, bcs, brs);
      for (let at = 0; at < columns; at += ROWS) pack(engine, raw, at, 0, columns, width, depth, bcs);
      for (let i0 = 0; i0 < m; i0 += BLOCK_ROWS) {
        const height = Math.min(BLOCK_ROWS, m - i0);
        const aPanels = Math.ceil(height / ROWS);
        load(room, raw, a, ai + i0 * ars + k0 * acs, height, depth, ars, acs);
        pack(engine, raw, 0, bSize, ROWS, height, depth, ars);
        if (add || k0 > 0) copyRows(y, yi + i0 * n + j0, n, room, yAt, pitch, height, width);
        else room.fill(0, yAt, yAt + aPanels * ROWS * pitch);
        engine.multiply(bSize, 0, yAt, aPanels, bPanels, depth, pitch);
        copyRows(room, yAt, pitch, y, yi + i0 * n + j0, n, height, width);
      }
    }
  }
};

onLarge(multiplyTiles);

/**
 * Brings `lines` lines of `depth` numbers into the engine's memory as they are: line by line or, where lines lie side by
 * side (`across` is 1), number by number. `along` leads from number to number of a line.
 */
function load(
  room: Float64Array | Float32Array,
  to: number,
  from: Values,
  at: number,
  lines: number,
  depth: number,
  across: number,
  along: number,
): void {
  if (across === 1) copyRows(from, at, along, room, to, lines, depth, lines);
  else if (along === 1) copyRows(from, at, across, room, to, depth, lines, depth);
  else {
    for (let i = 0; i < lines; i++)
      for (let p = 0, source = at + i * across; p < depth; p++, source += along) room[to++] = from[source]!;
  }
}

/**
 * Packs what was loaded into panels of `size` lines, ROWS of them from `first` on. Lines that the last panel lacks are
 * whatever the memory holds: they only enter results that nobody reads.
 */
function pack(
  engine: Engine,
  raw: number,
  first: number,
  to: number,
  size: number,
  lines: number,
  depth: number,
  sourceAcross: number,
): void {
  const across = sourceAcross === 1 ? 1 : depth;
  const along = sourceAcross === 1 ? lines : 1;
  const panels = Math.ceil(lines / size);
  engine.pack(raw + first * across, to + first, panels, depth, across, along, size, size * across);
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
