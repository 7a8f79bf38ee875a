import { bytes } from "./matmul.wasm";

/** How many rows a tile of the result has. */
export const ROWS = 4;

/** What multiplies packed panels: WebAssembly on its own memory or, where that may not be compiled, a loop on an array. */
export interface Engine {
  /** How many columns a tile of the result has. */
  readonly columns: number;
  /** The memory as numbers. */
  numbers: Float64Array | Float32Array;
  /** The memory, with room for so many numbers at least. */
  room(count: number): Engine["numbers"];
  /** y += a · b, all of them places in the memory; y has `pitch` numbers a row. See tools/wasm/matmul.ts. */
  multiply(a: number, b: number, y: number, aPanels: number, bPanels: number, k: number, pitch: number): void;
}

type Kernel = Engine["multiply"];

/** What the module in `bytes` exports. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly float32: Kernel;
  readonly float64: Kernel;
}

class WasmEngine implements Engine {
  readonly columns: number;
  numbers: Engine["numbers"];

  constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly kernel: Kernel,
    private readonly Numbers: Float64ArrayConstructor | Float32ArrayConstructor,
  ) {
    // Two vectors of 16 bytes.
    this.columns = 32 / Numbers.BYTES_PER_ELEMENT;
    this.numbers = new Numbers(memory.buffer);
  }

  room(count: number): Engine["numbers"] {
    const missing = count * this.Numbers.BYTES_PER_ELEMENT - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / 65536));
    // Growing takes the memory away from those who held it.
    if (this.numbers.length === 0 || missing > 0) this.numbers = new this.Numbers(this.memory.buffer);
    return this.numbers;
  }

  multiply(
    a: number,
    b: number,
    y: number,
    aPanels: number,
    bPanels: number,
    k: number,
    pitch: number,
  ): void {
    const size = this.Numbers.BYTES_PER_ELEMENT;
    this.kernel(a * size, b * size, y * size, aPanels, bPanels, k, pitch * size);
  }
}

/** The same by a plain loop, with all sums of half a tile in variables. */
class LoopEngine implements Engine {
  readonly columns = 4;

  constructor(public numbers: Engine["numbers"]) {}

  room(count: number): Engine["numbers"] {
    if (this.numbers.length < count)
      this.numbers = this.numbers instanceof Float32Array ? new Float32Array(count) : new Float64Array(count);
    return this.numbers;
  }

  multiply(
    a: number,
    b: number,
    y: number,
    aPanels: number,
    bPanels: number,
    k: number,
    pitch: number,
  ): void {
    const v = this.numbers;
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
  }
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
    const { memory, float32, float64 } = new WebAssembly.Instance(compile()).exports as unknown as Exports;
    return [new WasmEngine(memory, float64, Float64Array), new WasmEngine(memory, float32, Float32Array)];
  } catch {
    // The page's policy forbids it, or the engine has no SIMD.
    return [new LoopEngine(new Float64Array(0)), new LoopEngine(new Float32Array(0))];
  }
}

let engines: ReturnType<typeof makeEngines> | null = null;

/** The engine for arrays of this kind; made when first needed. */
export function engineFor(values: Float64Array | Float32Array): Engine {
  engines ??= makeEngines();
  return engines[values instanceof Float32Array ? 1 : 0];
}
