/** Kinds of pictures that every browser draws. */
export type ImageType = "image/png" | "image/jpeg";

/** A picture's kind and size, as its file says. */
export interface ImageFacts {
  type: ImageType;
  width: number;
  height: number;
}

/** Bytes in which a file says how large its picture is; a JPEG may put other things first. */
const HEAD = 65_536;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** What the beginning of a file says of its picture; null if it is no PNG and no JPEG. */
export function imageFacts(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG.every((byte, at) => bytes[at] === byte))
    return bytes.length < 24 ? null : sized("image/png", view.getUint32(16), view.getUint32(20));
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  // Segments follow each other, each with its length, up to the one that begins the frame.
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return sized("image/jpeg", view.getUint16(at + 7), view.getUint16(at + 5));
  }
  return null;
}

function sized(type: ImageType, width: number, height: number): ImageFacts | null {
  return width > 0 && height > 0 ? { type, width, height } : null;
}

/** Letters that are put together at once. */
const PART = 8192;

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const bits = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    for (let place = 0; place < 4; place += 1)
      codes[to + place] = LETTERS.charCodeAt((bits >> (18 - 6 * place)) & 63);
  }
  const filled = (3 - (bytes.length % 3)) % 3;
  codes.fill("=".charCodeAt(0), codes.length - filled);
  let text = "";
  for (let at = 0; at < codes.length; at += PART)
    text += String.fromCharCode(...codes.subarray(at, at + PART));
  return text;
}

/** The first bytes of what base64 stands for; null if it is none. */
export function headOf(base64: string): Uint8Array | null {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return null;
  const letters = base64.slice(0, Math.ceil(HEAD / 3) * 4).replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let place = 0;
  for (let at = 0; at < letters.length; at += 1) {
    bits = ((bits << 6) | LETTERS.indexOf(letters[at] ?? "A")) & 0xffffff;
    const left = (at % 4) * 2;
    if (left > 0) {
      bytes[place] = (bits >> (6 - left)) & 0xff;
      place += 1;
    }
  }
  return bytes;
}
