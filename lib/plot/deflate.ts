/**
 * Data packed as a zlib stream (RFC 1950, 1951): repetitions by a table of three-byte beginnings, and the code that the
 * standard fixes. Pictures of areas and gradients shrink to a small part; what does not repeat hardly grows.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  const out = new BitWriter(bytes.length + (bytes.length >> 3) + 64);
  out.bits(0x78, 8);
  out.bits(0x9c, 8);
  // One block, the last, with the fixed code.
  out.bits(0b011, 3);
  const seen = new Int32Array(1 << HASH_BITS).fill(-1);
  for (let at = 0; at < bytes.length; ) {
    const [length, distance] = repetition(bytes, at, seen);
    if (length === 0) {
      literal(out, bytes[at] ?? 0);
      remember(bytes, at, seen);
      at += 1;
    } else {
      copy(out, length, distance);
      for (const end = at + length; at < end; at++) remember(bytes, at, seen);
    }
  }
  literal(out, 256);
  out.flush();
  const [low, high] = adler32(bytes);
  for (const byte of [high >> 8, high, low >> 8, low]) out.bits(byte & 0xff, 8);
  return out.done();
}

const HASH_BITS = 15;
const FARTHEST = 32_768;
const SHORTEST = 3;
const LONGEST = 258;

function hash(bytes: Uint8Array, at: number): number {
  const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return Math.imul(word, 0x9e3779b1) >>> (32 - HASH_BITS);
}

function remember(bytes: Uint8Array, at: number, seen: Int32Array): void {
  seen[hash(bytes, at)] = at;
}

/** The length and distance of what stood before and comes again; a length of 0 if nothing does. */
function repetition(bytes: Uint8Array, at: number, seen: Int32Array): [length: number, distance: number] {
  const from = seen[hash(bytes, at)] ?? -1;
  if (from < 0 || at - from > FARTHEST) return [0, 0];
  const most = Math.min(LONGEST, bytes.length - at);
  let length = 0;
  while (length < most && bytes[from + length] === bytes[at + length]) length++;
  return length >= SHORTEST ? [length, at - from] : [0, 0];
}

/** The fixed code: symbols to 143 in 8 bits, to 255 in 9, to 279 in 7, the rest in 8. Codes go out from their highest bit. */
function literal(out: BitWriter, symbol: number): void {
  if (symbol < 144) out.code(0x30 + symbol, 8);
  else if (symbol < 256) out.code(0x190 + symbol - 144, 9);
  else if (symbol < 280) out.code(symbol - 256, 7);
  else out.code(0xc0 + symbol - 280, 8);
}

function copy(out: BitWriter, length: number, distance: number): void {
  if (length === LONGEST) literal(out, 285);
  else {
    const { symbol, extra, rest } = ladder(length - SHORTEST, 4);
    literal(out, 257 + symbol);
    out.bits(rest, extra);
  }
  const { symbol, extra, rest } = ladder(distance - 1, 2);
  out.code(symbol, 5);
  out.bits(rest, extra);
}

/** Symbols whose steps double: `steps` symbols to a doubling, the first two doublings without extra bits. */
function ladder(value: number, steps: 2 | 4): { symbol: number; extra: number; rest: number } {
  if (value < 2 * steps) return { symbol: value, extra: 0, rest: 0 };
  const bits = 31 - Math.clz32(value) - (steps === 4 ? 2 : 1);
  const symbol = (bits + 1) * steps + ((value >> bits) & (steps - 1));
  return { symbol, extra: bits, rest: value & ((1 << bits) - 1) };
}

function adler32(bytes: Uint8Array): [low: number, high: number] {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return [low, high];
}

class BitWriter {
  private bytes: Uint8Array;
  private length = 0;
  private held = 0;
  private count = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  /** Writes a number, its lowest bit first. */
  bits(value: number, count: number): void {
    this.held |= value << this.count;
    this.count += count;
    while (this.count >= 8) {
      this.byte(this.held & 0xff);
      this.held >>>= 8;
      this.count -= 8;
    }
  }

  /** Writes a code, its highest bit first. */
  code(value: number, count: number): void {
    let reversed = 0;
    for (let i = 0; i < count; i++) reversed |= ((value >> i) & 1) << (count - 1 - i);
    this.bits(reversed, count);
  }

  /** Fills the byte that has begun with zeros. */
  flush(): void {
    if (this.count > 0) this.bits(0, 8 - this.count);
  }

  done(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private byte(value: number): void {
    if (this.length === this.bytes.length) {
      const longer = new Uint8Array(2 * this.length);
      longer.set(this.bytes);
      this.bytes = longer;
    }
    this.bytes[this.length] = value;
    this.length += 1;
  }
}
