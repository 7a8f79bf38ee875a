/**
 * As much of a WebAssembly assembler as the matrix kernel needs: functions of i32 parameters and no result, one memory,
 * everything exported. The binary format is that of the WebAssembly Core Specification 2.0, chapter 5.
 */

/** The numbers of the instructions in use. SIMD instructions have two: 0xfd and their own. */
const OPCODES = {
  loop: [0x03],
  end: [0x0b],
  drop: [0x1a],
  br_if: [0x0d],
  "local.get": [0x20],
  "local.set": [0x21],
  "local.tee": [0x22],
  "f32.load": [0x2a],
  "f64.load": [0x2b],
  "f32.store": [0x38],
  "f64.store": [0x39],
  "i32.const": [0x41],
  "i32.add": [0x6a],
  "i32.sub": [0x6b],
  "v128.load": [0xfd, 0],
  "v128.load32_splat": [0xfd, 9],
  "v128.load64_splat": [0xfd, 10],
  "v128.store": [0xfd, 11],
  "f32x4.add": [0xfd, 228],
  "f32x4.mul": [0xfd, 230],
  "f64x2.add": [0xfd, 240],
  "f64x2.mul": [0xfd, 242],
} as const satisfies Readonly<Record<string, readonly number[]>>;

type Instruction = keyof typeof OPCODES;

const TYPES = { i32: 0x7f, v128: 0x7b } as const;
const NO_RESULT = 0x40;

/** A whole number in LEB128: seven bits a byte, the lowest first. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  const rest = value >> 7;
  const done = (rest === 0 && (value & 64) === 0) || (rest === -1 && (value & 64) !== 0);
  return done ? [value & 127] : [(value & 127) | 128, ...signed(rest)];
}

const withLength = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const list = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
];

/** A local variable or a parameter of a function. */
export interface Local {
  readonly index: number;
}

/** A function being written, instruction by instruction. */
export class FunctionWriter {
  readonly parameters: Local[];
  private readonly locals: (keyof typeof TYPES)[] = [];
  private readonly code: number[] = [];

  constructor(
    readonly name: string,
    parameters: number,
  ) {
    this.parameters = Array.from({ length: parameters }, (_, index) => ({ index }));
  }

  local(type: keyof typeof TYPES): Local {
    this.locals.push(type);
    return { index: this.parameters.length + this.locals.length - 1 };
  }

  /** An instruction without operands in the code. */
  emit(instruction: Instruction): this {
    const [first, ...rest] = OPCODES[instruction];
    this.code.push(first, ...rest.flatMap(unsigned));
    return this;
  }

  get(local: Local): this {
    this.emit("local.get").code.push(...unsigned(local.index));
    return this;
  }

  set(local: Local): this {
    this.emit("local.set").code.push(...unsigned(local.index));
    return this;
  }

  constant(value: number): this {
    this.emit("i32.const").code.push(...signed(value));
    return this;
  }

  /** A load or store at the address on the stack plus `offset`, which need not be aligned. */
  memory(instruction: Instruction, offset: number): this {
    this.emit(instruction).code.push(0, ...unsigned(offset));
    return this;
  }

  /** local = local + what `value` leaves on the stack */
  increase(local: Local, value: () => unknown): this {
    this.get(local);
    value();
    return this.emit("i32.add").set(local);
  }

  /** Carries out `body` as often as `times` says (once at least), counting down in `counter`. */
  repeat(counter: Local, times: Local, body: () => void): this {
    this.get(times).set(counter);
    this.emit("loop").code.push(NO_RESULT);
    body();
    this.get(counter)
      .constant(1)
      .emit("i32.sub")
      .emit("local.tee")
      .code.push(...unsigned(counter.index));
    this.emit("br_if").code.push(0);
    return this.emit("end");
  }

  get body(): number[] {
    const locals = list(this.locals.map((type) => [1, TYPES[type]]));
    return withLength([...locals, ...this.code, ...OPCODES.end]);
  }
}

/** The bytes of a module with one memory, called "memory", and the functions. */
export function assemble(functions: readonly FunctionWriter[]): Uint8Array {
  const name = (text: string): number[] => withLength([...new TextEncoder().encode(text)]);
  const section = (id: number, bytes: readonly number[]): number[] => [id, ...withLength(bytes)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      list(functions.map(({ parameters }) => [0x60, ...list(parameters.map(() => [TYPES.i32])), 0])),
    ),
    ...section(3, list(functions.map((_, i) => unsigned(i)))),
    // One page at first, growing without a limit.
    ...section(5, list([[0, 1]])),
    ...section(
      7,
      list([[...name("memory"), 2, 0], ...functions.map((f, i) => [...name(f.name), 0, ...unsigned(i)])]),
    ),
    ...section(10, list(functions.map(({ body }) => body))),
  ]);
}
