import { deflate } from "./deflate";
import { LETTERS, PREFIX, SIGNATURE } from "./png-size";

/**
 * A picture as the address of a PNG file that holds it, `data:image/png;base64,…`.
 *
 * @param rgba four bytes a pixel, row by row
 */
export function pngAddress(width: number, height: number, rgba: ArrayLike<number>): string {
  return PREFIX + base64(png(width, height, rgba));
}

function png(width: number, height: number, rgba: ArrayLike<number>): Uint8Array {
  const header = [...word(width), ...word(height), 8, 6, 0, 0, 0];
  const parts = [
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", Uint8Array.from(header)),
    chunk("IDAT", deflate(filtered(width, height, rgba))),
    chunk("IEND", new Uint8Array(0)),
  ];
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Each row as its difference to the row above (the standard's filter 2): gradients become repetitions. */
function filtered(width: number, height: number, rgba: ArrayLike<number>): Uint8Array {
  const row = 4 * width;
  const bytes = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y++) {
    const to = y * (row + 1);
    bytes[to] = 2;
    for (let i = 0; i < row; i++) {
      const above = y === 0 ? 0 : (rgba[(y - 1) * row + i] ?? 0);
      bytes[to + 1 + i] = (rgba[y * row + i] ?? 0) - above;
    }
  }
  return bytes;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  bytes.set(word(data.length), 0);
  bytes.set(
    [...name].map((letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  bytes.set(word(crc32(bytes.subarray(4, data.length + 8))), data.length + 8);
  return bytes;
}

function word(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

const CRC = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ (CRC[(value ^ byte) & 0xff] ?? 0);
  return ~value >>> 0;
}

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    const used = Math.min(4, bytes.length - at + 1);
    for (let i = 0; i < 4; i++) parts.push(i < used ? (LETTERS[four[i] ?? 0] ?? "") : "=");
  }
  return parts.join("");
}
