import { bytes } from "./matmul.wasm";

/** How many rows a tile of the result has. */
export const ROWS = 4;

/** What packs and multiplies: WebAssembly on its own memory or, where that may not be compiled, loops on an array. */
export interface Engine {
  /** How many columns a tile of the result has: a multiple of ROWS. */
  readonly columns: number;
  /** The memory as numbers, so many at least. */
  room(count: number): Float64Array | Float32Array;
  /**
   * Lays ROWS lines of each panel side by side, their first numbers, their second numbers and so on, `size` apart.
   * `across` leads from line to line, `along` inside one, `next` from panel to panel.
   */
  pack(
    from: number,
    to: number,
    panels: number,
    depth: number,
    across: number,
    along: number,
    size: number,
    next: number,
  ): void;
  /** y += a · b, all of them places in the memory; y has `pitch` numbers a row. See tools/wasm/matmul.ts. */
  multiply(a: number, b: number, y: number, aPanels: number, bPanels: number, k: number, pitch: number): void;
}

/** What the module in `bytes` exports. It counts in bytes. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly float32: Engine["multiply"];
  readonly float64: Engine["multiply"];
  readonly pack32: Engine["pack"];
  readonly pack64: Engine["pack"];
}

function wasmEngine(
  memory: WebAssembly.Memory,
  Numbers: Float64ArrayConstructor | Float32ArrayConstructor,
  multiply: Engine["multiply"],
  pack: Engine["pack"],
): Engine {
  const s = Numbers.BYTES_PER_ELEMENT;
  let numbers = new Numbers(memory.buffer);
  return {
    // Two vectors of 16 bytes.
    columns: 32 / s,
    room(count) {
      const missing = count * s - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / 65536));
      // Growing takes the memory away from those who held it.
      if (numbers.buffer !== memory.buffer) numbers = new Numbers(memory.buffer);
      return numbers;
    },
    pack: (from, to, panels, depth, across, along, size, next) =>
      pack(from * s, to * s, panels, depth, across * s, along * s, size * s, next * s),
    multiply: (a, b, y, aPanels, bPanels, k, pitch) =>
      multiply(a * s, b * s, y * s, aPanels, bPanels, k, pitch * s),
  };
}

/** The same by plain loops, in double precision for both, with all sums of half a tile in variables. */
function loopEngine(): Engine {
  let v = new Float64Array(0);
  return {
    columns: 4,
    room(count) {
      if (v.length < count) v = new Float64Array(count);
      return v;
    },
    pack(from, to, panels, depth, across, along, size, next) {
      for (; panels > 0; panels--, from += next) {
        for (let p = 0, at = from; p < depth; p++, at += along, to += size)
          for (let i = 0; i < ROWS; i++) v[to + i] = v[at + i * across]!;
      }
    },
    multiply(a, b, y, aPanels, bPanels, k, pitch) {
      for (let j = 0; j < 4 * bPanels; j += 2) {
        const half = j % 4;
        const panel = b + (j - half) * k + half;
        for (let i = 0, at = a; i < aPanels; i++) {
          const y0 = y + ROWS * i * pitch + j;
          const y1 = y0 + pitch;
          const y2 = y1 + pitch;
          const y3 = y2 + pitch;
          let s00 = v[y0]!;
          let s01 = v[y0 + 1]!;
          let s10 = v[y1]!;
          let s11 = v[y1 + 1]!;
          let s20 = v[y2]!;
          let s21 = v[y2 + 1]!;
          let s30 = v[y3]!;
          let s31 = v[y3 + 1]!;
          for (let p = 0, bt = panel; p < k; p++, at += ROWS, bt += 4) {
            const b0 = v[bt]!;
            const b1 = v[bt + 1]!;
            const a0 = v[at]!;
            const a1 = v[at + 1]!;
            const a2 = v[at + 2]!;
            const a3 = v[at + 3]!;
            s00 += a0 * b0;
            s01 += a0 * b1;
            s10 += a1 * b0;
            s11 += a1 * b1;
            s20 += a2 * b0;
            s21 += a2 * b1;
            s30 += a3 * b0;
            s31 += a3 * b1;
          }
          v[y0] = s00;
          v[y0 + 1] = s01;
          v[y1] = s10;
          v[y1 + 1] = s11;
          v[y2] = s20;
          v[y2 + 1] = s21;
          v[y3] = s30;
          v[y3 + 1] = s31;
        }
      }
    },
  };
}

const ADD = "fde401";
const MUL = "fde601";
const FUSED = "fd8502";
const NOTHING = "01";

/**
 * The module; in single precision, where the engine has relaxed SIMD, with products and sums in one instruction:
 * f32x4.mul, local.get x, f32x4.add becomes local.get x, f32x4.relaxed_madd. Double precision stays as it is, because
 * fused sums round differently.
 */
function compile(): WebAssembly.Module {
  const fused = bytes.replaceAll(new RegExp(`${MUL}(20..)${ADD}`, "g"), `${NOTHING.repeat(3)}$1${FUSED}`);
  const [plain, relaxed] = [bytes, fused].map((hex) =>
    Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  ) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
  return new WebAssembly.Module(WebAssembly.validate(relaxed) ? relaxed : plain);
}

/** @internal Engines for both kinds of numbers, in WebAssembly if it may be compiled here. */
export function makeEngines(): readonly [double: Engine, single: Engine] {
  try {
    // The module's own bytes say what it exports.
    const { memory, float32, float64, pack32, pack64 } = new WebAssembly.Instance(compile())
      .exports as unknown as Exports;
    return [
      wasmEngine(memory, Float64Array, float64, pack64),
      wasmEngine(memory, Float32Array, float32, pack32),
    ];
  } catch {
    // The page's policy forbids it, or the engine has no SIMD.
    const loops = loopEngine();
    return [loops, loops];
  }
}

let engines: ReturnType<typeof makeEngines> | null = null;

/** The engine for arrays of this kind; made when first needed. */
export function engineFor(values: Float64Array | Float32Array): Engine {
  engines ??= makeEngines();
  return engines[values instanceof Float32Array ? 1 : 0];
}
