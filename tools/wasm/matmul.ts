/**
 * The WebAssembly kernel of lib/autograd's matrix product. `lib/autograd/kernels/matmul.wasm.ts` holds its bytes and
 * is written by
 *
 *   npx tsx tools/wasm/matmul.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assemble, FunctionWriter } from "./assembler";

/** How many rows of the result a tile has, and how many vectors of 16 bytes wide it is. */
const ROWS = 4;
const VECTORS = 2;

/**
 * Adds the product of two packed matrices to a third:
 *
 *   for each panel of b (as wide as a tile):
 *     for each panel of a (as high as a tile):
 *       tile = y's
 *       for each of k: tile += a column of a's panel × a row of b's panel
 *       y's = tile
 *
 * A panel of a holds ROWS numbers for each of k, one of b VECTORS vectors; y lies row by row, `pitch` bytes each.
 * Every element of y adds its products up in the order of k, as a plain loop does, so that the digits are the same.
 */
function multiply(name: string, lanes: "f32x4" | "f64x2"): FunctionWriter {
  const size = lanes === "f32x4" ? 4 : 8;
  const splat = lanes === "f32x4" ? "v128.load32_splat" : "v128.load64_splat";
  const f = new FunctionWriter(name, 7);
  const [a, b, y, aPanels, bPanels, k, pitch] = f.parameters as Tuple7<(typeof f.parameters)[number]>;
  const locals = (n: number, type: "i32" | "v128") => Array.from({ length: n }, () => f.local(type));
  const [i, j, p, left, right, row, tileAt] = locals(7, "i32") as Tuple7<(typeof f.parameters)[number]>;
  const wide = locals(VECTORS, "v128");
  const factor = f.local("v128");
  const tile = Array.from({ length: ROWS }, () => locals(VECTORS, "v128"));

  /** Visits the tile's vectors of y, a row at a time. */
  const eachRow = (visit: (vectors: (typeof tile)[number]) => void) => {
    f.get(tileAt).set(row);
    for (const vectors of tile) {
      visit(vectors);
      f.increase(row, () => f.get(pitch));
    }
  };

  f.repeat(j, bPanels, () => {
    f.get(a).set(left);
    f.get(y).set(tileAt);
    f.repeat(i, aPanels, () => {
      eachRow((vectors) => {
        vectors.forEach((vector, v) => {
          f.get(row)
            .memory("v128.load", 16 * v)
            .set(vector);
        });
      });
      f.get(b).set(right);
      f.repeat(p, k, () => {
        wide.forEach((vector, v) => {
          f.get(right)
            .memory("v128.load", 16 * v)
            .set(vector);
        });
        tile.forEach((vectors, r) => {
          f.get(left)
            .memory(splat, size * r)
            .set(factor);
          // In this order, so that a product and a sum can be replaced by one fused instruction.
          vectors.forEach((vector, v) => {
            f.get(factor)
              .get(wide[v] ?? factor)
              .emit(`${lanes}.mul`);
            f.get(vector).emit(`${lanes}.add`).set(vector);
          });
        });
        f.increase(left, () => f.constant(size * ROWS));
        f.increase(right, () => f.constant(16 * VECTORS));
      });
      eachRow((vectors) => {
        vectors.forEach((vector, v) => {
          f.get(row)
            .get(vector)
            .memory("v128.store", 16 * v);
        });
      });
      f.get(row).set(tileAt);
    });
    f.get(right).set(b);
    f.increase(y, () => f.constant(16 * VECTORS));
  });
  return f;
}

type Tuple7<T> = [T, T, T, T, T, T, T];

/**
 * Lays ROWS lines of each of several panels side by side: their first numbers, their second numbers and so on, `size`
 * bytes apart. `across` leads from line to line, `along` from number to number of a line, `next` to the next panel's
 * first line, all in bytes.
 */
function pack(name: string, type: "f32" | "f64"): FunctionWriter {
  const bytes = type === "f32" ? 4 : 8;
  const f = new FunctionWriter(name, 8);
  const [from, to, panels, depth, across, along, size, next] = f.parameters as Tuple8<
    (typeof f.parameters)[number]
  >;
  const [i, p] = [f.local("i32"), f.local("i32")];
  const lines = Array.from({ length: ROWS }, () => f.local("i32"));
  f.repeat(i, panels, () => {
    f.get(from);
    for (const line of lines) f.set(line).get(line).get(across).emit("i32.add");
    f.emit("drop");
    f.repeat(p, depth, () => {
      lines.forEach((line, r) => {
        f.get(to)
          .get(line)
          .memory(`${type}.load`, 0)
          .memory(`${type}.store`, bytes * r);
        f.increase(line, () => f.get(along));
      });
      f.increase(to, () => f.get(size));
    });
    f.increase(from, () => f.get(next));
  });
  return f;
}

type Tuple8<T> = [...Tuple7<T>, T];

export const matmulModule = (): Uint8Array =>
  assemble([
    multiply("float32", "f32x4"),
    multiply("float64", "f64x2"),
    pack("pack32", "f32"),
    pack("pack64", "f64"),
  ]);

/** The text of lib/autograd/kernels/matmul.wasm.ts: the bytes in hexadecimal, which compresses best. */
export const embedding =
  (): string => `/** Written by tools/wasm/matmul.ts, where the instructions can be read; a test compares the two. */
export const bytes =
  "${Buffer.from(matmulModule()).toString("hex")}";
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(
    fileURLToPath(new URL("../../lib/autograd/kernels/matmul.wasm.ts", import.meta.url)),
    embedding(),
  );
}
